"""A relationship that netjournal doesn't know.

The relationship decides how often you are reminded and in which lists the contact stands. Without
one that is known, a contact with whom you had contact counts as an acquaintance, and one without
is unsorted.

```yaml
name: Tom Rask
relationship: neighbour
```

There are four:

```yaml
name: Tom Rask
relationship: ally
```

An `ally` is somebody you help and ask for advice; an `acquaintance`, somebody you know and meet
now and then; `transactional`, somebody you do business with; `met-once`, just that. Words of your
own fit well into `tags`:

```yaml
relationship: acquaintance
tags: [neighbour]
```
"""

from netjournal.model import codes
from netjournal.rules.rule import Rule, found_while_reading

RULE = Rule(codes.UNKNOWN_RELATIONSHIP, __doc__, found_while_reading(codes.UNKNOWN_RELATIONSHIP))
