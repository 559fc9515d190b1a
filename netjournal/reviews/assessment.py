"""Everything that the reviews ask of the measures, computed once for a vault on a day."""

from bisect import bisect_right, insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from netjournal.measures.cadence import Standing, State, Tie, standing
from netjournal.measures.diversity import Diversity, diversity, industry_weights
from netjournal.measures.rhythm import DRIFTING_DAYS, MIN_GAPS, Rhythm, own_rhythm
from netjournal.model.config import CadenceDefaults, Config
from netjournal.model.contact import Contact, Interaction, Kind, Promise, Relationship, Status
from netjournal.model.index import Index
from netjournal.model.industry import Industry
from netjournal.model.namesakes import told_apart
from netjournal.model.review import ContactRef

_ONE_WAY = frozenset({Kind.ABOUT, Kind.OUTREACH})
_CLOSE = frozenset({Relationship.ALLY, Relationship.ACQUAINTANCE})


class Person(NamedTuple):
    """A contact as the reviews see it on the day of the review."""

    contact: Contact
    ref: ContactRef
    relationship: Relationship | None
    """As declared; else acquaintance for one with recorded contact or a cadence of its own;
    None for an unsorted one."""
    cadence_days: int | None
    """How often to be in touch, in days; None for never."""
    cadence_is_default: bool
    """True where neither the note nor a tag says how often: it goes by the relationship."""
    contacted: tuple[date, ...]
    """The days of two-way contact up to the day of the review, earliest first.

    A day with several interactions stands there several times.
    """
    last_entry: Interaction | None
    """The last entry with any text up to the day of the review: what was said last."""
    standing: Standing
    rhythm: Rhythm | None
    """Its own rhythm; None also without a cadence, and in the first two weeks after a contact."""
    industries: tuple[Industry, ...]
    sole_in: tuple[Industry, ...]
    """The industries in which this is the only active contact."""
    promises: tuple[Promise, ...]
    """The promises to this contact that are still open, in the order of notes."""

    @property
    def active(self) -> bool:
        """Whether it counts for the spread of industries: an ally or acquaintance in use."""
        return self.contact.status is Status.ACTIVE and self.relationship in _CLOSE


@dataclass(frozen=True, slots=True)
class Assessment:
    """A vault on a day: what every review page starts from."""

    index: Index
    config: Config
    as_of: date
    people: Mapping[str, Person]
    """Every contact, by path, in the order of paths."""
    active: tuple[Person, ...]
    """Allies and acquaintances whose status is active, in the order of paths."""
    unsorted: tuple[Person, ...]
    """Contacts of whom nothing is known yet: no relationship, no cadence, no recorded contact."""
    active_by_industry: Mapping[str, tuple[Person, ...]]
    """The active contacts in each industry that has any, by key."""
    diversity: Diversity | None
    """The spread of the active contacts; None when none of them has a known industry."""


class _Known(NamedTuple):
    """What a contact's note and the journal say, before anything is measured."""

    contact: Contact
    relationship: Relationship | None
    days: list[date]
    """The days of two-way contact, past and future, earliest first."""
    last_entry: Interaction | None
    industries: tuple[Industry, ...]

    @property
    def active(self) -> bool:
        return self.relationship in _CLOSE and self.contact.status is Status.ACTIVE


def assess(index: Index, config: Config, as_of: date) -> Assessment:
    """The assessment of a vault on a day."""
    known = [_known(contact, index, as_of) for contact in index.contacts.values()]
    counts: defaultdict[str, int] = defaultdict(int)
    for each in known:
        if each.active:
            for industry in each.industries:
                counts[industry.key] += 1
    people = {
        each.contact.path: _person(each, counts, index, config.cadence, as_of) for each in known
    }
    for path, apart in told_apart(index.contacts, index.names.by_name).items():
        ref = people[path].ref._replace(apart=apart)
        people[path] = people[path]._replace(ref=ref)
    active = tuple(person for person in people.values() if person.active)
    return Assessment(
        index=index,
        config=config,
        as_of=as_of,
        people=people,
        active=active,
        unsorted=tuple(p for p in people.values() if p.standing.state is State.UNSORTED),
        active_by_industry=_by_industry(active),
        diversity=diversity(
            industry_weights([industry.key for industry in person.industries] for person in active),
            {industry.key: industry.group for industry in index.taxonomy.industries.values()},
        ),
    )


def _known(contact: Contact, index: Index, as_of: date) -> _Known:
    entries = index.interactions.get(contact.path, ())
    days = _days_of_contact(contact, entries, as_of)
    relationship = contact.relationship
    if relationship is None and (days or contact.cadence is not None):
        relationship = Relationship.ACQUAINTANCE
    return _Known(
        contact,
        relationship,
        days,
        _last_entry(entries, as_of),
        index.industries.get(contact.path, ()),
    )


def _person(
    known: _Known,
    counts: Mapping[str, int],
    index: Index,
    cadences: CadenceDefaults,
    as_of: date,
) -> Person:
    """One contact, measured; `counts` are the active contacts in each industry."""
    contact, relationship, days, last_entry, industries = known
    sole_in: tuple[Industry, ...] = ()
    if industries and known.active:
        sole_in = tuple([industry for industry in industries if counts[industry.key] == 1])
    cadence, is_default = cadence_in_force(contact, relationship, cadences)
    tie = Tie(
        relationship,
        cadence,
        contact.status,
        contact.snoozed_until,
        bool(sole_in),
        relationship is None,
    )
    past = tuple(days[: bisect_right(days, as_of)])
    stands = standing(as_of, days, tie)
    promises = index.promises.get(contact.path, ())
    return Person(
        contact,
        ContactRef(contact.name, contact.path),
        relationship,
        cadence,
        is_default,
        past,
        last_entry,
        stands,
        _rhythm(as_of, past, stands),
        industries,
        sole_in,
        tuple([promise for promise in promises if not promise.done]) if promises else (),
    )


def _rhythm(as_of: date, past: tuple[date, ...], stands: Standing) -> Rhythm | None:
    if stands.overdue_ratio is None or len(past) <= MIN_GAPS:
        return None
    if (stands.days_since or 0) < DRIFTING_DAYS:
        return None
    return own_rhythm(as_of, past, stands.overdue_ratio)


def cadence_in_force(
    contact: Contact, relationship: Relationship | None, cadences: CadenceDefaults
) -> tuple[int | None, bool]:
    """How often to be in touch, in days: the contact's own field, else its tags, else its kind.

    None for never: also for a contact that is unsorted, met once, dormant or closed. And whether
    it is the default of its kind, which nobody has chosen for this contact.
    """
    if relationship is None or relationship is Relationship.MET_ONCE:
        return None, False
    if contact.status is not Status.ACTIVE:
        return None, False
    if contact.cadence is not None:
        return contact.cadence.days, False
    if contact.tags and cadences.tags:
        tags = map(str.casefold, contact.tags)
        by_tag = [cadences.tags[tag] for tag in tags if tag in cadences.tags]
        if by_tag:
            return min(by_tag), False
    if relationship is Relationship.ALLY:
        return cadences.ally, True
    is_acquaintance = relationship is Relationship.ACQUAINTANCE
    return (cadences.acquaintance if is_acquaintance else None), is_acquaintance


def _days_of_contact(contact: Contact, entries: Sequence[Interaction], as_of: date) -> list[date]:
    """The days of two-way contact, past and future, earliest first, as often as it took place.

    The same thing is often written both in the journal and in the contact's note, so a day
    counts as often as the one of the two that has more of it.
    """
    path = contact.path
    # Most kinds can't make an entry one-way, and a look at a set is quicker than asking it.
    two_way = [
        entry
        for entry in entries
        if not entry.kinds or _ONE_WAY.isdisjoint(entry.kinds) or entry.two_way
    ]
    days = [entry.date for entry in two_way]
    if len(set(days)) < len(days):
        own = [entry.date for entry in two_way if entry.path == path]
        if len(own) < len(days):
            journal = [entry.date for entry in two_way if entry.path != path]
            days = sorted((Counter(own) | Counter(journal)).elements())
    last = contact.last_contact
    # The field tells of the past: a date ahead of the review says nothing yet.
    if last is not None and last <= as_of and last not in days:
        insort(days, last)
    return days


def _last_entry(entries: Sequence[Interaction], as_of: date) -> Interaction | None:
    """The last entry up to a day that says something with or to the contact."""
    for entry in reversed(entries):
        if entry.date <= as_of and entry.text and Kind.ABOUT not in entry.kinds:
            return entry
    return None


def _by_industry(active: Iterable[Person]) -> Mapping[str, tuple[Person, ...]]:
    people: defaultdict[str, list[Person]] = defaultdict(list)
    for person in active:
        for industry in person.industries:
            people[industry.key].append(person)
    return {key: tuple(found) for key, found in people.items()}
