"""Target bars: what there is, as a part of what is wanted."""

from typing import Final

from netjournal.model.charts import TargetBar, TargetBars
from netjournal.render.charts.shapes import Drawn, box, fluid, line, percent, words

_ROW: Final = 74
_LEFT: Final = 0.005
_FULL: Final = 0.96
"""Where a bar is full: the target."""


def target_bars(drawing: TargetBars) -> Drawn:
    """The drawing of target bars."""
    rows = [_row(each, _ROW * number) for number, each in enumerate(drawing.bars)]
    return Drawn("target-bars", fluid(_ROW * len(drawing.bars) + 4), tuple(rows))


def _row(each: TargetBar, top: float) -> str:
    told = "can’t be reckoned yet" if each.value is None else ""
    told = "furthest from its target" if each.weakest and each.value is not None else told
    value = min(max(each.value or 0, 0), 1)
    full = percent(_LEFT + _FULL)
    kind = "weakest" if each.weakest else "ally"
    parts = [
        words("0", top + 14, each.label, "name", longest=28),
        words("100%", top + 14, told, "strong" if each.weakest else "soft", "end"),
        box("track", percent(_LEFT), top + 21, percent(_FULL), 10),
        box(kind, percent(_LEFT), top + 21, percent(value * _FULL), 10) if value else "",
        line("target", full, top + 17, full, top + 35),
        _mark(each.before, top) if each.before is not None else "",
        words("0", top + 46, each.now, "soft", longest=56),
        words("0", top + 61, f"target: {each.wanted}", "soft", longest=56) if each.wanted else "",
    ]
    return "".join(parts)


def _mark(before: float, top: float) -> str:
    place = percent(_LEFT + min(max(before, 0), 1) * _FULL)
    return line("before", place, top + 17, place, top + 35)
