"""How a network stands to what its owner wants of it: five bars, and a score that sums them up.

Brokerage between circles adds value, and closure in one's own can be critical to realising it
(Burt 2001): hence a few allies in one's own field, and many contacts in others. No composite of
these has been validated, so the bars come first, and all their weights are choices of our own.
"""

from math import fsum
from typing import NamedTuple

from netjournal.model.config import Targets

FEW_CONTACTS = 10
"""Allies and acquaintances below which a balance is provisional."""

MANY_UNPLACED = 0.3
"""Share of contacts without a known industry above which a balance is provisional."""


class Share(NamedTuple):
    """Some of a number of contacts."""

    part: int
    whole: int

    @property
    def value(self) -> float | None:
        """From 0 to 1; None of nobody."""
        return self.part / self.whole if self.whole else None


class Network(NamedTuple):
    """The active contacts of a network, counted."""

    allies: int
    acquaintances: int
    placed: int
    """How many of both have a known industry."""
    own_allies: int | None
    """Allies in one's own field; None when that field isn't known."""
    outside: Share | None
    """The acquaintances outside one's own field, of those with a known industry; None likewise."""
    effective_industries: float | None
    """e to the power of the entropy over industries; None without a known industry."""
    allies_in_rhythm: Share
    """Allies in touch within their cadence, of those who have one and aren't snoozed."""
    acquaintances_in_rhythm: Share

    @property
    def contacts(self) -> int:
        """Allies and acquaintances."""
        return self.allies + self.acquaintances

    @property
    def in_rhythm(self) -> Share:
        """Both in touch within their cadence."""
        allies, others = self.allies_in_rhythm, self.acquaintances_in_rhythm
        return Share(allies.part + others.part, allies.whole + others.whole)


class Bars(NamedTuple):
    """Five bars from 0 to 1, in the order in which a tie for the lowest is decided."""

    allies: float
    spread: float
    outside: float | None
    """None when one's own field isn't known; then there are four."""
    reach: float
    care: float


class Balance(NamedTuple):
    """The bars, and what sums them up."""

    bars: Bars
    score: float
    """From 0 to 100: the mean of the bars, pulled half-way to the lowest."""
    weakest: str
    """The name of the lowest bar, of several the first."""
    ei_index: float | None
    """(E - I) / (E + I) over acquaintances (Krackhardt and Stern 1988): -1 all inside one's own
    field, 1 all outside; None without any."""
    provisional: bool
    """Whether the contacts are too few, or too many lack an industry, to rely on it."""


def balance(network: Network, targets: Targets) -> Balance:
    """The balance of a network against what its owner wants."""
    bars = Bars(
        allies=_allies(network, targets),
        spread=_spread(network.effective_industries, targets.effective_industries),
        outside=_outside(network.outside, targets.outside),
        reach=min(1.0, network.acquaintances / targets.acquaintances),
        care=_care(network),
    )
    known = {name: bar for name, bar in bars._asdict().items() if bar is not None}
    lowest = min(known.values())
    return Balance(
        bars=bars,
        score=score(tuple(known.values())),
        weakest=next(name for name, bar in known.items() if bar == lowest),
        ei_index=_ei_index(network.outside),
        provisional=_is_provisional(network),
    )


def score(bars: tuple[float, ...]) -> float:
    """The mean of some bars from 0 to 1, pulled half-way to the lowest, from 0 to 100.

    A plain mean would praise a network of acquaintances alone; a geometric one sends every
    network without allies to 0.
    """
    return 100 * (fsum(bars) / len(bars) + min(bars)) / 2


def _allies(network: Network, targets: Targets) -> float:
    """Full between the fewest and the most wanted, and not above the share of the own field."""
    count, (fewest, most) = network.allies, targets.allies
    full = 1.0
    if count < fewest:
        full = count / fewest
    elif count > most:
        full = most / count
    if network.own_allies is None or not targets.own_field_allies:
        return full
    return min(full, network.own_allies / targets.own_field_allies)


def _spread(effective: float | None, wanted: float) -> float:
    """0 for one industry or none, 1 for the effective number that is wanted."""
    if effective is None:
        return 0.0
    # One that wants no more than one industry has it.
    return 1.0 if effective >= wanted else max(0.0, (effective - 1) / (wanted - 1))


def _outside(outside: Share | None, wanted: float) -> float | None:
    if outside is None:
        return None
    return min(1.0, (outside.value or 0.0) / wanted)


def _care(network: Network) -> float:
    """The mean of both kinds' shares in rhythm; of one kind alone when the other has nobody."""
    groups = (network.allies_in_rhythm.value, network.acquaintances_in_rhythm.value)
    shares = [share for share in groups if share is not None]
    return fsum(shares) / len(shares) if shares else 0.0


def _ei_index(outside: Share | None) -> float | None:
    if outside is None or not outside.whole:
        return None
    inside = outside.whole - outside.part
    return (outside.part - inside) / outside.whole


def _is_provisional(network: Network) -> bool:
    unplaced = network.contacts - network.placed
    return network.contacts < FEW_CONTACTS or unplaced > MANY_UNPLACED * network.contacts
