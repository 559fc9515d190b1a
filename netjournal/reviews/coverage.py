"""Which industries a network reaches, which hang on one person, and which it doesn't reach."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from netjournal.model.config import Config
from netjournal.model.contact import Status
from netjournal.model.industry import Industry
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.person import Person
from netjournal.reviews.presence import MOST_INTRODUCERS, Presence, presence, readiness

_NOBODY = presence(())


class Reach(NamedTuple):
    """One industry, and who is there."""

    industry: Industry
    people: tuple[Person, ...]
    """The active contacts in it, allies first."""
    allies: int
    """How many of the active contacts are allies; the others are acquaintances."""
    introducers: tuple[Person, ...]
    """Others in its group who are in touch, the readiest first; none for a covered one."""
    others: tuple[Person, ...]
    """Contacts in it that aren't active: met once, dormant, or business contacts."""


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
    by_group = _readiest_by_group(assessment)
    covered: list[Reach] = []
    thin: list[Reach] = []
    for key, there in assessment.active_by_industry.items():
        industry = assessment.index.taxonomy.industries[key]
        if len(there.people) > 1 and not there.out_of_touch:
            covered.append(Reach(industry, there.people, there.allies, (), ()))
        else:
            thin.append(_reach(industry, there, by_group, assessment))
    return Coverage(
        covered=tuple(sorted(covered, key=lambda reach: -len(reach.people))),
        thin=tuple(thin),
        missing=tuple(
            _reach(industry, _NOBODY, by_group, assessment)
            for industry in wanted_industries(assessment.config)
            if industry.key not in assessment.active_by_industry
        ),
    )


def open_industries(assessment: Assessment) -> frozenset[str]:
    """The keys of the industries that are thin or missing."""
    found = assessment.once(coverage)
    return frozenset([reach.industry.key for reach in (*found.thin, *found.missing)])


def wanted_industries(config: Config) -> tuple[Industry, ...]:
    """The industries to look for: those that the settings name, else the whole taxonomy."""
    known = config.taxonomy.industries
    named = (config.taxonomy.resolve(word) for word in config.build.missing)
    keys = {industry.key for industry in named if industry}
    return tuple(industry for key, industry in known.items() if not keys or key in keys)


def others_in(industries: Iterable[Industry], assessment: Assessment) -> list[Person]:
    """Who is known in some industries without being active: a business contact, or one at rest."""
    by_industry = assessment.index.by_industry
    paths = dict.fromkeys([path for each in industries for path in by_industry.get(each.key, ())])
    return [person for person in map(assessment.people.__getitem__, paths) if _is_known(person)]


def is_unplaced(person: Person) -> bool:
    """Whether an active contact has no known industry."""
    return person.active and not person.industries


def unplaced_contacts(assessment: Assessment) -> tuple[Person, ...]:
    """Contacts without a known industry: those in use first, those with the most contact first.

    The closed and the unsorted are left out.
    """
    return assessment.ranked(_unplaced)


def _unplaced(person: Person) -> tuple[bool, int] | None:
    if person.industries or person.relationship is None:
        return None
    if person.contact.status is Status.CLOSED:
        return None
    return not person.active, -len(person.contacted)


def _readiest_by_group(assessment: Assessment) -> Mapping[str, Sequence[Person]]:
    """The readiest contacts in each group of industries, by group; enough to leave some out."""
    found: defaultdict[str, dict[str, Person]] = defaultdict(dict)
    for key, there in assessment.active_by_industry.items():
        group = assessment.index.taxonomy.industries[key].group
        found[group].update({person.contact.path: person for person in there.readiest})
    return {
        group: sorted(people.values(), key=_readiest_first)[: MOST_INTRODUCERS + 1]
        for group, people in found.items()
    }


def _readiest_first(person: Person) -> tuple[float, str]:
    return -readiness(person), person.contact.path


def _reach(
    industry: Industry,
    there: Presence,
    by_group: Mapping[str, Sequence[Person]],
    assessment: Assessment,
) -> Reach:
    """A thin or missing industry: who is there, and who could help."""
    introducers = [
        person
        for person in by_group.get(industry.group, ())
        if industry not in person.industries and readiness(person) > 0
    ]
    return Reach(
        industry,
        there.people,
        there.allies,
        tuple(introducers[:MOST_INTRODUCERS]),
        tuple(others_in((industry,), assessment)),
    )


def _is_known(person: Person) -> bool:
    """Whether a contact that isn't active is worth naming: not closed, and not unsorted."""
    return (
        not person.active
        and person.relationship is not None
        and person.contact.status is not Status.CLOSED
    )
