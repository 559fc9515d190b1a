"""The industry bars."""

import re

import pytest

from netjournal.model.charts import IndustryBar, IndustryBars, IndustryGroup
from netjournal.render.charts.industry_bars import industry_bars


def drawn(*bars: IndustryBar, group: str = "Business") -> str:
    """The parts of bars in one group."""
    return "\n".join(industry_bars(IndustryBars((IndustryGroup(group, bars),))).parts)


def widths(text: str) -> list[float]:
    """How wide the bars are, in percent."""
    return [float(wide) for wide in re.findall(r'<rect [^>]* width="([\d.]+)%"', text)]


def test_a_bar_is_as_long_as_there_are_people() -> None:
    allies, others, media = widths(drawn(IndustryBar("Law", 2, 4), IndustryBar("Media", 0, 3)))
    assert others == pytest.approx(2 * allies, abs=0.2)
    assert media == pytest.approx(1.5 * allies, abs=0.2)


def test_the_numbers_stand_after_the_bar() -> None:
    assert ">2 + 4</text>" in drawn(IndustryBar("Law", 2, 4))
    assert ">1,200</text>" in drawn(IndustryBar("Law", 0, 1200))


def test_an_industry_with_nobody_is_kept_and_has_a_mark() -> None:
    text = drawn(IndustryBar("Law", 0, 0))
    assert ">Law</text>" in text
    assert ">none yet</text>" in text
    assert 'class="nobody"' in text
    assert widths(text) == []


def test_one_person_is_said_in_words() -> None:
    assert ">one person</text>" in drawn(IndustryBar("Law", 1, 0))


def test_one_person_is_a_short_bar_in_a_small_network() -> None:
    (wide,) = widths(drawn(IndustryBar("Law", 1, 0)))
    assert 4 < wide < 8


def test_the_longest_bar_of_a_large_network_fits() -> None:
    assert sum(widths(drawn(IndustryBar("Law", 1000, 2000)))) < 45 - 13 * 1.9


def test_a_group_without_a_name_has_no_heading() -> None:
    assert drawn(IndustryBar("Law", 1, 0), group="").count("<text") == 2
