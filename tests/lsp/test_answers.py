"""Records of the protocol: an edit makes of the old text the new one, whatever they are."""

from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types
from splicing import notes

from netjournal.app.editing.remedies import TextChange
from netjournal.lsp.answers import diagnostic, edits
from netjournal.lsp.positions import Ruler
from netjournal.model import codes

ENCODINGS = st.sampled_from(["utf-8", "utf-16", "utf-32"])
ROWS = st.sampled_from(["", "a", "🎉 b", "e\u0301", "a\u2028b\x0c", "- [ ] c"])
ENDS = st.sampled_from(["\n", "\r\n", "\r"])
TEXTS = st.lists(st.tuples(ROWS, ENDS).map("".join), max_size=8).map("".join)


def applied(text: str, edit: types.TextEdit, ruler: Ruler) -> str:
    """A text after an edit, made as an editor makes it."""
    starts = [0]
    for row in ruler.lines[:-1]:
        end = starts[-1] + len(row)
        starts.append(end + (2 if text.startswith("\r\n", end) else 1))

    def offset(at: types.Position) -> int:
        line, column = ruler.place(at)
        return starts[line - 1] + column - 1

    return text[: offset(edit.range.start)] + edit.new_text + text[offset(edit.range.end) :]


def _check(before: str, after: str, encoding: str) -> None:
    ruler = Ruler(before, encoding)
    (edit,) = edits(TextChange("a.md", before, after), ruler)
    assert applied(before, edit, ruler) == after


@given(TEXTS, TEXTS, ENCODINGS)
def test_any_text_becomes_any_other(before: str, after: str, encoding: str) -> None:
    _check(before, after, encoding)


@given(notes(), st.integers(0, 20), ENCODINGS)
def test_a_line_more_or_less_in_a_note(data: bytes, line: int, encoding: str) -> None:
    text = data.decode("utf-8-sig")
    rows = text.splitlines(keepends=True)
    _check(text, "".join([*rows[:line], "new\n", *rows[line:]]), encoding)
    _check(text, "".join([*rows[:line], *rows[line + 1 :]]), encoding)


@given(TEXTS, st.tuples(*[st.integers(-2, 12)] * 3), ENCODINGS)
def test_a_problem_at_any_place_has_a_range_in_the_text(
    text: str, numbers: tuple[int, int, int], encoding: str
) -> None:
    line, column, width = numbers
    problem = codes.BAD_VALUE.at("a.md", line, max(column, 1), "wrong", width=max(width, 0))
    ruler = Ruler(text, encoding)
    found = diagnostic(problem, ruler).range
    assert 0 <= found.start.line == found.end.line < len(ruler.lines)
    assert found.start.character <= found.end.character
