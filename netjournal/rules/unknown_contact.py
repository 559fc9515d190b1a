"""A name in netjournal.toml that no contact has.

Under `[duplicates]` the settings say which contacts are different people. A group with a name that
nobody has tells nobody apart, and the two may be proposed as doubles again. The note was renamed or
deleted by hand, or a letter is wrong.

```toml
[duplicates]
not_the_same = [["ana-lopez", "ana-lumd"]]
```

Each is named as in a link, by file name, path, name or alias:

```toml
[duplicates]
not_the_same = [["ana-lopez", "ana-lund"]]
```

`netjournal rename` and `merge` lead these names on by themselves.
"""

from netjournal.model import codes
from netjournal.rules.rule import Rule, reported_elsewhere

RULE = Rule(codes.UNKNOWN_CONTACT, __doc__, reported_elsewhere)
