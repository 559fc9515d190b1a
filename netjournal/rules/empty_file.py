"""A note without any text.

It may be a note that you have just begun, or one that a program emptied and didn't finish saving.
The contact is kept under the file's name, with nothing known about it.

```text
contacts/ana-lopez.md:1:1: warning: the file is empty
```

One line makes it a contact with a name of its own:

```markdown
# Ana Lopez
```

If there used to be text, look in the history of git or of your sync tool before you go on. A note
that you don't need can be deleted.
"""

from netjournal.model import codes
from netjournal.rules.rule import Rule, found_while_reading

RULE = Rule(codes.EMPTY_FILE, __doc__, found_while_reading(codes.EMPTY_FILE))
