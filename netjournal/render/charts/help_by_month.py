"""Help by month: a row for each month, what was given to the left and what was received right."""

from typing import Final

from netjournal.model.charts import HelpByMonth, HelpMonth
from netjournal.render.charts.shapes import Drawn, box, fluid, line, percent, words

_HEAD: Final = 24
_ROW: Final = 22
_MIDDLE: Final = 0.62
"""Where both sides begin; the names of the months stand before them."""
_LONGEST: Final = 0.26


def help_by_month(drawing: HelpByMonth) -> Drawn:
    """The drawing of help by month."""
    most = max([max(each.given, each.received) for each in drawing.months], default=0)
    # A few helps don't fill the width: one is a short bar in any year.
    unit = _LONGEST / max(most, 4)
    height = _HEAD + _ROW * len(drawing.months) + 4
    middle = percent(_MIDDLE)
    parts = [
        words(percent(_MIDDLE - 0.02), 13, "you helped", "axis", "end"),
        words(percent(_MIDDLE + 0.02), 13, "you were helped", "axis"),
        line("guide", middle, _HEAD, middle, height),
    ]
    parts += [_row(each, _HEAD + _ROW * n, unit) for n, each in enumerate(drawing.months)]
    return Drawn("help-by-month", fluid(height), tuple(parts))


def _row(each: HelpMonth, top: float, unit: float) -> str:
    parts = [words("0", top + 15, each.label, "name", longest=20)]
    if each.given:
        start = _MIDDLE - each.given * unit
        parts.append(box("given", percent(start), top + 5, percent(each.given * unit), 12))
        parts.append(words(percent(start - 0.015), top + 15, f"{each.given:,}", "soft", "end"))
    if each.received:
        end = _MIDDLE + each.received * unit
        parts.append(box("received", percent(_MIDDLE), top + 5, percent(each.received * unit), 12))
        parts.append(words(percent(end + 0.015), top + 15, f"{each.received:,}", "soft"))
    return "".join(parts)
