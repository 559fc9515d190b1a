"""A file that stands where a page should go, and that netjournal didn't make.

netjournal never writes over a file that isn't its own, so the file is left alone and that page is
missing. A page of its own says in its first lines that it was generated; if you deleted that line,
the page is yours now, and a template of yours has to keep it. Folders that lead out of the vault
are left alone in the same way.

```text
review/today.md:1:1: warning: a file that netjournal didn't generate is in the place of a page
```

Give your file another name or place, and build again:

```text
mv review/today.md review/my-week.md
netjournal build
```
"""

from netjournal.model import codes
from netjournal.rules.rule import Rule, reported_elsewhere

RULE = Rule(codes.FOREIGN_FILE, __doc__, reported_elsewhere)
