"""Wilson's and Newcombe's intervals: the reference rows, the ends, and what must always hold."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.measures.intervals import Z_95, Interval, newcombe, wilson

TABLE = Path(__file__).parents[1] / "reference" / "intervals.csv"
ROWS = list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines()))

shares = st.integers(1, 2000).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))


def wilson_of(cases: int, of: int) -> Interval:
    """The interval of a share of something."""
    found = wilson(cases, of)
    assert found is not None
    return found


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['kind']} {row['k1']} of {row['n1']}")
def test_a_reference_row_gives_estimate_and_bounds(row: dict[str, str]) -> None:
    numbers = [int(row[key]) for key in ("k1", "n1", "k2", "n2") if row[key]]

    actual = wilson(*numbers) if row["kind"] == "wilson95" else newcombe(*numbers)

    expected = [float(row[key]) for key in ("estimate", "low", "high")]
    assert actual == pytest.approx(expected, rel=1e-9)


def test_the_bounds_are_those_of_95_percent() -> None:
    assert pytest.approx(1.959963984540054, rel=1e-15) == Z_95


def test_nothing_of_nothing_has_no_share() -> None:
    assert wilson(0, 0) is None
    assert newcombe(0, 0, 1, 2) is None
    assert newcombe(1, 2, 0, 0) is None


@pytest.mark.parametrize(("cases", "of"), [(2, 1), (-1, 3), (0, -1)])
def test_more_than_all_and_less_than_none_are_refused(cases: int, of: int) -> None:
    with pytest.raises(ValueError, match="is no share"):
        wilson(cases, of)


def test_all_and_none_reach_the_ends_exactly() -> None:
    assert wilson_of(0, 7).low == 0.0
    assert wilson_of(7, 7).high == 1.0


def test_a_difference_is_claimed_only_without_zero_inside() -> None:
    small, large = newcombe(3, 8, 7, 60), newcombe(5, 8, 4, 60)
    assert small
    assert large

    assert not small.excludes_zero
    assert large.excludes_zero
    assert Interval(-0.3, -0.5, -0.1).excludes_zero


@given(shares)
def test_the_bounds_hold_the_share_and_stay_between_none_and_all(share: tuple[int, int]) -> None:
    actual = wilson_of(*share)

    assert 0 <= actual.low <= share[0] / share[1] <= actual.high <= 1


@given(shares, st.integers(2, 50))
def test_more_cases_of_the_same_share_are_surer(share: tuple[int, int], times: int) -> None:
    few = wilson_of(*share)
    many = wilson_of(share[0] * times, share[1] * times)

    assert many.high - many.low < few.high - few.low


@given(shares)
def test_the_opposite_has_the_opposite_bounds(share: tuple[int, int]) -> None:
    cases, of = share
    actual, opposite = wilson_of(cases, of), wilson_of(of - cases, of)

    assert opposite.low == pytest.approx(1 - actual.high, abs=1e-12)
    assert opposite.high == pytest.approx(1 - actual.low, abs=1e-12)


@given(shares, shares)
def test_a_difference_the_other_way_round_has_the_bounds_swapped(
    one: tuple[int, int], other: tuple[int, int]
) -> None:
    there, back = newcombe(*one, *other), newcombe(*other, *one)
    assert there
    assert back

    assert -1 <= there.low <= there.estimate <= there.high <= 1
    assert (back.low, back.high) == pytest.approx((-there.high, -there.low), abs=1e-12)
