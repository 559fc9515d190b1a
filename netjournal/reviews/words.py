"""Numbers, days and names as people say them, in English; the same on every machine."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from netjournal.model.dates import PartialDate

_MONTHS = (
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
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def counted(number: int, one: str, several: str = "") -> str:
    """A number of things: `no contacts`, `1 contact`, `2,500 contacts`."""
    if number == 1:
        return f"1 {one}"
    return f"{f'{number:,}' if number else 'no'} {several or one + 's'}"


def times(number: int) -> str:
    """How often: `once`, `twice`, `12 times`."""
    if number in (1, 2):
        return "once" if number == 1 else "twice"
    return f"{number:,} times"


def one_decimal(number: float) -> str:
    """A number with one decimal, or with none when that would be 0: `3.9`, `5`."""
    text = f"{number:.1f}"
    return text.removesuffix(".0")


def roughly(number: float) -> str:
    """A number of which small parts say nothing, in whole ones from 3 upwards: `2.4`, `11`."""
    return one_decimal(number) if number < 3 else f"{number:,.0f}"


def factors(one: float, other: float) -> tuple[str, str]:
    """Two numbers with as few decimals as it takes for their product to be right to one."""
    shown = ("", "")
    for digits in range(1, 5):
        shown = (f"{one:.{digits}f}", f"{other:.{digits}f}")
        if f"{float(shown[0]) * float(shown[1]):.1f}" == f"{one * other:.1f}":
            break
    return shown[0].removesuffix(".0"), shown[1].removesuffix(".0")


def ago(days: int) -> str:
    """How long ago, roughly: `today`, `yesterday`, `9 days ago`, `6 weeks ago`, `3 years ago`."""
    if days < 2:
        return "yesterday" if days else "today"
    return f"{_length(days)} ago"


def ahead(days: int) -> str:
    """How soon, roughly: `today`, `tomorrow`, `in 9 days`, `in 6 weeks`, `in 3 years`."""
    if days < 2:
        return "tomorrow" if days else "today"
    return f"in {_length(days)}"


@lru_cache(maxsize=4096)
def exactly_ago(days: int) -> str:
    """How long ago, in days as long as they compare: `75 days ago`, `7 months ago`."""
    return f"{days} days ago" if 2 <= days <= 120 else ago(days)


def _length(days: int) -> str:
    """A length of time of at least two days, in the unit that people would use."""
    if days < 14:
        return f"{days} days"
    if days < 70:
        return f"{round(days / 7)} weeks"
    if days < 730:
        return f"{round(days * 12 / 365)} months"
    return f"{days // 365:,} years"


def every(days: int) -> str:
    """A cadence: `every day`, `every week`, `every 30 days`, `every year`."""
    if days == 1:
        return "every day"
    if days == 7:
        return "every week"
    if days % 365 == 0:
        return "every year" if days == 365 else f"every {days // 365:,} years"
    return f"every {days:,} days"


@lru_cache(maxsize=4096)
def named_day(day: date, as_of: date) -> str:
    """A day as people write it, with the year when it isn't this year's: `8 September`."""
    text = f"{day.day} {_MONTHS[day.month - 1]}"
    return text if day.year == as_of.year else f"{text} {day.year}"


def full_day(day: date) -> str:
    """A day with its year: `8 September 2026`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def since(day: PartialDate) -> str:
    """A date with a year, as far as it is known: `in 2019`, `in May 2019`, `on 17 May 2019`."""
    if day.month is None:
        return f"in {day.year}"
    month = month_of(day.year or 0, day.month)
    return f"in {month}" if day.day is None else f"on {day.day} {month}"


def month_of(year: int, month: int) -> str:
    """A month with its year: `May 2019`."""
    return f"{_MONTHS[month - 1]} {year}"


def weekday(day: date, as_of: date) -> str:
    """A day near by, with the day of the week: `Thursday, 26 November`."""
    return f"{_WEEKDAYS[day.weekday()]}, {named_day(day, as_of)}"


def some_of(words: Sequence[str], most: int = 3) -> str:
    """The first of several names, and how many more there are: `Law, Arts, Energy and 6 more`."""
    comma = "; " if any("," in word for word in words) else ", "
    if len(words) <= most + 1:
        return comma.join(words)
    return f"{comma.join(words[:most])} and {len(words) - most:,} more"


def listed(words: Sequence[str], most: int = 5, last: str = "and") -> str:
    """Words as a list in a sentence: `Ana, Ben and Cara`, or `Ana, Ben and 7 others`.

    Semicolons stand between words that have commas themselves.
    """
    comma = "; " if any("," in word for word in words) else ", "
    if len(words) > most:
        shown, rest = list(words[: most - 1]), f"{len(words) - most + 1:,} others"
    else:
        shown, rest = list(words[:-1]), words[-1] if words else ""
    return f"{comma.join(shown)} {last} {rest}" if shown else rest
