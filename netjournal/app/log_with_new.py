"""An entry with people of whom some have no note yet: theirs are made with it, or nothing is."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from netjournal.app.changing import Because, Changed, Read, change_as_planned
from netjournal.app.log_entry import journal_change
from netjournal.app.new_contact import Made, Wish, plan_contact
from netjournal.app.new_place import Places
from netjournal.app.who import Desk, Someone
from netjournal.model.source import Source
from netjournal.notes.splicing.entries import add_entry
from netjournal.notes.splicing.note import Note, Refusal
from netjournal.vault.changes import FileChange


class Company(NamedTuple):
    """With whom something happened."""

    known: Sequence[Someone]
    new: Sequence[str]
    """The names of those who have no note."""


class Entry(NamedTuple):
    """What happened."""

    day: date
    text: str
    in_journal: bool
    """Whether it stands in the journal though it is about one person."""


def log_with_new(
    desk: Desk, company: Company, entry: Entry, because: Because
) -> tuple[Changed, Sequence[Made]] | Refusal:
    """Adds an entry and makes the notes of those who are new; raises NotChanged."""

    def plan(known: Desk, read: Read) -> tuple[Sequence[Made], Sequence[FileChange]] | Refusal:
        made = _made(known, company.new, entry.day)
        if isinstance(made, Refusal):
            return made
        changes = _changes(known, company.known, made, entry, read)
        return changes if isinstance(changes, Refusal) else (made, changes)

    done = change_as_planned(desk.vault, desk, Desk, plan, because)
    return done if isinstance(done, Refusal) else (done[1], done[0])


def _made(desk: Desk, names: Sequence[str], day: date) -> Sequence[Made] | Refusal:
    places = Places(desk)
    found: list[Made] = []
    for name in names:
        made = plan_contact(desk, Wish(name, (), day), places)
        if isinstance(made, Refusal):
            return made
        found.append(made)
    return found


def _changes(
    desk: Desk, known: Sequence[Someone], made: Sequence[Made], entry: Entry, read: Read
) -> Sequence[FileChange] | Refusal:
    if len(made) == 1 and not known and not entry.in_journal:
        place = made[0].place
        empty = Note(
            Source(place.path, made[0].data),
            desk.settings.config,
            place.in_contacts,
            place.in_journal,
        )
        note = add_entry(empty, entry.day, entry.text)
        if isinstance(note, Refusal):
            return note
        return [FileChange(place.path, None, note.source.data)]
    people = [*known, *(Someone(each.place, each.name) for each in made)]
    journal = journal_change(desk, people, entry.day, entry.text, read)
    if isinstance(journal, Refusal):
        return journal
    return [journal, *(FileChange(each.path, None, each.data) for each in made)]
