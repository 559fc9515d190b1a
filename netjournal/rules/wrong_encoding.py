"""A note that is not stored as UTF-8.

UTF-8 is how nearly every program stores text today. In another encoding the same bytes stand for
other letters. netjournal reads such a note as well as it can: as Latin-1 where it looks like that,
as UTF-16, or with `�` in place of what can't be told. Other programs guess differently, and may
show `José` as `JosÃ©` and save it so.

```text
contacts/jose-ruiz.md:2:10: error: the file is not UTF-8: byte 0xE9 at column 10
```

Open the note in the program that wrote it, choose "Save with encoding" and UTF-8, or convert it on
the command line:

```text
iconv -f LATIN1 -t UTF-8 jose-ruiz.md > jose-ruiz-utf8.md
```

The line and column are those of the first byte that can't be read. A byte order mark at the start
of a UTF-8 file does no harm.
"""

from netjournal.model import codes
from netjournal.rules.rule import Rule, found_while_reading

RULE = Rule(codes.WRONG_ENCODING, __doc__, found_while_reading(codes.WRONG_ENCODING))
