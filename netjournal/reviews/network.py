"""The network on the day of the review, counted for its balance and its upkeep."""

from bisect import bisect_right
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from netjournal.measures.balance import Balance, Network, Share, balance
from netjournal.measures.cadence import State
from netjournal.model.contact import Relationship
from netjournal.model.industry import Industry, own_industry
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.keepsakes import Parts
from netjournal.reviews.person import Person

WEEKS = 12
"""Weeks up to the day of the review over which contact is averaged."""


def own_field(assessment: Assessment) -> Industry | None:
    """The industry that the settings call mine; None when they don't say."""
    word = assessment.config.me.industry
    if not word.strip():
        return None
    return assessment.index.taxonomy.resolve(word) or own_industry(word)


def network(assessment: Assessment) -> Network:
    """The active contacts of a vault, counted."""
    counts = assessment.once(alike)
    allies = _kind(counts, Relationship.ALLY)
    others = _kind(counts, Relationship.ACQUAINTANCE)
    own_allies, outside = _in_and_out(assessment, others.placed)
    spread = assessment.diversity
    return Network(
        allies=allies.number,
        acquaintances=others.number,
        placed=allies.placed + others.placed,
        own_allies=own_allies,
        outside=outside,
        effective_industries=spread.effective_industries if spread else None,
        allies_in_rhythm=allies.in_rhythm,
        acquaintances_in_rhythm=others.in_rhythm,
    )


def balanced(assessment: Assessment) -> Balance:
    """The balance of a vault against the targets of its settings."""
    return balance(assessment.once(network), assessment.config.targets)


class Seen(NamedTuple):
    """What of a contact counts for the balance and the upkeep; many contacts are alike in it."""

    relationship: str
    active: bool
    is_placed: bool
    is_cared_for: bool
    """Whether its silence is measured: it has a cadence, and isn't snoozed."""
    is_in_rhythm: bool
    """Silent for no longer than its cadence."""
    cadence_days: int
    """0 for none."""
    touches: int
    """Days of contact in the last weeks."""


def alike(assessment: Assessment) -> Mapping[Seen, int]:
    """How many contacts are alike in what counts of them."""
    return assessment.sums(_as_one)


def _as_one(person: Person, assessment: Assessment) -> Parts:
    return ((_seen(person, assessment), 1),)


def _seen(person: Person, assessment: Assessment) -> Seen:
    relationship, cadence, days = person.relationship, person.cadence_days or 0, person.contacted
    silence = person.standing.days_since
    touches = 0
    if silence is not None and silence < WEEKS * 7:
        since = assessment.as_of.toordinal() - WEEKS * 7
        touches = len(set(days[bisect_right(days, since, key=date.toordinal) :]))
    return Seen(
        # The word itself: a table finds it much quicker.
        relationship.value if relationship else "",
        person.active,
        bool(person.industries),
        cadence > 0 and person.standing.state is not State.SNOOZED,
        silence is not None and silence <= cadence,
        cadence,
        touches,
    )


class _Kind(NamedTuple):
    """The allies, or the acquaintances."""

    number: int
    placed: int
    in_rhythm: Share


def _kind(counts: Mapping[Seen, int], kind: Relationship) -> _Kind:
    some = [(each, number) for each, number in counts.items() if each.active]
    some = [(each, number) for each, number in some if each.relationship == kind]
    cared_for = [(each, number) for each, number in some if each.is_cared_for]
    return _Kind(
        sum([number for _, number in some]),
        sum([number for each, number in some if each.is_placed]),
        Share(
            sum([number for each, number in cared_for if each.is_in_rhythm]),
            sum([number for _, number in cared_for]),
        ),
    )


def _in_and_out(assessment: Assessment, placed_others: int) -> tuple[int | None, Share | None]:
    """The allies in my own field, and the acquaintances outside it; None when it isn't known.

    Who works in other fields as well counts as inside.
    """
    own = assessment.once(own_field)
    if own is None:
        return None, None
    there = assessment.active_by_industry.get(own.key)
    own_allies = there.allies if there else 0
    inside = len(there.people) - own_allies if there else 0
    return own_allies, Share(placed_others - inside, placed_others)
