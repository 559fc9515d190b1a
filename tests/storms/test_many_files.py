"""Thousands of files change at once, also while nobody listens."""

import shutil
import signal
import sys
from pathlib import Path

import pytest
from storming import note, save, storm

from netjournal.vault.reader import MAX_NOTE_BYTES

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="a watch ends by a signal"),
]


def test_thousands_of_saved_files(root: Path) -> None:
    with storm(root) as under:
        save(*under.notes())
        under.settles()
        for path in under.notes()[::2]:
            path.unlink()
        for path in under.notes()[::2]:
            path.rename(path.with_stem(f"moved-{path.stem}"))
        under.settles()
        under.ends()


def test_more_events_than_the_system_keeps_while_the_process_is_stopped(root: Path) -> None:
    with storm(root) as under:
        under.process.process.send_signal(signal.SIGSTOP)
        for _ in range(5):
            save(*under.notes())
        for number in range(100):
            folder = under.contacts / f"team-{number}"
            folder.mkdir()
            (folder / f"new-{number}.md").write_text(note(number))
        under.process.process.send_signal(signal.SIGCONT)
        under.settles()
        save(under.contacts / "team-99" / "new-99.md")
        under.settles()
        under.ends()


@pytest.mark.parametrize("size", [MAX_NOTE_BYTES // 4, MAX_NOTE_BYTES + 1])
def test_files_change_while_a_huge_note_is_read(root: Path, size: int) -> None:
    line = "- 2026-11-20 Call [[person-0001]]. #gave\n"
    text = note(0)
    huge = text + line * ((size - len(text)) // len(line) + 1)
    with storm(root) as under:
        notes = under.notes()
        (under.contacts / "huge.md").write_text(huge)
        save(*notes)
        under.settles()
        under.ends()


def test_folder_of_notes_is_copied_in_and_removed(root: Path, thousands: Path) -> None:
    with storm(root) as under:
        shutil.copytree(thousands / "contacts", under.contacts / "more")
        under.settles()
        save(*sorted((under.contacts / "more").iterdir())[:5])
        under.settles()
        shutil.rmtree(under.contacts / "more")
        under.settles()
        under.ends()
