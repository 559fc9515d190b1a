"""The workspace: what a vault on disk says, and how it follows changes."""

import shutil
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netjournal.app.workspace import Workspace
from netjournal.model.source import Source
from netjournal.reviews.assessing import assess

TODAY = date(2026, 3, 1)
SAMPLE = Path(__file__).parents[2] / "sample-vault"
CHANGES = [
    "",
    "cadence: 3d\n",
    "industry: hospitality\n",
    "name: Matteo Valsecca\n",
    "last_contact: 2026-02-27\n",
    "status: dormant\n",
    "knows: ['[[ilse-terwindt]]']\n",
]
"""Lines of front matter that make a contact another; nothing deletes the note."""


def write(root: Path, path: str, text: str) -> None:
    """Writes a note."""
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A vault of one contact and one day."""
    write(tmp_path, "contacts/ana.md", "---\nname: Ana Lopez\n---\n- 2026-02-01 Call.\n")
    write(tmp_path, "journal/2026-02-20.md", "Lunch with [[ana]].\n")
    return tmp_path


def test_loading_reads_every_note_and_tells_how_far_it_is(root: Path) -> None:
    told: list[tuple[int, int]] = []

    workspace = Workspace.load(root, lambda done, total: told.append((done, total)))

    assert list(workspace.index.files) == ["contacts/ana.md", "journal/2026-02-20.md"]
    assert [e.date.day for e in workspace.index.interactions["contacts/ana.md"]] == [1, 20]
    assert told == [(0, 2), (2, 2)]


def test_an_update_sees_changed_new_and_vanished_notes(root: Path) -> None:
    workspace = Workspace.load(root)
    write(root, "contacts/ana.md", "---\nname: Ana Lund\n---\n")
    write(root, "contacts/ben.md", "# Ben Osei\n")
    (root / "journal/2026-02-20.md").unlink()

    workspace.update(["contacts/ana.md"])

    assert [c.name for c in workspace.index.contacts.values()] == ["Ana Lund", "Ben Osei"]
    assert list(workspace.index.files) == ["contacts/ana.md", "contacts/ben.md"]


def test_an_update_reads_only_what_it_is_told(root: Path) -> None:
    workspace = Workspace.load(root)
    write(root, "contacts/ana.md", "---\nname: Ana Lund\n---\n")

    workspace.update([])

    assert workspace.index.contacts["contacts/ana.md"].name == "Ana Lopez"


def test_the_text_of_an_editor_stands_in_for_the_file(root: Path) -> None:
    workspace = Workspace.load(root)

    workspace.accept(Source("contacts/ana.md", b"---\nname: Ana Unsaved\n---\n"))
    workspace.accept(Source("journal/2026-02-20.md", b"Nothing with anybody.\n"))

    assert workspace.index.contacts["contacts/ana.md"].name == "Ana Unsaved"
    assert "contacts/ana.md" not in workspace.index.interactions


def test_a_note_that_cannot_be_read_hides_no_other(root: Path) -> None:
    (root / "contacts/big.md").write_bytes(b"x" * 10_000_001)

    workspace = Workspace.load(root)

    assert "contacts/ana.md" in workspace.index.contacts
    assert [(d.code, d.path) for d in workspace.diagnostics(TODAY) if d.code == "NJ005"] == [
        ("NJ005", "contacts/big.md")
    ]


def test_a_note_that_can_be_read_again_is_read_again(root: Path) -> None:
    (root / "contacts/big.md").write_bytes(b"x" * 10_000_001)
    workspace = Workspace.load(root)
    write(root, "contacts/big.md", "# Big Ben\n")

    workspace.update(["contacts/big.md"])

    assert workspace.index.contacts["contacts/big.md"].name == "Big Ben"
    assert [d for d in workspace.diagnostics(TODAY) if d.code == "NJ005"] == []


def test_a_mixed_vault_holds_only_notes_that_carry_the_mark(root: Path) -> None:
    write(root, "netjournal.toml", '[vault]\ncontacts = []\ncontact_tag = "person"\n')
    write(root, "Notes/cleo.md", "---\ntags: [person]\n---\nSee [[garden]] and [[nobody]].\n")
    write(root, "Notes/garden.md", "Roses, [[and more]].\n")

    workspace = Workspace.load(root)

    assert list(workspace.index.contacts) == ["Notes/cleo.md"]
    assert [link.link.target for link in workspace.index.unresolved] == ["nobody"]


def test_a_problem_that_hides_a_whole_note_is_told(root: Path) -> None:
    write(root, "journal/2026-02-30.md", "Lunch with [[ana]].\n")

    workspace = Workspace.load(root)

    found = [(d.code, d.path) for d in workspace.diagnostics(TODAY)]
    assert ("NJ205", "journal/2026-02-30.md") in found


@given(st.lists(st.tuples(st.integers(0, 26), st.sampled_from(CHANGES)), max_size=4))
@settings(max_examples=25, deadline=None)
def test_assessment_after_changes_is_that_of_a_fresh_look(changes: list[tuple[int, str]]) -> None:
    with TemporaryDirectory() as folder:
        root = Path(folder) / "vault"
        shutil.copytree(SAMPLE, root, ignore=shutil.ignore_patterns("review", "site"))
        workspace = Workspace.load(root)
        workspace.assessment(TODAY)
        notes = sorted((root / "contacts").glob("*.md"))
        for number, change in changes:
            note = notes[number % len(notes)]
            text = note.read_text(encoding="utf-8") if note.exists() else "---\nname: New\n---\n"
            if change:
                note.write_text(text.replace("---\n", f"---\n{change}", 1), encoding="utf-8")
            else:
                note.unlink(missing_ok=True)
            workspace.update([note.relative_to(root).as_posix()])
            workspace.assessment(TODAY)

        fresh = Workspace.load(root)

        assert fresh.index == workspace.index
        assert assess(fresh.index, fresh.config, TODAY).people == workspace.assessment(TODAY).people


def test_names_in_the_settings_that_mean_nobody_are_named_with_their_line(tmp_path: Path) -> None:
    groups = '[duplicates]\nnot_the_same = [\n  ["ana", "Ana Lumd"],\n  ["ana", "who"],\n]\n'
    (tmp_path / "netjournal.toml").write_text(groups, encoding="utf-8")
    (tmp_path / "contacts").mkdir()
    (tmp_path / "contacts/ana.md").write_text("---\nname: Ana Lund\n---\n", encoding="utf-8")

    found = Workspace.load(tmp_path).diagnostics(date(2026, 3, 1))

    assert [(each.code, each.line, each.column, each.message, each.hint) for each in found] == [
        ("NJ503", 3, 11, "no contact is called 'Ana Lumd'", "did you mean 'Ana Lund'?"),
        ("NJ503", 4, 11, "no contact is called 'who'", "take it out if the note is gone"),
    ]
