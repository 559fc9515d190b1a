"""Everything that the reviews ask of the measures, computed once for a vault on a day."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from netjournal.measures.cadence import Standing, State, Tie, standing
from netjournal.measures.diversity import Diversity, diversity, industry_weights
from netjournal.measures.rhythm import DRIFTING_DAYS, MIN_GAPS, Rhythm, own_rhythm
from netjournal.model.config import CadenceDefaults, Config
from netjournal.model.contact import Contact, Interaction, Promise, Relationship, Status
from netjournal.model.index import Index
from netjournal.model.industry import Industry
from netjournal.model.namesakes import told_apart
from netjournal.model.review import ContactRef
from netjournal.reviews.known import CLOSE, Known, known_again


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
        return self.contact.status is Status.ACTIVE and self.relationship in CLOSE


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
    known: Mapping[str, Known]
    """What the people were measured by, for the next assessment to compare with."""
    diversity: Diversity | None
    """The spread of the active contacts; None when none of them has a known industry."""


def assess(
    index: Index, config: Config, as_of: date, before: Assessment | None = None
) -> Assessment:
    """The assessment of a vault on a day.

    One of the same day and settings from `before` saves measuring those again of whom nothing has
    changed; it makes no other difference.
    """
    if before and (before.as_of != as_of or before.config != config):
        before = None
    known = {
        path: known_again(contact, index, as_of, before.known.get(path) if before else None)
        for path, contact in index.contacts.items()
    }
    counts: defaultdict[str, int] = defaultdict(int)
    for each in known.values():
        if each.active:
            for industry in each.industries:
                counts[industry.key] += 1
    people: dict[str, Person] = {}
    for path, each in known.items():
        person = before.people.get(path) if before and before.known.get(path) is each else None
        if person is None or not _is_still(person, each, counts, index):
            person = _person(each, counts, index, config.cadence, as_of)
        people[path] = person
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
        known=known,
        unsorted=tuple(p for p in people.values() if p.standing.state is State.UNSORTED),
        active_by_industry=_by_industry(active),
        diversity=diversity(
            industry_weights([industry.key for industry in person.industries] for person in active),
            {industry.key: industry.group for industry in index.taxonomy.industries.values()},
        ),
    )


def _is_still(person: Person, known: Known, counts: Mapping[str, int], index: Index) -> bool:
    """Whether a person, measured by what is known now, is still the same among the others."""
    open_promises = _open_promises(index, person.contact.path)
    is_same = person.sole_in == _sole_in(known, counts) and person.promises == open_promises
    return is_same and not person.ref.apart


def _sole_in(known: Known, counts: Mapping[str, int]) -> tuple[Industry, ...]:
    if not (known.industries and known.active):
        return ()
    return tuple([industry for industry in known.industries if counts[industry.key] == 1])


def _open_promises(index: Index, path: str) -> tuple[Promise, ...]:
    promises = index.promises.get(path, ())
    return tuple([promise for promise in promises if not promise.done]) if promises else ()


def _person(
    known: Known,
    counts: Mapping[str, int],
    index: Index,
    cadences: CadenceDefaults,
    as_of: date,
) -> Person:
    """One contact, measured; `counts` are the active contacts in each industry."""
    contact, relationship, days, last_entry, industries, _ = known
    sole_in = _sole_in(known, counts)
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
        _open_promises(index, contact.path),
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


def _by_industry(active: Iterable[Person]) -> Mapping[str, tuple[Person, ...]]:
    people: defaultdict[str, list[Person]] = defaultdict(list)
    for person in active:
        for industry in person.industries:
            people[industry.key].append(person)
    return {key: tuple(found) for key, found in people.items()}
