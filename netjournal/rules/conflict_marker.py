"""A merge conflict in the note that hasn't been settled.

Two versions of the same lines stand one after the other, between markers that git wrote. A marker
in the front matter hides every field of the contact; one in the text counts both versions.

```markdown
<<<<<<< HEAD
- 2026-11-03 Coffee with Ana.
=======
- 2026-11-03 Tea with Ana; she is moving to Porto.
>>>>>>> laptop
```

Keep what is true, and delete the three lines with the markers:

```markdown
- 2026-11-03 Tea with Ana; she is moving to Porto.
```

The message names the first line of the conflict and how far it goes.
"""

from netjournal.model import codes
from netjournal.rules.rule import Rule, found_while_reading

RULE = Rule(codes.CONFLICT_MARKER, __doc__, found_while_reading(codes.CONFLICT_MARKER))
