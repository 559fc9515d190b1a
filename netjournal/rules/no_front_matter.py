"""A contact's note without front matter.

Nothing is wrong with it. The name is taken from the first heading, else from the file name, and
dated entries count. The message tells only that nothing is known about relationship, industry or
cadence.

```markdown
# Ana Lopez

- 2026-11-03 Coffee; told me about the new job.
```

Some fields at the top make the contact appear in more lists:

```markdown
---
relationship: ally
industry: health
---

# Ana Lopez

- 2026-11-03 Coffee; told me about the new job.
```

If the note isn't about a person, keep it outside the folder of contacts, or name the pattern of
such notes under `ignore` in netjournal.toml. A `README.md` is never taken for a contact.
"""

from netjournal.model import codes
from netjournal.rules.rule import Rule, found_while_reading

RULE = Rule(codes.NO_FRONT_MATTER, __doc__, found_while_reading(codes.NO_FRONT_MATTER))
