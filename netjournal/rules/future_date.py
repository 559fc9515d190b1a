"""A date that tells of the past, but lies ahead.

`last_contact`, `met` and `birthday` say what has happened. A date in the future is nearly always
a slip of the year, and it would make a contact look well kept until that day comes.

```yaml
name: Ana Lopez
last_contact: 2206-02-03
```

The year was meant to be another one:

```yaml
name: Ana Lopez
last_contact: 2026-02-03
```

A meeting that is planned goes into the note as an entry of its own. It counts as planned until
its day comes, and the contact is left alone until then:

```markdown
- 2027-01-15 Lunch in Lisbon, table booked.
```

Ahead means after the day of the review: today, or the date that `--today` gives. A review of an
earlier day therefore reports dates that were still to come on that day.
"""

from collections.abc import Iterator
from datetime import date
from itertools import takewhile

from netjournal.model import codes
from netjournal.model.config import Config
from netjournal.model.contact import Contact
from netjournal.model.dates import PartialDate
from netjournal.model.diagnostic import Diagnostic
from netjournal.model.fields import FIELDS
from netjournal.model.index import Index
from netjournal.rules.rule import Rule
from netjournal.rules.wording import quoted

_OF_THE_PAST = tuple(field.name for field in FIELDS if not field.may_be_future)


def _find(index: Index, _config: Config, as_of: date) -> Iterator[Diagnostic]:
    for _, path in takewhile(lambda last: last[0] > as_of, index.by_last_day):
        yield from _in(index.contacts[path], as_of)


def _in(contact: Contact, as_of: date) -> Iterator[Diagnostic]:
    for name in _OF_THE_PAST:
        value: date | PartialDate | None = getattr(contact, name)
        day = value.earliest() if isinstance(value, PartialDate) else value
        if day and day > as_of:
            line, column = contact.place_of(name)
            typed = contact.fields.get(name)
            yield codes.FUTURE_DATE.at(
                contact.path,
                line,
                column,
                f"{quoted(typed.key if typed else name)} is {value}, which is in the future",
                _hint(name, day),
            )


def _hint(name: str, day: date) -> str:
    if name == "last_contact":
        return f"check the year; a meeting that is planned is an entry, as in `- {day} Lunch`"
    return "check the year"


RULE = Rule(codes.FUTURE_DATE, __doc__, _find)
