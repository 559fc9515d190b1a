"""What can be done at a place of a note: problems put right, a promise ticked, an entry added."""

from collections.abc import Iterator
from typing import NamedTuple

from netjournal.app.editing.links import contact_at
from netjournal.app.editing.open_notes import OpenNotes
from netjournal.model import codes
from netjournal.model.contact import Contact
from netjournal.model.diagnostic import Diagnostic, Fix
from netjournal.model.source import Source
from netjournal.notes.splicing.boxes import tick
from netjournal.notes.splicing.entries import add_entry
from netjournal.notes.splicing.fields import remove_field, with_empty_field
from netjournal.notes.splicing.items import add_items, remove_items
from netjournal.notes.splicing.note import Note
from netjournal.notes.splicing.quoted_line import quote_line
from netjournal.notes.splicing.retyping import with_line_changed

_QUOTABLE = frozenset((codes.CHANGED_BY_YAML.code, codes.YAML_SYNTAX.code))


class TextChange(NamedTuple):
    """A note's text as the editor has it, and as it is to be."""

    path: str
    before: str
    after: str


class Remedy(NamedTuple):
    """Something that can be done: either a change of an open text, or somebody's new note."""

    title: str
    change: TextChange | None
    new_name: str = ""
    """The name of the contact who is to get a note."""
    problem: Diagnostic | None = None
    """What it puts right, if anything."""


def remedies(notes: OpenNotes, path: str, first: int, last: int, column: int) -> tuple[Remedy, ...]:
    """What can be done on some 1-based lines of a note, problems first.

    `column` is the 1-based one of the cursor on the first line.
    """
    note = _note(notes, path)
    if note is None:
        return ()
    problems = [p for p in notes.problems().get(path, ()) if first <= p.line <= last]
    found = [each for problem in problems for each in _of_problem(notes, note, problem)]
    found += _promises(notes, note, first, last)
    contact = contact_at(notes, path, first, column)
    if contact:
        found += _of_contact(notes, contact)
    return tuple(found)


def _note(notes: OpenNotes, path: str) -> Note | None:
    role = notes.workspace.role_of(path)
    if role is None or not notes.is_utf8(path):
        return None
    source = Source(path, notes.text(path).encode("utf-8", "replace"))
    return Note(source, notes.workspace.config, role.in_contacts, role.in_journal)


def _of_problem(notes: OpenNotes, note: Note, problem: Diagnostic) -> Iterator[Remedy]:
    for fix in problem.fixes:
        changed = with_line_changed(note, problem.line, problem.column, fix.typed, fix.better)
        if changed:
            yield _remedy(notes, _title(fix), note, changed, problem)
    if problem.code in _QUOTABLE:
        changed = quote_line(note, problem.line, problem.column, problem.width)
        if changed:
            yield _remedy(notes, "Put the value in quotes", note, changed, problem)
    if problem.code == codes.UNRESOLVED_LINK.code:
        yield from _new_contact(notes, problem)


def _title(fix: Fix) -> str:
    return f"Change '{fix.typed}' to '{fix.better}'"


def _new_contact(notes: OpenNotes, problem: Diagnostic) -> Iterator[Remedy]:
    for open_link in notes.index.unresolved:
        link = open_link.link
        is_here = (open_link.source, link.line, link.column) == (
            problem.path,
            problem.line,
            problem.column,
        )
        if is_here and not link.is_path and "/" not in link.target:
            name = link.target
            yield Remedy(f"Make a note for {name}", None, name, problem)


def _promises(notes: OpenNotes, note: Note, first: int, last: int) -> Iterator[Remedy]:
    parsed = notes.parsed(note.source.path)
    for promise in parsed.promises if parsed else ():
        if first <= promise.line <= last and not promise.done:
            changed = tick(note, promise.line, notes.as_of)
            if isinstance(changed, Note):
                yield _remedy(notes, "Tick the promise", note, changed)


def _of_contact(notes: OpenNotes, contact: Contact) -> Iterator[Remedy]:
    note = _note(notes, contact.path)
    if note is None:
        return
    logged = add_entry(note, notes.as_of, "Catch-up")
    if isinstance(logged, Note):
        yield _remedy(notes, f"Log a catch-up with {contact.name} today", note, logged)
    if contact.industries:
        return
    for guess in contact.industry_guess:
        changed = add_items(note, "industry", [guess], make_head=True)
        if isinstance(changed, Note):
            is_only = len(contact.industry_guess) == 1
            changed = (
                remove_field(changed, "industry_guess")
                if is_only
                else remove_items(changed, "industry_guess", [guess])
            )
        if isinstance(changed, Note):
            yield _remedy(notes, f"Accept the guess: industry {guess}", note, changed)
    changed = with_empty_field(note, "industry")
    if isinstance(changed, Note):
        yield _remedy(notes, f"Add the field industry for {contact.name}", note, changed)


def _remedy(
    notes: OpenNotes, title: str, before: Note, after: Note, problem: Diagnostic | None = None
) -> Remedy:
    path = before.source.path
    text = after.source.data.decode("utf-8", "replace")
    return Remedy(title, TextChange(path, notes.text(path), text), problem=problem)
