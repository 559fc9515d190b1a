"""Which journal note tells of a day, and where a new one belongs."""

import re
from collections.abc import Sequence
from datetime import date

from netjournal.model.config import VaultLayout
from netjournal.model.resolve import stem
from netjournal.vault.scan import FoundNote

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def journal_note(notes: Sequence[FoundNote], layout: VaultLayout, day: date) -> FoundNote:
    """The note about a day, by its name; else where it belongs, beside the others.

    Where the only journal note isn't named by a day, it tells of many days, and is meant.
    """
    journal = [note for note in notes if note.in_journal]
    for note in journal:
        if stem(note.path) == day.isoformat():
            return note
    daily = [note for note in journal if _day_of(note)]
    if daily:
        latest = max(daily, key=lambda note: (stem(note.path), note.path))
        return FoundNote(_beside(latest.path, day), in_contacts=False, in_journal=True)
    if len(journal) == 1:
        return journal[0]
    folder = layout.journal[0].strip("/") if layout.journal else "journal"
    path = f"{folder}/{day.isoformat()}.md"
    return FoundNote(path, in_contacts=False, in_journal=True)


def _day_of(note: FoundNote) -> date | None:
    name = stem(note.path)
    if not _DAY.fullmatch(name):
        return None
    try:
        return date.fromisoformat(name)
    except ValueError:
        return None


def _beside(path: str, day: date) -> str:
    """Where the note of a day belongs, if that of another day stands at this path."""
    *folders, name = path.split("/")
    other = date.fromisoformat(stem(name))
    for form in ("%Y-%m", "%Y", "%m"):
        # Folders of years and months, as in 2026/11 or 2026/2026-11.
        said = other.strftime(form)
        folders = [day.strftime(form) if folder == said else folder for folder in folders]
    return "/".join([*folders, f"{day.isoformat()}.md"])
