"""Who needs what: the lists of the page neglected, each in the order to work through it."""

from collections.abc import Callable
from typing import Any, NamedTuple

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
    return Attention(
        **{
            name: assessment.kept((attention, name), assessment.listed.get(name, ()), in_order)
            for name, in_order in _ORDERS.items()
        }
    )


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


def _long_ago(person: Person) -> int:
    return -(person.standing.days_since or 0)


def _likely(person: Person) -> tuple[int, int]:
    return _kind(person), person.standing.days_since or 0


def _sorted_by(key: Callable[[Person], Any]) -> Callable[[tuple[Person, ...]], tuple[Person, ...]]:
    return lambda people: tuple(sorted(people, key=key))


_ORDERS = {
    "overdue": _sorted_by(_urgency),
    "due_soon": _sorted_by(_due),
    "drifting": _sorted_by(_quiet),
    "never": _sorted_by(_kind),
    "follow_up": _sorted_by(_long_ago),
    "planned": _sorted_by(_planned),
    "snoozed": _sorted_by(_return),
    "lapsed": _sorted_by(_likely),
}
"""How each list is put in order."""
