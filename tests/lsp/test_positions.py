"""Places as a client counts them, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from netjournal.lsp.positions import Ruler
from netjournal.notes.at_cursor import Extent, lines_of

WIDTHS = {"utf-8": 1, "utf-16": 2, "utf-32": 4}
CODECS = {"utf-8": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}
ENCODINGS = st.sampled_from(list(WIDTHS))
TEXTS = st.text(st.characters() | st.sampled_from("a\n\r🎉\u0301\u2028\x0cß日"), max_size=40)


def units(text: str, encoding: str) -> int:
    return len(text.encode(CODECS[encoding], "surrogatepass")) // WIDTHS[encoding]


@given(TEXTS, ENCODINGS, st.data())
def test_a_place_becomes_a_position_and_a_place_again(
    text: str, encoding: str, draw: st.DataObject
) -> None:
    ruler = Ruler(text, encoding)
    line = draw.draw(st.integers(1, len(ruler.lines)))
    row = ruler.lines[line - 1]
    column = draw.draw(st.integers(1, len(row) + 1))
    at = ruler.position(line, column)
    assert at == types.Position(line - 1, units(row[: column - 1], encoding))
    assert ruler.place(at) == (line, column)


@given(TEXTS, ENCODINGS, st.integers(0, 2**31 - 1), st.integers(0, 60))
def test_any_position_is_a_place_in_the_text(
    text: str, encoding: str, line: int, character: int
) -> None:
    number, column = Ruler(text, encoding).place(types.Position(line, character))
    lines = lines_of(text)
    assert 1 <= number <= len(lines)
    assert 1 <= column <= len(lines[number - 1]) + 1


@given(TEXTS, ENCODINGS, st.tuples(*[st.integers(-5, 70)] * 3))
def test_the_range_of_any_extent_lies_in_the_text(
    text: str, encoding: str, numbers: tuple[int, int, int]
) -> None:
    ruler = Ruler(text, encoding)
    for found in (ruler.range(Extent(*numbers)), ruler.whole_lines(*numbers[:2])):
        for at in (found.start, found.end):
            assert 0 <= at.line < len(ruler.lines)
            assert 0 <= at.character <= units(ruler.lines[at.line], encoding)
    found = ruler.range(Extent(*numbers))
    assert found.start.character <= found.end.character


@pytest.mark.parametrize(
    ("encoding", "character", "column"),
    [("utf-16", 1, 2), ("utf-16", 2, 2), ("utf-8", 3, 2), ("utf-32", 1, 2), ("utf-8", 4, 2)],
)
def test_a_position_inside_of_a_character_is_behind_it(
    encoding: str, character: int, column: int
) -> None:
    assert Ruler("🎉x", encoding).place(types.Position(0, character)) == (1, column)
