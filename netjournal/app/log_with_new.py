"""An entry with people of whom some have no note yet: theirs are made with it, or nothing is."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from netjournal.app.changing import Because, Changed, Read, change_vault
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
    """Adds an entry and makes the notes of those who are new; raises NotChanged.

    Whoever has got a note by now, which the desk may not know, is not made another one.
    """
    made_at_last: list[Made] = []

    def plan(read: Read) -> Sequence[FileChange] | Refusal:
        now = Desk(desk.root)
        known, new = _by_now(now, company)
        made = _made(now, new, entry.day)
        if isinstance(made, Refusal):
            return made
        made_at_last[:] = made
        return _changes(now, known, made, entry, read)

    done = change_vault(desk.vault, plan, because, alone=True)
    return done if isinstance(done, Refusal) else (done, made_at_last)


def why_not_new(desk: Desk, name: str, day: date) -> Refusal | None:
    """Why no note can be made for somebody of a name, if so; nothing is written."""
    made = plan_contact(desk, Wish(name, (), day))
    return made if isinstance(made, Refusal) else None


def _by_now(desk: Desk, company: Company) -> Company:
    """Who of some people has a note and who has none, as the notes are now."""
    known = {each.note.path: each for each in company.known}
    new: list[str] = []
    for name in company.new:
        people = desk.people_meant(name)
        if len(people) == 1:
            known[people[0].note.path] = people[0]
        else:
            new.append(name)
    return Company(tuple(known.values()), new)


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
    if not made and len(known) == 1 and not entry.in_journal:
        return _in_note(known[0], entry, read)
    people = [*known, *(Someone(each.place, each.name) for each in made)]
    journal = journal_change(desk, people, entry.day, entry.text, read)
    if isinstance(journal, Refusal):
        return journal
    return [journal, *(FileChange(each.path, None, each.data) for each in made)]


def _in_note(person: Someone, entry: Entry, read: Read) -> Sequence[FileChange] | Refusal:
    before = read(person.note)
    if isinstance(before, Refusal):
        return before
    after = add_entry(before, entry.day, entry.text)
    if isinstance(after, Refusal):
        return after
    return [FileChange(person.note.path, before.source.data, after.source.data)]
