"""The circles map: a wedge for each group of industries, allies inside and acquaintances around."""

from collections.abc import Iterator, Sequence
from math import cos, pi, sin
from typing import Final

from netjournal.model.charts import CircleMark, CirclesMap, Wedge
from netjournal.render.charts.shapes import Drawn, plain, small_mark, square, words

_WIDTH: Final = 560
_MIDDLE: Final = (280.0, 226.0)
_HUB: Final = 16
_INNER: Final = 88
_OUTER: Final = 168
_LEGEND: Final = 466
_LONGEST_LINE: Final = 11
"""Characters of a label that stand on one line; it has two."""


_SPACINGS: Final = (18.0, 16.0, 14.0, 12.0, 10.0, 8.5, 7.0, 6.2)
"""How far marks may stand from each other; the first at which all fit is taken."""

_SCALE_OF_ONE: Final = 13.0
"""The spacing at which a mark has its usual size."""

_STATES: Final = {
    "fresh": ("circle", "in touch"),
    "due": ("square", "due"),
    "overdue": ("triangle", "overdue"),
    "fading": ("down", "fading"),
    "never": ("diamond", "no contact so far"),
    "no-cadence": ("dot", "never due"),
}
_OTHER: Final = ("cross", "lapsed or resting")

Place = tuple[float, float]


def circles_map(drawing: CirclesMap) -> Drawn:
    """The drawing of a circles map."""
    wedges = drawing.wedges
    angle = 2 * pi / max(len(wedges), 1)
    spacing = _spacing(wedges, angle)
    parts = [_circle(_OUTER), _circle(_INNER)]
    for number, wedge in enumerate(wedges):
        start = number * angle - pi / 2
        if len(wedges) > 1:
            parts.append(_ray(start))
        parts += _marks(wedge.allies, _HUB, _INNER, (start, angle), spacing)
        parts += _marks(wedge.acquaintances, _INNER, _OUTER, (start, angle), spacing)
    labels = [_label(wedge, (number + 0.5) * angle - pi / 2) for number, wedge in enumerate(wedges)]
    legend = _legend(wedges)
    height = _LEGEND + 26 * ((len(legend) + 2) // 3)
    return Drawn("circles-map", square(_WIDTH, height), (*parts, *labels, *legend))


def _spacing(wedges: Sequence[Wedge], angle: float) -> float:
    """The largest spacing at which every wedge has room for its marks."""
    allies = max([len(wedge.allies) for wedge in wedges], default=0)
    others = max([len(wedge.acquaintances) for wedge in wedges], default=0)
    for spacing in _SPACINGS:
        inside = len(list(_places(_HUB, _INNER, (0, angle), spacing)))
        around = len(list(_places(_INNER, _OUTER, (0, angle), spacing)))
        if allies <= inside and others <= around:
            return spacing
    return _SPACINGS[-1]


def _places(
    inner: float, outer: float, wedge: tuple[float, float], spacing: float
) -> Iterator[Place]:
    """The places for marks between two circles, from the inside out."""
    start, angle = wedge
    radius = inner + spacing * 0.75
    while radius <= outer - spacing * 0.6:
        room = radius * angle - spacing
        count = int(room / spacing) + 1 if room >= 0 else 0
        for place in range(count):
            # In the middle of the wedge, so that the rays stay free.
            turn = start + angle / 2 + (place - (count - 1) / 2) * spacing / radius
            yield _at(radius, turn)
        radius += spacing


def _at(radius: float, turn: float) -> Place:
    return _MIDDLE[0] + radius * cos(turn), _MIDDLE[1] + radius * sin(turn)


def _marks(
    marks: Sequence[CircleMark],
    inner: float,
    outer: float,
    wedge: tuple[float, float],
    spacing: float,
) -> list[str]:
    places = _places(inner, outer, wedge, spacing)
    scale = spacing / _SCALE_OF_ONE
    return [
        small_mark(_STATES.get(each.state, _OTHER)[0], _kind(each), place, scale, each.name)
        for each, place in zip(marks, places, strict=False)
    ]


def _kind(each: CircleMark) -> str:
    """The classes of a mark: what is warm is fuller."""
    state = each.state if each.state in _STATES else "other"
    return f"{state} warm-{round(each.warmth * 3)}"


def _circle(radius: float) -> str:
    x, y = map(plain, _MIDDLE)
    return f'<circle class="ring" cx="{x}" cy="{y}" r="{plain(radius)}"/>'


def _ray(turn: float) -> str:
    (x1, y1), (x2, y2) = _at(_HUB, turn), _at(_OUTER, turn)
    places = f'x1="{plain(x1)}" y1="{plain(y1)}" x2="{plain(x2)}" y2="{plain(y2)}"'
    return f'<line class="guide" {places}/>'


def _label(wedge: Wedge, turn: float) -> str:
    x, y = _at(_OUTER + 12, turn)
    side = cos(turn)
    anchor = "start" if side > 0.2 else "end" if side < -0.2 else "middle"
    lines = [(line, "name") for line in _broken(wedge.label)] + [(wedge.words, "soft")]
    # They stand above the circle at the top, and below it at the bottom.
    y += 6 - (len(lines) * 9 - 4) * (1 - sin(turn))
    return "".join(
        [
            words(plain(x), y + 18 * number, line, kind, anchor, _LONGEST_LINE)
            for number, (line, kind) in enumerate(lines)
        ]
    )


def _broken(label: str) -> Sequence[str]:
    """A label on one line, or on two where it is longer."""
    if len(label) <= _LONGEST_LINE:
        return (label,)
    place = label.rfind(" ", 0, _LONGEST_LINE + 1)
    return (label[:place], label[place + 1 :]) if place > 0 else (label,)


def _legend(wedges: Sequence[Wedge]) -> list[str]:
    """The shapes that occur, three a line."""
    found = {mark.state for wedge in wedges for mark in (*wedge.allies, *wedge.acquaintances)}
    shown = [(state, *_STATES[state]) for state in _STATES if state in found]
    if found - _STATES.keys():
        shown.append(("other", *_OTHER))
    legend = []
    for number, (state, shape, told) in enumerate(shown):
        x, y = 10 + 186 * (number % 3), _LEGEND + 26 * (number // 3)
        legend.append(
            small_mark(shape, f"{state} warm-3", (x, y), 1.2, "")
            + words(plain(x + 12), y + 5, told, "soft")
        )
    return legend
