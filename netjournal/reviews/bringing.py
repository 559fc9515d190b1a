"""Who brought leads, in groups: how many of how many, and how sure that share can be."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from netjournal.measures.intervals import Interval, newcombe, wilson
from netjournal.measures.reciprocity import in_window
from netjournal.model.contact import Status
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.exchange import Exchange, told
from netjournal.reviews.person import Person

ENOUGH = 5
"""Contacts in a group from which its share is told as a percentage, and compared."""


class Group(NamedTuple):
    """A group of contacts, and those of them who brought leads in the window."""

    key: str
    contacts: int
    bringers: tuple[Exchange, ...]
    """The last lead first."""
    share: Interval
    """Of the contacts, those who brought something."""
    difference: Interval | None
    """That share minus the share of all others; None where either are too few to compare."""

    @property
    def brought(self) -> int:
        """How many of the contacts brought something."""
        return len(self.bringers)

    @property
    def leads(self) -> int:
        """The leads of all of them."""
        return sum([len(each.leads) for each in self.bringers])


class Bringing(NamedTuple):
    """Who brought leads in the window."""

    contacts: int
    """Everybody who might have."""
    placed: int
    """Those of them with a known industry."""
    bringers: tuple[Exchange, ...]
    """The last lead first."""
    by_relationship: tuple[Group, ...]
    """The surest share first."""
    by_industry: tuple[Group, ...]
    """By key of the industry, likewise; who works in several counts in each."""


def bringing(assessment: Assessment) -> Bringing:
    """Who brought leads, among all but the unsorted and the closed.

    A dormant contact counts when there was contact or a lead in the window.
    """
    leading = [each for each in assessment.once(told) if each.leads and _is_open(each.person)]
    bringers = tuple(sorted(leading, key=_last_lead, reverse=True))
    paths = {each.person.contact.path for each in bringers}
    members = [
        person
        for path, person in assessment.people.items()
        if (person.contact.status is Status.ACTIVE and person.relationship is not None)
        or (person.contact.status is Status.DORMANT and _was_in_touch(person, assessment))
        or path in paths
    ]
    placed = len([person for person in members if person.industries])
    relationships = Counter([person.relationship for person in members if person.relationship])
    industries = Counter([each.key for person in members for each in person.industries])
    return Bringing(
        len(members),
        placed,
        bringers,
        _groups(
            {str(k): n for k, n in relationships.items()},
            relationships.total(),
            bringers,
            _relationship,
        ),
        _groups(industries, placed, bringers, _industries),
    )


def compared(one: Group, other: Group) -> Interval | None:
    """The share of one group minus that of another; None where either are too few to compare."""
    return _difference(one.brought, one.contacts, other.brought, other.contacts)


def _difference(brought: int, of: int, others_brought: int, of_others: int) -> Interval | None:
    if min(of, of_others) < ENOUGH:
        return None
    return newcombe(brought, of, others_brought, of_others)


def _is_open(person: Person) -> bool:
    return person.contact.status is not Status.CLOSED and person.relationship is not None


def _last_lead(exchange: Exchange) -> int:
    return exchange.leads[-1].toordinal()


def _was_in_touch(person: Person, assessment: Assessment) -> bool:
    return bool(in_window(person.contacted, assessment.as_of))


def _relationship(person: Person) -> Sequence[str]:
    return (person.relationship,) if person.relationship else ()


def _industries(person: Person) -> Sequence[str]:
    return [industry.key for industry in person.industries]


def _groups(
    counts: Mapping[str, int],
    everyone: int,
    found: Sequence[Exchange],
    keys: Callable[[Person], Sequence[str]],
) -> tuple[Group, ...]:
    """The groups by their keys, each compared with all others; `everyone` is in any of them."""
    bringers: defaultdict[str, list[Exchange]] = defaultdict(list)
    for each in found:
        for key in keys(each.person):
            bringers[key].append(each)
    all_brought = len([each for each in found if keys(each.person)])
    groups = []
    for key, contacts in counts.items():
        brought = len(bringers[key])
        share = wilson(brought, contacts)
        if share is not None:
            others = (all_brought - brought, everyone - contacts)
            difference = _difference(brought, contacts, *others)
            groups.append(Group(str(key), contacts, tuple(bringers[key]), share, difference))
    return tuple(sorted(groups, key=_surest_first))


def _surest_first(group: Group) -> tuple[float, int, int, str]:
    return -group.share.low, -group.brought, group.contacts, group.key
