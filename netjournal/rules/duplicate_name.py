"""Two contacts with the same name.

A link by that name can't tell which of them is meant, and if they are one person, the entries are
split between two notes and both look more neglected than they are. Names count as the same when
only upper and lower case differ, or the way in which accents are stored: `José` typed on one
system and `José` copied from another look alike and are the same name.

```yaml
# contacts/jose-ruiz.md
name: José Ruiz
```

```yaml
# contacts/jose-ruiz-lisbon.md
name: José Ruiz
```

If they are one person, move everything into one note, and give it the other file's name as an
alias, so that old links keep working:

```yaml
# contacts/jose-ruiz.md
name: José Ruiz
aliases: [jose-ruiz-lisbon]
```

`netjournal merge` does that with every link, and `netjournal duplicates` lists others who may be
one person.

If they are two, tell them apart, as you would when speaking of them:

```yaml
# contacts/jose-ruiz-lisbon.md
name: José Ruiz (Lisbon)
```
"""

from collections.abc import Iterator
from datetime import date

from netjournal.model import codes
from netjournal.model.config import Config
from netjournal.model.diagnostic import Diagnostic
from netjournal.model.index import Index
from netjournal.rules.rule import Rule
from netjournal.rules.wording import quoted


def _find(index: Index, _config: Config, _as_of: date) -> Iterator[Diagnostic]:
    for paths in index.names.shared:
        for path in paths:
            contact = index.contacts[path]
            yield codes.DUPLICATE_NAME.at(
                path,
                *contact.place_of("name"),
                f"{quoted(contact.name)} is also the name of {_others(paths, path)}",
                "if they are one person, keep one note; if not, add what tells them apart",
            )


def _others(paths: tuple[str, ...], own: str) -> str:
    first, *more = (path for path in paths if path != own)
    if not more:
        return first
    return f"{first} and {len(more)} more"


RULE = Rule(codes.DUPLICATE_NAME, __doc__, _find)
