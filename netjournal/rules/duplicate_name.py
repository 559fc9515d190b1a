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

Once `netjournal duplicates --not-the-same` has noted that they are two, an `organization` that the
other doesn't have is enough.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from netjournal.model import codes
from netjournal.model.config import Config
from netjournal.model.diagnostic import Diagnostic
from netjournal.model.index import Index
from netjournal.model.namesakes import distinctions, told_apart
from netjournal.rules.rule import Rule
from netjournal.rules.wording import quoted

_MAY_BE_ONE = "if they are one person, keep one note; if not, add what tells them apart"
_ARE_TWO = "add what tells them apart, such as an organization"


def _find(index: Index, config: Config, _as_of: date) -> Iterator[Diagnostic]:
    groups = config.duplicates.not_the_same
    different = {each.pair for each in distinctions(groups, index.names)} if groups else set()
    for paths in index.names.shared:
        words = told_apart(index.contacts, [paths]) if groups else {}
        for path in paths:
            contact = index.contacts[path]
            others = [other for other in paths if other != path]
            open_ones = [o for o in others if (min(o, path), max(o, path)) not in different]
            # The pages tell those with organizations of their own apart already.
            if not open_ones and words[path] == contact.organization:
                continue
            yield codes.DUPLICATE_NAME.at(
                path,
                *contact.place_of("name"),
                f"{quoted(contact.name)} is also the name of {_named(open_ones or others)}",
                _MAY_BE_ONE if open_ones else _ARE_TWO,
            )


def _named(others: Sequence[str]) -> str:
    first, *more = others
    if not more:
        return first
    return f"{first} and {len(more)} more"


RULE = Rule(codes.DUPLICATE_NAME, __doc__, _find)
