"""Vaults whose notes are open in an editor: `notes_of(folder, {"contacts/ana.md": "..."})`."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from netjournal.app.editing.open_notes import OpenNotes
from netjournal.app.editing.remedies import Remedy, remedies
from netjournal.notes.at_cursor import lines_of

TODAY = date(2026, 3, 1)
"""A Sunday."""

VAULT = {
    "netjournal.toml": '[build]\ntoday = "2026-03-01"\n',
    "contacts/priya-raman.md": (
        "---\nname: Priya Raman\naliases: [Pri]\nrelationship: ally\nindustry: finance\n"
        "organization: First National Bank\ntags: [berlin, work]\n---\n\n"
        "- 2026-01-15 Lunch with [[tom-rask]]. #gave\n- [ ] Send her the deck 📅 2026-03-10\n"
    ),
    "contacts/tom-rask.md": "---\nname: Tom Rask\nindustry_guess: insurance\ntags: [berlin]\n---\n",
    "contacts/zoe-abe.md": "---\nname: Zoë Abe\nrelationship: met-once\n---\n- 2026-02-20 Fair.\n",
    "contacts/office/kim.md": "---\nname: Kim Park\n---\n",
    "contacts/home/kim.md": "---\nname: Kim Lund\n---\n",
    "journal/2026-02-27.md": "- Met [[priya-raman|Priya]] and [[Tom Rask]] at the fair.\n",
}
"""By path: six people, and a day."""


def write(root: Path, files: Mapping[str, str]) -> None:
    """Writes files as they are typed, whatever system writes them."""
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(text.encode())


def notes_of(root: Path, files: Mapping[str, str]) -> OpenNotes:
    """A vault that holds these files, read, with nothing open in it."""
    write(root, files)
    notes = OpenNotes(root, lambda pinned: pinned or TODAY)
    notes.load()
    return notes


def cursor(marked: str) -> tuple[str, int, int]:
    """A text without its `¦`, and the 1-based line and column where that was."""
    before, _, after = marked.partition("¦")
    row = lines_of(before)[-1]
    return before + after, len(lines_of(before)), len(row) + 1


def codes_of(notes: OpenNotes, path: str) -> list[str]:
    """The codes of a file's problems, in reading order."""
    return [problem.code for problem in notes.problems().get(path, ())]


def remedies_at(notes: OpenNotes, path: str, marked: str) -> dict[str, Remedy]:
    """By title what can be done at the cursor in a note that is opened with a text."""
    text, line, column = cursor(marked)
    notes.open(path, text)
    return {each.title: each for each in remedies(notes, path, line, line, column)}
