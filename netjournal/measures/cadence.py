"""How long one contact has been silent, measured against how often to be in touch."""

from bisect import bisect_right
from collections.abc import Iterable
from datetime import MAXYEAR, date
from enum import StrEnum
from math import fsum, log2
from typing import NamedTuple

FOLLOW_UP_DAYS = 14
"""Days after the first meeting in which a follow-up is still natural."""

LAPSED_DAYS = 1095
"""Days (three years) of silence after which a tie has lapsed, whatever its cadence."""

PRIORITY_WEIGHTS = {"ally": 2}
"""What one doubling of the overdue ratio adds to the priority; 1 for every other tier."""

_LAST_ORDINAL = date(MAXYEAR, 12, 31).toordinal()


class State(StrEnum):
    """Where a contact stands on the day of the review; a planned meeting is a flag beside it."""

    FRESH = "fresh"
    DUE = "due"
    OVERDUE = "overdue"
    FADING = "fading"
    LAPSED = "lapsed"
    NEVER = "never"
    """No contact so far: a state of its own, not an endless silence."""
    SNOOZED = "snoozed"
    DORMANT = "dormant"
    FOLLOW_UP = "follow-up"
    """Met once, at most 14 days ago."""
    MET_ONCE = "met-once"
    """Met once, longer ago: left in peace."""
    NO_CADENCE = "no-cadence"
    """In contact, without a cadence (most transactional contacts): never due."""
    EXCLUDED = "excluded"
    """The relationship is over: in no list, and the history is kept."""
    UNSORTED = "unsorted"
    """Nothing is known yet: no relationship, no cadence, no date."""


class Standing(NamedTuple):
    """A contact's state on a day, with the numbers behind it; None where one is undefined."""

    state: State
    planned: bool
    """True when a meeting ahead is near enough that nothing needs to be done now."""
    next_planned: date | None
    """The first interaction after the day of the review, however far ahead."""
    last_contact: date | None
    days_since: int | None
    """Days from the last contact to the day of the review."""
    overdue_ratio: float | None
    """Days since the last contact, divided by the cadence."""
    due_date: date | None
    """The last contact plus the cadence, or the end of the snooze if that is later."""
    priority: float | None
    """Order in the list of things to do; only for due, overdue and fading, not planned."""
    warmth: float | None
    """From 0 to 1, for colours only: half as much with every cadence that passes."""


class Tie(NamedTuple):
    """What is known of a contact beside the days of contact."""

    tier: str | None
    """ally, acquaintance, transactional, met-once, or None for an unknown relationship."""
    cadence_days: int | None
    """The cadence in force (own field, tags or tier) in days, at least 1; None for none.

    Dormant, met-once and closed contacts have no cadence whatever stands here.
    """
    status: str = "active"
    """active, dormant or closed."""
    snoozed_until: date | None = None
    """The day on which the contact returns."""
    sole_in_industry: bool = False
    """True for the only active contact in an industry: such a bridge deserves an earlier nudge."""
    unsorted: bool = False
    """True when the note gives neither relationship nor cadence; matters only without any date."""


def standing(as_of: date, interactions: Iterable[date], tie: Tie) -> Standing:
    """The standing of one contact on a day.

    `interactions` are the days of two-way contact in any order, past and future; a day that
    stands there twice counts twice for warmth and once for everything else.
    Raises ValueError for a cadence of less than a day.
    """
    today = as_of.toordinal()
    ordinals = sorted([day.toordinal() for day in interactions])
    past = ordinals[: bisect_right(ordinals, today)]
    days = today - past[-1] if past else None
    ahead = ordinals[len(past)] - today if len(past) < len(ordinals) else 0
    cadence = _cadence(tie)

    state = _set_aside(as_of, days, tie, has_dates=bool(ordinals))
    if state is None:
        state = _state_of_silence(days, cadence)
    planned = _is_planned(state, ahead, cadence)
    # By position, which takes half as long as by name for each of thousands of contacts.
    return Standing(
        state,
        planned,
        date.fromordinal(today + ahead) if ahead else None,
        None if days is None else date.fromordinal(today - days),
        days,
        None if days is None or cadence is None else days / cadence,
        _due_date(today, days, cadence, tie.snoozed_until),
        None if planned else _priority(state, days, cadence, tie),
        _warmth(today, past, cadence),
    )


def _cadence(tie: Tie) -> int | None:
    """The cadence against which silence is measured."""
    if tie.cadence_days is not None and tie.cadence_days < 1:
        raise ValueError(f"a cadence is at least 1 day, not {tie.cadence_days}")
    return tie.cadence_days if tie.status == "active" and tie.tier != "met-once" else None


def _set_aside(as_of: date, days: int | None, tie: Tie, *, has_dates: bool) -> State | None:
    """The state of a contact whose silence isn't judged, or None; the first match wins."""
    if tie.status == "closed":
        return State.EXCLUDED
    if tie.snoozed_until is not None and as_of < tie.snoozed_until:
        return State.SNOOZED
    if tie.status == "dormant":
        return State.DORMANT
    if tie.unsorted and not has_dates:
        return State.UNSORTED
    if tie.tier == "met-once" and days is not None:
        return State.FOLLOW_UP if days <= FOLLOW_UP_DAYS else State.MET_ONCE
    return None


def _state_of_silence(days: int | None, cadence: int | None) -> State:
    """The state after so many days; whole days are compared, as ratios would be rounded."""
    if days is None:
        return State.NEVER
    if cadence is None:
        return State.NO_CADENCE
    if days >= 8 * cadence or days >= LAPSED_DAYS:
        return State.LAPSED
    if days >= 4 * cadence:
        return State.FADING
    if days >= 2 * cadence:
        return State.OVERDUE
    return State.DUE if days >= cadence else State.FRESH


def _is_planned(state: State, ahead: int, cadence: int | None) -> bool:
    """Whether the next meeting (days ahead, 0 for none) comes within a cadence, or is the first."""
    if state is State.NEVER:
        return ahead > 0
    return cadence is not None and 0 < ahead <= cadence


def _due_date(
    today: int, days: int | None, cadence: int | None, snoozed_until: date | None
) -> date | None:
    """The day on which the next contact is due; None also when it is past the year 9999."""
    if days is None or cadence is None:
        return None
    due = today - days + cadence
    if due > _LAST_ORDINAL:
        return None
    day = date.fromordinal(due)
    return day if snoozed_until is None else max(day, snoozed_until)


def _priority(state: State, days: int | None, cadence: int | None, tie: Tie) -> float | None:
    """The weight times log2 of the overdue ratio, and 1 more for the only one in an industry.

    A doubling, because people make up for a gap by the length of the next talk, which grows
    with the logarithm of the gap (Bhattacharya and others 2017).
    """
    if days is None or cadence is None:
        return None
    if state not in (State.DUE, State.OVERDUE, State.FADING):
        return None
    weight = PRIORITY_WEIGHTS.get(tie.tier or "", 1)
    return weight * log2(days / cadence) + (1 if tie.sole_in_industry else 0)


def _warmth(today: int, days: list[int], cadence: int | None) -> float | None:
    """Half the sum of 2^(-age/cadence), at most 1: a kept rhythm reads 1 after and 0.5 when due."""
    if not days or cadence is None:
        return None
    # fsum rounds once, so that the order of the interactions can't change a bit.
    return min(1.0, fsum([2.0 ** ((day - today) / cadence) for day in days]) / 2)
