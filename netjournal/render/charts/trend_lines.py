"""Trend lines: a small chart for each figure, one below the other, from the same day to another."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Final

from netjournal.model.charts import TrendLine, TrendLines
from netjournal.render.charts.shapes import Drawn, fluid, line, mark, percent, words

_AXIS: Final = 20
_ROW: Final = 68
_TOP: Final = 24
"""From the top of a row to the highest place that its line may have."""
_HIGH: Final = 34
_LEFT: Final = 0.012
_WIDE: Final = 0.976

Point = tuple[str, float]


def trend_lines(drawing: TrendLines) -> Drawn:
    """The drawing of trend lines."""
    across = [_across(day, drawing.days) for day in drawing.days]
    height = _AXIS + _ROW * len(drawing.lines) + 4
    parts = list(_years(drawing.days, height))
    for number, each in enumerate(drawing.lines):
        parts += _row(each, across, _AXIS + _ROW * number)
    return Drawn("trend-lines", fluid(height), tuple(parts))


def _across(day: date, days: Sequence[date]) -> str:
    passed, in_all = (day - days[0]).days, (days[-1] - days[0]).days
    return percent(_LEFT + _WIDE * passed / max(in_all, 1))


def _years(days: Sequence[date], height: float) -> Iterator[str]:
    """A line at the beginning of each year, with its number."""
    for year in range(days[0].year + 1, days[-1].year + 1):
        x = _across(date(year, 1, 1), days)
        yield line("guide", x, _AXIS - 4, x, height)
        yield words(x, 12, str(year), "axis", "middle")


def _row(each: TrendLine, across: Sequence[str], top: float) -> Iterator[str]:
    yield line("guide", percent(0), top + _TOP + _HIGH, "100%", top + _TOP + _HIGH)
    most = max([value for value in (*each.values, *each.at_most) if value is not None], default=0)
    full = max(most, each.full)
    yield from _line("at-most", _points(each.at_most, across, full, top))
    shown = _points(each.values, across, full, top)
    yield from _line("trend", shown)
    if shown and (last := shown[-1]):
        yield mark("circle", "contact", *last)
    yield words("0", top + 14, each.label, "name", longest=30)
    yield words("100%", top + 14, each.words, "soft", "end", longest=30)


def _points(
    values: Sequence[float | None], across: Sequence[str], full: float, top: float
) -> list[Point | None]:
    """The places of the values; None for one that is undefined."""
    base = top + _TOP + _HIGH
    return [
        None if value is None else (x, base - _HIGH * value / max(full, 1))
        for x, value in zip(across, values, strict=False)
    ]


def _line(kind: str, points: Sequence[Point | None]) -> Iterator[str]:
    for start, end in pairwise(points):
        if start and end:
            yield line(kind, *start, *end)
