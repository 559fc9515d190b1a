"""A character that can't be seen, but changes what a text is or how it looks.

Such characters come along when a name is copied from a web page or a chat: a zero-width space
inside a word, a mark that turns the direction of writing, a colour code of a terminal. Two names
that look the same are then different, and a field is not the field that it seems to be.

```text
contacts/ana-lopez.md:2:1: warning: the key `na<U+200B>me` has an invisible character
```

Type the word anew instead of copying it:

```yaml
name: Ana Lopez
```

Joiners inside emoji, and marks that a script such as Persian or Hindi needs, are fine and are not
reported.
"""

from netjournal.model import codes
from netjournal.rules.rule import Rule, found_while_reading

RULE = Rule(codes.HIDDEN_CHARACTER, __doc__, found_while_reading(codes.HIDDEN_CHARACTER))
