"""Days as other programs write them, whole or in part; those that can be read two ways are not."""

import re
from datetime import date

from netjournal.model.dates import PartialDate

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FULL = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
    *("october", "november", "december"),
)
_MONTH_NUMBERS = {name: n for names in (_MONTHS, _FULL) for n, name in enumerate(names, 1)} | {
    "sept": 9
}
_TIME = r"(?:[Tt ]\s*\d{1,2}.*)?"
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})" + _TIME, re.ASCII)
_CLOSE = re.compile(r"(\d{4})(\d{2})(\d{2})" + _TIME, re.ASCII)
_MONTH_OF_YEAR = re.compile(r"(\d{4})-(\d{1,2})", re.ASCII)
_YEAR = re.compile(r"(\d{4})", re.ASCII)
_WITHOUT_YEAR = re.compile(r"-{1,2}(\d{1,2})-?(\d{2})" + _TIME, re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4})" + _TIME, re.ASCII)
_NAMED_DAY_FIRST = re.compile(r"(\d{1,2})[. -]+([A-Za-z]{3,9})\.?(?:[,. -]+(\d{4}))?", re.ASCII)
_NAMED_MONTH_FIRST = re.compile(r"([A-Za-z]{3,9})\.? (\d{1,2})(?:,? (\d{4}))?", re.ASCII)
_NAMED_MONTH = re.compile(r"([A-Za-z]{3,9})\.? (\d{4})", re.ASCII)
_LONGEST = 64
_LEAP = 2000
_NO_YEAR = frozenset((0, 1604))
"""What stands where nobody knows the year; Apple writes 1604."""


def read_day(text: str) -> PartialDate | None:
    """The day, month, year, or day without a year that a text names; None if that isn't certain.

    Of a time the day as it is written.
    """
    text = " ".join(text.split())
    if not text or len(text) > _LONGEST:
        return None
    return _in_numbers(text) or _with_name(text)


def iso_day(text: str) -> str:
    """The day that a text names as `2019-05-17`, `2019-05`, `2019` or `--05-17`; else nothing."""
    found = read_day(text)
    return str(found) if found else ""


def _in_numbers(text: str) -> PartialDate | None:
    if found := _YEAR_FIRST.fullmatch(text):
        return _checked(int(found[1]), int(found[3]), int(found[4]))
    if found := _CLOSE.fullmatch(text):
        return _checked(int(found[1]), int(found[2]), int(found[3]))
    if found := _WITHOUT_YEAR.fullmatch(text):
        return _checked(0, int(found[1]), int(found[2]))
    if found := _DAY_FIRST.fullmatch(text):
        return _either(int(found[1]), int(found[3]), int(found[4]), has_stops=found[2] == ".")
    if found := _MONTH_OF_YEAR.fullmatch(text):
        return _month(int(found[1]), int(found[2]))
    found = _YEAR.fullmatch(text)
    return PartialDate(int(found[1]), None, None) if found and int(found[1]) else None


def _with_name(text: str) -> PartialDate | None:
    if found := _NAMED_DAY_FIRST.fullmatch(text):
        return _checked(int(found[3] or 0), _number(found[2]), int(found[1]))
    if found := _NAMED_MONTH_FIRST.fullmatch(text):
        return _checked(int(found[3] or 0), _number(found[1]), int(found[2]))
    found = _NAMED_MONTH.fullmatch(text)
    return _month(int(found[2]), _number(found[1])) if found else None


def _either(first: int, second: int, year: int, *, has_stops: bool) -> PartialDate | None:
    """A day of which the first number is the day or the month, if something tells which."""
    if second > 12 and not has_stops:
        return _checked(year, first, second)
    if first > 12 or first == second or has_stops:
        return _checked(year, second, first)
    return None


def _number(month: str) -> int:
    """The number of a month's English name; 0 for another word."""
    return _MONTH_NUMBERS.get(month.lower(), 0)


def _month(year: int, month: int) -> PartialDate | None:
    return PartialDate(year, month, None) if year and 1 <= month <= 12 else None


def _checked(year: int, month: int, day: int) -> PartialDate | None:
    """A day that exists."""
    try:
        date(_LEAP if year in _NO_YEAR else year, month, day)
    except ValueError:
        return None
    return PartialDate(None if year in _NO_YEAR else year, month, day)
