"""The due timeline: a row for each contact, from due at the left to lapsed at the right."""

from math import log2
from typing import Final

from netjournal.model.charts import DueMark, DueTimeline
from netjournal.render.charts.shapes import Drawn, fluid, line, mark, percent, words

_GUIDES: Final = (
    (1, "due", "start"),
    (2, "2× overdue", "middle"),
    (4, "4× fading", "middle"),
    (8, "8× lapsed", "end"),
)
_AXIS: Final = 18
_ROW: Final = 40
_LEFT: Final = 0.02
_RIGHT: Final = 0.98
_SHAPES: Final = {"ally": "circle", "acquaintance": "square"}
_LONGEST_NAME: Final = 30


def due_timeline(drawing: DueTimeline) -> Drawn:
    """The drawing of a due timeline."""
    height = _AXIS + _ROW * len(drawing.marks) + 4
    guides = [_guide(*guide, height) for guide in _GUIDES]
    rows = [_row(each, _AXIS + _ROW * place) for place, each in enumerate(drawing.marks)]
    return Drawn("due-timeline", fluid(height), (*guides, *rows))


def _guide(ratio: int, name: str, anchor: str, height: float) -> str:
    x = _across(ratio)
    edge = {"start": "0", "end": "100%"}.get(anchor, x)
    label = words(edge, 11, name, "axis", anchor)
    return label + line("guide", x, _AXIS, x, height)


def _row(each: DueMark, top: float) -> str:
    x, y = _across(each.ratio), top + 29
    shape = _SHAPES.get(each.relationship, "triangle")
    parts = [
        words("0", top + 17, each.name, "name", longest=_LONGEST_NAME),
        words("100%", top + 17, each.words, "soft", "end"),
        line(f"silence {each.state}", _across(1), y, x, y),
        mark(shape, each.state, x, y),
    ]
    if each.planned is not None:
        parts.append(mark("diamond", "planned", _across(each.planned), y))
    return "".join(parts)


def _across(ratio: float) -> str:
    """Where a ratio stands: every doubling is as far as the one before."""
    share = log2(min(max(ratio, 1), 8)) / 3
    return percent(_LEFT + share * (_RIGHT - _LEFT))
