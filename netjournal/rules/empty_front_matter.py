"""Front matter without any field.

The contact is named after the first heading or the file, and nothing else is known about it. Often
a template was inserted and not filled in.

```markdown
---
---

Met at the harbour festival.
```

Two lines are enough to be reminded:

```markdown
---
name: Ana Lopez
relationship: acquaintance
---

Met at the harbour festival.
```

A note without front matter is fine as well; then delete the two lines of dashes.
"""

from netjournal.model import codes
from netjournal.rules.rule import Rule, found_while_reading

RULE = Rule(codes.EMPTY_FRONT_MATTER, __doc__, found_while_reading(codes.EMPTY_FRONT_MATTER))
