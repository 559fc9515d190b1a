"""The industry bars: a row for each industry, with as long a bar as there are people in it."""

from typing import Final

from netjournal.model.charts import IndustryBar, IndustryBars
from netjournal.render.charts.shapes import (
    Drawn,
    box,
    cut_off,
    fluid,
    line,
    mark,
    percent,
    words,
)

_ROW: Final = 22
_HEAD: Final = 30
_START: Final = 0.58
"""Where the bars begin; the names stand before them."""
_ROOM: Final = 0.39
_CHARACTER: Final = 0.0195
"""The share of a narrow screen that a character takes."""
_LONGEST_NAME: Final = 34


def industry_bars(drawing: IndustryBars) -> Drawn:
    """The drawing of industry bars."""
    bars = [bar for group in drawing.groups for bar in group.bars]
    most = max([bar.allies + bar.acquaintances for bar in bars], default=0)
    longest = _ROOM - _CHARACTER * max([len(_sum(bar)) for bar in bars], default=0)
    # A few people don't fill the width: one person is a short bar in any network.
    unit = longest / max(most, 6)
    parts: list[str] = []
    top = 0.0
    for group in drawing.groups:
        if group.label:
            parts.append(words("0", top + _HEAD - 8, group.label, "axis", longest=_LONGEST_NAME))
            top += _HEAD
        start = percent(_START)
        parts.append(line("guide", start, top, start, top + _ROW * len(group.bars)))
        for bar in group.bars:
            parts.append(_bar(bar, top, unit))
            top += _ROW
    return Drawn("industry-bars", fluid(top + 4), tuple(parts))


def _bar(bar: IndustryBar, top: float, unit: float) -> str:
    middle = top + _ROW / 2
    name = words("0", 15, bar.label, "name", longest=_LONGEST_NAME)
    parts = [cut_off("0", top, percent(_START - 0.02), _ROW, name)]
    end = _START + (bar.allies + bar.acquaintances) * unit
    if bar.allies:
        parts.append(box("ally", percent(_START), middle - 6, percent(bar.allies * unit), 12))
    if bar.acquaintances:
        x = _START + bar.allies * unit
        wide = percent(bar.acquaintances * unit)
        parts.append(box("acquaintance", percent(x), middle - 6, wide, 12))
    if not bar.allies + bar.acquaintances:
        parts.append(mark("diamond", "nobody", percent(_START), middle))
    parts.append(_told(bar, end, top + 15))
    return "".join(parts)


def _told(bar: IndustryBar, end: float, y: float) -> str:
    """The number after a bar."""
    count = bar.allies + bar.acquaintances
    told = "none yet" if not count else "one person" if count == 1 else _sum(bar)
    kind = "strong" if count == 1 else "soft"
    shown = words("10" if count else "12", y, told, kind)
    return f'<svg x="{percent(end)}" overflow="visible">{shown}</svg>'


def _sum(bar: IndustryBar) -> str:
    if bar.allies and bar.acquaintances:
        return f"{bar.allies:,} + {bar.acquaintances:,}"
    return f"{bar.allies + bar.acquaintances:,}"
