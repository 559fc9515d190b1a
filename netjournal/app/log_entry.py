"""Logging what happened: an entry in somebody's note, or in the journal for several people."""

from collections.abc import Iterable, Sequence
from datetime import date

from netjournal.app.changing import (
    Because,
    Changed,
    Read,
    change_notes,
    change_vault,
    read_for_change,
)
from netjournal.app.journal_notes import journal_note
from netjournal.app.link_text import link_text, listed_links
from netjournal.app.who import Desk, Someone
from netjournal.model.config import Config
from netjournal.model.contact import Kind
from netjournal.model.resolve import stem
from netjournal.model.source import Source
from netjournal.notes.parse import parse_note
from netjournal.notes.splicing.entries import add_entry
from netjournal.notes.splicing.journal import add_to_journal
from netjournal.notes.splicing.note import Note, Refusal
from netjournal.vault.changes import FileChange
from netjournal.vault.scan import FoundNote


def log_in_note(
    desk: Desk, person: Someone, day: date, text: str, because: Because
) -> Changed | Refusal:
    """Adds a dated entry to the note of a contact; raises NotChanged."""
    changes = [(person.note, lambda note: add_entry(note, day, text))]
    return change_notes(desk.vault, changes, because)


def log_in_journal(
    desk: Desk, people: Sequence[Someone], day: date, text: str, because: Because
) -> Changed | Refusal:
    """Adds an entry that links some people to the journal note of a day, which may be a new one.

    Raises NotChanged.
    """

    def plan(read: Read) -> Sequence[FileChange] | Refusal:
        change = journal_change(desk, people, day, text, read)
        return change if isinstance(change, Refusal) else [change]

    return change_vault(desk.vault, plan, because)


def journal_change(
    desk: Desk, people: Sequence[Someone], day: date, text: str, read: Read
) -> FileChange | Refusal:
    """What becomes of the journal note of a day with an entry that links some people.

    Those without a note are linked as if they had one where they say.
    """
    config = desk.settings.config
    found = journal_note(desk.notes, config.vault, day)
    is_new = all(note.path != found.path for note in desk.notes)
    before = _empty(found, config) if is_new else read(found)
    if isinstance(before, Refusal):
        return before
    links = [_link(desk, person, found.path) for person in people]
    after = add_to_journal(before, day, f"{listed_links(links)}: {text}")
    if isinstance(after, Refusal):
        return after
    return FileChange(found.path, None if is_new else before.source.data, after.source.data)


def with_hashtags(text: str, kinds: Iterable[Kind], config: Config) -> str:
    """A text with the hashtags of some kinds at the end of its first line, as the vault has them.

    One that the text has already isn't said twice.
    """
    first, *others = text.split("\n")
    for kind in kinds:
        words = [word for word, means in config.hashtags.items() if means is kind]
        word = words[0] if words else kind.value
        if f"#{word}" not in first.split():
            first = f"{first} #{word}".strip()
    return "\n".join([first, *others])


def _empty(found: FoundNote, config: Config) -> Note:
    return Note(Source(found.path, b""), config, found.in_contacts, found.in_journal)


def _link(desk: Desk, person: Someone, source: str) -> str:
    """A link to somebody, in the vault's style, with the name as people say it."""
    path = person.note.path
    file = stem(path).casefold()
    others = [each for each in desk.notes if each.path != path]
    is_only_one = all(stem(note.path).casefold() != file for note in others)
    style = desk.settings.config.build.links
    return link_text(path, _name(desk, person), source, style, is_only_one=is_only_one)


def _name(desk: Desk, person: Someone) -> str:
    """The name of somebody, when it can stand in a link; else that of the file."""
    if person.note not in desk.notes:
        return person.name
    note = read_for_change(desk.vault, person.note)
    if isinstance(note, Refusal):
        return stem(person.note.path)
    contact = parse_note(note.source, note.config, in_contacts=True, in_journal=False).contact
    name = contact.name if contact else ""
    return name or stem(person.note.path)
