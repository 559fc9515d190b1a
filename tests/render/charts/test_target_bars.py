"""Target bars."""

import re

import pytest

from netjournal.model.charts import TargetBar, TargetBars
from netjournal.render.charts.target_bars import target_bars


def drawn(value: float | None, *, weakest: bool = False) -> str:
    """The parts of one bar."""
    bar = TargetBar("Allies", "4 allies", "5 to 15", value, weakest)
    return "\n".join(target_bars(TargetBars((bar,))).parts)


@pytest.mark.parametrize(("value", "wide"), [(0.5, "48"), (1, "96"), (7, "96")])
def test_a_bar_is_full_at_its_target(value: float, wide: str) -> None:
    assert re.findall(r'class="ally" [^>]* width="([\d.]+)%"', drawn(value)) == [wide]


@pytest.mark.parametrize("value", [0, -1, None])
def test_an_empty_bar_keeps_its_track_and_its_words(value: float | None) -> None:
    text = drawn(value)
    assert 'class="ally"' not in text
    assert 'class="track"' in text
    assert ">4 allies</text>" in text
    assert ">target: 5 to 15</text>" in text


def test_the_weakest_is_named_in_words() -> None:
    assert ">furthest from its target</text>" in drawn(0.3, weakest=True)
    assert "furthest" not in drawn(0.3)


def test_what_cannot_be_reckoned_says_so() -> None:
    text = drawn(None, weakest=True)
    assert ">can’t be reckoned yet</text>" in text
    assert "furthest" not in text


def test_where_it_stood_before_is_a_thin_mark() -> None:
    bar = TargetBar("Allies", "4 allies", "5 to 15", 0.5, weakest=False, before=0.25)
    text = "\n".join(target_bars(TargetBars((bar,))).parts)
    assert re.findall(r'class="before" x1="([\d.]+)%"', text) == ["24.5"]
    assert 'class="before"' not in drawn(0.5)
