"""A box is ticked, and one character changes; or the day comes behind it, where others have it."""

from datetime import date

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


OTHER = "- [x] Call her ✅ 2026-10-01\n"
DAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- [ ] Send it\n", "- [x] Send it ✅ 2026-11-24\n"),
        ("- [ ] Send it", "- [x] Send it ✅ 2026-11-24"),
        ("- [ ] Send it \r\n", "- [x] Send it ✅ 2026-11-24 \r\n"),
        ("- [ ] Send it 📅 2026-12-01 ^a-1\n", "- [x] Send it 📅 2026-12-01 ✅ 2026-11-24 ^a-1\n"),
        ("- [ ] 2026-11-01 Call\n", "- [x] 2026-11-01 Call ✅ 2026-11-24\n"),
        ("- [ ] Send it\n  to Porto\n", "- [x] Send it ✅ 2026-11-24\n  to Porto\n"),
    ],
)
def test_the_day_comes_behind_where_other_ticked_tasks_have_it(before: str, after: str) -> None:
    assert text_of(tick(a_note(HEAD + OTHER + before), 5, DAY)) == HEAD + OTHER + after


def test_the_day_is_written_as_the_other_one_is() -> None:
    note = a_note(HEAD + "* [X] Call ✅2026-10-01\n* [ ] Send it\n")
    assert (
        text_of(tick(note, 5, DAY))
        == HEAD + "* [X] Call ✅2026-10-01\n* [x] Send it ✅2026-11-24\n"
    )


@pytest.mark.parametrize(
    "other",
    [
        "- [x] Call her\n",
        "- [ ] Call her ✅ 2026-10-01\n",
        "- 2026-10-01 Said ✅ 2026-10-01\n",
        "- [x] Call her 📅 2026-10-01\n",
    ],
)
def test_no_day_where_no_ticked_task_has_one(other: str) -> None:
    note = a_note(HEAD + other + "- [ ] Send it\n")
    assert text_of(tick(note, 5, DAY)) == HEAD + other + "- [x] Send it\n"


def test_a_day_that_stands_there_already_stays_alone() -> None:
    note = a_note(HEAD + OTHER + "- [ ] Send it ✅ 2026-11-01\n")
    assert text_of(tick(note, 5, DAY)) == HEAD + OTHER + "- [x] Send it ✅ 2026-11-01\n"


def test_where_the_day_would_change_what_is_read_only_the_box_does() -> None:
    note = a_note(HEAD + OTHER + "- [ ] Send `it\n  now`\n")
    assert text_of(tick(note, 5, DAY)) == HEAD + OTHER + "- [x] Send `it\n  now`\n"
