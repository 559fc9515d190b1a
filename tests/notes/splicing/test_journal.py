"""A block in a journal note comes behind the others of its day."""

from datetime import date

import pytest
from splicing import a_note, refused, text_of

from netjournal.notes.splicing.journal import add_to_journal

DAY = date(2026, 11, 28)
DAILY, LONG = "journal/2026-11-28.md", "journal/log.md"


@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        (DAILY, "", "- x [[ana]]\n"),
        (DAILY, "# Today\n\nRain.\n", "# Today\n\nRain.\n\n- x [[ana]]\n"),
        (
            DAILY,
            "* y [[ben]]\n\n## To do\n\n- [ ] z\n",
            "* y [[ben]]\n* x [[ana]]\n\n## To do\n\n- [ ] z\n",
        ),
        (DAILY, "- y", "- y\n- x [[ana]]"),
        (
            LONG,
            "## 2026-11-28\n\n- y [[ben]]\n\n## 2026-11-27\n",
            "## 2026-11-28\n\n- y [[ben]]\n- x [[ana]]\n\n## 2026-11-27\n",
        ),
        (
            LONG,
            "## 2026-11-28\n\n## 2026-11-29\n",
            "## 2026-11-28\n\n- x [[ana]]\n\n## 2026-11-29\n",
        ),
        (
            LONG,
            "## 2026-11-27\n\ny\n\n## 2026-11-29\n",
            "## 2026-11-27\n\ny\n\n## 2026-11-28\n\n- x [[ana]]\n\n## 2026-11-29\n",
        ),
        (
            LONG,
            "# 2026-11-29\n\n# 2026-11-27\n",
            "# 2026-11-29\n\n# 2026-11-28\n\n- x [[ana]]\n\n# 2026-11-27\n",
        ),
        (LONG, "## 2026-11-27\n\ny", "## 2026-11-27\n\ny\n\n## 2026-11-28\n\n- x [[ana]]"),
        (LONG, "---\ndate: 2026-11-28\n---\n", "---\ndate: 2026-11-28\n---\n\n- x [[ana]]\n"),
    ],
)
def test_a_block_takes_its_place(path: str, before: str, after: str) -> None:
    assert text_of(add_to_journal(a_note(before, path), DAY, "x [[ana]]")) == after


def test_a_note_about_another_day_is_left_alone() -> None:
    note = a_note("y\n", "journal/2026-11-27.md")
    assert "2026-11-28" in refused(add_to_journal(note, DAY, "x [[ana]]")).reason


def test_a_block_that_links_nobody_is_refused() -> None:
    refused(add_to_journal(a_note("", DAILY), DAY, "x"))
