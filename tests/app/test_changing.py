"""Changing notes for a command, while others change them too."""

import subprocess
import sys
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from reading import CONFIG

from netjournal.app.changing import TRIES, Because, Changed, Read, Vault, change_notes, change_vault
from netjournal.notes.splicing.entries import add_entry
from netjournal.notes.splicing.fields import set_field
from netjournal.notes.splicing.note import Note, Refusal
from netjournal.vault import state
from netjournal.vault.changes import FileChange, undo_last
from netjournal.vault.placing import ChangedMeanwhile
from netjournal.vault.scan import FoundNote

ANA, BEN = (FoundNote(f"contacts/{name}.md", True, False) for name in ("ana", "ben"))
WHY = Because("log ana", "2026-11-28T10:00:00")
DAY = date(2026, 11, 28)
log = partial(add_entry, day=DAY, text="x")


@pytest.fixture
def vault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Vault:
    monkeypatch.setattr(state, "user_state_path", lambda _: tmp_path / "state")
    (tmp_path / "vault/contacts").mkdir(parents=True)
    for note in (ANA, BEN):
        (tmp_path / "vault" / note.path).write_text("---\nname: A\n---\n\n- 2026-01-01 y\n")
    return Vault(tmp_path / "vault", CONFIG)


def text(vault: Vault, note: FoundNote = ANA) -> str:
    return (vault.root / note.path).read_text()


def test_notes_are_changed_together_and_the_changes_of_one_follow_each_other(vault: Vault) -> None:
    titled = partial(set_field, key="title", value="T")
    done = change_notes(vault, [(ANA, log), (BEN, log), (ANA, titled)], WHY)
    assert isinstance(done, Changed)
    assert done.paths == (ANA.path, BEN.path)
    assert text(vault) == "---\nname: A\ntitle: T\n---\n\n- 2026-11-28 x\n- 2026-01-01 y\n"
    assert done.notes[ANA.path].source.data.decode() == text(vault)
    undo_last(vault.root, "later")
    assert text(vault) == text(vault, BEN) == "---\nname: A\n---\n\n- 2026-01-01 y\n"


def test_no_note_is_changed_when_one_change_is_refused(vault: Vault) -> None:
    refusing = partial(set_field, key="cadence", value="banana")
    refusal = change_notes(vault, [(ANA, log), (BEN, refusing)], WHY)
    assert isinstance(refusal, Refusal)
    assert refusal.path == BEN.path
    assert "2026-11-28" not in text(vault)


def test_a_note_that_is_gone_is_a_refusal(vault: Vault) -> None:
    (vault.root / ANA.path).unlink()
    refusal = change_notes(vault, [(ANA, log)], WHY)
    assert isinstance(refusal, Refusal)
    assert "gone" in refusal.reason


def test_what_says_so_already_changes_nothing_and_is_not_remembered(vault: Vault) -> None:
    done = change_notes(vault, [(ANA, partial(set_field, key="name", value="A"))], WHY)
    assert isinstance(done, Changed)
    assert done.paths == ()
    assert undo_last(vault.root, "later") is None


def test_what_an_editor_saves_meanwhile_is_kept(vault: Vault) -> None:
    saves: list[int] = []

    def while_saving(note: Note) -> Note | Refusal:
        if len(saves) < TRIES - 1:
            saves.append(1)
            with (vault.root / ANA.path).open("a") as file:
                file.write(f"- 2025-01-0{len(saves)} saved\n")
        return log(note)

    change_notes(vault, [(ANA, while_saving)], WHY)
    assert text(vault).count("saved") == TRIES - 1
    assert text(vault).count("2026-11-28 x") == 1


def test_a_note_that_will_not_stand_still_is_left_alone(vault: Vault) -> None:
    def while_saving(note: Note) -> Note | Refusal:
        (vault.root / ANA.path).write_bytes(note.source.data + b".")
        return log(note)

    with pytest.raises(ChangedMeanwhile, match="another program"):
        change_notes(vault, [(ANA, while_saving)], WHY)
    assert text(vault) == "---\nname: A\n---\n\n- 2026-01-01 y\n" + "." * TRIES


def test_notes_can_come_and_go(vault: Vault) -> None:
    def plan(read: Read) -> list[FileChange]:
        note = read(ANA)
        assert isinstance(note, Note)
        data = note.source.data
        return [FileChange("contacts/anna.md", None, data), FileChange(ANA.path, data, None)]

    done = change_vault(vault, plan, WHY)
    assert isinstance(done, Changed)
    assert not (vault.root / ANA.path).exists()
    undo_last(vault.root, "later")
    assert (vault.root / ANA.path).exists()
    assert not (vault.root / "contacts/anna.md").exists()


MANY = """
import sys
from datetime import date
from functools import partial
from pathlib import Path
from netjournal.app.changing import Because, Changed, Vault, change_notes
from netjournal.model.config import Config
from netjournal.notes.splicing.entries import add_entry
from netjournal.vault import state
from netjournal.vault.scan import FoundNote
from netjournal.vault.taxonomy import default_taxonomy

root, name, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
state.user_state_path = lambda _: root.parent / "state"
vault = Vault(root, Config(default_taxonomy()))
note = FoundNote("contacts/ana.md", True, False)
for number in range(count):
    log = partial(add_entry, day=date(2026, 11, 28), text=f"{name}{number}.")
    assert isinstance(change_notes(vault, [(note, log)], Because("log", "now")), Changed)
"""


EDITOR = """
import os, sys, time
from pathlib import Path

note, count, in_place = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3] == "in place"
for number in range(count):
    text = note.read_text() + f"- 2025-01-01 saved{number}.\\n"
    if in_place:
        note.write_text(text)
    else:
        new = note.with_name(".ana.md.new")
        new.write_text(text)
        os.replace(new, note)
    time.sleep(0.002)
"""


def _beside_an_editor(vault: Vault, saves: int, way: str) -> None:
    """It reads the note before each save, as editors do that load it again when it changes."""
    note = vault.root / ANA.path
    words = [sys.executable, "-c", EDITOR, str(note), str(saves), way]
    editor = subprocess.Popen(words)
    made = refused = 0
    while editor.poll() is None:
        try:
            done = change_notes(vault, [(ANA, partial(add_entry, day=DAY, text=f"{made}."))], WHY)
            made += isinstance(done, Changed)
        except ChangedMeanwhile:
            refused += 1
    assert editor.returncode == 0
    assert made
    lost = [number for number in range(saves) if f" saved{number}.\n" not in text(vault)]
    assert lost == []


def test_no_save_of_an_editor_that_renames_is_lost(vault: Vault) -> None:
    _beside_an_editor(vault, 60, "by renaming")


@pytest.mark.slow
def test_none_of_a_thousand_saves_is_lost(vault: Vault) -> None:
    _beside_an_editor(vault, 1_000, "by renaming")


def _two_at_once(vault: Vault, count: int) -> None:
    words = [sys.executable, "-c", MANY, str(vault.root)]
    both = [subprocess.Popen([*words, name, str(count)]) for name in ("one", "two")]
    assert [each.wait(timeout=600) for each in both] == [0, 0]
    for name in ("one", "two"):
        assert all(f" {name}{number}.\n" in text(vault) for number in range(count))
    assert [path.name for path in (vault.root / "contacts").iterdir() if path.suffix != ".md"] == []


def test_two_processes_at_once_lose_no_entry(vault: Vault) -> None:
    _two_at_once(vault, 25)


@pytest.mark.slow
def test_two_processes_at_once_lose_none_of_a_thousand_entries_each(vault: Vault) -> None:
    _two_at_once(vault, 1_000)
