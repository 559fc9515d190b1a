"""Front matter that breaks the rules of YAML.

YAML gives some characters a meaning: quotes, `: ` inside a value, and `@`, `*`, `&`, `!`, `%` or a
backtick at its start. From the line that is named, fields can't be read; those before it, and the
rest of the note, still count.

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
