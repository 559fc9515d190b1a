"""What all cadences together ask for in a week, and what there was."""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from netjournal.measures.rhythm import touches_per_week
from netjournal.model.contact import Relationship
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.network import WEEKS, Seen, alike


class Load(NamedTuple):
    """The upkeep of some contacts."""

    people: int
    """Those who have a cadence."""
    asked: float
    """Times a week that their cadences ask for."""
    had: float
    """Times a week that there was contact; one contact on one day is once."""


class Upkeep(NamedTuple):
    """The upkeep of each kind of contact, and of all."""

    allies: Load
    acquaintances: Load
    others: Load
    """Business contacts with a cadence of their own."""
    all: Load


def upkeep(assessment: Assessment) -> Upkeep:
    """The upkeep that a vault's cadences ask for."""
    kept = {each: n for each, n in assessment.once(alike).items() if each.cadence_days}
    kinds = (Relationship.ALLY, Relationship.ACQUAINTANCE)
    allies, acquaintances = (
        _load({each: number for each, number in kept.items() if each.relationship == kind})
        for kind in kinds
    )
    others = {each: number for each, number in kept.items() if each.relationship not in kinds}
    return Upkeep(allies, acquaintances, _load(others), _load(kept))


def _load(kept: Mapping[Seen, int]) -> Load:
    cadences: Counter[int] = Counter()
    for each, number in kept.items():
        cadences[each.cadence_days] += number
    touches = sum([each.touches * number for each, number in kept.items()])
    return Load(sum(kept.values()), touches_per_week(cadences), touches / WEEKS)
