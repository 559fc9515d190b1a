"""A control character that no text holds, such as a zero byte.

It comes from a damaged file, or was pasted from a program that doesn't write plain text. YAML
forbids it, and a terminal may take it for a command, so the place where it stands is not read.

```text
contacts/ana-lopez.md:2:10: error: control character U+0000
```

Delete the character at that line and column. When an editor doesn't show it, delete the whole word
and type it again:

```yaml
name: Ana Lopez
```
"""

from netjournal.model import codes
from netjournal.rules.rule import Rule, found_while_reading

RULE = Rule(codes.CONTROL_CHARACTER, __doc__, found_while_reading(codes.CONTROL_CHARACTER))
