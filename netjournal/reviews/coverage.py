"""Which industries a network reaches, which hang on one person, and which it doesn't reach."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import nlargest
from typing import NamedTuple

from netjournal.measures.cadence import State
from netjournal.model.config import Config
from netjournal.model.contact import Relationship, Status
from netjournal.model.industry import Industry
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.person import Person

MOST_INTRODUCERS = 3
"""How many people are named who could introduce me to an industry."""

_OUT_OF_TOUCH = frozenset({State.OVERDUE, State.FADING, State.LAPSED, State.NEVER})
_IN_TOUCH = frozenset({State.FRESH, State.DUE})


class Reach(NamedTuple):
    """One industry, and who is there."""

    industry: Industry
    people: tuple[Person, ...]
    """The active contacts in it, allies first."""
    introducers: tuple[Person, ...]
    """Others in its group who are in touch, the readiest first; none for a covered one."""
    others: tuple[Person, ...]
    """Contacts in it that aren't active: met once, dormant, or business contacts."""

    @property
    def allies(self) -> int:
        """How many of the active contacts are allies; the others are acquaintances."""
        return sum(1 for person in self.people if person.relationship is Relationship.ALLY)


class Coverage(NamedTuple):
    """The industries of a network in three parts."""

    covered: tuple[Reach, ...]
    """Two contacts or more, not all out of touch; the largest first."""
    thin: tuple[Reach, ...]
    """One contact, or only contacts who are out of touch; in the order of the taxonomy."""
    missing: tuple[Reach, ...]
    """Industries to look for, without an active contact; in the order of the taxonomy."""


def coverage(assessment: Assessment) -> Coverage:
    """The reach of a network into the industries that it has, and into those to look for."""
    by_group = _in_touch_by_group(assessment.active)
    covered: list[Reach] = []
    thin: list[Reach] = []
    for key, industry in assessment.index.taxonomy.industries.items():
        people = assessment.active_by_industry.get(key, ())
        if not people:
            continue
        ordered = tuple(sorted(people, key=_allies_first))
        if len(people) > 1 and not all(map(out_of_touch, people)):
            covered.append(Reach(industry, ordered, (), ()))
        else:
            thin.append(_reach(industry, ordered, by_group, assessment))
    return Coverage(
        covered=tuple(sorted(covered, key=lambda reach: -len(reach.people))),
        thin=tuple(thin),
        missing=tuple(
            _reach(industry, (), by_group, assessment)
            for industry in wanted_industries(assessment.config)
            if industry.key not in assessment.active_by_industry
        ),
    )


def wanted_industries(config: Config) -> tuple[Industry, ...]:
    """The industries to look for: those that the settings name, else the whole taxonomy."""
    known = config.taxonomy.industries
    named = (config.taxonomy.resolve(word) for word in config.build.missing)
    keys = {industry.key for industry in named if industry}
    return tuple(industry for key, industry in known.items() if not keys or key in keys)


def unplaced_contacts(people: Iterable[Person]) -> list[Person]:
    """Contacts without a known industry: those in use first, those with the most contact first.

    The closed and the unsorted are left out.
    """
    found = [
        person
        for person in people
        if not person.industries
        and person.relationship is not None
        and person.contact.status is not Status.CLOSED
    ]
    return sorted(found, key=lambda person: (not person.active, -len(person.contacted)))


def out_of_touch(person: Person) -> bool:
    """Whether a contact has been left without a word for long, with nothing planned."""
    return person.standing.state in _OUT_OF_TOUCH and not person.standing.planned


def readiness(person: Person) -> float:
    """How ready a contact in touch is to introduce me: from 0 to 1, halved with each cadence.

    The weight is 1 for an ally and one half for an acquaintance.
    """
    ratio = person.standing.overdue_ratio
    weight = 1.0 if person.relationship is Relationship.ALLY else 0.5
    return 0.0 if ratio is None else weight * 2.0**-ratio


def _in_touch_by_group(active: Iterable[Person]) -> Mapping[str, Sequence[Person]]:
    """The readiest contacts in each group, by group; enough to leave some out."""
    found: defaultdict[str, list[Person]] = defaultdict(list)
    for person in active:
        if person.industries and person.standing.state in _IN_TOUCH:
            for group in {industry.group for industry in person.industries}:
                found[group].append(person)
    return {
        group: nlargest(MOST_INTRODUCERS + 1, people, key=readiness)
        for group, people in found.items()
    }


def _reach(
    industry: Industry,
    people: tuple[Person, ...],
    by_group: Mapping[str, Sequence[Person]],
    assessment: Assessment,
) -> Reach:
    """A thin or missing industry: who is there, and who could help."""
    introducers = [
        person
        for person in by_group.get(industry.group, ())
        if industry not in person.industries and readiness(person) > 0
    ]
    others = (
        assessment.people[path] for path in assessment.index.by_industry.get(industry.key, ())
    )
    return Reach(
        industry,
        people,
        tuple(introducers[:MOST_INTRODUCERS]),
        tuple(person for person in others if _is_known(person)),
    )


def _is_known(person: Person) -> bool:
    """Whether a contact that isn't active is worth naming: not closed, and not unsorted."""
    return (
        not person.active
        and person.relationship is not None
        and person.contact.status is not Status.CLOSED
    )


def _allies_first(person: Person) -> bool:
    return person.relationship is not Relationship.ALLY
