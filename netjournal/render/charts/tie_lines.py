"""Tie lines: names one below the other, and arcs beside them between those who know each other."""

from math import sqrt
from typing import Final

from netjournal.model.charts import Tie, TieEnd, TieKind, TieLines
from netjournal.render.charts.shapes import Drawn, cut_off, fluid, mark, plain, words

_ROW: Final = 26
_NAMES: Final = 122
"""Where the names begin, in pixels; the arcs have the room before them."""
_DOT: Final = 106
_REACH: Final = 96


def tie_lines(drawing: TieLines) -> Drawn:
    """The drawing of tie lines."""
    longest = max([abs(tie.second - tie.first) for tie in drawing.ties], default=1)
    arcs = [_arc(tie, longest) for tie in drawing.ties]
    ends = [_end(each, _middle(number)) for number, each in enumerate(drawing.ends)]
    return Drawn("tie-lines", fluid(_ROW * len(drawing.ends) + 4), (*arcs, *ends))


def _middle(place: int) -> float:
    return _ROW * (place + 0.5)


def _end(each: TieEnd, y: float) -> str:
    shape, kind = ("diamond", "nobody") if each.is_gap else ("circle", "contact")
    name = "soft" if each.is_gap else "name"
    longest = 34 if each.is_gap else 26
    label = words("0", _ROW / 2 + 4.5, each.label, name, longest=longest)
    dot = mark(shape, kind, plain(_DOT), y)
    return dot + cut_off(plain(_NAMES), y - _ROW / 2, "100%", _ROW, label)


def _arc(tie: Tie, longest: int) -> str:
    """A curve to the left, the wider the further the two are apart; the arrow is at the second."""
    start, end = _middle(tie.first), _middle(tie.second)
    # A square root keeps neighbours apart from the edge, and far ones inside it.
    wide = _REACH * sqrt(abs(tie.second - tie.first) / longest)
    x, turn = plain(_DOT - 6), plain(_DOT - 6 - wide * 4 / 3)
    curve = f"M{x} {plain(start)}C{turn} {plain(start)} {turn} {plain(end)} {x} {plain(end)}"
    arc = f'<path class="tie {tie.kind}" d="{curve}"/>'
    if tie.kind is TieKind.KNOWS:
        return arc
    tip, y = _DOT - 6, end
    head = f"M{plain(tip)} {plain(y)}l-7-3.5v7Z"
    return f'{arc}<path class="head {tie.kind}" d="{head}"/>'
