"""Days of contact: a column for each week, a mark for each day with any contact."""

from datetime import timedelta
from typing import Final

from netjournal.model.charts import DaysOfContact
from netjournal.render.charts.shapes import Drawn, box, fluid, line, percent, words
from netjournal.render.words import short_month

_HEAD: Final = 20
_ROW: Final = 15
_LEFT: Final = 0.09
_DAYS: Final = ("Mon", "", "Wed", "", "Fri", "", "Sun")
_LEVELS: Final = ((1, 4), (2, 8), (4, 12))
"""From so many contacts a day, a mark is so high."""


def days_of_contact(drawing: DaysOfContact) -> Drawn:
    """The drawing of days of contact."""
    weeks = max(-(-len(drawing.counts) // 7), 1)
    week = (1 - _LEFT) / weeks
    height = _HEAD + _ROW * 7 + 2
    parts = [
        words("0", _HEAD + _ROW * day + 11, name, "axis") for day, name in enumerate(_DAYS) if name
    ]
    parts += [
        line(
            "guide", percent(_LEFT), _HEAD + _ROW * (day + 0.5), "100%", _HEAD + _ROW * (day + 0.5)
        )
        for day in range(7)
    ]
    parts += _months(drawing, week)
    for day, count in enumerate(drawing.counts):
        if count:
            parts.append(_day(count, _LEFT + week * (day // 7), week, day % 7))
    return Drawn("days-of-contact", fluid(height), tuple(parts))


def _day(count: int, x: float, week: float, weekday: int) -> str:
    high = max([high for least, high in _LEVELS if count >= least])
    y = _HEAD + _ROW * (weekday + 0.5) - high / 2
    return box("day", percent(x + week * 0.14), y, percent(week * 0.72), high)


def _months(drawing: DaysOfContact, week: float) -> list[str]:
    """The names of the months, every second one, each where its first week begins."""
    names = []
    for day in range(0, len(drawing.counts), 7):
        monday = drawing.first + timedelta(day)
        if monday.day <= 7 and monday.month % 2:
            names.append(words(percent(_LEFT + week * (day // 7)), 11, short_month(monday), "axis"))
    return names
