"""Who brought leads, in groups: how many of how many, and how sure that share can be."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from netjournal.measures.intervals import Interval, newcombe, wilson
from netjournal.measures.reciprocity import in_window
from netjournal.model.contact import Relationship, Status
from netjournal.model.index import Index
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
    leads: int
    """The leads of all of them."""
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
    members: list[Person] = []
    others: list[Person] = []
    for path, person in assessment.people.items():
        is_member = path in paths or _might_have(person, assessment)
        (members if is_member else others).append(person)
    placed = len([person for person in members if person.industries])
    by_relationship = _by_relationship(members, bringers)
    by_industry = _by_industry(others, bringers, assessment.index)
    with_place = len([each for each in bringers if each.person.industries])
    return Bringing(
        len(members),
        placed,
        bringers,
        sum([len(each.leads) for each in bringers]),
        _groups(by_relationship, len(members), len(bringers)),
        _groups(by_industry, placed, with_place),
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


def _might_have(person: Person, assessment: Assessment) -> bool:
    """Whether somebody who brought no lead is one of those who might have."""
    if person.contact.status is Status.ACTIVE:
        return person.relationship is not None
    is_dormant = person.contact.status is Status.DORMANT
    return is_dormant and bool(in_window(person.contacted, assessment.as_of))


def _by_relationship(
    members: Iterable[Person], found: Iterable[Exchange]
) -> Iterable[tuple[str, int, Sequence[Exchange]]]:
    """Each relationship, how many have it, and those of them who brought something."""
    # To count in a list takes less than to hash so many.
    of_all = [person.relationship for person in members]
    for kind in Relationship:
        yield kind.value, of_all.count(kind), [e for e in found if e.person.relationship is kind]


def _by_industry(
    others: Iterable[Person], found: Iterable[Exchange], index: Index
) -> Iterable[tuple[str, int, Sequence[Exchange]]]:
    """Each industry, how many work there but for the others, and those who brought something."""
    left_out = Counter([industry.key for person in others for industry in person.industries])
    bringers: defaultdict[str, list[Exchange]] = defaultdict(list)
    for each in found:
        for industry in each.person.industries:
            bringers[industry.key].append(each)
    for key, paths in index.by_industry.items():
        yield key, len(paths) - left_out[key], bringers[key]


def _groups(
    found: Iterable[tuple[str, int, Sequence[Exchange]]], everyone: int, all_brought: int
) -> tuple[Group, ...]:
    """The groups that have anybody in them, each compared with all others."""
    groups = []
    for key, contacts, bringers in found:
        brought = len(bringers)
        share = wilson(brought, contacts)
        if share is not None:
            others = (all_brought - brought, everyone - contacts)
            difference = _difference(brought, contacts, *others)
            groups.append(Group(key, contacts, tuple(bringers), share, difference))
    return tuple(sorted(groups, key=_surest_first))


def _surest_first(group: Group) -> tuple[float, int, int, str]:
    return -group.share.low, -group.brought, group.contacts, group.key
