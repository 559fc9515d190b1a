"""What the search of the HTML pages reads: as fresh as the notes, and written in small pieces."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from netjournal.app.search_data import SearchData
from netjournal.app.workspace import Workspace

DAY = date(2026, 11, 24)
COUNT = 700


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A vault whose people fill more than one file."""
    (tmp_path / "contacts").mkdir()
    for number in range(COUNT):
        path = tmp_path / "contacts" / f"person-{number:03d}.md"
        path.write_text(f"---\nname: Person {number}\nrelationship: ally\n---\nCello.\n")
    return tmp_path


def anew(root: Path) -> SearchData:
    """What is made without anything from before."""
    return Workspace.load(root).search_data(DAY)


def saved(workspace: Workspace, path: str, text: str) -> SearchData:
    """What is made after a save."""
    (workspace.root / path).write_text(text)
    workspace.update([path])
    return workspace.search_data(DAY)


def changed(before: SearchData, after: SearchData) -> set[str]:
    """The names of the files that differ, without their numbers."""
    old = {page.path: page.data for page in before.pages}
    paths = {page.path for page in after.pages if old.get(page.path) != page.data}
    return {path.rpartition("/")[2].partition("-")[0] for path in paths}


def records(data: SearchData, kind: str) -> list[Any]:
    """What the files of a kind hand over."""
    found = []
    for page in data.pages:
        if page.path.rpartition("/")[2].startswith(f"{kind}-"):
            found += json.loads(page.data.decode().partition(f"netjournal.{kind}(")[2][:-3])
    return found


@pytest.mark.parametrize(
    ("text", "files"),
    [
        ("---\nname: Person 7\nrelationship: ally\n---\nOboe.\n", {"notes"}),
        ("---\nname: Anybody\nrelationship: ally\n---\nCello.\n", {"notes", "people"}),
        ("---\nname: Person 7\ncoffee: black\n---\n", {"notes", "people", "tables.js"}),
        ("---\nname: Person 7\nindustry: falconry\n---\n", {"notes", "people", "tables.js"}),
    ],
)
def test_a_save_changes_few_files_and_leaves_what_would_be_made_anew(
    root: Path, text: str, files: set[str]
) -> None:
    workspace = Workspace.load(root)
    before = workspace.search_data(DAY)

    after = saved(workspace, "contacts/person-007.md", text)

    assert changed(before, after) == files
    assert (after.pages, after.digest) == (anew(root).pages, anew(root).digest)
    assert after.by_name == anew(root).by_name
    assert after.digest != before.digest


def test_notes_that_come_and_go_leave_what_would_be_made_anew(root: Path) -> None:
    workspace = Workspace.load(root)
    workspace.search_data(DAY)
    saved(workspace, "contacts/a-new-one.md", "# A new one\n")
    (root / "contacts" / "person-001.md").unlink()

    after = saved(workspace, "contacts/person-002.md", "# Somebody else\n")

    assert after.pages == anew(root).pages
    assert after.by_name == anew(root).by_name


def test_everybody_and_every_note_is_in_one_file(root: Path) -> None:
    data = anew(root)
    assert sorted(row[0] for row in records(data, "people")) == sorted(
        f"contacts/person-{number:03d}.md" for number in range(COUNT)
    )
    assert len({row[0] for row in records(data, "notes")}) == len(records(data, "notes")) == COUNT


def test_without_a_change_nothing_is_made_again(root: Path) -> None:
    workspace = Workspace.load(root)
    before, after = workspace.search_data(DAY), workspace.search_data(DAY)
    assert all(one is other for one, other in zip(before.pages, after.pages, strict=True))


def test_what_a_person_wrote_stays_data(tmp_path: Path) -> None:
    (tmp_path / "contacts").mkdir()
    text = "</script><script>alert(1)</script>\u2028`${x}`"
    (tmp_path / "contacts" / "a.md").write_text(f"# {text}\n", encoding="utf-8")

    for page in anew(tmp_path).pages[:3]:
        assert page.data.isascii()
        assert page.data.count(b"\n") == 2
    ((_, _, _, said),) = records(anew(tmp_path), "notes")
    assert said == f"# {text}\n"


def test_a_person_is_found_at_the_page_and_a_line_in_the_note(root: Path) -> None:
    data = anew(root)
    addresses = {row[0]: row[3] for row in records(data, "people")}
    notes = {row[0]: row[1] for row in records(data, "notes")}
    assert addresses["contacts/person-003.md"] == "contacts/person-003.html"
    assert notes["contacts/person-003.md"] == "../contacts/person-003.md#L"
