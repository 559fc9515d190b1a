"""The text of an exported note put back."""

from splicing import a_note, refused, text_of

from netjournal.notes.splicing.whole_body import with_body


def test_it_comes_in_the_place_of_the_text() -> None:
    note = a_note("---\nname: Ana\n---\n\n# Ana\n\n## Log\n")
    text = "Hello\n\n## Log\n\n- 2026-01-01 Tea #gave\n- [ ] Call her"
    assert text_of(with_body(note, text)) == f"---\nname: Ana\n---\n\n{text}\n"


def test_what_a_note_cant_hold_is_refused() -> None:
    assert refused(with_body(a_note("---\nname: Ana\n---\n"), "a\x00")).reason
