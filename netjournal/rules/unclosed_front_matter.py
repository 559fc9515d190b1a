"""Front matter whose closing line is missing or stands in the wrong place.

Front matter ends at the next line that holds exactly three dashes. When that line is missing,
indented, or stands inside a block of text, notes are taken for fields or fields for notes. What
looks like fields is read as such, and the rest as the note.

```markdown
---
name: Ana Lopez

# Notes
Met at PyCon.

---
More notes.
```

Close it right after the last field:

```markdown
---
name: Ana Lopez
---

# Notes
Met at PyCon.

---
More notes.
```

Three dashes further down are a ruled line and do no harm. Inside front matter, use `***` or an
empty line in a long text instead.
"""

from netjournal.model import codes
from netjournal.rules.rule import Rule, found_while_reading

RULE = Rule(codes.UNCLOSED_FRONT_MATTER, __doc__, found_while_reading(codes.UNCLOSED_FRONT_MATTER))
