"""The five bars of the balance in words: what there is, and what is wanted."""

from math import ceil
from typing import NamedTuple

from netjournal.measures.balance import Share
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.network import balanced, network, own_field
from netjournal.reviews.words import counted, listed, one_decimal


class Bar(NamedTuple):
    """One bar: what it is about, what there is, what is wanted, and how full it is."""

    name: str
    label: str
    now: str
    wanted: str
    value: float | None
    """From 0 to 1; None for one that can't be reckoned."""


def bars(assessment: Assessment) -> tuple[Bar, ...]:
    """The bars, in their order."""
    values = assessment.once(balanced).bars
    return (
        Bar("allies", "Allies", _allies(assessment), _wanted_allies(assessment), values.allies),
        Bar("spread", "Industries", *_spread(assessment), values.spread),
        Bar("outside", "Outside your field", *_outside(assessment), values.outside),
        Bar("reach", "Acquaintances", *_reach(assessment), values.reach),
        Bar("care", "In touch", _care(assessment), "all of them", values.care),
    )


def _allies(assessment: Assessment) -> str:
    counts, own = assessment.once(network), assessment.once(own_field)
    allies = counted(counts.allies, "ally", "allies")
    if own is None or not counts.allies or not assessment.config.targets.own_field_allies:
        return allies
    return f"{allies}, {counts.own_allies or 'none'} of them in {own.label}"


def _wanted_allies(assessment: Assessment) -> str:
    targets = assessment.config.targets
    fewest, most = targets.allies
    wanted = f"{fewest} to {most}" if fewest < most else str(fewest)
    if assessment.once(own_field) is None or not targets.own_field_allies:
        return wanted
    return f"{wanted}, {targets.own_field_allies} of them in your own field"


def _spread(assessment: Assessment) -> tuple[str, str]:
    wanted = one_decimal(assessment.config.targets.effective_industries)
    spread = assessment.diversity
    if spread is None:
        return "no known industry", wanted
    industries = counted(spread.richness, "industry", "industries")
    if spread.richness == 1:
        return industries, wanted
    return f"{industries}, which count as {one_decimal(spread.effective_industries)}", wanted


def _outside(assessment: Assessment) -> tuple[str, str]:
    found, own = assessment.once(network).outside, assessment.once(own_field)
    if found is None or own is None:
        return "your own field isn't known", ""
    if not found.whole:
        return "no acquaintance with a known industry", ""
    share = assessment.config.targets.outside
    # A hair less, so that six tenths of 20 are 12 and not 13 by rounding.
    wanted = ceil(share * found.whole - 1e-9)
    of_all = counted(found.whole, "acquaintance")
    return f"{found.part or 'none'} of {of_all} outside {own.label}", str(wanted)


def _reach(assessment: Assessment) -> tuple[str, str]:
    count = assessment.once(network).acquaintances
    return counted(count, "acquaintance"), str(assessment.config.targets.acquaintances)


def _care(assessment: Assessment) -> str:
    counts = assessment.once(network)
    kinds = (
        (counts.allies_in_rhythm, "ally", "allies"),
        (counts.acquaintances_in_rhythm, "acquaintance", "acquaintances"),
    )
    shares = [_some(found, one, several) for found, one, several in kinds if found.whole]
    return f"{listed(shares)} in time" if shares else "nobody to keep in touch with"


def _some(found: Share, one: str, several: str) -> str:
    return f"{f'{found.part:,}' if found.part else 'none'} of {counted(found.whole, one, several)}"
