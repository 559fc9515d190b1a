"""A YAML tag, which asks the reading program to make something other than text.

Tags start with `!`. Some of them ask to run code, so netjournal follows none: nothing is executed.
A text is kept as typed, with its tag; a list or fields behind a tag are left out.

```yaml
name: Ana Lopez
motto: !important keep in touch
```

If the exclamation mark belongs to the text, put the text in quotes:

```yaml
name: Ana Lopez
motto: "!important keep in touch"
```

If you didn't write a tag such as `!!python/object`, the note came from somebody who shouldn't be
trusted; look at the rest of it as well.
"""

from netjournal.model import codes
from netjournal.rules.rule import Rule, found_while_reading

RULE = Rule(codes.YAML_TAG, __doc__, found_while_reading(codes.YAML_TAG))
