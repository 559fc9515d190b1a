"""What can be taken back when notes have been changed since, and the way past what can't."""

from pathlib import Path

import pytest

from netjournal.vault.changes import (
    ChangedSince,
    FileChange,
    change_files,
    undo_last,
    undoable,
)

WHEN = "2026-03-01T12:00:00+01:00"


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    """Three notes, of which commands have changed each in turn."""
    root = tmp_path / "vault"
    root.mkdir()
    for name in ("ana", "ben", "cy"):
        (root / f"{name}.md").write_bytes(b"old")
        change_files(root, [FileChange(f"{name}.md", b"old", b"new")], f"set {name}", WHEN)
    return root


def texts(vault: Path) -> list[str]:
    return [(vault / f"{name}.md").read_text("utf-8") for name in ("ana", "ben", "cy")]


def changed(vault: Path) -> list[tuple[str, ...]]:
    return [each.changed for each in undoable(vault)]


def skipped_to(vault: Path) -> str | None:
    undone = undo_last(vault, WHEN, passes_over=True)
    return undone[0].command if undone else None


def test_the_change_in_the_way_is_named(vault: Path) -> None:
    (vault / "cy.md").write_bytes(b"mine")
    with pytest.raises(ChangedSince, match=r"cy\.md has been changed since, .*: set cy$"):
        undo_last(vault, WHEN)
    assert texts(vault) == ["new", "new", "mine"]


def test_changes_in_the_way_are_passed_over_only_when_asked(vault: Path) -> None:
    (vault / "cy.md").write_bytes(b"mine")
    (vault / "ben.md").unlink()
    assert changed(vault) == [("cy.md",), ("ben.md",), ()]
    assert skipped_to(vault) == "set ana"
    assert (vault / "ana.md").read_bytes() == b"old"
    assert (vault / "cy.md").read_bytes() == b"mine"
    assert not (vault / "ben.md").exists()
    assert skipped_to(vault) is None
    assert len(undoable(vault)) == 2


def test_what_was_passed_over_can_be_taken_back_once_its_note_is_as_it_was(vault: Path) -> None:
    (vault / "cy.md").write_bytes(b"mine")
    assert skipped_to(vault) == "set ben"
    (vault / "cy.md").write_bytes(b"new")
    assert skipped_to(vault) == "set cy"
    assert texts(vault) == ["new", "old", "old"]


def test_nothing_is_passed_over_that_can_be_taken_back(vault: Path) -> None:
    assert skipped_to(vault) == "set cy"
    assert texts(vault) == ["new", "new", "old"]


def test_changes_of_one_note_are_no_obstacle_to_each_other(vault: Path) -> None:
    change_files(vault, [FileChange("ana.md", b"new", b"newer")], "log ana", WHEN)
    change_files(vault, [FileChange("ana.md", b"newer", None)], "merge ana", WHEN)
    assert changed(vault) == [()] * 5
    (vault / "ana.md").write_bytes(b"mine")
    assert changed(vault) == [("ana.md",), ("ana.md",), (), (), ("ana.md",)]
    assert skipped_to(vault) == "set cy"


def test_of_a_change_of_several_notes_all_or_none_is_taken_back(vault: Path) -> None:
    both = [FileChange("ana.md", b"new", b"2"), FileChange("ben.md", b"new", b"2")]
    change_files(vault, both, "rename", WHEN)
    (vault / "ben.md").write_bytes(b"mine")
    assert skipped_to(vault) == "set cy"
    # What the change in the way has made of ana is no text that an older one knows.
    assert skipped_to(vault) is None
    assert texts(vault) == ["2", "mine", "old"]
