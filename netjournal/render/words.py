"""Numbers and days in the words of a page."""

import math
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


def long_day(day: date) -> str:
    """A day as in `24 November 2026`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


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
