"""A field whose name is nearly, but not quite, one that netjournal knows.

A misspelt field is kept as a field of your own, so nothing is lost, but no page uses it: with
`cadance` you are never reminded, and with `emial` the address is not found.

```yaml
name: Priya Raman
cadance: 6w
```

The name as netjournal knows it is enough:

```yaml
name: Priya Raman
cadence: 6w
```

Upper and lower case, spaces, `-` and `_` make no difference: `Last contact`, `last-contact` and
`last_contact` are the same field.

If the name is right and it is a field of your own, tell netjournal.toml what it means, and the
message goes away:

```toml
[fields]
"mails" = "email"
```

A field of your own that only looks like one of netjournal's can be left as it is, or get a name
that is easier to tell apart, such as `job_number` for `jobs`.
"""

from collections.abc import Iterator
from datetime import date

from netjournal.model import codes
from netjournal.model.config import Config
from netjournal.model.diagnostic import Diagnostic, Fix
from netjournal.model.fields import field_spellings, spelling
from netjournal.model.index import Index
from netjournal.rules.own_fields import MOST_BY_HAND, meant
from netjournal.rules.rule import Rule
from netjournal.rules.wording import quoted


def _find(index: Index, config: Config, _as_of: date) -> Iterator[Diagnostic]:
    meanings = meant(index, config)
    if not meanings:
        return
    fields = field_spellings(config.fields)
    for contact in index.with_own_fields:
        if len(contact.own_fields) > MOST_BY_HAND:
            continue
        for key, field in contact.own_fields.items():
            meaning = meanings.get(spelling(key))
            if meaning:
                # A key that stands in a note twice is no better.
                is_there = fields[spelling(meaning)] in contact.fields
                yield codes.MISSPELT_FIELD.at(
                    contact.path,
                    field.line,
                    field.column,
                    f"no field is called {quoted(key)}",
                    f"did you mean {quoted(meaning)}?",
                    width=len(key),
                    fixes=() if is_there else (Fix(key, meaning),),
                )


RULE = Rule(codes.MISSPELT_FIELD, __doc__, _find)
