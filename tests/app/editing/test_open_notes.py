"""Open texts above the notes on the disk."""

from datetime import date
from pathlib import Path

import pytest
from editing import VAULT, codes_of, notes_of, write

from netjournal.app.editing.open_notes import OpenNotes

ANA = "contacts/ana.md"
TOM = "contacts/tom-rask.md"
PRIYA = "contacts/priya-raman.md"
DAY = "journal/2026-02-27.md"


@pytest.fixture
def notes(tmp_path: Path) -> OpenNotes:
    return notes_of(tmp_path, VAULT)


def test_a_text_that_isnt_saved_counts_and_what_is_on_the_disk_again_once_it_is_closed(
    notes: OpenNotes,
) -> None:
    notes.open(TOM, "---\nname: Tom Lund\n---\n")
    assert notes.index.contacts[TOM].name == "Tom Lund"
    assert codes_of(notes, DAY) == ["NJ101"]
    assert notes.text(TOM) == "---\nname: Tom Lund\n---\n"
    assert notes.is_open(TOM)
    assert notes.unsaved() == (TOM,)
    notes.close(TOM)
    assert notes.index.contacts[TOM].name == "Tom Rask"
    assert codes_of(notes, DAY) == []
    assert notes.text(TOM) == VAULT[TOM]
    assert not notes.is_open(TOM)
    assert notes.unsaved() == ()


def test_a_note_that_has_just_been_begun_is_no_problem(notes: OpenNotes) -> None:
    notes.open(ANA, "")
    notes.open("journal/2026-03-01.md", "\n")
    assert codes_of(notes, ANA) == codes_of(notes, "journal/2026-03-01.md") == []
    write(notes.root, {ANA: ""})
    notes.close(ANA)
    notes.look()
    assert codes_of(notes, ANA) == ["NJ004"]


def test_a_note_that_was_never_saved_counts_until_it_is_closed(notes: OpenNotes) -> None:
    notes.open(ANA, "---\nname: Ana Lopez\n---\n")
    assert notes.index.contacts[ANA].name == "Ana Lopez"
    assert notes.unsaved() == (ANA,)
    notes.look()
    assert ANA in notes.index.contacts
    notes.close(ANA)
    assert ANA not in notes.index.contacts
    assert notes.text(ANA) == ""


def test_one_of_two_new_notes_is_closed_and_the_other_still_counts(notes: OpenNotes) -> None:
    other = "contacts/dora.md"
    notes.open(ANA, "---\nname: Ana Lopez\n---\n")
    notes.open(other, "---\nname: Dora Novak\n---\n")
    notes.close(ANA)
    assert ANA not in notes.index.contacts
    assert notes.index.contacts[other].name == "Dora Novak"


@pytest.mark.parametrize(
    "path",
    [
        "review/today.md",
        "site/today.md",
        "templates/contact.md",
        "elsewhere/ana.md",
        "contacts/ana.txt",
        "contacts/ana.sync-conflict-20261124-143953-YDAHXVT.md",
    ],
)
def test_generated_pages_and_files_outside_of_the_folders_are_not_taken(
    notes: OpenNotes, path: str
) -> None:
    before = notes.index
    notes.open(path, "---\nname: Somebody\n---\n- Met [[nobody]].\n")
    assert notes.index.files == before.files
    assert codes_of(notes, path) == []
    assert notes.text(path).startswith("---\nname: Somebody")
    notes.close(path)
    assert notes.index.files == before.files


def test_a_copy_that_only_its_neighbours_give_away_stays_out_when_it_is_opened(
    tmp_path: Path,
) -> None:
    copy = "contacts/tom-rask 2.md"
    notes = notes_of(tmp_path, {**VAULT, copy: VAULT[TOM]})
    assert codes_of(notes, copy) == ["NJ009"]
    notes.open(copy, VAULT[TOM])
    assert copy not in notes.index.files
    assert codes_of(notes, copy) == ["NJ009"]


def test_other_programs_change_add_and_remove_notes(notes: OpenNotes) -> None:
    assert not notes.look()
    write(notes.root, {TOM: "---\nname: Tom Lund\n---\n", ANA: "---\nname: Ana\n---\n"})
    (notes.root / "contacts/zoe-abe.md").unlink()
    assert notes.look()
    assert notes.index.contacts[TOM].name == "Tom Lund"
    assert ANA in notes.index.contacts
    assert "contacts/zoe-abe.md" not in notes.index.contacts
    assert not notes.look()


def test_a_look_at_some_files_sees_what_has_become_of_them(notes: OpenNotes) -> None:
    write(notes.root, {TOM: "---\nname: Tom Lund\n---\n"})
    assert not notes.look([DAY])
    assert notes.look([TOM])
    assert notes.index.contacts[TOM].name == "Tom Lund"
    (notes.root / TOM).unlink()
    assert notes.look([TOM])
    assert TOM not in notes.index.contacts
    write(notes.root, {TOM: VAULT[TOM]})
    assert notes.look([TOM])
    assert notes.index.contacts[TOM].name == "Tom Rask"


def test_an_open_text_stays_above_what_another_program_writes(notes: OpenNotes) -> None:
    notes.open(TOM, "---\nname: Tom Lund\n---\n")
    write(notes.root, {TOM: "---\nname: Tom Novak\n---\n", ANA: "---\nname: Ana\n---\n"})
    assert notes.look([TOM])
    assert notes.index.contacts[TOM].name == "Tom Lund"
    (notes.root / TOM).unlink()
    assert notes.look()
    assert notes.index.contacts[TOM].name == "Tom Lund"
    assert notes.unsaved() == (TOM,)


def test_a_note_that_can_no_longer_be_read_is_a_problem(notes: OpenNotes) -> None:
    (notes.root / TOM).write_bytes(b"---\nname: Tom\xff\x00\n---\n" * 3)
    assert notes.look()
    assert codes_of(notes, TOM)


def test_changed_settings_are_read_again_and_open_texts_stay(notes: OpenNotes) -> None:
    notes.open(ANA, "---\nname: Ana\nfield-of-mine: law\n---\n")
    assert notes.as_of.isoformat() == "2026-03-01"
    write(
        notes.root,
        {
            "netjournal.toml": '[build]\ntoday = "2026-03-05"\n'
            '[fields]\nfield-of-mine = "industry"\n'
        },
    )
    assert notes.look(["netjournal.toml"])
    assert notes.as_of.isoformat() == "2026-03-05"
    assert notes.index.contacts[ANA].industries == ("law",)
    (notes.root / "netjournal.toml").unlink()
    assert notes.look()
    assert notes.as_of.isoformat() == "2026-03-01"
    assert notes.index.contacts[ANA].industries == ()


def test_settings_that_are_wrong_are_problems_of_their_file(notes: OpenNotes) -> None:
    write(notes.root, {"netjournal.toml": "[me\n"})
    assert notes.look()
    assert codes_of(notes, "netjournal.toml")
    assert notes.index.contacts


@pytest.mark.parametrize("text", ["", "\r\n", "---", "---\nname: \ud83d", "a\u2028b\x0c\x00"])
def test_any_text_can_be_opened(notes: OpenNotes, text: str) -> None:
    notes.open(TOM, text)
    notes.problems()
    assert notes.text(TOM) == text
    assert notes.unsaved() == (TOM,)


def test_the_same_text_with_other_line_ends_is_saved(notes: OpenNotes) -> None:
    notes.open(TOM, VAULT[TOM].replace("\n", "\r\n"))
    assert notes.unsaved() == ()


def test_a_note_that_is_closed_before_the_vault_was_read_reads_nothing(tmp_path: Path) -> None:
    write(tmp_path, VAULT)
    notes = OpenNotes(tmp_path, lambda _: date(2026, 3, 1))
    notes.open(TOM, "---\nname: Tom Lund\n---\n")
    notes.close(TOM)
    assert PRIYA not in notes.index.contacts
    notes.load()
    assert notes.index.contacts[TOM].name == "Tom Rask"


def test_what_was_read_in_another_thread_is_taken_below_the_open_texts(notes: OpenNotes) -> None:
    told: list[tuple[int, int]] = []
    loaded = notes.read(lambda done, total: told.append((done, total)))
    notes.open(TOM, "---\nname: Tom Lund\n---\n")
    notes.take(loaded)
    assert notes.index.contacts[TOM].name == "Tom Lund"
    assert told[-1] == (6, 6)
