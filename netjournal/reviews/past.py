"""The network as it was on earlier days, as far as the dated notes tell.

A number for every one of many days is kept in one large integer, a lane of 32 bits each: adding
two of them adds the numbers of every day at once, which is what makes ten thousand contacts quick.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from math import fsum
from typing import NamedTuple

from netjournal.measures.balance import Network, Share
from netjournal.measures.cadence import State
from netjournal.measures.diversity import diversity
from netjournal.model.contact import Relationship
from netjournal.model.industry import Industry
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.network import own_field
from netjournal.reviews.person import Person

_BITS = 32
_LANE = (1 << _BITS) - 1


class Days(NamedTuple):
    """Some days, earliest first, and the lanes from each of them on."""

    ordinals: tuple[int, ...]
    lanes_from: tuple[int, ...]
    """By the place of a day: a 1 in the lane of that day and of every later one; at last 0."""

    def since(self, ordinal: int) -> int:
        """A 1 in the lane of every day that isn't before this one."""
        return self.lanes_from[bisect_left(self.ordinals, ordinal)]


class Alike(NamedTuple):
    """What of a contact counts on every day; many contacts are alike in it."""

    active: bool
    is_ally: bool
    is_cared_for: bool
    """Whether its silence is measured: it has a cadence, and isn't snoozed."""
    cadence_days: int
    """0 for none."""
    industries: tuple[str, ...]


class Past(NamedTuple):
    """One contact over some days, a lane for each."""

    alike: Alike
    there: int
    """1 from the first day of which a note tells."""
    in_time: int
    """1 where the silence is no longer than the cadence."""


class Then(NamedTuple):
    """The network on an earlier day."""

    day: date
    network: Network
    industries: int
    cadences: Mapping[int, int]
    """How many contacts have each cadence."""


def days_of(days: Iterable[date]) -> Days:
    """Some days, which come earliest first."""
    ordinals = tuple([day.toordinal() for day in days])
    lanes = [0]
    for place in reversed(range(len(ordinals))):
        lanes.append(lanes[-1] | one(place))
    return Days(ordinals, tuple(reversed(lanes)))


def one(place: int) -> int:
    """A 1 in the lane of one day."""
    return 1 << place * _BITS


def lane(lanes: int, place: int) -> int:
    """The number of one day."""
    return lanes >> place * _BITS & _LANE


def past_of(person: Person, assessment: Assessment, days: Days) -> Past:
    """One contact over some days."""
    cadence = person.cadence_days or 0
    relationship = person.relationship
    alike = Alike(
        person.active,
        relationship is Relationship.ALLY,
        cadence > 0 and person.standing.state is not State.SNOOZED,
        cadence,
        tuple([industry.key for industry in person.industries]),
    )
    begun = first_day(person, assessment)
    # The day of the review is the last one: whoever has a note is there on it.
    there = days.lanes_from[0] if begun is None else days.since(begun)
    return Past(alike, there, _in_time(person.contacted, cadence, days) if cadence else 0)


def first_day(person: Person, assessment: Assessment) -> int | None:
    """The first day of which a note tells, at most the day of the review; None without any."""
    contact = person.contact
    met = contact.met.earliest() if contact.met else None
    entries = assessment.index.interactions.get(contact.path, ())
    known = [day for day in (met, contact.last_contact) if day]
    if entries:
        known.append(entries[0].date)
    return min(*known, assessment.as_of).toordinal() if known else None


def _in_time(contacted: Sequence[date], cadence: int, days: Days) -> int:
    """A 1 for every day on which the last contact is no longer ago than the cadence."""
    first, lanes, following = days.ordinals[0], 0, days.ordinals[-1] + 1
    for day in reversed(contacted):
        begin = day.toordinal()
        end = min(begin + cadence + 1, following)
        if end > begin:
            lanes += days.since(begin) - days.since(end)
        if begin < first:
            break
        following = begin
    return lanes


def parts(past: Past) -> Sequence[tuple[tuple[bool, Alike], int]]:
    """What a contact adds to the numbers of those who are there, and of those in time."""
    in_time = past.in_time & past.there
    there = ((False, past.alike), past.there)
    return (there, ((True, past.alike), in_time)) if in_time else (there,)


def summed(pasts: Iterable[Past]) -> Mapping[tuple[bool, Alike], int]:
    """The sums of the parts of some contacts."""
    sums: defaultdict[tuple[bool, Alike], int] = defaultdict(int)
    for past in pasts:
        for counted, lanes in parts(past):
            sums[counted] += lanes
    return sums


def networks(
    sums: Mapping[tuple[bool, Alike], int], days: Days, assessment: Assessment
) -> tuple[Then, ...]:
    """The network on each of some days, from the sums of what each contact adds."""
    there = {alike: lanes for (is_in_time, alike), lanes in sums.items() if not is_in_time}
    in_time = {alike: lanes for (is_in_time, alike), lanes in sums.items() if is_in_time}
    own = assessment.once(own_field)
    active = {alike: lanes for alike, lanes in there.items() if alike.active}
    allies, others = (_kind(active, in_time, own, is_ally) for is_ally in (True, False))
    industries: defaultdict[tuple[str, int], int] = defaultdict(int)
    for alike, lanes in active.items():
        for industry in alike.industries:
            industries[industry, len(alike.industries)] += lanes
    cadences: defaultdict[int, int] = defaultdict(int)
    for alike, lanes in there.items():
        if alike.cadence_days:
            cadences[alike.cadence_days] += lanes
    return tuple(
        [
            _then(
                date.fromordinal(ordinal),
                _Kind(*(lane(lanes, place) for lanes in allies)),
                _Kind(*(lane(lanes, place) for lanes in others)),
                {key: lane(lanes, place) for key, lanes in industries.items()},
                {days: lane(lanes, place) for days, lanes in cadences.items()},
                knows_own=own is not None,
            )
            for place, ordinal in enumerate(days.ordinals)
        ]
    )


class _Kind(NamedTuple):
    """The allies, or the acquaintances: their numbers, or the lanes of these."""

    number: int
    placed: int
    own: int
    """Those in my own field."""
    cared_for: int
    in_time: int


def _kind(
    active: Mapping[Alike, int], in_time: Mapping[Alike, int], own: Industry | None, is_ally: object
) -> _Kind:
    some = [(alike, lanes) for alike, lanes in active.items() if alike.is_ally is is_ally]
    cared_for = [(alike, lanes) for alike, lanes in some if alike.is_cared_for]
    key = own.key if own else ""
    return _Kind(
        sum([lanes for _, lanes in some]),
        sum([lanes for alike, lanes in some if alike.industries]),
        sum([lanes for alike, lanes in some if key in alike.industries]),
        sum([lanes for _, lanes in cared_for]),
        sum([in_time.get(alike, 0) for alike, _ in cared_for]),
    )


def _then(
    day: date,
    allies: _Kind,
    others: _Kind,
    industries: Mapping[tuple[str, int], int],
    cadences: Mapping[int, int],
    *,
    knows_own: bool,
) -> Then:
    spread = diversity(_weights(industries), {})
    network = Network(
        allies=allies.number,
        acquaintances=others.number,
        placed=allies.placed + others.placed,
        own_allies=allies.own if knows_own else None,
        outside=Share(others.placed - others.own, others.placed) if knows_own else None,
        effective_industries=spread.effective_industries if spread else None,
        allies_in_rhythm=Share(allies.in_time, allies.cared_for),
        acquaintances_in_rhythm=Share(others.in_time, others.cared_for),
    )
    return Then(day, network, spread.richness if spread else 0, cadences)


def _weights(industries: Mapping[tuple[str, int], int]) -> dict[str, float]:
    """The contacts in each industry, from those with so many industries: each is divided."""
    parts: dict[str, list[float]] = {}
    for (industry, split), count in sorted(industries.items()):
        parts.setdefault(industry, []).append(count / split)
    return {industry: fsum(part) for industry, part in parts.items()}
