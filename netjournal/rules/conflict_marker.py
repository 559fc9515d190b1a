"""A merge conflict in the note that hasn't been settled.

Two versions of the same lines stand one after the other, between markers that git wrote. Of fields
only the first version is read, for a contact has one of each. Of entries both are, since each may
tell of something that happened, so one meeting can count twice.

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
