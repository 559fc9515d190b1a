"""A note that is not stored as UTF-8.

UTF-8 is how nearly every program stores text today. In another encoding the same bytes stand for
other letters, so netjournal doesn't guess a name: `José` could become `JosÃ©`. The note is left as
it is, and what it says doesn't count until it is stored anew.

```text
contacts/jose-ruiz.md:2:10: error: not UTF-8
```

Open the note in the program that wrote it, choose "Save with encoding" and UTF-8, or convert it on
the command line:

```text
iconv -f LATIN1 -t UTF-8 jose-ruiz.md > jose-ruiz-utf8.md
```

A byte order mark at the start of a UTF-8 file does no harm.
"""

from netjournal.model import codes
from netjournal.rules.rule import Rule, found_while_reading

RULE = Rule(codes.WRONG_ENCODING, __doc__, found_while_reading(codes.WRONG_ENCODING))
