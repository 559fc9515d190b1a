"""Numbers and days in words."""

import math
from datetime import date

import pytest

from netjournal.render.words import long_day, number, partly_known_day, short_day


def test_days_in_words() -> None:
    assert long_day(date(2026, 3, 1)) == "1 March 2026"
    assert short_day(date(2026, 9, 24)) == "24 Sep 2026"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("1984-04-02", "2 April 1984"),
        ("--04-12", "12 April"),
        ("2019-05", "May 2019"),
        ("2019", "2019"),
        ("2019-13", "2019-13"),
        ("in spring", "in spring"),
        ("-", "-"),
        ("", ""),
    ],
)
def test_what_is_known_of_a_day(written: str, shown: str) -> None:
    assert partly_known_day(written) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (448, "448"),
        (-3, "-3"),
        (3.0, "3"),
        (3.4667, "3.5"),
        (0.1167, "0.12"),
        (-0.6, "-0.60"),
        (123.4, "123"),
        (math.nan, ""),
        (math.inf, ""),
        (True, "yes"),
        (False, "no"),
    ],
)
def test_numbers_have_the_decimals_that_help(value: float, shown: str) -> None:
    assert number(value) == shown
