"""An entry comes where its writer's others stand, and looks as they do."""

from datetime import date

import pytest
from splicing import a_note, refused, text_of

from netjournal.notes.splicing.entries import add_entry

DAY = date(2026, 11, 28)
HEAD = "---\nname: Ana\n---\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "## Log\n\n- 2026-10-15 a\n- 2026-09-03 b\n",
            "## Log\n\n- 2026-11-28 x\n- 2026-10-15 a\n- 2026-09-03 b\n",
        ),
        ("- 2026-09-03 a\n- 2026-10-15 b", "- 2026-09-03 a\n- 2026-10-15 b\n- 2026-11-28 x"),
        ("- 2026-09-03 a\n- 2026-12-15 b\n", "- 2026-09-03 a\n- 2026-11-28 x\n- 2026-12-15 b\n"),
        ("- 2026-12-15 b\n- 2026-09-03 a\n", "- 2026-12-15 b\n- 2026-11-28 x\n- 2026-09-03 a\n"),
        ("- 2026-12-15 b\n- 2026-12-03 a\n", "- 2026-12-15 b\n- 2026-12-03 a\n- 2026-11-28 x\n"),
        ("- 2026-11-28 b\n- 2026-09-03 a\n", "- 2026-11-28 x\n- 2026-11-28 b\n- 2026-09-03 a\n"),
        ("* **2026-10-15**: a\n  more\n", "* **2026-11-28**: x\n* **2026-10-15**: a\n  more\n"),
        ("-\t[[2026-10-15]] a\n", "-\t[[2026-11-28]] x\n-\t[[2026-10-15]] a\n"),
        ("  + 2026-10-15 - a\n", "  + 2026-11-28 - x\n  + 2026-10-15 - a\n"),
        ("- 15.10.2026 a\n", "- 2026-11-28 x\n- 15.10.2026 a\n"),
        (
            "- 2026-09-03 a\n\n- 2026-10-15 b\n",
            "- 2026-09-03 a\n\n- 2026-10-15 b\n\n- 2026-11-28 x\n",
        ),
        ("### 2026-10-15 a\n\ntext\n", "### 2026-11-28 x\n\n### 2026-10-15 a\n\ntext\n"),
        (
            "### 2026-09-15 a\n\n### 2026-10-15 b\ntext",
            "### 2026-09-15 a\n\n### 2026-10-15 b\ntext\n\n### 2026-11-28 x",
        ),
        ("**2026-10-15** a\n", "**2026-11-28** x\n\n**2026-10-15** a\n"),
        ("# Ana\n", "# Ana\n\n## Log\n\n- 2026-11-28 x\n"),
        ("# Ana", "# Ana\n\n## Log\n\n- 2026-11-28 x"),
        ("", "\n## Log\n\n- 2026-11-28 x\n"),
        ("## Log\n", "## Log\n\n- 2026-11-28 x\n"),
        ("## Log\n\n## More\n", "## Log\n\n- 2026-11-28 x\n\n## More\n"),
        (
            "### History:\n\nWhat we did.\n\n## More\n",
            "### History:\n\nWhat we did.\n\n- 2026-11-28 x\n\n## More\n",
        ),
        ("## Log\n\n- \n", "## Log\n\n- 2026-11-28 x\n"),
        (
            "## Met\n\n- 2026-10-15 a\n\n## Log\n\n- 2026-09-03 b\n",
            "## Met\n\n- 2026-10-15 a\n\n## Log\n\n- 2026-11-28 x\n- 2026-09-03 b\n",
        ),
        ("```\n- 2026-10-15 a\n```\n", "```\n- 2026-10-15 a\n```\n\n## Log\n\n- 2026-11-28 x\n"),
        ("- [ ] 2026-12-01 task\n", "- [ ] 2026-12-01 task\n\n## Log\n\n- 2026-11-28 x\n"),
    ],
)
def test_an_entry_takes_its_place(before: str, after: str) -> None:
    assert text_of(add_entry(a_note(HEAD + before), DAY, "x")) == HEAD + after


def test_lines_below_the_first_belong_to_the_entry() -> None:
    note = a_note("# Ana\r\n*   2026-10-15 a\r\n")
    after = text_of(add_entry(note, DAY, "x\n\n- y\n"))
    assert after == "# Ana\r\n*   2026-11-28 x\r\n\r\n    - y\r\n*   2026-10-15 a\r\n"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("```\nnever closed\n", "x"),
        ("<!-- never closed\n", "x"),
        ("- 2026-10-15 a\n", "x\n```\ny"),
        ("- 2026-10-15 a\n", "x\n\n- 2026-01-01 y"),
        ("- 2026-10-15 a\n", "x\n- [ ] a task"),
        ("- 2026-10-15 a\n", "x\0"),
    ],
)
def test_an_entry_that_would_change_how_others_are_read_is_refused(body: str, text: str) -> None:
    refusal = refused(add_entry(a_note(HEAD + body), DAY, text))
    assert refusal.by_hand.startswith("- 2026-11-28 x")


def test_front_matter_that_is_no_yaml_keeps_nobody_from_logging() -> None:
    broken = '---\nname: "Ana\n---\n- 2026-10-15 a\n'
    assert "- 2026-11-28 x\n" in text_of(add_entry(a_note(broken), DAY, "x"))


def test_an_empty_note_gets_its_log() -> None:
    assert text_of(add_entry(a_note(""), DAY, "x")) == "## Log\n\n- 2026-11-28 x\n"
