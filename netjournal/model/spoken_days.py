"""Days as people name them in a command: `yesterday`, `3d ago`, `friday`, `2w`, `2026-11-03`."""

import re
from calendar import monthrange
from datetime import date, timedelta

_NAMED = {"today": 0, "yesterday": -1, "tomorrow": 1}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORTEST = 3
"""Letters of a weekday that are enough."""

_COUNTED = re.compile(
    r"(?P<ahead>in )?(?P<count>\d{1,4}|an?) ?"
    r"(?P<unit>d|days?|w|wks?|weeks?|m|months?|y|yrs?|years?)(?P<ago> ago)?",
    re.ASCII,
)
_WEEK = 7
_MONTHS_A_YEAR = 12


def spoken_day(text: str, today: date, *, ahead: bool = False) -> date | None:
    """The day that a text names; None when it names none, or one outside of the calendar.

    A weekday is the last one, today included, and a bare number of days (`3d`) lies in the past;
    with `ahead` both are to come. A month is one of the calendar.
    """
    words = " ".join(text.casefold().split())
    try:
        return date.fromisoformat(words)
    except ValueError:
        pass
    try:
        if words in _NAMED:
            return today + timedelta(days=_NAMED[words])
        return _weekday(words, today, ahead=ahead) or _counted(words, today, ahead=ahead)
    except (OverflowError, ValueError):
        return None


def _weekday(words: str, today: date, *, ahead: bool) -> date | None:
    word = words.removeprefix("next " if ahead else "last ")
    is_other = word != words
    found = [n for n, name in enumerate(_WEEKDAYS) if name.startswith(word)]
    if len(word) < _SHORTEST or len(found) != 1:
        return None
    between = (found[0] - today.weekday()) if ahead else (today.weekday() - found[0])
    days = between % _WEEK
    # "Last Friday", said on a Friday, isn't today.
    days = _WEEK if days == 0 and (is_other or ahead) else days
    return today + timedelta(days=days if ahead else -days)


def _counted(words: str, today: date, *, ahead: bool) -> date | None:
    match = _COUNTED.fullmatch(words)
    if match is None or (match["ahead"] and match["ago"]):
        return None
    count = 1 if match["count"].startswith("a") else int(match["count"])
    is_ahead = bool(match["ahead"]) or (ahead and not match["ago"])
    count = count if is_ahead else -count
    unit = match["unit"][0]
    if unit in "dw":
        return today + timedelta(days=count * (_WEEK if unit == "w" else 1))
    return _months_from(today, count * (_MONTHS_A_YEAR if unit == "y" else 1))


def _months_from(day: date, months: int) -> date:
    """The same day of another month, or its last one."""
    number = day.year * _MONTHS_A_YEAR + day.month - 1 + months
    year, month = number // _MONTHS_A_YEAR, number % _MONTHS_A_YEAR + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
