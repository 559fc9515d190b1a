"""A field that netjournal doesn't know.

Nothing is wrong with a field of your own: it is kept, shown on the contact's page, and can be
used in queries and templates. The message tells you only that no page of netjournal looks at it,
in case you expected one to. It comes once for each field, at the first note that has it, and says
how many notes do.

```yaml
name: Mara Lindqvist
how often: 6w
```

If the field means something that netjournal knows, say so once in netjournal.toml, and no note
has to change:

```toml
[fields]
"how often" = "cadence"
```

If it is simply yours, such as `spouse` or `coffee`, leave it. Fields that Obsidian, its usual
plug-ins and site generators write, such as `created`, `cssclasses` or `publish`, are never
mentioned.
"""

from collections.abc import Iterator
from datetime import date

from netjournal.model import codes
from netjournal.model.config import Config
from netjournal.model.diagnostic import Diagnostic
from netjournal.model.index import Index
from netjournal.rules.own_fields import meant, own_fields
from netjournal.rules.rule import Rule
from netjournal.rules.wording import in_notes, quoted


def _find(index: Index, config: Config, _as_of: date) -> Iterator[Diagnostic]:
    meanings = meant(index, config)
    for spelled, own in own_fields(index).items():
        if spelled not in meanings:
            key, line, column = own.field.key, own.field.line, own.field.column
            yield codes.UNKNOWN_FIELD.at(
                own.path,
                line,
                column,
                f"{quoted(key)} is a field of your own, {in_notes(own.notes)}",
                "it is kept and shown; if it means a field that netjournal knows, "
                "say so under [fields] in netjournal.toml",
                width=len(key),
            )


RULE = Rule(codes.UNKNOWN_FIELD, __doc__, _find)
