"""Cadences as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.model.cadence import Cadence, parse_cadence


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("30d", 30),
        ("1d", 1),
        ("6w", 42),
        ("3m", 90),
        ("1y", 365),
        ("30 days", 30),
        ("6 weeks", 42),
        ("6wks", 42),
        ("3 mo", 90),
        ("2 months", 60),
        ("2 yrs", 730),
        ("every 2 weeks", 14),
        ("every week", 7),
        ("every month", 30),
        ("Every  3  Months", 90),
        ("daily", 1),
        ("weekly", 7),
        ("biweekly", 14),
        ("fortnightly", 14),
        ("monthly", 30),
        ("quarterly", 90),
        ("half-yearly", 180),
        ("Half yearly", 180),
        ("halfyearly", 180),
        ("semi-annual", 180),
        ("bi-weekly", 14),
        ("Bi monthly", 60),
        ("yearly", 365),
        ("annually", 365),
        ("P6W", 42),
        ("P30D", 30),
        ("p3m", 90),
        ("P1Y", 365),
        ("  Quarterly ", 90),
        ("007d", 7),
    ],
)
def test_a_text_means_so_many_days(text: str, days: int) -> None:
    assert Cadence(days) == parse_cadence(text)


@pytest.mark.parametrize("text", ["never", "Never", "none"])
def test_never_has_no_days(text: str) -> None:
    assert Cadence(None) == parse_cadence(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "0",
        "0d",
        "30",
        "-3d",
        "d",
        "week",
        "every",
        "every so often",
        "1.5m",
        "P6",
        "PT5M",
        "P1Y6M",
        "6w 2d",
        "6 fortnights",
        "123456d",
        "now and then",
    ],
)
def test_a_text_means_no_cadence(text: str) -> None:
    assert parse_cadence(text) is None


@given(st.text(max_size=40))
def test_any_text_gives_at_least_a_day_or_none(text: str) -> None:
    cadence = parse_cadence(text)

    assert cadence is None or cadence.days is None or cadence.days >= 1


def test_a_megabyte_is_read_at_once() -> None:
    assert parse_cadence("every " + " " * 1_000_000 + "x") is None
    assert parse_cadence("1" * 1_000_000) is None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("every two months", 60),
        ("every other week", 14),
        ("every quarter", 90),
        ("once a month", 30),
        ("twice a year", 182),
        ("3 times a year", 121),
        ("2x per month", 15),
        ("a week", 7),
    ],
)
def test_a_cadence_in_words(text: str, days: int) -> None:
    assert parse_cadence(text) == Cadence(days)


@pytest.mark.parametrize("text", ["other", "one", "week", "twice a day", "every", "0 times a year"])
def test_words_that_say_no_cadence(text: str) -> None:
    assert parse_cadence(text) is None
