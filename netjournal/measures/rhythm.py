"""A contact's own rhythm, and the upkeep that all cadences together ask for."""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import pairwise
from math import fsum
from typing import NamedTuple

MIN_GAPS = 4
"""Gaps between days of contact below which there is no rhythm to speak of."""

DRIFTING_GAPS = 2
"""Usual gaps of silence from which a contact is drifting."""

DRIFTING_DAYS = 14
"""Days of silence below which nobody is drifting, however lively the rhythm was."""

UNUSUAL_GAPS = 8
"""Usual gaps of silence from which it is unusual (Navarro, Miritello, Canales and Moro 2017)."""

ENDED_GAPS = 12
"""Usual gaps of silence after which a slow rhythm has rather ended with its situation."""

SLOW_GAP_DAYS = 30
"""Days between contacts from which a rhythm is slow: a month, the usual cadence of an ally."""


class Rhythm(NamedTuple):
    """How often a contact and I were in touch, and how long the silence is against that."""

    gap_days: float
    """The median of the days between two days of contact."""
    days_since: int
    gaps_since: float
    """Days since the last contact, divided by the usual gap."""
    drifting: bool
    """Silent for two usual gaps and two weeks, though not yet due by the cadence."""
    unusual_silence: bool
    """Silent for eight usual gaps, whatever the cadence; stays true once it has ended."""
    ended: bool
    """Silent for more than twelve gaps of a month or longer: a situation that ended."""
    just_ended: bool
    """Ended within the last usual gap: the time to say so once."""


def own_rhythm(
    as_of: date, interactions: Iterable[date], overdue_ratio: float | None
) -> Rhythm | None:
    """The rhythm of one contact up to a day; None with fewer than four gaps.

    `interactions` are the days of two-way contact in any order; later ones are left out, and
    two on one day are one. `overdue_ratio` is that of the contact's standing: without one
    (dormant, no cadence) nobody is drifting.
    """
    today = as_of.toordinal()
    days = sorted({day.toordinal() for day in interactions if day <= as_of})
    if len(days) <= MIN_GAPS:
        return None
    gap = _median_gap(days)
    silence = today - days[-1]
    ended = gap >= SLOW_GAP_DAYS and silence > ENDED_GAPS * gap
    return Rhythm(
        gap_days=gap,
        days_since=silence,
        gaps_since=silence / gap,
        drifting=(
            overdue_ratio is not None
            and overdue_ratio < 1
            and silence >= max(DRIFTING_DAYS, DRIFTING_GAPS * gap)
        ),
        unusual_silence=silence >= UNUSUAL_GAPS * gap,
        ended=ended,
        just_ended=ended and silence <= (ENDED_GAPS + 1) * gap,
    )


def touches_per_week(cadences: Mapping[int, int]) -> float:
    """The upkeep: interactions a week that so many contacts with each cadence ask for.

    Cadences are in days, each at least 1.
    """
    return 7 * fsum([contacts / cadence for cadence, contacts in cadences.items()])


def _median_gap(days: list[int]) -> float:
    """The median of the gaps between sorted days, of which there are at least two."""
    gaps = sorted([later - earlier for earlier, later in pairwise(days)])
    middle = len(gaps) // 2
    return float(gaps[middle]) if len(gaps) % 2 else (gaps[middle - 1] + gaps[middle]) / 2
