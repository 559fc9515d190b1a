"""Who could introduce me to somebody in an industry in which I know nobody."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from heapq import nsmallest
from typing import NamedTuple

from netjournal.measures.cadence import State
from netjournal.measures.introductions import IS_NEAR, KNOWS, path_score
from netjournal.model.industry import Industry
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.connections import Stranger, connections_of
from netjournal.reviews.coverage import coverage
from netjournal.reviews.exchange import Exchange, exchanges
from netjournal.reviews.person import Person
from netjournal.reviews.presence import readiness

MOST_PATHS = 5
"""Paths to one industry that are told."""

_MANY = 200
"""Contacts in an industry above which only the readiest are looked at."""

_REACHABLE = frozenset({State.FRESH, State.DUE, State.OVERDUE, State.FADING})


class Path(NamedTuple):
    """A path of two steps to an industry: over a contact, to somebody whom they know there."""

    industry: Industry
    person: Person
    stranger: Stranger | None
    """None where the contact works near the industry, and may know somebody."""
    score: float


def paths(assessment: Assessment) -> tuple[Path, ...]:
    """The best paths to each missing industry, the best of all first."""
    missing = {reach.industry.key: reach.industry for reach in assessment.once(coverage).missing}
    if not missing:
        return ()
    asked_enough = _questioned(assessment)
    known = _known(missing, asked_enough, assessment)
    near = _near({each.group for each in missing.values()}, asked_enough, assessment)
    found: list[Path] = []
    for key, industry in missing.items():
        direct = known[key]
        named = {path.person.contact.path for path in direct}
        direct += [
            Path(industry, person, None, path_score(readiness(person), IS_NEAR))
            for person in near[industry.group]
            if person.contact.path not in named
        ]
        found += nsmallest(MOST_PATHS, direct, key=_order)
    # Equals stay in the order of industries.
    return tuple(sorted(found, key=_order))


def _order(path: Path) -> tuple[float, str]:
    return -path.score, path.person.contact.path


def _questioned(assessment: Assessment) -> Container[str]:
    """Those of whom nothing should be asked now: an ask came too soon, or answers are awaited."""
    return assessment.facts_of(assessment.once(exchanges), _is_questioned)


def _is_questioned(exchange: Exchange, _assessment: Assessment) -> bool:
    return any(flag.startswith("P") for flag in exchange.reciprocity.flags)


def _is_reachable(person: Person, asked_enough: Container[str]) -> bool:
    return (
        person.active
        and person.standing.state in _REACHABLE
        and person.contact.path not in asked_enough
        and readiness(person) > 0
    )


def _known(
    missing: Mapping[str, Industry], asked_enough: Container[str], assessment: Assessment
) -> defaultdict[str, list[Path]]:
    """The paths to strangers in the missing industries."""
    found: defaultdict[str, list[Path]] = defaultdict(list)
    for path, strangers in assessment.facts(_strangers_at_work).items():
        person = assessment.people[path]
        if not _is_reachable(person, asked_enough):
            continue
        score = path_score(readiness(person), KNOWS)
        for stranger in strangers:
            for key in _keys(stranger.work, assessment):
                if key in missing:
                    found[key].append(Path(missing[key], person, stranger, score))
    return found


def _strangers_at_work(person: Person, assessment: Assessment) -> tuple[Stranger, ...]:
    """The strangers whom a contact knows of whose work the note says anything."""
    known = connections_of(person, assessment)
    return tuple([stranger for stranger in known.strangers if stranger.work]) if known else ()


def _keys(words: Iterable[str], assessment: Assessment) -> Iterable[str]:
    found = map(assessment.index.taxonomy.resolve, words)
    return dict.fromkeys([industry.key for industry in found if industry])


def _near(
    groups: Iterable[str], asked_enough: Container[str], assessment: Assessment
) -> Mapping[str, list[Person]]:
    """The readiest active contacts in some groups of industries; enough to leave some out."""
    members: dict[str, dict[str, Person]] = {group: {} for group in groups}
    for key, there in assessment.active_by_industry.items():
        group = assessment.index.taxonomy.industries[key].group
        if group in members:
            people = there.readiest if len(there.people) > _MANY else there.people
            members[group].update({person.contact.path: person for person in people})
    return {
        group: nsmallest(
            2 * MOST_PATHS,
            [person for person in people.values() if _is_reachable(person, asked_enough)],
            key=_readiest_first,
        )
        for group, people in members.items()
    }


def _readiest_first(person: Person) -> tuple[float, str]:
    return -readiness(person), person.contact.path
