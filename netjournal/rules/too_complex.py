"""Front matter that is larger, deeper or more entangled than anything a person writes.

A few lines of YAML can stand for billions of values, contain themselves, or be nested a thousand
times. Reading them would use up all memory, so netjournal leaves such a value out, and reads the
fields around it.

```yaml
name: Ana Lopez
friends: &f [*f]
```

Say it plainly, one thing at a time:

```yaml
name: Ana Lopez
knows: ["[[ben-osei]]", "[[mara-lindqvist]]"]
```

Long text belongs below the front matter. If you didn't write those lines, find out who did before
you open the note in another program.
"""

from netjournal.model import codes
from netjournal.rules.rule import Rule, found_while_reading

RULE = Rule(codes.TOO_COMPLEX, __doc__, found_while_reading(codes.TOO_COMPLEX))
