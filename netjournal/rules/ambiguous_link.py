"""A link that fits more than one contact.

netjournal doesn't guess: the link counts for none of them, so a meeting is missing from the page
of the person whom you met.

```markdown
Lunch with [[Maria]].
```

Here two notes have `Maria` as their name. The file name of a note says which of them is meant:

```markdown
Lunch with [[maria-santos|Maria]].
```

When two notes in different folders have the same file name, the path tells them apart:

```markdown
Lunch with [[contacts/office/maria|Maria]].
```

What is looked at first wins, so an alias never makes a file name ambiguous: a path, then a file
name, then a name, then an alias.
"""

from collections.abc import Iterator
from datetime import date

from netjournal.model import codes
from netjournal.model.config import Config
from netjournal.model.diagnostic import Diagnostic, Fix
from netjournal.model.index import Index, OpenLink
from netjournal.model.resolve import has_own_file_name, link_target
from netjournal.rules.rule import Rule
from netjournal.rules.wording import either, quoted

_LISTED = 3
"""Contacts that a message names."""


def _find(index: Index, _config: Config, _as_of: date) -> Iterator[Diagnostic]:
    for open_link in index.ambiguous:
        link = open_link.link
        yield codes.AMBIGUOUS_LINK.at(
            open_link.source,
            link.line,
            link.column,
            f"{quoted(link.target)} may mean {_listed(open_link.candidates)}",
            _hint(open_link, index),
            fixes=_fixes(open_link, index),
        )


def _listed(paths: tuple[str, ...]) -> str:
    more = len(paths) - _LISTED
    return either([*paths[:_LISTED], f"one of {more} more"] if more > 0 else paths)


def _hint(open_link: OpenLink, index: Index) -> str:
    path = open_link.candidates[0]
    how = "file name" if has_own_file_name(index.names, path) else "path"
    return f"link by {how}, as in [[{link_target(index.names, path)}]]"


def _fixes(open_link: OpenLink, index: Index) -> tuple[Fix, ...]:
    """Each of those whom the link may mean, named for sure, and still called as it is typed."""
    link = open_link.link
    if link.is_path:
        return ()
    label = f"|{link.label}" if link.label == link.target else ""
    targets = [link_target(index.names, path) for path in open_link.candidates[:_LISTED]]
    return tuple([Fix(link.target, f"{target}{label}") for target in targets])


RULE = Rule(codes.AMBIGUOUS_LINK, __doc__, _find)
