"""A contact's own rhythm and the upkeep of a network, at the worked examples and the edges."""

from datetime import date, timedelta
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.measures.rhythm import Rhythm, own_rhythm, touches_per_week

AS_OF = date(2026, 3, 1)


def after_gaps(gaps: list[int], silence: int) -> list[date]:
    """Days of contact with these gaps, the last one so many days before the review."""
    last = AS_OF - timedelta(days=silence)
    return [last - timedelta(days=days) for days in accumulate(reversed(gaps), initial=0)]


def rhythm_of(gaps: list[int], silence: int, overdue_ratio: float | None = None) -> Rhythm:
    """The rhythm of a contact with these gaps, which are enough for one."""
    rhythm = own_rhythm(AS_OF, after_gaps(gaps, silence), overdue_ratio)
    assert rhythm is not None
    return rhythm


def test_two_months_of_silence_after_weekly_talks_are_unusual() -> None:
    actual = rhythm_of([7, 7, 8, 6, 7], 60, overdue_ratio=2.0)

    assert pytest.approx(8.571428571, rel=1e-9) == actual.gaps_since
    assert (actual.gap_days, actual.days_since, actual.unusual_silence) == (7.0, 60, True)
    assert (actual.drifting, actual.ended) == (False, False)


@pytest.mark.parametrize(
    ("gap", "silence", "ratio", "drifting"),
    [
        (10, 19, 0.1, False),
        (10, 20, 0.1, True),
        (10, 20, 0.999, True),
        (10, 20, 1.0, False),
        (10, 20, None, False),
        (3, 13, 0.1, False),
        (3, 14, 0.1, True),
        (10, 500, 0.9, True),
    ],
)
def test_drifting_is_two_gaps_and_two_weeks_before_the_cadence_is_over(
    gap: int, silence: int, ratio: float | None, *, drifting: bool
) -> None:
    assert drifting == rhythm_of([gap] * 4, silence, ratio).drifting


@pytest.mark.parametrize(("silence", "unusual"), [(79, False), (80, True), (4000, True)])
def test_silence_is_unusual_from_eight_gaps_on(silence: int, *, unusual: bool) -> None:
    assert unusual == rhythm_of([10] * 4, silence).unusual_silence


@pytest.mark.parametrize(
    ("gap", "silence", "ended", "just_ended"),
    [
        (30, 360, False, False),
        (30, 361, True, True),
        (30, 390, True, True),
        (30, 391, True, False),
        (29, 3000, False, False),
    ],
)
def test_a_slow_rhythm_ends_after_twelve_gaps_and_says_so_for_one(
    gap: int, silence: int, *, ended: bool, just_ended: bool
) -> None:
    actual = rhythm_of([gap] * 4, silence)

    assert (ended, just_ended) == (actual.ended, actual.just_ended)


def test_three_gaps_are_no_rhythm() -> None:
    assert own_rhythm(AS_OF, after_gaps([7, 7, 7], 3), 0.1) is None
    assert own_rhythm(AS_OF, [], None) is None


def test_two_interactions_on_one_day_are_one_day_of_contact() -> None:
    days = after_gaps([7, 7, 7], 3)

    assert own_rhythm(AS_OF, days * 3, 0.1) is None


def test_planned_meetings_are_no_part_of_the_rhythm() -> None:
    days = after_gaps([7, 7, 7, 7], 3)
    ahead = [AS_OF + timedelta(days=1), AS_OF + timedelta(days=200)]

    assert own_rhythm(AS_OF, days, 0.1) == own_rhythm(AS_OF, [*ahead, *days], 0.1)
    assert own_rhythm(AS_OF, [*ahead, *days[:4]], 0.1) is None


def test_the_usual_gap_of_an_even_number_lies_between_the_middle_two() -> None:
    assert rhythm_of([1, 7, 8, 100], 0).gap_days == 7.5


@given(
    st.lists(st.dates(), max_size=10).flatmap(
        lambda days: st.tuples(st.just(days), st.permutations(days))
    ),
    st.dates(),
)
def test_the_order_of_interactions_changes_nothing(
    orders: tuple[list[date], list[date]], as_of: date
) -> None:
    written, shuffled = orders

    assert own_rhythm(as_of, written, 0.5) == own_rhythm(as_of, shuffled, 0.5)


@pytest.mark.parametrize(
    ("cadences", "touches"),
    [
        ({30: 8, 180: 60}, 4.2),
        ({30: 10, 180: 300}, 14.0),
        ({30: 15, 180: 35, 365: 100}, 3.5 + 7 * 35 / 180 + 7 * 100 / 365),
        ({}, 0.0),
    ],
)
def test_the_upkeep_of_a_network(cadences: dict[int, int], touches: float) -> None:
    assert pytest.approx(touches, rel=1e-9) == touches_per_week(cadences)


def test_the_upkeep_of_three_circles_is_nearly_seven_a_week() -> None:
    assert pytest.approx(6.779, abs=5e-4) == touches_per_week({30: 15, 180: 35, 365: 100})
