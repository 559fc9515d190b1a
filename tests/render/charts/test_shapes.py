"""The parts of a drawing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.render.charts.shapes import percent, plain, shortened, words
from netjournal.render.width import width


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "0"), (-0.04, "0"), (3, "3"), (3.14, "3.1"), (2.96, "3"), (1e300, "100000")],
)
def test_a_number_is_as_short_as_a_pixel_allows(number: float, text: str) -> None:
    assert plain(number) == text


def test_a_place_across_is_a_share_of_the_width() -> None:
    assert percent(1 / 3) == "33.3%"


@pytest.mark.parametrize(
    ("name", "columns", "shown"),
    [
        ("Ana Lopez", 9, "Ana Lopez"),
        ("Ana Lopez", 8, "Ana Lop…"),
        ("Ana Lopez", 5, "Ana…"),
        ("陳大文先生", 6, "陳大…"),
        ("a\nb", 9, "a b"),
        ("WWWW", 5, "WW…"),
        ("", 5, ""),
    ],
)
def test_a_long_name_is_cut_by_the_columns_that_it_takes(
    name: str, columns: int, shown: str
) -> None:
    assert shortened(name, columns) == shown


@given(st.text(), st.integers(1, 40))
def test_no_text_is_wider_than_its_place(text: str, columns: int) -> None:
    assert width(shortened(text, columns)) <= columns


def test_words_are_escaped() -> None:
    assert words("0", 1, "<b>&") == '<text x="0" y="1">&lt;b&gt;&amp;</text>'
