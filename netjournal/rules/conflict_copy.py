"""A second copy of a note that a sync tool made when both sides had changed it.

Syncthing, Dropbox and others keep the version that they couldn't merge in a file beside the note.
It isn't read, or the person would be there twice, and what is only in the copy doesn't count.

```text
contacts/ana-lopez.md
contacts/ana-lopez.sync-conflict-20261124-143953-YDAHXVT.md
```

Open both, move what is missing into the note, and delete the copy:

```text
contacts/ana-lopez.md
```

netjournal never merges or deletes a copy by itself. A note of another person that is only named
like a copy, as `ana 2.md` beside `ana.md`, gets read when it has a name of its own. If the original
is gone and the copy is all that you have, give the copy its name.
"""

from netjournal.model import codes
from netjournal.rules.rule import Rule, reported_elsewhere

RULE = Rule(codes.CONFLICT_COPY, __doc__, reported_elsewhere)
