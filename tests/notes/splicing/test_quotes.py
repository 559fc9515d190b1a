"""Somebody else's text in a note."""

import pytest
from splicing import a_note, refused, text_of

from netjournal.notes.splicing.quotes import add_quote, has_text


def test_it_stands_above_the_log() -> None:
    note = a_note("# Ana\n\n## Log\n\n- 2026-01-01 Tea\n")
    assert text_of(add_quote(note, "Likes\ntea")) == (
        "# Ana\n\n## Notes\n\n> Likes\n> tea\n\n## Log\n\n- 2026-01-01 Tea\n"
    )


def test_another_one_comes_under_the_same_heading() -> None:
    note = a_note("## Notes\n\n> One\n\n## Log\n")
    assert text_of(add_quote(note, "Two")) == "## Notes\n\n> One\n\n> Two\n\n## Log\n"


def test_dates_in_it_are_no_entries_and_a_text_that_is_there_isnt_added() -> None:
    once = add_quote(a_note("# Ana\n"), "- 2026-01-02 Lunch\n> 2026-01-03 Tea")
    assert "> - 2026-01-02 Lunch\n> > 2026-01-03 Tea\n" in text_of(once)
    assert add_quote(a_note(text_of(once)), "- 2026-01-02 Lunch\n> 2026-01-03 Tea") == once


def test_a_promise_in_it_is_refused() -> None:
    assert refused(add_quote(a_note("# Ana\n"), "- [ ] Call her")).reason


@pytest.mark.parametrize(("text", "is_there"), [("tea", False), ("steak", True), ("a steak", True)])
def test_only_whole_words_are_a_text_that_is_there(text: str, *, is_there: bool) -> None:
    assert has_text("> Had a\n> steak\n", text) is is_there
