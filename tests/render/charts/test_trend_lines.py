"""Trend lines."""

import re
from datetime import date

from netjournal.model.charts import TrendLine, TrendLines
from netjournal.render.charts.trend_lines import trend_lines

DAYS = (date(2024, 12, 31), date(2025, 12, 31), date(2026, 6, 30))


def drawn(*lines: TrendLine) -> str:
    """The parts of these lines."""
    return "\n".join(trend_lines(TrendLines(DAYS, lines)).parts)


def heights(text: str, kind: str) -> list[tuple[float, float]]:
    """Where each piece of a line begins and ends, from the top."""
    pieces = re.findall(rf'<line class="{kind}" [^>]*y1="([\d.]+)" [^>]*y2="([\d.]+)"', text)
    return [(float(start), float(end)) for start, end in pieces]


def test_a_line_begins_at_nothing_and_has_room_for_a_few_more() -> None:
    text = drawn(TrendLine("Allies", "0 then, 4 now", (0, 2, 4), 8))
    assert heights(text, "trend") == [(78, 69.5), (69.5, 61)]


def test_what_it_could_be_at_most_has_a_line_of_its_own() -> None:
    text = drawn(TrendLine("In touch", "", (1, 1, 1), 1, (1, 2, 4)))
    assert heights(text, "at-most") == [(69.5, 61), (61, 44)]


def test_a_line_is_broken_where_nothing_is_known() -> None:
    text = drawn(TrendLine("Spread like", "", (None, 2, 4), 4))
    assert len(heights(text, "trend")) == 1
    assert heights(drawn(TrendLine("Spread like", "", (None,) * 3, 4)), "trend") == []


def test_each_year_begins_with_its_number() -> None:
    text = drawn(TrendLine("Allies", "", (1, 1, 1), 1))
    assert re.findall(r">(\d{4})<", text) == ["2025", "2026"]


def test_lines_stand_one_below_the_other_with_their_words() -> None:
    text = drawn(*[TrendLine(name, f"{name} now", (1, 1, 1), 1) for name in ("A", "B")])
    assert re.findall(r'y="(\d+)" class="name">(\w)<', text) == [("34", "A"), ("102", "B")]
    assert ">B now</text>" in text
