"""A setting in netjournal.toml whose value can't be used.

The default is used in its place. When the file itself breaks the rules of TOML, every setting has
its default until the line that is named is mended.

```toml
[targets]
outside = "60 %"
allies = 5
```

The message says what the setting needs:

```toml
[targets]
outside = 0.6
allies = [5, 15]
```

Text in TOML stands in quotes, numbers don't, and a list has square brackets.
"""

from netjournal.model import codes
from netjournal.rules.rule import Rule, reported_elsewhere

RULE = Rule(codes.BAD_SETTING, __doc__, reported_elsewhere)
