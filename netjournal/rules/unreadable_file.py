"""A file or folder that could not be read.

Nothing in it counts: whoever is described there is missing from every page, and a link to them
finds nobody. Everything else is read as usual. The message says why: no permission, gone in the
meantime, a link that leads in a circle, or a disk that reports an error.

```text
contacts/ana-lopez.md:1:1: error: the file can't be read: permission denied [NJ001]
```

Let your user read the file, here on Linux and macOS:

```text
chmod u+r contacts/ana-lopez.md
```

A file that is gone was perhaps moved while it was read; running the command again is enough. What
is meant for other eyes can be left out in netjournal.toml:

```toml
[vault]
ignore = ["contacts/private/**"]
```
"""

from netjournal.model import codes
from netjournal.rules.rule import Rule, reported_elsewhere

RULE = Rule(codes.UNREADABLE_FILE, __doc__, reported_elsewhere)
