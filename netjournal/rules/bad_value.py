"""A value that can't be what its field needs.

A day that doesn't exist, a cadence that is no span of time, a status that netjournal doesn't know,
fields inside a field. The value is left out, and the rest of the contact still counts: a reminder
doesn't come, or comes at another time than you meant.

```yaml
last_contact: 2026-02-30
cadence: now and then
snoozed_until: next spring
```

Days are written as year, month and day, and a cadence as a number with `d`, `w`, `m` or `y`, or as
a word from `weekly` to `yearly`:

```yaml
last_contact: 2026-02-28
cadence: 2m
snoozed_until: 2027-03-01
```

`met` and `birthday` may be less exact: `2019`, `2019-05`, or `--04-12` for a birthday without a
year. `03/04/2026` is not read, because half of the world takes it for March and half for April. A
time that isn't one, as in `2026-02-03T25:00`, is reported as well. So is a journal file named for a
day that doesn't exist, and one that links somebody though its name is no clear day, such as
`10-02-2026.md`.
"""

from netjournal.model import codes
from netjournal.rules.rule import Rule, found_while_reading

RULE = Rule(codes.BAD_VALUE, __doc__, found_while_reading(codes.BAD_VALUE))
