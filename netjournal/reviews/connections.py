"""Who knows whom, as far as the notes say, and who introduced me to whom."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from netjournal.model.contact import Link
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.person import Person

_READ = 200
"""Characters of a name that are looked at."""

_MOST_LINKS = 500
"""People in a note's `knows` who are looked at."""

_WITH_WORK = re.compile(r"(?P<name>[^()]*+)\((?P<work>[^()]*+)\)\s*+")
_BETWEEN = re.compile(r"[,;/]")


class Stranger(NamedTuple):
    """Somebody whom a contact knows, and who has no note: `Tom Rask (insurance)`."""

    name: str
    work: tuple[str, ...]
    """The words in the brackets: industries, as typed."""


class Connections(NamedTuple):
    """Whom a contact's note names."""

    knows: frozenset[str]
    """The paths of contacts whom it knows, or who introduced it."""
    introducer: str | None
    """The path of the contact who introduced it to me."""
    strangers: tuple[Stranger, ...]


def connections(assessment: Assessment) -> Mapping[str, Connections]:
    """The connections of each contact whose note names anybody, by path."""
    return assessment.facts(connections_of)


def ties(assessment: Assessment) -> frozenset[tuple[str, str]]:
    """The pairs of contacts who know each other, as sorted pairs of paths."""
    return assessment.kept(ties, connections(assessment), _pairs)


def _pairs(found: Mapping[str, Connections]) -> frozenset[tuple[str, str]]:
    return frozenset(
        [
            (path, other) if path < other else (other, path)
            for path, each in found.items()
            for other in each.knows
        ]
    )


def know_each_other(one: Person, other: Person, assessment: Assessment) -> bool:
    """Whether a note says that two contacts know each other."""
    first, second = sorted((one.contact.path, other.contact.path))
    return (first, second) in assessment.once(ties)


def introducers(assessment: Assessment) -> Mapping[str, str]:
    """Who introduced each contact to me, by path."""
    return assessment.facts_of(connections(assessment), _introducer)


def _introducer(each: Connections, _assessment: Assessment) -> str | None:
    return each.introducer


def connections_of(person: Person, assessment: Assessment) -> Connections | None:
    """The connections of one contact; None when its note names nobody."""
    contact = person.contact
    if not contact.knows and not contact.introduced_by:
        return None
    knows: set[str] = set()
    strangers: dict[Stranger, None] = {}
    for link in contact.knows[:_MOST_LINKS]:
        stranger = _stranger(link)
        meant = _find((link, link._replace(target=stranger.name)), contact.path, assessment)
        knows.update(meant[:1] if len(meant) == 1 else ())
        if not meant and stranger.name:
            strangers[stranger] = None
    introducer = None
    if contact.introduced_by:
        meant = _find((contact.introduced_by,), contact.path, assessment)
        introducer = meant[0] if len(meant) == 1 and meant[0] != contact.path else None
    if introducer:
        knows.add(introducer)
    return Connections(frozenset(knows - {contact.path}), introducer, tuple(strangers))


def _find(links: Iterable[Link], path: str, assessment: Assessment) -> tuple[str, ...]:
    """The contacts that the first of some links may mean which means any."""
    found = (assessment.index.names.find(link, path) for link in links)
    return next((meant for meant in found if meant), ())


def _stranger(link: Link) -> Stranger:
    text = (link.label or link.target)[:_READ]
    match = _WITH_WORK.fullmatch(text) if "(" in text else None
    if match is None:
        return Stranger(text.strip(), ())
    work = [word.strip() for word in _BETWEEN.split(match["work"])]
    return Stranger(match["name"].strip(), tuple([word for word in work if word]))
