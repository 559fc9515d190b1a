"""Days as people name them in a command."""

from datetime import date

import pytest

from netjournal.model.spoken_days import spoken_day

TUESDAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-03", "2026-11-03"),
        ("today", "2026-11-24"),
        ("Yesterday", "2026-11-23"),
        ("tomorrow", "2026-11-25"),
        ("3d ago", "2026-11-21"),
        ("3 days ago", "2026-11-21"),
        ("3d", "2026-11-21"),
        ("a week ago", "2026-11-17"),
        ("2w", "2026-11-10"),
        ("9 months ago", "2026-02-24"),
        ("1y ago", "2025-11-24"),
        ("in 2 weeks", "2026-12-08"),
        ("friday", "2026-11-20"),
        ("tue", "2026-11-24"),
        ("last tuesday", "2026-11-17"),
    ],
)
def test_a_day_of_the_past(text: str, day: str) -> None:
    assert spoken_day(text, TUESDAY) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3d", "2026-11-27"),
        ("2 weeks", "2026-12-08"),
        ("3m", "2027-02-24"),
        ("in a month", "2026-12-24"),
        ("friday", "2026-11-27"),
        ("tuesday", "2026-12-01"),
        ("2027-01-15", "2027-01-15"),
        ("1d ago", "2026-11-23"),
    ],
)
def test_a_day_ahead(text: str, day: str) -> None:
    assert spoken_day(text, TUESDAY, ahead=True) == date.fromisoformat(day)


def test_a_month_that_is_shorter_ends_earlier() -> None:
    assert spoken_day("1m", date(2026, 3, 31)) == date(2026, 2, 28)


@pytest.mark.parametrize(
    "text", ["", "soon", "t", "2026-02-30", "in 3d ago", "9999y", "9999 years ago", "03/11/2026"]
)
def test_what_names_no_day(text: str) -> None:
    assert spoken_day(text, TUESDAY) is None
    assert spoken_day(text, TUESDAY, ahead=True) is None
