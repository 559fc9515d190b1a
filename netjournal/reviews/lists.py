"""The one list of the page neglected in which a contact belongs."""

from netjournal.measures.cadence import Standing, State
from netjournal.measures.rhythm import Rhythm
from netjournal.model.contact import Contact

DUE_SOON_DAYS = 14
"""Days ahead for which a contact is due soon."""

_LISTS = {
    State.DUE: "overdue",
    State.OVERDUE: "overdue",
    State.FADING: "overdue",
    State.LAPSED: "lapsed",
    State.FOLLOW_UP: "follow_up",
    State.NEVER: "never",
}


def list_of(
    contact: Contact, stands: Standing, rhythm: Rhythm | None, days_left: int
) -> str | None:
    """The name of the list, or None; the first match wins.

    `days_left` are the days until a contact is due by the cadence alone.
    """
    if stands.state is State.SNOOZED:
        return "snoozed"
    if stands.planned:
        return "planned"
    if stands.state is State.FRESH:
        return _list_of_fresh(rhythm, days_left)
    if stands.state is State.NEVER and _left_alone(contact):
        return None
    return _LISTS.get(stands.state)


def _left_alone(contact: Contact) -> bool:
    """Whether the note itself says `cadence: never`."""
    return contact.cadence is not None and contact.cadence.days is None


def _list_of_fresh(rhythm: Rhythm | None, days_left: int) -> str | None:
    # A rhythm that ended with its occasion is said once, and not for ever.
    if rhythm and rhythm.drifting and (not rhythm.ended or rhythm.just_ended):
        return "drifting"
    return "due_soon" if days_left <= DUE_SOON_DAYS else None
