"""A contact renamed and a note made from an editor."""

from pathlib import Path

import pytest
from editing import VAULT, notes_of, write
from running import run

from netjournal.app.editing.open_notes import OpenNotes
from netjournal.app.editing.orders import Done, NotDone, make_contact, rename_contact
from netjournal.model.errors import NetjournalError

WHEN = "2026-03-01T10:00:00+00:00"
DAY = "journal/2026-02-27.md"
PRIYA = "contacts/priya-raman.md"
TOM = "contacts/tom-rask.md"
NEW_TOM = "contacts/tom-lund.md"


@pytest.fixture
def notes(tmp_path: Path) -> OpenNotes:
    return notes_of(tmp_path, VAULT)


def on_disk(notes: OpenNotes) -> dict[str, str]:
    """The notes on the disk, by path."""
    found = [path for path in notes.root.rglob("*") if path.is_file()]
    return {path.relative_to(notes.root).as_posix(): path.read_bytes().decode() for path in found}


def refused(outcome: Done | NotDone) -> str:
    assert isinstance(outcome, NotDone), outcome
    return outcome.why


def test_a_contact_is_renamed_in_every_note(notes: OpenNotes) -> None:
    outcome = rename_contact(notes, TOM, "  Tom   Lund ", WHEN)
    assert outcome == Done(
        "Tom Rask is now called Tom Lund; 2 links in 2 notes changed. "
        "`netjournal undo` takes it back.",
        NEW_TOM,
    )
    now = on_disk(notes)
    assert TOM not in now
    assert now[NEW_TOM] == VAULT[TOM].replace("Tom Rask", "Tom Lund")
    assert now[PRIYA] == VAULT[PRIYA].replace("[[tom-rask]]", "[[tom-lund]]")
    assert now[DAY] == VAULT[DAY].replace("[[Tom Rask]]", "[[Tom Lund]]")
    assert notes.look()
    assert notes.index.contacts[NEW_TOM].name == "Tom Lund"


def test_a_note_that_is_open_keeps_its_file(notes: OpenNotes) -> None:
    notes.open(TOM, VAULT[TOM])
    outcome = rename_contact(notes, TOM, "Tom Lund", WHEN)
    assert isinstance(outcome, Done)
    assert outcome.path == TOM
    assert f"{TOM} is open, and keeps its name." in outcome.said
    now = on_disk(notes)
    assert NEW_TOM not in now
    assert now[TOM] == VAULT[TOM].replace("Tom Rask", "Tom Lund")
    assert now[PRIYA] == VAULT[PRIYA]
    assert now[DAY] == VAULT[DAY].replace("[[Tom Rask]]", "[[Tom Lund]]")


def test_it_can_be_taken_back(notes: OpenNotes) -> None:
    rename_contact(notes, TOM, "Tom Lund", WHEN)
    listed = run("netjournal undo --list", notes.root).output
    assert "rename Tom Rask to Tom Lund, in an editor" in listed
    assert run("netjournal undo", notes.root).status == 0
    assert on_disk(notes) == VAULT


@pytest.mark.parametrize("path", [TOM, PRIYA, DAY])
def test_a_note_that_would_change_has_to_be_saved_first(notes: OpenNotes, path: str) -> None:
    notes.open(path, VAULT[path] + "\nmore\n")
    assert refused(rename_contact(notes, TOM, "Tom Lund", WHEN)).startswith(f"Save {path} first")
    assert on_disk(notes) == VAULT


def test_a_note_with_a_new_link_to_the_contact_has_to_be_saved_first(notes: OpenNotes) -> None:
    notes.open("journal/2026-03-01.md", "- Met [[tom-rask]].\n")
    notes.open(PRIYA, VAULT[PRIYA].replace("Lunch with [[tom-rask]]", "Lunch"))
    why = refused(rename_contact(notes, TOM, "Tom Lund", WHEN))
    assert why.startswith(f"Save {PRIYA} and journal/2026-03-01.md first")
    assert on_disk(notes) == VAULT


def test_other_notes_may_be_unsaved_and_open_notes_that_are_saved_dont_matter(
    notes: OpenNotes,
) -> None:
    notes.open("contacts/zoe-abe.md", "---\nname: Zoë\n---\n")
    notes.open(TOM, VAULT[TOM].replace("\n", "\r\n"))
    assert isinstance(rename_contact(notes, TOM, "Tom Lund", WHEN), Done)


@pytest.mark.parametrize("name", ["", "   ", "\n"])
def test_without_a_name_nothing_is_done(notes: OpenNotes, name: str) -> None:
    assert refused(rename_contact(notes, TOM, name, WHEN)) == "A name is missing."
    assert refused(make_contact(notes, name, WHEN)) == "A name is missing."
    assert on_disk(notes) == VAULT


def test_a_note_that_another_program_has_changed_since_is_read_anew(notes: OpenNotes) -> None:
    write(notes.root, {DAY: VAULT[DAY] + "- Wrote to [[tom-rask]].\n"})
    outcome = rename_contact(notes, TOM, "Tom Lund", WHEN)
    assert isinstance(outcome, Done)
    assert on_disk(notes)[DAY].endswith("- Wrote to [[tom-lund]].\n")


def test_a_contact_whose_note_is_gone_isnt_renamed(notes: OpenNotes) -> None:
    (notes.root / TOM).unlink()
    before = on_disk(notes)
    try:
        why = refused(rename_contact(notes, TOM, "Tom Lund", WHEN))
    except NetjournalError as problem:
        why = str(problem)
    assert "tom-rask" in why
    assert on_disk(notes) == before


def test_a_note_for_somebody_new(notes: OpenNotes) -> None:
    outcome = make_contact(notes, "Dora Novak", WHEN)
    path = "contacts/dora-novak.md"
    assert outcome == Done(f"Made {path}. `netjournal undo` takes it back.", path)
    assert "name: Dora Novak" in on_disk(notes)[path]
    notes.look()
    assert notes.index.contacts[path].name == "Dora Novak"


def test_somebody_of_the_same_name_gets_a_file_of_ones_own(notes: OpenNotes) -> None:
    outcome = make_contact(notes, "Tom Rask", WHEN)
    now = on_disk(notes)
    assert now[TOM] == VAULT[TOM]
    assert isinstance(outcome, NotDone) or now[outcome.path] != now[TOM]


def test_names_that_lead_out_of_the_folder_stay_in_it(tmp_path: Path) -> None:
    notes = notes_of(tmp_path / "vault", VAULT)
    outcome = make_contact(notes, "../../etc/passwd", WHEN)
    assert isinstance(outcome, NotDone) or outcome.path.startswith("contacts/")
    assert [path.name for path in tmp_path.iterdir()] == ["vault"]
