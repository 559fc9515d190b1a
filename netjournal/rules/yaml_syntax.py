"""Front matter that breaks the rules of YAML.

YAML gives some characters a meaning: quotes, `: ` inside a value, and `@`, `*`, `&`, `!`, `%` or a
backtick at its start. Other programs then read no field of the note at all. netjournal reads the
lines that are right, and of the others what was surely meant.

```yaml
name: Ana Lopez
title: Engineer: backend
bio: 'it's fine'
twitter: @ana
```

Straight double quotes around the value settle nearly all of it:

```yaml
name: Ana Lopez
title: "Engineer: backend"
bio: "it's fine"
twitter: "@ana"
```

A key must start where the other keys start, and curly quotes from a word processor don't quote
anything. Inside double quotes a backslash starts a code; in single quotes it is a plain character.
"""

from netjournal.model import codes
from netjournal.rules.rule import Rule, found_while_reading

RULE = Rule(codes.YAML_SYNTAX, __doc__, found_while_reading(codes.YAML_SYNTAX))
