"""A contact as the reviews see it: what is known, measured against the day of the review."""

from bisect import bisect_right
from datetime import date
from typing import NamedTuple

from netjournal.measures.cadence import Standing, Tie, standing
from netjournal.measures.rhythm import DRIFTING_DAYS, MIN_GAPS, Rhythm, own_rhythm
from netjournal.model.config import CadenceDefaults
from netjournal.model.contact import Contact, Interaction, Promise, Relationship, Status
from netjournal.model.industry import Industry
from netjournal.model.review import ContactRef
from netjournal.reviews.known import Known
from netjournal.reviews.lists import list_of


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
    active: bool
    """Whether it counts for the spread of industries: an ally or acquaintance in use."""
    days_left: int
    """Days until a contact who isn't due yet is due, by the cadence alone."""
    listed: str | None
    """The list of the page neglected in which it belongs, by its name in `Attention`."""


def measured(
    known: Known,
    ref: ContactRef,
    sole_in: tuple[Industry, ...],
    cadences: CadenceDefaults,
    as_of: date,
) -> Person:
    """A contact, measured on a day; it is the only active one in the industries `sole_in`."""
    contact, relationship, days, last_entry, industries, promises, active = known
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
    rhythm = _rhythm(as_of, past, stands)
    days_left = (cadence or 0) - (stands.days_since or 0)
    return Person(
        contact,
        ref,
        relationship,
        cadence,
        is_default,
        past,
        last_entry,
        stands,
        rhythm,
        industries,
        sole_in,
        promises,
        active,
        days_left,
        list_of(contact, stands, rhythm, days_left),
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
