"""Who brought leads, in groups: how many of how many, and how sure that share can be."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from netjournal.measures.intervals import Interval, newcombe, wilson
from netjournal.measures.reciprocity import in_window
from netjournal.model.contact import Status
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.exchange import Exchange, own_exchange, told
from netjournal.reviews.keepsakes import Parts
from netjournal.reviews.person import Person

_EVERYONE, _PLACED = ("all", ""), ("all", "placed")

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
    leads: int
    """The leads of all of them."""
    difference: Interval | None
    """That share minus the share of all others; None where either are too few to compare."""

    @property
    def brought(self) -> int:
        """How many of the contacts brought something."""
        return len(self.bringers)


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
    by_relationship: defaultdict[str, list[Exchange]] = defaultdict(list)
    by_industry: defaultdict[str, list[Exchange]] = defaultdict(list)
    for each in bringers:
        if each.person.relationship:
            by_relationship[each.person.relationship.value].append(each)
        for industry in each.person.industries:
            by_industry[industry.key].append(each)
    counts = assessment.sums(_membership)
    everyone, placed = counts.get(_EVERYONE, 0), counts.get(_PLACED, 0)
    with_place = len([each for each in bringers if each.person.industries])
    return Bringing(
        everyone,
        placed,
        bringers,
        sum([len(each.leads) for each in bringers]),
        _groups("relationship", counts, by_relationship, everyone, len(bringers)),
        _groups("industry", counts, by_industry, placed, with_place),
    )


def _membership(person: Person, assessment: Assessment) -> Parts:
    """What somebody who might have brought a lead, or did, adds to the numbers of contacts."""
    exchange = assessment.each(own_exchange)[person.contact.path]
    has_brought = exchange is not None and bool(exchange.leads) and _is_open(person)
    if not (has_brought or _might_have(person, assessment)):
        return ()
    industries = [(("industry", industry.key), 1) for industry in person.industries]
    placed = [(_PLACED, 1)] if industries else []
    kind = person.relationship.value if person.relationship else ""
    return [(_EVERYONE, 1), (("relationship", kind), 1), *placed, *industries]


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


def _groups(
    what: str,
    counts: Mapping[tuple[str, str], int],
    found: Mapping[str, Sequence[Exchange]],
    everyone: int,
    all_brought: int,
) -> tuple[Group, ...]:
    """The groups of one kind, each compared with all others."""
    groups = []
    for key, contacts in [(key, n) for (kind, key), n in counts.items() if kind == what]:
        bringers = tuple(found.get(key, ()))
        brought, leads = len(bringers), sum([len(each.leads) for each in bringers])
        share = wilson(brought, contacts)
        if share is not None:
            others = (all_brought - brought, everyone - contacts)
            difference = _difference(brought, contacts, *others)
            groups.append(Group(key, contacts, bringers, share, leads, difference))
    return tuple(sorted(groups, key=_surest_first))


def _surest_first(group: Group) -> tuple[float, int, int, str]:
    return -group.share.low, -group.brought, group.contacts, group.key
