"""A contact is called otherwise: where the note says the name, and nowhere else."""

import pytest
from splicing import a_note, refused, text_of

from netjournal.notes.splicing.naming import set_name

NEW = "contacts/anna-lee.md"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("---\nname: Ana # x\n---\n", "---\nname: Anna Lee # x\n---\n"),
        ("---\nFull-Name: 'Ana'\n---\n\nAna\n", "---\nFull-Name: 'Anna Lee'\n---\n\nAna\n"),
        ("---\nname: Ana\n---\n# Ana\n", "---\nname: Anna Lee\n---\n# Anna Lee\n"),
        ("---\nname: Ana\n---\n# Dr Ana\n", "---\nname: Anna Lee\n---\n# Dr Ana\n"),
        ("---\ntitle: CEO\n---\n# Ana #x\n", "---\ntitle: CEO\n---\n# Anna Lee #x\n"),
        ("---\nname:\n---\n# **Ana**\n", "---\nname:\n---\n# **Anna Lee**\n"),
        ("# Ana\r\n\r\n# Ana\r\n", "# Anna Lee\r\n\r\n# Ana\r\n"),
        ("Ana\n===\n", "Anna Lee\n===\n"),
        ("# 2026-11-01\n\n# Ana #\n", "# 2026-11-01\n\n# Anna Lee #\n"),
        ("No name.\n", "---\nname: Anna Lee\n---\nNo name.\n"),
        ("---\ntitle: CEO\n---\n", "---\ntitle: CEO\nname: Anna Lee\n---\n"),
    ],
)
def test_the_name_changes_where_it_stands(before: str, after: str) -> None:
    changed = set_name(a_note(before), "Anna Lee", NEW)

    assert text_of(changed) == after


def test_where_the_file_name_says_the_name_the_note_stays_as_it_is() -> None:
    note = a_note("---\ntitle: CEO\n---\n")

    changed = set_name(note, "Anna Lee", "contacts/Anna Lee.md")

    assert text_of(changed) == text_of(note)


@pytest.mark.parametrize(
    ("text", "name", "line"),
    [
        ("---\nname: Ana\nname: Ann\n---\n", "Anna", 3),
        ("Name:: Ana\n", "Anna", 1),
        ("x\n\n# A<!-- x -->na\n", "Anna", 3),
        ("# Ana\n", "*Anna*", 1),
        ("---\nname: Ana\n---\n", "An\nna", 1),
        ("<<<<<<< one\n# Ana\n=======\n# Anna\n>>>>>>> two\n", "Anna", 1),
    ],
)
def test_a_name_that_cannot_be_set_for_certain_is_refused(text: str, name: str, line: int) -> None:
    assert refused(set_name(a_note(text), name, NEW)).line == line


def test_a_file_name_under_which_the_note_would_be_nobodys_is_refused() -> None:
    refusal = refused(set_name(a_note("# Ana\n"), "Readme", "contacts/README.md"))

    assert "wouldn't be read" in refusal.reason
