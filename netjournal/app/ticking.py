"""Ticking a promise, in whichever note it stands."""

from datetime import date

from netjournal.app.changing import Because, Changed, change_notes
from netjournal.app.who import Desk
from netjournal.model.contact import Promise
from netjournal.notes.parse import parse_note
from netjournal.notes.splicing.boxes import tick
from netjournal.notes.splicing.note import Note, Refusal


def tick_promise(desk: Desk, promise: Promise, day: date, because: Because) -> Changed | Refusal:
    """Ticks a promise that was read before, on a day; the note may have been edited since.

    KeyError when the note is gone; raises NotChanged, as `change_notes` does.
    """
    found = desk.note_at(promise.path)
    return change_notes(desk.vault, [(found, lambda note: _ticked(note, promise, day))], because)


def _ticked(note: Note, promise: Promise, day: date) -> Note | Refusal:
    """The note with the box ticked, at the line where the same words stand now."""
    parsed = parse_note(
        note.source, note.config, in_contacts=note.in_contacts, in_journal=note.in_journal
    )
    lines = [each.line for each in parsed.promises if each.text == promise.text]
    if not lines:
        reason = "the promise doesn't stand here any more"
        return Refusal(note.source.path, promise.line, reason)
    return tick(note, min(lines, key=lambda line: abs(line - promise.line)), day)
