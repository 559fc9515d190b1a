"""Front matter that isn't made of fields.

Between the two lines of `---` every line is a field with a colon and a value. A list or a plain
sentence there says nothing about the contact, and some programs delete it when they save the note.

```markdown
---
- Ana Lopez
- Acme
---
```

Name what the values are:

```markdown
---
name: Ana Lopez
organization: Acme
---
```

A key has to be text too, not a list or a mapping. If the text was meant for the note itself, move
it below the second `---`.
"""

from netjournal.model import codes
from netjournal.rules.rule import Rule, found_while_reading

RULE = Rule(codes.NOT_FIELDS, __doc__, found_while_reading(codes.NOT_FIELDS))
