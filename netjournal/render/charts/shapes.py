"""The parts of a drawing: lines, marks and words, as SVG.

A place across is a percentage of the width, so that a chart fits any screen while its words keep
their size; a place down is in pixels. Nothing here has a colour: classes name what a part means.
"""

from typing import Final, NamedTuple

from netjournal.render.html_cells import html_text
from netjournal.render.visible import one_line
from netjournal.render.width import width

LARGEST: Final = 100_000
"""The largest number that is drawn; a drawing is cut off there."""

_BROAD: Final = frozenset("MW@%mw")
"""Letters that take nearly twice the room of others."""

_MARKS: Final = {
    "circle": "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0Z",
    "square": "M-4.5-4.5h9v9h-9Z",
    "triangle": "M0-5.5 5.5 4.5h-11Z",
    "down": "M0 5.5 5.5-4.5h-11Z",
    "diamond": "M0-6 6 0 0 6-6 0Z",
    "dot": "M-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0Z",
    "cross": "M-4-4 4 4M-4 4 4-4",
}


class Drawn(NamedTuple):
    """A drawing, ready for its frame."""

    kind: str
    """The class by which the style sheet knows it."""
    size: str
    """The attributes that say how large it is."""
    parts: tuple[str, ...]


def fluid(height: float) -> str:
    """The size of a drawing as wide as its column, places across in percent."""
    return f'width="100%" height="{plain(height)}"'


def square(width: float, height: float) -> str:
    """The size of a drawing that keeps its form, all places in its own units."""
    return f'viewBox="0 0 {plain(width)} {plain(height)}"'


def plain(number: float) -> str:
    """A number with one decimal, or with none: enough for a pixel, and the same everywhere."""
    text = f"{max(min(number, LARGEST), -LARGEST):.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def words(x: str, y: float, text: str, kind: str = "", anchor: str = "", longest: int = 60) -> str:
    """Words at a place; `longest` are the columns that they may take."""
    attributes = (f' class="{kind}"' if kind else "") + (
        f' text-anchor="{anchor}"' if anchor else ""
    )
    shown = html_text(shortened(text, longest))
    return f'<text x="{x}" y="{plain(y)}"{attributes}>{shown}</text>'


def line(kind: str, x1: str, y1: float, x2: str, y2: float) -> str:
    """A line between two places."""
    return f'<line class="{kind}" x1="{x1}" y1="{plain(y1)}" x2="{x2}" y2="{plain(y2)}"/>'


def box(kind: str, x: str, y: float, wide: str, high: float) -> str:
    """A rectangle."""
    return f'<rect class="{kind}" x="{x}" y="{plain(y)}" width="{wide}" height="{plain(high)}"/>'


def mark(shape: str, kind: str, x: str, y: float, title: str = "") -> str:
    """A mark at a place, with words that show when it is pointed at."""
    told = f"<title>{html_text(title)}</title>" if title else ""
    drawn = f'<path class="{kind}" d="{_MARKS[shape]}">{told}</path>'
    return f'<svg x="{x}" y="{plain(y)}" overflow="visible">{drawn}</svg>'


def small_mark(shape: str, kind: str, place: tuple[float, float], scale: float, title: str) -> str:
    """A mark of any size at a place in the drawing's own units."""
    told = f"<title>{html_text(title)}</title>" if title else ""
    size = f"translate({plain(place[0])} {plain(place[1])}) scale({scale:.2f})"
    return f'<path class="{kind}" d="{_MARKS[shape]}" transform="{size}">{told}</path>'


def cut_off(x: str, y: float, wide: str, high: float, inside: str) -> str:
    """A part of the drawing whose content ends at its edge."""
    return f'<svg x="{x}" y="{plain(y)}" width="{wide}" height="{plain(high)}">{inside}</svg>'


def percent(share: float) -> str:
    """A place across: 0 is the left edge and 1 the right one."""
    return f"{plain(share * 100)}%"


def shortened(text: str, columns: int) -> str:
    """The text on one line, cut to a number of columns."""
    text = one_line(text)
    if _room(text) <= columns:
        return text
    # Combining marks take no column; a text of many is cut all the same.
    shown = text[: columns * 2]
    while _room(shown) >= columns:
        shown = shown[:-1]
    return f"{shown.rstrip()}…"


def _room(text: str) -> int:
    """The columns that a text takes where letters aren't all equally wide."""
    return width(text) + len([letter for letter in text if letter in _BROAD])
