"""Front matter with far more fields than a note has.

It was probably made by a program: an export that wrote every row into one note, or a plug-in that
ran away. The fields that netjournal knows count as usual, and the first few hundred others are
kept; nothing more is said about them.

```yaml
name: Ana Lopez
row_1: 2019-05-01
row_2: 2019-05-02
row_3: 2019-05-03
```

Values of the same kind are one field with a list, or dated entries in the note:

```markdown
---
name: Ana Lopez
---

- 2019-05-01 Met at the harbour festival.
- 2019-05-02 Breakfast.
```
"""

from netjournal.model import codes
from netjournal.rules.rule import Rule, found_while_reading

RULE = Rule(codes.MANY_FIELDS, __doc__, found_while_reading(codes.MANY_FIELDS))
