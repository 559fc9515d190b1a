"""Who needs what: every contact in the one list of the neglected page that fits, or in none."""

from typing import NamedTuple

from netjournal.measures.cadence import State
from netjournal.model.contact import Relationship
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.person import Person

DUE_SOON_DAYS = 14
"""Days ahead for which a contact is due soon."""

_BY_KIND = {Relationship.ALLY: 0, Relationship.ACQUAINTANCE: 1}
_LISTS = {
    State.DUE: "overdue",
    State.OVERDUE: "overdue",
    State.FADING: "overdue",
    State.LAPSED: "lapsed",
    State.FOLLOW_UP: "follow_up",
    State.NEVER: "never",
}


class Attention(NamedTuple):
    """The lists, each in the order in which it is best worked through."""

    overdue: tuple[Person, ...]
    """Due, overdue and fading, by priority."""
    due_soon: tuple[Person, ...]
    """Due within two weeks, the first one first."""
    drifting: tuple[Person, ...]
    """Not due, but silent for long against their own rhythm; the longest silence first."""
    never: tuple[Person, ...]
    """No contact so far: allies, then acquaintances, then the others."""
    follow_up: tuple[Person, ...]
    """Met once in the last two weeks, the longest ago first."""
    planned: tuple[Person, ...]
    """In touch soon enough by a date that is already set, the first one first."""
    snoozed: tuple[Person, ...]
    """Resting until a day, the first one first."""
    lapsed: tuple[Person, ...]
    """Silent for eight cadences or three years: allies first, the most recent one first."""


def attention(assessment: Assessment) -> Attention:
    """The lists of everyone; equals stay in the order of paths."""
    lists: dict[str, list[Person]] = {name: [] for name in Attention._fields}
    for person in assessment.people.values():
        name = _list_of(person)
        if name:
            lists[name].append(person)
    lists["overdue"].sort(key=_urgency)
    lists["due_soon"].sort(key=_due)
    lists["drifting"].sort(key=_quiet)
    lists["never"].sort(key=_kind)
    lists["follow_up"].sort(key=lambda person: -(person.standing.days_since or 0))
    lists["planned"].sort(key=_planned)
    lists["snoozed"].sort(key=_return)
    lists["lapsed"].sort(key=lambda person: (_kind(person), person.standing.days_since))
    return Attention(**{name: tuple(found) for name, found in lists.items()})


def _list_of(person: Person) -> str | None:
    """The one list in which a person belongs; the first match wins."""
    stands = person.standing
    if stands.state is State.SNOOZED:
        return "snoozed"
    if stands.planned:
        return "planned"
    if stands.state is State.FRESH:
        return _list_of_fresh(person)
    if stands.state is State.NEVER and _left_alone(person):
        return None
    return _LISTS.get(stands.state)


def _left_alone(person: Person) -> bool:
    """Whether the note itself says `cadence: never`."""
    cadence = person.contact.cadence
    return cadence is not None and cadence.days is None


def _list_of_fresh(person: Person) -> str | None:
    rhythm = person.rhythm
    # A rhythm that ended with its occasion is said once, and not for ever.
    if rhythm and rhythm.drifting and (not rhythm.ended or rhythm.just_ended):
        return "drifting"
    return "due_soon" if days_left(person) <= DUE_SOON_DAYS else None


def days_left(person: Person) -> int:
    """Days until a contact who isn't due yet is due, by the cadence alone."""
    return (person.cadence_days or 0) - (person.standing.days_since or 0)


def _urgency(person: Person) -> tuple[float, float]:
    return (-(person.standing.priority or 0), -(person.standing.overdue_ratio or 0))


def _due(person: Person) -> int:
    return days_left(person)


def _quiet(person: Person) -> float:
    return -person.rhythm.gaps_since if person.rhythm else 0.0


def _kind(person: Person) -> int:
    return _BY_KIND.get(person.relationship, 2) if person.relationship else 2


def _planned(person: Person) -> int:
    day = person.standing.next_planned
    return day.toordinal() if day else 0


def _return(person: Person) -> int:
    day = person.contact.snoozed_until
    return day.toordinal() if day else 0
