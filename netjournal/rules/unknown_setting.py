"""A setting in netjournal.toml that netjournal doesn't know.

It has no effect, so something may not work as you expect it. Most often a letter is wrong, or the
setting stands in another section.

```toml
[cadence]
alley = "30d"
```

The hint suggests the setting that may be meant:

```toml
[cadence]
ally = "30d"
```

A setting of a newer version of netjournal is unknown to an older one; then update netjournal.
"""

from netjournal.model import codes
from netjournal.rules.rule import Rule, reported_elsewhere

RULE = Rule(codes.UNKNOWN_SETTING, __doc__, reported_elsewhere)
