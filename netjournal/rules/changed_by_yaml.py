"""A value that YAML turns into something else than what you typed.

netjournal keeps the text as you typed it. Other programs that read the note take `NO` for "false",
`007` for 7, `12:30` for 750 and `1.10` for 1.1; if one of them saves the note, your text is gone.
What follows ` #` is a comment for every program, netjournal too, and isn't read.

```yaml
country: NO
phone: +14155550100
company: Acme #1 Corp
```

In quotes it stays what it is, in every program:

```yaml
country: "NO"
phone: "+14155550100"
company: "Acme #1 Corp"
```

The same goes for keys: `on` is "true" and `2024` is a number, unless they are in quotes. Whole
numbers that come back the same, and dates in date fields, are fine as they are.
"""

from netjournal.model import codes
from netjournal.rules.rule import Rule, found_while_reading

RULE = Rule(codes.CHANGED_BY_YAML, __doc__, found_while_reading(codes.CHANGED_BY_YAML))
