"""A field that stands twice in the front matter.

Other programs take the last one without a word, so an address that you wrote can vanish when they
save the note. netjournal reads the first of two single values, the newest of two days of
`last_contact`, and puts two lists together. Two spellings of one field, such as `company` and
`employer`, are the same field.

```yaml
name: Ana Lopez
email: ana@example.com
email: ana.lopez@example.org
```

Several values are a list:

```yaml
name: Ana Lopez
email: [ana@example.com, ana.lopez@example.org]
```

If one of the two is outdated, delete its line. The message says on which line the field stands for
the first time.
"""

from netjournal.model import codes
from netjournal.rules.rule import Rule, found_while_reading

RULE = Rule(codes.DUPLICATE_KEY, __doc__, found_while_reading(codes.DUPLICATE_KEY))
