"""Who needs what: the lists of the page neglected, each in the order to work through it."""

from typing import NamedTuple

from netjournal.model.contact import Relationship
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.person import Person

_BY_KIND = {Relationship.ALLY: 0, Relationship.ACQUAINTANCE: 1}


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
        if person.listed:
            lists[person.listed].append(person)
    lists["overdue"].sort(key=_urgency)
    lists["due_soon"].sort(key=_due)
    lists["drifting"].sort(key=_quiet)
    lists["never"].sort(key=_kind)
    lists["follow_up"].sort(key=lambda person: -(person.standing.days_since or 0))
    lists["planned"].sort(key=_planned)
    lists["snoozed"].sort(key=_return)
    lists["lapsed"].sort(key=lambda person: (_kind(person), person.standing.days_since))
    return Attention(**{name: tuple(found) for name, found in lists.items()})


def _urgency(person: Person) -> tuple[float, float]:
    return (-(person.standing.priority or 0), -(person.standing.overdue_ratio or 0))


def _due(person: Person) -> int:
    return person.days_left


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
