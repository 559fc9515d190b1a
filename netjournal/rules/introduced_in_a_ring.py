"""Somebody who was introduced by themselves, or by people in a ring.

`introduced_by` says through whom you met somebody, so it leads back to somebody whom you met
without help. Where it leads round in a circle, one of the notes has the wrong name.

```yaml
# contacts/ana-lopez.md
introduced_by: "[[ben-osei]]"
```

```yaml
# contacts/ben-osei.md
introduced_by: "[[ana-lopez]]"
```

Whoever came first has no `introduced_by`; that they know each other is for `knows`:

```yaml
# contacts/ben-osei.md
knows: ["[[ana-lopez]]"]
```
"""

from collections.abc import Iterator, Mapping
from datetime import date

from netjournal.model import codes
from netjournal.model.config import Config
from netjournal.model.diagnostic import Diagnostic
from netjournal.model.index import Index
from netjournal.rules.rule import Rule
from netjournal.rules.wording import quoted

_MOST_NAMED = 3


def _find(index: Index, _config: Config, _as_of: date) -> Iterator[Diagnostic]:
    introducers = _introducers(index)
    seen: set[str] = set()
    for path in introducers:
        # Whoever was looked at before leads to no ring that hasn't been told.
        way: dict[str, int] = {}
        here: str | None = path
        while here and here not in way and here not in seen:
            way[here] = len(way)
            here = introducers.get(here)
        if here in way:
            yield _told(index, list(way)[way[here] :])
        seen |= way.keys()


def _introducers(index: Index) -> Mapping[str, str]:
    """Who introduced each contact, by paths, as far as the notes say for sure."""
    found = {
        contact.path: index.names.find(contact.introduced_by, contact.path)
        for contact in index.introduced
        if contact.introduced_by
    }
    return {path: meant[0] for path, meant in found.items() if len(meant) == 1}


def _told(index: Index, ring: list[str]) -> Diagnostic:
    """The problem of a ring, at the first of its notes."""
    start = ring.index(min(ring))
    names = [quoted(index.contacts[path].name) for path in (*ring[start:], *ring[:start])]
    contact = index.contacts[min(ring)]
    more = len(names) - _MOST_NAMED
    chain = ", who was introduced by ".join(names[1:_MOST_NAMED])
    if len(names) == 1:
        message = f"{names[0]} is said to have been introduced by themselves"
    elif more > 0:
        message = f"{names[0]} was introduced by {chain}, and so on, round to {names[0]}"
    else:
        message = f"{names[0]} was introduced by {chain}, who was introduced by {names[0]}"
    hint = "take `introduced_by` out of the note of whomever you met first"
    return codes.INTRODUCED_IN_A_RING.at(
        contact.path, *contact.place_of("introduced_by"), message, hint
    )


RULE = Rule(codes.INTRODUCED_IN_A_RING, __doc__, _find)
