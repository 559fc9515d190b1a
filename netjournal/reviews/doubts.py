"""What couldn't be read in the notes of contacts, said beside those whom it may put elsewhere."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from netjournal.model import codes
from netjournal.model.diagnostic import Diagnostic
from netjournal.model.index import Index
from netjournal.model.names import name_key
from netjournal.model.review import Column, Excerpt
from netjournal.model.source import Place

_UNREAD = frozenset(
    code.code
    for code in (
        codes.YAML_SYNTAX,
        codes.DUPLICATE_KEY,
        codes.MISSPELT_FIELD,
        codes.BAD_VALUE,
        codes.UNKNOWN_RELATIONSHIP,
        codes.NOT_FIELDS,
        codes.UNCLOSED_FRONT_MATTER,
        codes.UNKNOWN_INDUSTRY,
    )
)
"""Problems by which a cadence, a day, a relationship or an industry may be another one."""

_TYPED = re.compile(r"`([^`]*+)`")

_MOST_CALLED_SO = 3
"""Contacts of one first name up to which each is asked about."""

WHY = Column("why", "Why", then="doubt")
"""Why a contact is in a list, and what isn't understood in its note."""


class Doubts(NamedTuple):
    """What may be otherwise than the pages say."""

    problems: Mapping[str, Diagnostic]
    """The first problem of each note that may put its contact elsewhere, by its path."""
    links: Mapping[str, tuple[str, Place]]
    """A link that leads nowhere and may mean a contact, by the path of the contact's note."""


def doubts(diagnostics: Sequence[Diagnostic], index: Index) -> Doubts:
    """What isn't understood in notes, and whom it may be about."""
    found = [problem for problem in diagnostics if problem.code in _UNREAD]
    return Doubts({problem.path: problem for problem in reversed(found)}, _first_names(index))


def _first_names(index: Index) -> Mapping[str, tuple[str, Place]]:
    """The last link that has nothing but a first name, by the contacts who are called so."""
    links: dict[str, tuple[str, Place]] = {}
    for source, link, _ in index.unresolved:
        key = name_key(link.target)
        if key and " " not in key and not link.is_path:
            links[key] = (link.target, Place(source, link.line))
    if not links:
        return links
    by_name: defaultdict[str, list[str]] = defaultdict(list)
    for path, contact in index.contacts.items():
        first = name_key(contact.name).partition(" ")[0]
        if first in links:
            by_name[first].append(path)
    return {
        path: links[first]
        for first, paths in by_name.items()
        if len(paths) <= _MOST_CALLED_SO
        for path in paths
    }


def doubt(path: str, found: Doubts) -> Excerpt | None:
    """What isn't understood about a contact, and where; None where all is."""
    problem = found.problems.get(path)
    if problem is not None:
        hint = f"; {problem.hint}" if problem.hint.startswith("did you mean") else ""
        words = _TYPED.sub(r"“\1”", f"{problem.message}{hint}")
        return Excerpt(f"please check: {words}", Place(path, problem.line))
    if path not in found.links:
        return None
    called, place = found.links[path]
    return Excerpt(
        f"please check: does a link to “{called}” mean this contact? It counts for nobody, as no "
        "note has that name",
        place,
    )
