"""A name that is too long to be the name of a file.

File systems allow 255 bytes for a file name. Where a file is named for the contact, a shortened
name is used. Often a whole paragraph has slipped into the field.

```yaml
name: "Ana Lopez, whom I met at the harbour festival, where she told me about … (300 characters)"
```

The name alone is enough, and the story can go below the front matter:

```markdown
---
name: Ana Lopez
---

Met at the harbour festival, where she told me about …
```

Everything else works with a long name, so it can stay.
"""

from netjournal.model import codes
from netjournal.rules.rule import Rule, found_while_reading

RULE = Rule(codes.LONG_NAME, __doc__, found_while_reading(codes.LONG_NAME))
