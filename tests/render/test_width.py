"""Columns of a terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.render.width import padded, width, wrapped


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("Ana", 3),
        ("José", 4),
        ("Jose\u0301", 4),
        ("李小龙", 6),
        ("ﾊﾝ", 2),
        ("👩\u200d💻 Ana", 6),
        ("a\u200bb", 2),
        ("Ж", 1),
    ],
)
def test_columns_that_a_text_takes(text: str, columns: int) -> None:
    assert width(text) == columns


def test_filled_up_by_columns_rather_than_characters() -> None:
    assert padded("李", 4) == "李  "
    assert padded("12", 4, right=True) == "  12"


def test_broken_between_words() -> None:
    assert wrapped("one two three", 7) == ["one two", "three"]


def test_a_long_word_is_broken_inside() -> None:
    assert wrapped("a 李小龙龙", 4) == ["a", "李小", "龙龙"]


def test_a_wide_character_is_never_dropped() -> None:
    assert wrapped("李小", 1) == ["李", "小"]


def test_an_empty_text_is_one_empty_line() -> None:
    assert wrapped("", 10) == [""]


@given(st.text(st.characters(codec="utf-8")), st.integers(2, 40))
def test_no_line_is_too_wide_and_no_word_is_lost(text: str, columns: int) -> None:
    lines = wrapped(text, columns)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width(line) <= columns for line in lines)
