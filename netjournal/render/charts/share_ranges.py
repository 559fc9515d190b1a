"""Share ranges: a row for each group, a mark at its share and a line over what is plausible."""

from typing import Final

from netjournal.model.charts import ShareRange, ShareRanges
from netjournal.render.charts.shapes import Drawn, fluid, line, mark, percent, words

_AXIS: Final = 18
_ROW: Final = 42
_LEFT: Final = 0.02
_WIDE: Final = 0.96
_GUIDES: Final = (
    (0.0, "none", "start"),
    (0.25, "a quarter", "middle"),
    (0.5, "half", "middle"),
    (0.75, "", "middle"),
    (1.0, "all", "end"),
)


def share_ranges(drawing: ShareRanges) -> Drawn:
    """The drawing of share ranges."""
    height = _AXIS + _ROW * len(drawing.ranges) + 4
    guides = [_guide(*guide, height) for guide in _GUIDES]
    rows = [_row(each, _AXIS + _ROW * number) for number, each in enumerate(drawing.ranges)]
    return Drawn("share-ranges", fluid(height), (*guides, *rows))


def _guide(share: float, name: str, anchor: str, height: float) -> str:
    x = _across(share)
    edge = {"start": "0", "end": "100%"}.get(anchor, x)
    label = words(edge, 11, name, "axis", anchor) if name else ""
    return label + line("guide", x, _AXIS, x, height)


def _row(each: ShareRange, top: float) -> str:
    name = words("0", top + 17, each.label, "name", longest=32)
    told = words("100%", top + 17, each.words, "soft", "end")
    share, low, high = map(_across, each.share)
    y = top + 30
    whisker = line("whisker", low, y, high, y)
    ends = line("whisker", low, y - 4, low, y + 4) + line("whisker", high, y - 4, high, y + 4)
    return name + told + whisker + ends + mark("circle", "ally", share, y)


def _across(share: float) -> str:
    return percent(_LEFT + min(max(share, 0), 1) * _WIDE)
