"""Whom to be in touch with this week: at most ten people, with seats kept for each kind of tie."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import islice
from typing import NamedTuple

from netjournal.model.contact import Relationship
from netjournal.model.index import Index
from netjournal.reviews import reasons
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.attention import Attention
from netjournal.reviews.coverage import open_industries
from netjournal.reviews.person import Person
from netjournal.reviews.reviving import worth_reviving

FOLLOW_UP = "follow-up"
ALLY = "ally"
ACQUAINTANCE = "acquaintance"
BRIDGE = "bridge"
DRIFTING = "drifting"
REVIVE = "revive"
NEW = "new"

SEATS: Mapping[str, int] = {
    FOLLOW_UP: 1,
    BRIDGE: 1,
    ALLY: 4,
    ACQUAINTANCE: 2,
    DRIFTING: 1,
    REVIVE: 1,
}
"""How many seats are kept for each kind; a seat that stays free goes to the next by priority.

Overdue allies alone could fill every week. The kept seats are for the ties that a list by
priority would drown: acquaintances, the only ones in an industry, and those who rest.
"""

MOST = sum(SEATS.values())
"""People a week at most."""

_MOST_NEW = 2
"""Free seats that may go to contacts without any contact so far."""

_ENOUGH_LETTERS = 2
"""Letters without an answer after which it is their turn."""


class Seat(NamedTuple):
    """A person to be in touch with this week, and the kind of seat."""

    person: Person
    kind: str


def this_week(lists: Attention, assessment: Assessment) -> tuple[Seat, ...]:
    """The people of this week: follow-ups, then by priority, then those who are not due."""
    overdue = lists.overdue
    pools: Mapping[str, Iterable[Person]] = {
        FOLLOW_UP: lists.follow_up,
        ALLY: (person for person in overdue if person.relationship is Relationship.ALLY),
        ACQUAINTANCE: (p for p in overdue if p.relationship is not Relationship.ALLY),
        BRIDGE: (person for person in overdue if person.sole_in),
        DRIFTING: lists.drifting,
        REVIVE: worth_reviving(assessment, assessment.once(open_industries)),
    }
    chosen: dict[str, Seat] = {}

    def seat(kind: str, pool: Iterable[Person], seats: int) -> None:
        for person in islice(_free(pool, chosen, assessment), seats):
            chosen[person.contact.path] = Seat(person, kind)

    for kind, seats in SEATS.items():
        seat(kind, pools[kind], seats)
    for person in islice(_free(overdue, chosen, assessment), MOST - len(chosen)):
        kind = ALLY if person.relationship is Relationship.ALLY else ACQUAINTANCE
        chosen[person.contact.path] = Seat(person, kind)
    seat(NEW, lists.never, min(_MOST_NEW, MOST - len(chosen)))
    return tuple(sorted(chosen.values(), key=_order))


def why(seat: Seat, index: Index, as_of: date) -> str:
    """Why the person has that seat."""
    person = seat.person
    if seat.kind == FOLLOW_UP:
        return reasons.follow_up(person, as_of)
    if seat.kind == DRIFTING:
        return reasons.drifting(person, as_of)
    if seat.kind == REVIVE:
        return reasons.revive(person, as_of)
    if seat.kind == NEW:
        return reasons.never(person, index, as_of)
    return reasons.overdue(person, index, as_of)


def _free(
    pool: Iterable[Person], chosen: Mapping[str, Seat], assessment: Assessment
) -> Iterator[Person]:
    """Those of a pool who have no seat yet, and from whom no answer is awaited."""
    for person in pool:
        if person.contact.path in chosen:
            continue
        letters = reasons.unanswered(person, assessment.index, assessment.as_of)
        if len(letters) < _ENOUGH_LETTERS:
            yield person


def _order(seat: Seat) -> tuple[int, float]:
    places = {FOLLOW_UP: 0, DRIFTING: 2, REVIVE: 3, NEW: 4}
    return (places.get(seat.kind, 1), -(seat.person.standing.priority or 0))
