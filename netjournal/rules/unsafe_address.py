"""An address that is no plain web or mail address.

Pages link to what stands in `url`. An address such as `javascript:…` would run a program in your
browser when you click it, so it is shown as text and never becomes a link.

```yaml
name: Ana Lopez
website: "javascript:alert(1)"
```

Addresses that become links start with `https://`, `http://` or `mailto:`:

```yaml
name: Ana Lopez
website: https://example.org/ana
```

An address without such a beginning, as `example.org/ana`, is fine.
"""

from netjournal.model import codes
from netjournal.rules.rule import Rule, found_while_reading

RULE = Rule(codes.UNSAFE_ADDRESS, __doc__, found_while_reading(codes.UNSAFE_ADDRESS))
