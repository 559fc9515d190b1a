"""Tie lines."""

import re

from hypothesis import given
from hypothesis import strategies as st

from netjournal.model.charts import Tie, TieEnd, TieKind, TieLines
from netjournal.render.charts.tie_lines import tie_lines


def drawn(*ties: Tie, ends: int = 4) -> str:
    """The parts of these ties between contacts and, as the last one, a gap."""
    labels = [TieEnd(f"c{number}", is_gap=number == ends - 1) for number in range(ends)]
    return "\n".join(tie_lines(TieLines(tuple(labels), ties)).parts)


def test_every_name_has_its_row() -> None:
    rows = re.findall(r'<svg [^>]*y="([\d.]+)"[^>]*><text [^>]*>(c\d)</text></svg>', drawn())
    assert rows == [("0", "c0"), ("26", "c1"), ("52", "c2"), ("78", "c3")]


def test_a_gap_has_another_shape() -> None:
    shapes = re.findall(r'<path class="(contact|nobody)" d="([^"]+)"', drawn())
    assert {kind for kind, _ in shapes} == {"contact", "nobody"}
    assert len({shape for _, shape in shapes}) == 2


def test_an_introduction_and_a_path_have_an_arrow_and_an_acquaintance_has_none() -> None:
    text = drawn(Tie(0, 1, TieKind.KNOWS), Tie(0, 2, TieKind.INTRODUCED), Tie(2, 3, TieKind.PATH))
    assert re.findall(r'class="tie (\w+)"', text) == ["knows", "introduced", "path"]
    assert re.findall(r'class="head (\w+)"', text) == ["introduced", "path"]


@given(st.integers(1, 40))
def test_no_arc_leaves_the_drawing(distance: int) -> None:
    text = drawn(Tie(0, distance, TieKind.KNOWS), Tie(0, 40, TieKind.KNOWS), ends=41)
    for turn in re.findall(r"C([\d.-]+) ", text):
        # A curve reaches three quarters of the way to the points that pull it.
        assert 100 - (100 - float(turn)) * 3 / 4 >= 1


def test_the_further_apart_the_wider_the_arc() -> None:
    text = drawn(*[Tie(0, other, TieKind.KNOWS) for other in (1, 2, 3)])
    turns = [float(turn) for turn in re.findall(r"C([\d.-]+) ", text)]
    assert turns == sorted(turns, reverse=True)
    assert len(set(turns)) == 3
