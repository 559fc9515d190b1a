"""Dates as people type them into a field: read where they are clear, and asked about where not."""

import re
from calendar import monthrange
from datetime import date
from typing import Generic, NamedTuple, TypeVar

from netjournal.model.dates import PartialDate

T = TypeVar("T")

_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_MONTH_NUMBERS = {
    name[:length]: n for n, name in enumerate(_MONTHS, 1) for length in (3, len(name))
}
_MONTH_NUMBERS["sept"] = 9

_DAY = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"
    r"(?:(?:[Tt]|[ \t]+)(?P<hour>\d{1,2})(?::(?P<minute>\d{1,2}))?"
    r"(?::(?P<second>\d{1,2})(?:[.,]\d*)?)?"
    r"[ \t]*(?:[Zz]|[+-](?P<zone>\d{1,2})(?::?\d{2})?)?)?",
    re.ASCII,
)
_YEAR_FIRST = re.compile(
    r"(?P<year>\d{4})(?P<between>[-/. ]?)(?P<month>\d{1,2})(?P=between)(?P<day>\d{1,2})", re.ASCII
)
_NAMED = re.compile(
    r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?\.? )?(?P<month>[A-Za-z]{3,9})\.?"
    r"(?: (?P<day2>\d{1,2})(?:st|nd|rd|th)?)?(?:,? (?P<year>\d{4}))?",
    re.ASCII,
)
_CLEAR_YEAR_LAST = re.compile(
    r"(?P<first>\d{1,2})(?P<between>[-/.]) ?(?P<second>\d{1,2})(?P=between) ?(?P<year>\d{4})",
    re.ASCII,
)
_YEAR_LAST = re.compile(r"\d{1,2}([-/.])\d{1,2}\1\d{2,4}", re.ASCII)
_MONTH_OF_YEAR = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})", re.ASCII)
_WITHOUT_YEAR = re.compile(r"--(?P<month>\d{1,2})-?(?P<day>\d{1,2})", re.ASCII)
_MONTH_AND_DAY = re.compile(
    r"(?P<first>\d{1,2})(?:(?P<between>[-/])|\. ?)(?P<second>\d{1,2})(?(between)|\.?)", re.ASCII
)
_LINKED = re.compile(r"\[\[(?:[^\[\]|]*/)?([^\[\]|/]+)(?:\|[^\[\]]*)?\]\]")
_LONGEST = 64
_LONGEST_PAIR = 7
_A_LEAP_YEAR = 2000
_HINT = "write it as 2026-11-03"
_PARTIAL_HINT = "write it as 2026-11-03, 2026-11, 2026, or --11-03 without a year"


class Reading(NamedTuple, Generic[T]):
    """What a text means, or None; with a message when it is wrong, or only clear by luck."""

    value: T | None
    message: str = ""
    hint: str = ""


def read_day(text: str) -> Reading[date]:
    """The day that a text names; of a time with a zone the day as it is written."""
    if len(text) == 10 and text[4] == "-" == text[7]:
        try:
            return Reading(date.fromisoformat(text))
        except ValueError:
            pass  # the reason is found below
    text = _without_link(text)
    match = _DAY.fullmatch(text) if len(text) <= _LONGEST else None
    if match is None:
        return _read_loosely(text)
    wrong = _wrong_time(match)
    if wrong:
        return Reading(None, f"{text} is not a time: {wrong}", _HINT)
    reading = _day(text, int(match["year"]), int(match["month"]), int(match["day"]))
    if reading.value and len(match["month"]) + len(match["day"]) < 4:
        return _loose(reading.value, text)
    return reading


def looks_like_a_day(text: str) -> bool:
    """Whether a text is written as a day, possible or not, perhaps with a time."""
    return text[4:5] == "-" and len(text) <= _LONGEST and _DAY.fullmatch(text) is not None


def read_partial_date(text: str) -> Reading[PartialDate]:
    """The day, month, year, or day without a year that a text names."""
    if len(text) != 10 or text[4] != "-":
        text = _without_link(text)
        if len(text) == 4 and text.isascii() and text.isdecimal() and text != "0000":
            return Reading(PartialDate(int(text), None, None))
        partial = _part_of_a_date(text)
        if partial:
            return partial
    day, message, hint = read_day(text)
    if day:
        return Reading(PartialDate(day.year, day.month, day.day), message, hint)
    return Reading(None, message, _PARTIAL_HINT)


def read_birthday(text: str) -> Reading[PartialDate]:
    """The date that a text names; two numbers alone are a day of a month: `11-28`, `28.11.`.

    A number above 12 tells which is the day. Otherwise only two digits, a hyphen and two digits
    are read: month and day, as in the ISO form `--03-04`.
    """
    match = _MONTH_AND_DAY.fullmatch(text) if len(text) <= _LONGEST_PAIR else None
    if match is None:
        return read_partial_date(text)
    first, second = int(match["first"]), int(match["second"])
    if first > 12:
        return _yearless(text, second, first)
    if second > 12 or first == second or (len(text) == 5 and match["between"] == "-"):
        return _yearless(text, first, second)
    message = f"{text} can be read two ways: day and month can be swapped"
    return Reading(None, message, _PARTIAL_HINT)


def _part_of_a_date(text: str) -> Reading[PartialDate] | None:
    """A month of a year or a day without a year; None for a text that is written otherwise."""
    month = _MONTH_OF_YEAR.fullmatch(text)
    if month:
        return _month(text, int(month["year"]), int(month["month"]))
    yearless = _WITHOUT_YEAR.fullmatch(text)
    if yearless:
        return _yearless(text, int(yearless["month"]), int(yearless["day"]))
    named = _NAMED.fullmatch(" ".join(text.split())) if len(text) <= _LONGEST else None
    number = _MONTH_NUMBERS.get(named["month"].lower()) if named else None
    if named is None or number is None:
        return None
    day = named["day"] or named["day2"]
    if day and not named["year"]:
        return _yearless(text, number, int(day))
    if not day and int(named["year"] or 0):
        return _loose(PartialDate(int(named["year"]), number, None), text)
    return None


def _without_link(text: str) -> str:
    """The text of a link to a daily note, which stands for its day."""
    text = text.strip()
    match = _LINKED.fullmatch(text) if text.startswith("[[") else None
    return match[1] if match else text


def _wrong_time(match: re.Match[str]) -> str:
    """What is impossible in the time of day, or nothing."""
    if int(match["hour"] or 0) > 23:
        return "the hour must be 0 to 23"
    if int(match["minute"] or 0) > 59 or int(match["second"] or 0) > 60:
        return "minutes and seconds must be 0 to 59"
    if int(match["zone"] or 0) > 14:
        return "the time zone is out of range"
    return ""


def _day(text: str, year: int, month: int, day: int) -> Reading[date]:
    try:
        return Reading(date(year, month, day))
    except ValueError:
        return Reading(None, f"{text} is not a date: {_why_not(year, month)}", _HINT)


def _why_not(year: int, month: int) -> str:
    if year < 1:
        return "there is no year 0"
    if not 1 <= month <= 12:
        return "the month must be 1 to 12"
    return f"{_MONTHS[month - 1].title()} {year} has {monthrange(year, month)[1]} days"


def _month(text: str, year: int, month: int) -> Reading[PartialDate]:
    if year < 1 or not 1 <= month <= 12:
        return Reading(
            None, f"{text} is not a month: {_why_not(year, month)}", "write it as 2026-11"
        )
    found = PartialDate(year, month, None)
    return Reading(found) if len(text) == 7 else _loose(found, text)


def _yearless(text: str, month: int, day: int) -> Reading[PartialDate]:
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(_A_LEAP_YEAR, month)[1]:
        return Reading(None, f"{text} is not a day of any year", "write it as --11-03")
    found = PartialDate(None, month, day)
    return Reading(found) if str(found) == text else _loose(found, text)


def _read_loosely(text: str) -> Reading[date]:
    """A day written in another clear way: year first or last, or with the month's English name."""
    spaced = " ".join(text[: _LONGEST + 1].split())
    last = _year_last(spaced)
    if last:
        return _loose(last, text)
    match = _YEAR_FIRST.fullmatch(spaced)
    if match is None:
        match = _NAMED.fullmatch(spaced)
        month = _MONTH_NUMBERS.get(match["month"].lower()) if match else None
        day = (match["day"] or match["day2"]) if match else None
    else:
        month, day = int(match["month"]), match["day"]
    if match is None or month is None or day is None or not match["year"]:
        message = f"`{text[:60]}` is not a date"
        if _YEAR_LAST.fullmatch(spaced):
            message += " that everybody reads alike: day and month can be swapped"
        return Reading(None, message, _HINT)
    reading = _day(text, int(match["year"]), month, int(day))
    return _loose(reading.value, text) if reading.value else reading


def _year_last(text: str) -> date | None:
    """The day of `24.12.2025` or `24/12/2025`; None for another text, and for `03/11/2025`.

    Who writes full stops writes the day first; with slashes only a number above 12 tells.
    """
    match = _CLEAR_YEAR_LAST.fullmatch(text)
    if match is None:
        return None
    day, month = int(match["first"]), int(match["second"])
    if month > 12 and match["between"] != ".":
        day, month = month, day
    elif day <= 12 and match["between"] != ".":
        return None
    return _day(text, int(match["year"]), month, day).value


def _loose(found: T, text: str) -> Reading[T]:
    return Reading(found, f"{text} is read as {found}", f"write it as {found}")
