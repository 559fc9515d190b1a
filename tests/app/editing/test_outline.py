"""The outline of a note, and the parts that fold."""

import itertools
import tempfile
from pathlib import Path

import pytest
from editing import VAULT, notes_of
from hypothesis import given
from hypothesis import strategies as st

from netjournal.app.editing.open_notes import OpenNotes
from netjournal.app.editing.outline import (
    MOST_FOUND,
    Fold,
    PartKind,
    contacts_found,
    folds,
    outline,
)

NEW = "contacts/new.md"
NOTE = """\
---
name: Ana
tags: [a]
---
# Ana

Text.

## Log

- 2026-02-01 Lunch with
  somebody
  - and more
- [ ] Send it
- 2026-01-01 Call

### 2025-12-24 Party

A long one.

## Other


"""


@pytest.fixture(scope="module")
def notes(tmp_path_factory: pytest.TempPathFactory) -> OpenNotes:
    return notes_of(tmp_path_factory.mktemp("vault"), VAULT)


def test_headings_with_their_sections_entries_and_promises(notes: OpenNotes) -> None:
    notes.open(NEW, NOTE)
    found = [(each.kind, each.title, each.first, each.last) for each in outline(notes, NEW)]
    heading, entry, promise = PartKind.HEADING, PartKind.ENTRY, PartKind.PROMISE
    assert found == [
        (heading, "Ana", 5, 21),
        (heading, "Log", 9, 19),
        (entry, "2026-02-01 Lunch with somebody · and more", 11, 11),
        (promise, "[ ] Send it", 14, 14),
        (entry, "2026-01-01 Call", 15, 15),
        (heading, "2025-12-24 Party", 17, 19),
        (heading, "Other", 21, 21),
    ]


def test_the_front_matter_the_sections_and_items_of_several_lines_fold(notes: OpenNotes) -> None:
    notes.open(NEW, NOTE)
    assert folds(notes, NEW) == (
        Fold(1, 4),
        Fold(5, 21),
        Fold(9, 19),
        Fold(17, 19),
        Fold(11, 13),
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ()),
        ("text\nmore\n", ()),
        ("---\n---\n", ()),
        ("---\nname: Ana", (Fold(1, 2),)),
        ("---\r\nname: Ana\r\n---\r\n", (Fold(1, 3),)),
        ("```\n# no heading\nx\n```\n", ()),
        ("# One\n# Two\ntext\n\n", (Fold(2, 3),)),
    ],
)
def test_folds_of_odd_notes(notes: OpenNotes, text: str, found: tuple[Fold, ...]) -> None:
    notes.open(NEW, text)
    assert folds(notes, NEW) == found


_ROWS = st.sampled_from(
    [
        "# A",
        "## B",
        "### 2026-01-01 C",
        "- 2026-02-01 x",
        "  more",
        "- [ ] y",
        "",
        "---",
        "text",
        "name: z",
        "```",
        "  - sub",
        "> # quoted",
        "%%",
        "a\u2028b",
        "1. one",
        "   two",
        "Title",
        "===",
    ]
)


@given(st.lists(_ROWS, max_size=25), st.sampled_from(["\n", "\r\n", "\r"]))
def test_parts_and_folds_lie_inside_of_any_note_and_inside_of_each_other(
    rows: list[str], ending: str
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        notes = notes_of(Path(folder), {"contacts/x.md": ""})
        notes.open(NEW, ending.join(rows))
        count = len(notes.lines(NEW))
        parts, found = outline(notes, NEW), folds(notes, NEW)
    assert all(1 <= each.first <= each.last <= count for each in parts)
    assert all(1 <= each.first < each.last <= count for each in found)
    for one, other in itertools.combinations(found, 2):
        first, second = sorted([one, other], key=lambda each: (each.first, -each.last))
        assert second.first > first.last or second.last <= first.last, (first, second)


def test_contacts_are_found_by_any_name_and_not_thousands_of_them(tmp_path: Path) -> None:
    files = {f"contacts/p{n}.md": f"---\nname: Person {n}\n---\n" for n in range(MOST_FOUND + 5)}
    notes = notes_of(tmp_path, files)
    assert len(contacts_found(notes, "")) == MOST_FOUND
    assert next(contact.name for contact, _ in contacts_found(notes, "person 17")) == "Person 17"
    assert contacts_found(notes, "zzz") == []
