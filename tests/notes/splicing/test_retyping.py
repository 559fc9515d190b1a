"""One text on a line in the place of another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from splicing import a_note, changed_piece, notes

from netjournal.notes.at_cursor import lines_of
from netjournal.notes.splicing.note import Note
from netjournal.notes.splicing.retyping import with_line_changed


def retyped(text: str, line: int, column: int, typed: str, better: str) -> str | None:
    """The text after the change; None where there is nothing to change."""
    changed = with_line_changed(a_note(text), line, column, typed, better)
    return changed.source.data.decode() if changed else None


@pytest.mark.parametrize(
    ("text", "line", "column", "after"),
    [
        ("a ben ben\nben\n", 1, 1, "a Ann ben\nben\n"),
        ("a ben ben\nben\n", 1, 4, "a ben Ann\nben\n"),
        ("a ben ben\nben\n", 2, 1, "a ben ben\nAnn\n"),
        ("a\r\n🎉 ben\r\nben", 2, 3, "a\r\n🎉 Ann\r\nben"),
        ("a\rben\rben", 2, 1, "a\rAnn\rben"),
        ("a\u2028ben\x0cben\nben", 1, 3, "a\u2028Ann\x0cben\nben"),
        ("a\nben", 2, 1, "a\nAnn"),
    ],
)
def test_the_first_at_or_behind_the_place_and_no_other(
    text: str, line: int, column: int, after: str
) -> None:
    assert retyped(text, line, column, "ben", "Ann") == after


@pytest.mark.parametrize(
    ("row", "after"),
    [
        ("Met [[kim]].", "Met [[home/kim|kim]]."),
        ("Met [[kim#Log]].", "Met [[home/kim#Log]]."),
        ("Met [[kim^b1]].", "Met [[home/kim^b1]]."),
        ("Met [[kim|kim]].", "Met [[home/kim|kim]]."),
        ("Met [[kim |kim]].", "Met [[home/kim |kim]]."),
        ("| [[kim]] | x |", "| [[home/kim\\|kim]] | x |"),
        ("  | [[kim\\|kim]] | x |", "  | [[home/kim\\|kim]] | x |"),
        ("Met kim #gave", "Met home/kim|kim #gave"),
    ],
)
def test_the_label_of_a_better_link_is_written_where_one_may_stand(row: str, after: str) -> None:
    assert retyped(f"x\n{row}\n", 2, 1, "kim", "home/kim|kim") == f"x\n{after}\n"


@pytest.mark.parametrize(
    ("line", "column", "typed"),
    [(1, 4, "one"), (1, 1, "two"), (3, 1, "one"), (1, 1, ""), (9, 1, "x")],
)
def test_what_isnt_there_changes_nothing(line: int, column: int, typed: str) -> None:
    assert retyped("one\ntwo\n", line, column, typed, "three") is None


@given(notes(), st.integers(1, 12), st.integers(1, 9), st.data())
def test_no_other_byte_differs(data: bytes, line: int, column: int, draw: st.DataObject) -> None:
    rows = lines_of(data.decode())
    row = rows[line - 1] if line <= len(rows) else ""
    typed = draw.draw(st.sampled_from(row.split() or ["nowhere"]))
    changed = with_line_changed(a_note(data), line, column, typed, "☞ 7 ☜")
    if typed not in row[column - 1 :]:
        assert changed is None
        return
    assert isinstance(changed, Note)
    old, new = changed_piece(data, changed.source.data)
    assert (old, new) == (typed.encode(), "☞ 7 ☜".encode())
