"""Who is active in one industry, and how near they are."""

from collections.abc import Sequence
from heapq import nlargest
from typing import NamedTuple

from netjournal.measures.cadence import State
from netjournal.measures.introductions import readiness as measures_readiness
from netjournal.model.contact import Relationship
from netjournal.reviews.person import Person

MOST_INTRODUCERS = 3
"""How many people are named who could introduce me to an industry."""

_OUT_OF_TOUCH = frozenset({State.OVERDUE, State.FADING, State.LAPSED, State.NEVER})
_IN_TOUCH = frozenset({State.FRESH, State.DUE})


class Presence(NamedTuple):
    """The active contacts in an industry."""

    people: tuple[Person, ...]
    """Allies first, each kind in the order of paths."""
    allies: int
    """How many of them are allies; the others are acquaintances."""
    out_of_touch: bool
    """Whether all have been left without a word for long."""
    readiest: tuple[Person, ...]
    """Those in touch who are the readiest to introduce me; enough to leave one out."""


def presence(people: Sequence[Person]) -> Presence:
    """The presence of these people, who come in the order of paths."""
    allies = [person for person in people if person.relationship is Relationship.ALLY]
    others = [person for person in people if person.relationship is not Relationship.ALLY]
    in_touch = [person for person in people if person.standing.state in _IN_TOUCH]
    return Presence(
        (*allies, *others),
        len(allies),
        all(map(out_of_touch, people)),
        tuple(nlargest(MOST_INTRODUCERS + 1, in_touch, key=readiness)),
    )


def out_of_touch(person: Person) -> bool:
    """Whether a contact has been left without a word for long, with nothing planned."""
    return person.standing.state in _OUT_OF_TOUCH and not person.standing.planned


def readiness(person: Person) -> float:
    """How ready a contact in touch is to introduce me: from 0 to 1, halved with each cadence."""
    is_ally = person.relationship is Relationship.ALLY
    # Whoever is no ally counts as an acquaintance here.
    tier = Relationship.ALLY if is_ally else Relationship.ACQUAINTANCE
    return measures_readiness(tier, person.standing.overdue_ratio)
