"""Share ranges."""

import re

from netjournal.model.charts import ShareRange, ShareRanges
from netjournal.render.charts.share_ranges import share_ranges


def drawn(share: tuple[float, float, float]) -> str:
    """The parts of one group."""
    return "\n".join(share_ranges(ShareRanges((ShareRange("Allies", "3 of 8", share),))).parts)


def test_the_mark_is_at_the_share_and_the_line_over_what_is_plausible() -> None:
    text = drawn((0.5, 0.25, 0.75))
    assert re.findall(r'<svg x="([\d.]+)%"', text) == ["50"]
    assert re.findall(r'class="whisker" x1="([\d.]+)%" y1="[\d.]+" x2="([\d.]+)%"', text)[0] == (
        "26",
        "74",
    )
    assert ">3 of 8</text>" in text


def test_none_and_all_are_at_the_edges() -> None:
    assert re.findall(r'class="whisker" x1="([\d.]+)%"[^>]* x2="([\d.]+)%"', drawn((0, 0, 1)))[
        0
    ] == ("2", "98")
