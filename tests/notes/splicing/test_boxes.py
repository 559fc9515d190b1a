"""A box is ticked, and one character changes."""

import pytest
from splicing import a_note, refused, text_of

from netjournal.notes.splicing.boxes import tick

HEAD = "---\nname: Ana\n---\n"


@pytest.mark.parametrize(
    ("before", "line", "after"),
    [
        ("- [ ] Send it 📅 2026-12-01\n", 4, "- [x] Send it 📅 2026-12-01\n"),
        ("- a\n  * [/] Send it", 5, "- a\n  * [x] Send it"),
        ("> - [ ] Send it\r\n", 4, "> - [x] Send it\r\n"),
        ("1. [ ] one\n2. [ ] two\n", 5, "1. [ ] one\n2. [x] two\n"),
        ("-\t[ ] 2026-11-01 Call\n", 4, "-\t[x] 2026-11-01 Call\n"),
        (
            "- 2026-11-03 Met\n  - [ ] 2026-11-05 Call\n",
            5,
            "- 2026-11-03 Met\n  - [x] 2026-11-05 Call\n",
        ),
    ],
)
def test_a_box_is_ticked(before: str, line: int, after: str) -> None:
    assert text_of(tick(a_note(HEAD + before), line)) == HEAD + after


def test_a_box_that_is_ticked_stays() -> None:
    note = a_note(HEAD + "- [x] Send it\n")
    assert tick(note, 4) is note


@pytest.mark.parametrize("line", [1, 4, 6, 99])
def test_a_line_without_promise_is_refused(line: int) -> None:
    refused(tick(a_note(HEAD + "- Send it\n- [ ] a\n```\n- [ ] b\n```\n"), line))


def test_a_task_of_a_journal_is_ticked() -> None:
    note = a_note("- [ ] Call [[ana]]\n- [ ] Wash\n", "journal/2026-11-28.md")
    assert text_of(tick(note, 1)) == "- [x] Call [[ana]]\n- [ ] Wash\n"
    refused(tick(note, 2))
