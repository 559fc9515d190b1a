"""What a contact's note and the journal say, before anything is measured."""

from bisect import insort
from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from netjournal.model.contact import Contact, Interaction, Kind, Promise, Relationship, Status
from netjournal.model.index import Index
from netjournal.model.industry import Industry

_ONE_WAY = frozenset({Kind.ABOUT, Kind.OUTREACH})
CLOSE = frozenset({Relationship.ALLY, Relationship.ACQUAINTANCE})
"""The relationships that count for the spread of industries."""


class Known(NamedTuple):
    """What a contact's note and the journal say, before anything is measured."""

    contact: Contact
    relationship: Relationship | None
    days: list[date]
    """The days of two-way contact, past and future, earliest first."""
    last_entry: Interaction | None
    industries: tuple[Industry, ...]
    promises: tuple[Promise, ...]
    """The promises to the contact that are still open, in the order of notes."""
    active: bool
    """Whether the contact counts for the spread of industries: an ally or acquaintance in use."""


def known(contact: Contact, index: Index, as_of: date) -> Known:
    """What the notes say of a contact, as far as it is known on a day."""
    entries = index.interactions.get(contact.path, ())
    promises = index.promises.get(contact.path, ())
    days = _days_of_contact(contact, entries, as_of)
    relationship = contact.relationship
    if relationship is None and (days or contact.cadence is not None):
        relationship = Relationship.ACQUAINTANCE
    return Known(
        contact,
        relationship,
        days,
        _last_entry(entries, as_of),
        index.industries.get(contact.path, ()),
        tuple([promise for promise in promises if not promise.done]) if promises else (),
        relationship in CLOSE and contact.status is Status.ACTIVE,
    )


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
