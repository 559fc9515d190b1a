"""Blanking out what doesn't count."""

from netjournal.notes.reading import blank_out


def test_nothing_to_hide() -> None:
    assert blank_out("abc", [(0, 3, False)]) == "abc"


def test_hidden_spans_keep_their_lines() -> None:
    assert blank_out("ab\ncd\nef", [(1, 4, True), (7, 8, True)]) == "a \n d\ne "


def test_inner_span_decides() -> None:
    spans = [(0, 9, True), (2, 7, False), (4, 5, True)]
    assert blank_out("abcdefghi", spans) == "  cd fg  "
