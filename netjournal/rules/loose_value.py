"""A value that netjournal understands, though it is not written in the usual form.

It counts as you meant it. Other programs may read it differently or not at all: a date without
its zeros is no date to YAML, and doesn't sort in its place.

```yaml
last_contact: 2026-2-3
```

Two digits each for month and day are read everywhere:

```yaml
last_contact: 2026-02-03
```

As long as only netjournal reads the note, you can leave it.
"""

from netjournal.model import codes
from netjournal.rules.rule import Rule, found_while_reading

RULE = Rule(codes.LOOSE_VALUE, __doc__, found_while_reading(codes.LOOSE_VALUE))
