"""A file that is damaged: all or a part of it is zero bytes, or no text at all.

This is what a power cut or a full disk leaves of a file that was being saved. The text is gone
from this copy, but seldom from all: look in the history of git, in Syncthing's `.stversions`, in
your backup, or on the other device. What can still be read is used.

```text
contacts/ana-lopez.md:1:1: error: the file holds nothing but zero bytes
```

With git, the last version that was committed comes back with:

```text
git checkout -- contacts/ana-lopez.md
```

Don't just delete the file: a sync tool would delete the good copy on your other devices as well.
A picture or an archive that has got the ending `.md` needs its own ending back.
"""

from netjournal.model import codes
from netjournal.rules.rule import Rule, found_while_reading

RULE = Rule(codes.DAMAGED_FILE, __doc__, found_while_reading(codes.DAMAGED_FILE))
