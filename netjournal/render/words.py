"""Numbers and days in the words of a page."""

import math
import re
from datetime import date
from typing import Final

_MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
# Names of our own: the ones of the standard library follow the reader's language settings.
_SHORT_MONTHS: Final = tuple(month[:3] for month in _MONTHS)

_PARTLY_KNOWN: Final = re.compile(r"(?:(\d{4})|-)(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?", re.ASCII)


def long_day(day: date) -> str:
    """A day as in `24 November 2026`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def partly_known_day(text: str) -> str:
    """A day as a note may have it, in full: `12 April` for `--04-12`, `May 2019` for `2019-05`.

    Any other text stays as it is.
    """
    found = _PARTLY_KNOWN.fullmatch(text)
    if found is None or not any(found.groups()):
        return text
    year, month, day = found.groups()
    parts = (str(int(day)) if day else "", _MONTHS[int(month) - 1] if month else "", year or "")
    return " ".join([part for part in parts if part])


def short_day(day: date) -> str:
    """A day as in `24 Nov 2026`."""
    return f"{day.day} {_SHORT_MONTHS[day.month - 1]} {day.year}"


def short_month(day: date) -> str:
    """The month of a day as in `Nov`."""
    return _SHORT_MONTHS[day.month - 1]


def number(value: float) -> str:
    """A number with as many decimals as help a reader; nothing where it is undefined."""
    if type(value) is int:
        return str(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if not math.isfinite(value):
        return ""
    if abs(value) >= 100 or value == int(value):
        return f"{value:.0f}"
    return f"{value:.1f}" if abs(value) >= 1 else f"{value:.2f}"
