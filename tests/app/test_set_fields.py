"""A field in the text gets another value, and nothing else of the note changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from splicing import a_note, changed_piece, notes, refused, text_of

from netjournal.app.set_fields import Assignment, assigned
from netjournal.notes.splicing.note import Note, Refusal

HEAD = "---\nname: Ana\n---\n\n"


@pytest.mark.parametrize(
    ("text", "wanted", "after"),
    [
        ("frequency:: 3m\n", Assignment("cadence", "", "6w"), "frequency:: 6w\n"),
        ("- **City**:: Oslo  \r\n", Assignment("location", "", "Rome"), "- **City**:: Rome  \r\n"),
        ('role:: "CTO"', Assignment("title", "", "CEO"), 'role:: "CEO"'),
        ("A [city:: Oslo] B\n", Assignment("city", "", "Rome"), "A [city:: Rome] B\n"),
        (
            "(city:: Oslo) [role:: x]\n",
            Assignment("role", "", "y"),
            "(city:: Oslo) [role:: y]\n",
        ),
        ("needs:: a, b\n", Assignment("needs", "+", "c"), "needs:: a, b, c\n"),
        ("needs:: a, b\n", Assignment("needs", "-", "A"), "needs:: b\n"),
        ("needs:: a, b\n", Assignment("needs", "-", "c"), "needs:: a, b\n"),
        ("needs:: a, b\n", Assignment("needs", "+", "a"), "needs:: a, b\n"),
        ("needs:: a, b\n", Assignment("needs", "+", "B"), "needs:: a, b\n"),
        (
            "needs:: a\nneeds:: b, c\n",
            Assignment("needs", "+", "d"),
            "needs:: a\nneeds:: b, c, d\n",
        ),
        ("needs:: a\nneeds:: b, c\n", Assignment("needs", "+", "A"), "needs:: a\nneeds:: b, c\n"),
        ("needs:: a\nneeds:: b, c\n", Assignment("needs", "-", "B"), "needs:: a\nneeds:: c\n"),
        ("needs:: a\nneeds:: b, c\n", Assignment("needs", "-", "d"), "needs:: a\nneeds:: b, c\n"),
        (
            "- Needs:: a, b\n- x\n- needs:: b, c",
            Assignment("needs", "-", "b"),
            "- Needs:: a\n- x\n- needs:: c",
        ),
        (
            "[needs:: a] [needs:: b]\n",
            Assignment("needs", "+", "c"),
            "[needs:: a] [needs:: b, c]\n",
        ),
        ("shoe:: 44\n", Assignment("shoe", "", "45"), "shoe:: 45\n"),
    ],
)
def test_the_value_alone_is_replaced(text: str, wanted: Assignment, after: str) -> None:
    assert text_of(assigned(a_note(HEAD + text), wanted)) == HEAD + after


@pytest.mark.parametrize(
    ("text", "wanted", "by_hand"),
    [
        ("A [city:: Oslo] B\n", Assignment("city", "", "x]y"), "city:: x]y"),
        ("frequency:: 3m\n", Assignment("cadence", "", "soon"), "frequency:: soon"),
        ("frequency:: 3m\n", Assignment("cadence", "", ""), "delete `frequency:: 3m`"),
        ("needs:: a\n", Assignment("needs", "-", "a"), "delete `needs:: a`"),
        ("needs:: a\nneeds:: b, c\n", Assignment("needs", "-", "a"), "delete `needs:: a`"),
        (
            "needs:: a\nneeds:: b, c\n",
            Assignment("needs", "", "d"),
            "needs:: d\ninstead of the fields on lines 5, 6",
        ),
        (
            "needs:: a\nneeds:: b, c\n",
            Assignment("needs", "", ""),
            "delete the fields on lines 5, 6",
        ),
        (
            "[needs:: a] [needs:: b]\n",
            Assignment("needs", "", "d"),
            "needs:: d\ninstead of the fields on line 5",
        ),
        ('needs:: a\nneeds:: "b, c"\n', Assignment("needs", "+", "d"), "needs:: d"),
        ("met:: 2019\nshoe:: x\n", Assignment("shoe", "", "a\nb:: c"), "shoe:: a\nb:: c"),
    ],
)
def test_what_would_be_read_otherwise_is_refused(
    text: str, wanted: Assignment, by_hand: str
) -> None:
    assert refused(assigned(a_note(HEAD + text), wanted)).by_hand == by_hand


@given(notes(), st.sampled_from(["shoe:: 44", "- shoe:: 44", "x [shoe:: 44] y"]))
def test_no_other_byte_of_any_note_changes(data: bytes, line: str) -> None:
    note = a_note(data + b"\n\n" + line.encode())
    changed = assigned(note, Assignment("shoe", "", "71"))
    if isinstance(changed, Refusal):
        assert changed.reason
        return
    assert isinstance(changed, Note)
    if b"shoe" not in data:
        assert changed_piece(note.source.data, changed.source.data) in ((b"44", b"71"), (b"", b""))


@pytest.mark.parametrize(
    ("head", "wanted", "after"),
    [
        ("tags: [a, b]", Assignment("tags", "", "c"), "tags: [c]"),
        ("tags: [a, b] # x", Assignment("tags", "", "b"), "tags: [b] # x"),
        ("sector:\n  - law\n  - it", Assignment("industry", "", "arts"), "sector:\n  - arts"),
        ("shoes: [1, 2]", Assignment("shoes", "", "4"), 'shoes: ["4"]'),
    ],
)
def test_a_list_is_set_to_one_item(head: str, wanted: Assignment, after: str) -> None:
    note = a_note(f"---\nname: Ana\n{head}\n---\n\ntext\n")
    assert text_of(assigned(note, wanted)) == f"---\nname: Ana\n{after}\n---\n\ntext\n"


def test_the_line_to_write_by_hand_has_the_spelling_of_the_note() -> None:
    note = a_note("---\nname: Ana\nsector: {a: b}\n---\n")
    assert refused(assigned(note, Assignment("industry", "", "law"))).by_hand == "sector: law"
