"""Who brought leads, in groups: how many of how many, and how sure that share can be."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from netjournal.measures.intervals import Interval, newcombe, wilson
from netjournal.measures.reciprocity import in_window
from netjournal.model.contact import Status
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.exchange import Exchange, exchanges, own_exchange
from netjournal.reviews.keepsakes import Parts
from netjournal.reviews.person import Person

_EVERYONE, _PLACED = ("all", "everyone"), ("all", "placed")
_CONTACTS, _BROUGHT, _LEADS = "contacts", "brought", "leads"

MOST_NAMED = 3
"""Contacts of a group who are named."""

ENOUGH = 5
"""Contacts in a group from which its share is told as a percentage, and compared."""


class Group(NamedTuple):
    """A group of contacts, and those of them who brought leads in the window."""

    key: str
    contacts: int
    brought: int
    """How many of them brought something."""
    named: tuple[Exchange, ...]
    """The first few of those, the last lead first."""
    share: Interval
    """Of the contacts, those who brought something."""
    leads: int
    """The leads of all of them."""
    difference: Interval | None
    """That share minus the share of all others; None where either are too few to compare."""


class Bringing(NamedTuple):
    """Who brought leads in the window."""

    contacts: int
    """Everybody who might have."""
    placed: int
    """Those of them with a known industry."""
    bringers: tuple[Exchange, ...]
    """The last lead first."""
    unplaced: int
    """Those of them without a known industry."""
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
    bringers = assessment.ranked_of(assessment.once(exchanges), _last_lead_first)
    counts = assessment.sums(_counted)
    named = _named(bringers, counts)
    return Bringing(
        counts.get((_CONTACTS, _EVERYONE), 0),
        counts.get((_CONTACTS, _PLACED), 0),
        bringers,
        len(bringers) - counts.get((_BROUGHT, _PLACED), 0),
        counts.get((_LEADS, _EVERYONE), 0),
        _groups("relationship", counts, named, _EVERYONE),
        _groups("industry", counts, named, _PLACED),
    )


def _last_lead_first(exchange: Exchange) -> tuple[int] | None:
    """The last lead first; None for who brought none, and for the closed."""
    if not exchange.leads or not _is_open(exchange.person):
        return None
    return (-exchange.leads[-1].toordinal(),)


def _counted(person: Person, assessment: Assessment) -> Parts:
    """What somebody who might have brought a lead, or did, adds to the numbers of each group."""
    exchange = assessment.some(own_exchange).get(person.contact.path)
    leads = len(exchange.leads) if exchange and _is_open(person) else 0
    if not (leads or _might_have(person, assessment)):
        return ()
    numbers = [(_CONTACTS, 1), *([(_BROUGHT, 1), (_LEADS, leads)] if leads else [])]
    return [((what, group), number) for group in _groups_of(person) for what, number in numbers]


def _groups_of(person: Person) -> Sequence[tuple[str, str]]:
    """The groups in which somebody counts, all together among them."""
    kind = person.relationship.value if person.relationship else ""
    industries = [("industry", industry.key) for industry in person.industries]
    return [_EVERYONE, ("relationship", kind), *([_PLACED] if industries else []), *industries]


def _named(
    bringers: Iterable[Exchange], counts: Mapping[Any, int]
) -> Mapping[tuple[str, str], Sequence[Exchange]]:
    """The first few of each group."""
    places = {
        group: min(number, MOST_NAMED)
        for (what, group), number in counts.items()
        if what == _BROUGHT
    }
    free, found = sum(places.values()), {group: list[Exchange]() for group in places}
    for each in bringers:
        if not free:
            break
        for group in _groups_of(each.person):
            if len(found[group]) < places[group]:
                found[group].append(each)
                free -= 1
    return found


def compared(one: Group, other: Group) -> Interval | None:
    """The share of one group minus that of another; None where either are too few to compare."""
    return _difference(one.brought, one.contacts, other.brought, other.contacts)


def _difference(brought: int, of: int, others_brought: int, of_others: int) -> Interval | None:
    if min(of, of_others) < ENOUGH:
        return None
    return newcombe(brought, of, others_brought, of_others)


def _is_open(person: Person) -> bool:
    return person.contact.status is not Status.CLOSED and person.relationship is not None


def _might_have(person: Person, assessment: Assessment) -> bool:
    """Whether somebody who brought no lead is one of those who might have."""
    if person.contact.status is Status.ACTIVE:
        return person.relationship is not None
    is_dormant = person.contact.status is Status.DORMANT
    return is_dormant and bool(in_window(person.contacted, assessment.as_of))


def _groups(
    kind: str,
    counts: Mapping[Any, int],
    named: Mapping[tuple[str, str], Sequence[Exchange]],
    together: tuple[str, str],
) -> tuple[Group, ...]:
    """The groups of one kind, each compared with all others."""
    everyone, all_brought = (counts.get((what, together), 0) for what in (_CONTACTS, _BROUGHT))
    groups = []
    for group in [group for what, group in counts if what == _CONTACTS and group[0] == kind]:
        contacts, brought, leads = (
            counts.get((what, group), 0) for what in (_CONTACTS, _BROUGHT, _LEADS)
        )
        share = wilson(brought, contacts)
        if share is not None:
            others = (all_brought - brought, everyone - contacts)
            difference = _difference(brought, contacts, *others)
            first = tuple(named.get(group, ()))
            groups.append(Group(group[1], contacts, brought, first, share, leads, difference))
    return tuple(sorted(groups, key=_surest_first))


def _surest_first(group: Group) -> tuple[float, int, int, str]:
    return -group.share.low, -group.brought, group.contacts, group.key
