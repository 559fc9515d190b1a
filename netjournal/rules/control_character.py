"""A control character that no text holds, such as a zero byte.

It comes from a damaged file, or was pasted from a program that doesn't write plain text. YAML
forbids it, so other programs can't read the front matter at all, and a terminal may take it for a
command. netjournal puts `�` in its place and reads the rest.

```text
contacts/ana-lopez.md:2:10: error: control character 0x07
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
