"""The date at the start of an entry."""

from datetime import date

import pytest

from netjournal.notes.dated import dated_at, day_of, no_such_day
from netjournal.notes.entry_text import entry_text


def split(typed: str) -> tuple[str, str] | None:
    """The date and the text of an entry; None when it doesn't start with a date."""
    dated = dated_at(typed, 0)
    return (dated.day, entry_text(typed[dated.text_start :], dated)) if dated else None


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("2026-11-03 Coffee", "Coffee"),
        ("2026-11-03", ""),
        ("2026-11-03: Coffee", "Coffee"),
        ("2026-11-03 - Coffee", "Coffee"),
        ("2026-11-03 — Coffee", "Coffee"),
        ("2026-11-03 – Coffee", "Coffee"),
        ("2026-11-03 | Coffee", "Coffee"),
        ("**2026-11-03**: Coffee", "Coffee"),
        ("**2026-11-03:** Coffee", "Coffee"),
        ("*2026-11-03* Coffee", "Coffee"),
        ("_2026-11-03_ Coffee", "Coffee"),
        ("__2026-11-03__: Coffee", "Coffee"),
        ("**_2026-11-03_** Coffee", "Coffee"),
        ("==2026-11-03== Coffee", "Coffee"),
        ("[[2026-11-03]] Coffee", "Coffee"),
        ("[[2026-11-03|Tuesday]] Coffee", "Coffee"),
        ("[[2026-11-03\\|Tuesday]] Coffee", "Coffee"),
        ("[[2026-11-03#Lunch|Tuesday]] Coffee", "Coffee"),
        ("[[journal/2026/2026-11-03]]: Coffee", "Coffee"),
        ("**[[2026-11-03]]** Coffee", "Coffee"),
        ("[2026-11-03](../journal/2026-11-03.md) Coffee", "Coffee"),
        ("[2026-11-03] Coffee", "Coffee"),
        ("(2026-11-03) Coffee", "Coffee"),
        ("2026-11-03 14:00 Coffee", "14:00 Coffee"),
        ("2026-11-03T14:00 Coffee", "14:00 Coffee"),
        ("2026-11-03T14:00:30+01:00 Coffee", "14:00:30 Coffee"),
        ("2026-11-03T14:00Z: Coffee", "14:00 Coffee"),
        ("**2026-11-03 14:00**: Coffee", "14:00 Coffee"),
        ("**2026-11-03 Coffee** with Ana", "**Coffee** with Ana"),
        ("2026-11-03 **Coffee** with Ana", "**Coffee** with Ana"),
        ("[[2026-11-03 Coffee with Ana]] went well", "[[2026-11-03 Coffee with Ana]] went well"),
        ("2026-11-03--Coffee", "Coffee"),
        ("2026-11-03, Coffee", "Coffee"),
        ("2026-11-03. Coffee", ". Coffee"),
    ],
)
def test_date_and_text_however_the_date_is_set_off(typed: str, text: str) -> None:
    assert ("2026-11-03", text) == split(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "2026-11-03-notes.md",
        "2026-11-03.md",
        "2026-11-03_notes",
        "12026-11-03 Coffee",
        "12026-11-3 Coffee",
        "2026-11-3-notes.md",
        "2026/11/03/notes.md",
        "12/11/2026/x",
        "120261103 Coffee",
        "٢٠٢٦-١١-٠٣ Coffee",
        "Coffee 2026-11-03",
        "[[2026-11-03-notes]]",
        "[[2026-11-03-notes|x]]",
        "`2026-11-03` Coffee",
        "***",
        "[[",
        "",
    ],
)
def test_no_date_where_it_is_a_part_of_something_else(typed: str) -> None:
    assert split(typed) is None


def test_offset_is_that_of_the_first_digit() -> None:
    dated = dated_at("- **[[2026-11-03]]** Coffee", 2)
    assert dated is not None
    assert dated.offset == 6


def test_day_of_a_week_date_in_the_calendar_of_weeks_is_not_asked_for() -> None:
    assert split("2026-W45-2 Coffee") is None


def test_day_of_a_date_that_exists() -> None:
    assert date(2026, 11, 3) == day_of("2026-11-03")


def test_day_of_a_date_that_does_not_exist() -> None:
    assert day_of("2026-02-30") is None


def test_problem_with_a_day_says_how_long_the_month_is() -> None:
    problem = no_such_day("2026-02-30", "contacts/ana.md", 7, 3)
    assert (problem.code, problem.line, problem.column, problem.width) == ("NJ205", 7, 3, 10)
    assert problem.message == "2026-02-30 is not a date: February 2026 has 28 days"
    assert problem.hint == "correct the date; until then the entry isn't counted"
