"""A value that netjournal understands, though it is not written in the usual form.

It counts as the message says. Other programs may read it differently or not at all: a date without
its zeros is no date to YAML, and doesn't sort in its place. The same goes for a list in a field
that has one value, of which only the first is read.

```yaml
last_contact: 2026-2-3
met: 3 May 2019
location: [Lisbon, Porto]
```

Two digits each for month and day are read everywhere, and a second place fits into the text of the
note:

```yaml
last_contact: 2026-02-03
met: 2019-05-03
location: Lisbon
```

As long as only netjournal reads the note, a date that it reads rightly can stay.

The body of a note is held to the same: what looks like an entry, a task or a link, but for one
character or its place isn't one, is named with what it lacks. Such a line is **not** read: a date
in a paragraph, a table or a callout, a box as in `- [] call`, half a link such as `[[ana`, and
whatever stands below a comment or a code fence that is never closed.
"""

from netjournal.model import codes
from netjournal.rules.rule import Rule, found_while_reading

RULE = Rule(codes.LOOSE_VALUE, __doc__, found_while_reading(codes.LOOSE_VALUE))
