"""Dates as people type them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.model.dates import PartialDate
from netjournal.notes.days import looks_like_a_day, read_birthday, read_day, read_partial_date


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-03",
        " 2026-11-03 ",
        "2026-11-03T10:00",
        "2026-11-03T10:00:00.5Z",
        "2026-11-03 23:59:59 +02:00",
        "2026-11-03t01:00-11:30",
        "2026-11-03 9:05",
        "[[2026-11-03]]",
        "[[journal/2026/2026-11-03|that day]]",
    ],
)
def test_day_as_it_is_written(text: str) -> None:
    assert (date(2026, 11, 3), "", "") == read_day(text)


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-3",
        "2026/11/03",
        "2026.11.03",
        "20261103",
        "3 November 2026",
        "3rd Nov. 2026",
        "Nov 3, 2026",
        "November 3rd 2026",
    ],
)
def test_other_clear_ways_are_read_and_told(text: str) -> None:
    reading = read_day(text)
    assert reading.value == date(2026, 11, 3)
    assert "2026-11-03" in reading.message
    assert "2026-11-03" in reading.hint


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2026-02-30", "February 2026 has 28 days"),
        ("2028-02-30", "February 2028 has 29 days"),
        ("2026-13-01", "the month must be 1 to 12"),
        ("0000-01-01", "there is no year 0"),
        ("2026-1-32", "January 2026 has 31 days"),
        ("2026/02/30", "February 2026 has 28 days"),
        ("30 February 2026", "February 2026 has 28 days"),
        ("2026-02-03 25:00:00", "the hour must be 0 to 23"),
        ("2026-02-03T10:61", "minutes and seconds"),
        ("2026-02-03T10:00:00+99:00", "the time zone is out of range"),
        ("03/11/2026", "day and month can be swapped"),
        ("3.11.26", "day and month can be swapped"),
        ("soon", "`soon` is not a date"),
        ("April 5", "`April 5` is not a date"),
        ("5 Foo 2026", "is not a date"),
        ("2026", "is not a date"),
        ("", "is not a date"),
        ("2026-11-03" * 1_000, "is not a date"),
        ("٢٠٢٦-١١-٠٣", "is not a date"),
    ],
)
def test_no_day(text: str, reason: str) -> None:
    reading = read_day(text)
    assert reading.value is None
    assert reason in reading.message
    assert reading.hint


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2019", PartialDate(2019, None, None)),
        ("2019-05", PartialDate(2019, 5, None)),
        ("2019-05-17", PartialDate(2019, 5, 17)),
        ("2019-05-17T10:00", PartialDate(2019, 5, 17)),
        ("--04-12", PartialDate(None, 4, 12)),
        ("--02-29", PartialDate(None, 2, 29)),
    ],
)
def test_partial_date(text: str, expected: PartialDate) -> None:
    assert (expected, "", "") == read_partial_date(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2019-5", "2019-05"),
        ("2019-5-1", "2019-05-01"),
        ("--4-12", "--04-12"),
        ("--0412", "--04-12"),
        ("12 April", "--04-12"),
        ("April 12th", "--04-12"),
        ("May 2019", "2019-05"),
    ],
)
def test_partial_date_in_another_clear_way(text: str, expected: str) -> None:
    reading = read_partial_date(text)
    assert str(reading.value) == expected
    assert reading.message


@pytest.mark.parametrize(
    "text",
    [
        "0000", "20190", "2019-13", "0000-05", "--02-30", "--13-01", "--01-32", "April 31", "April",
        "soon", "04-12", "2019-02-30", "12 Foo", "x" * 1_000, "May 0000",
    ],
)  # fmt: skip
def test_no_partial_date(text: str) -> None:
    reading = read_partial_date(text)
    assert reading.value is None
    assert reading.message
    assert reading.hint


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("11-28", "--11-28"),
        ("28-11", "--11-28"),
        ("28.11.", "--11-28"),
        ("28. 11.", "--11-28"),
        ("28.11", "--11-28"),
        ("28/11", "--11-28"),
        ("11/28", "--11-28"),
        ("3-14", "--03-14"),
        ("5.5.", "--05-05"),
        ("03-04", "--03-04"),
        ("29.2.", "--02-29"),
    ],
)
def test_birthday_of_two_numbers(text: str, expected: str) -> None:
    value, message, hint = read_birthday(text)
    assert str(value) == expected
    assert message == f"{text} is read as {expected}"
    assert hint == f"write it as {expected}"
    assert read_partial_date(text).value is None


@pytest.mark.parametrize("text", ["03/04", "3.4.", "03.04", "3-4", "1/12"])
def test_birthday_that_can_be_read_two_ways_is_not_read(text: str) -> None:
    value, message, hint = read_birthday(text)
    assert value is None
    assert message == f"{text} can be read two ways: day and month can be swapped"
    assert "--11-03 without a year" in hint


@pytest.mark.parametrize("text", ["30.2.", "32-01", "13-13", "00-00", "11-28.", "28/11.", "-11-28"])
def test_two_numbers_that_are_no_birthday(text: str) -> None:
    assert read_birthday(text).value is None


@pytest.mark.parametrize("text", ["1980-05-17", "--05-17", "1980", "May 17"])
def test_birthday_in_another_way_is_read_as_any_date(text: str) -> None:
    assert read_birthday(text) == read_partial_date(text)


@given(st.dates())
def test_every_iso_date_is_a_day(day: date) -> None:
    assert (day, "", "") == read_day(day.isoformat())
    assert str(read_partial_date(day.isoformat()).value) == day.isoformat()


@given(st.text(alphabet="0123456789-/. :TZapril[]|+", max_size=40))
def test_any_text_is_a_day_or_has_a_reason(text: str) -> None:
    for reading in (read_day(text), read_partial_date(text), read_birthday(text)):
        assert reading.value is not None or reading.message


@pytest.mark.parametrize(
    ("text", "expected"),
    [("2026-02-30", True), ("2026-2-3 10:00", True), ("2026", False), ("2026-W01-1", False)],
)
def test_looks_like_a_day(text: str, expected: bool) -> None:  # noqa: FBT001 - a table's column
    assert looks_like_a_day(text) is expected
