"""A contact under another name: its file, its name and every link to it, or nothing of that."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from netjournal.app.changing import (
    Because,
    Read,
    Vault,
    change_as_planned,
    read_for_change,
)
from netjournal.app.following import Own, Renaming, follow_everywhere
from netjournal.app.relinking import Move, Relinked, relinked, vault_notes
from netjournal.app.workspace import Workspace
from netjournal.model.contact import Contact
from netjournal.model.file_names import file_stem
from netjournal.model.names import name_key
from netjournal.model.renaming import names_again
from netjournal.model.resolve import stem, without_ending
from netjournal.notes.splicing.items import add_items
from netjournal.notes.splicing.naming import set_name
from netjournal.notes.splicing.note import Note, Refusal
from netjournal.vault.changes import FileChange
from netjournal.vault.leftovers import NOTE_ENDINGS, conflict_copies, without_leftovers
from netjournal.vault.scan import Scan, scan


class Wish(NamedTuple):
    """Who is to be called how."""

    path: str
    """Of the contact's note."""
    name: str
    keeps_alias: bool = False
    """Whether the old name becomes an alias."""
    keeps_file: bool = False
    """Whether the note stays where it lies."""


def rename(workspace: Workspace, wish: Wish, because: Because) -> Renaming | Refusal:
    """Renames a contact in the whole vault, or not at all; raises NotChanged.

    A note that another program saves meanwhile is read again, with all the others.
    """
    vault = Vault(workspace.root, workspace.config)

    def plan(known: Workspace, read: Read) -> tuple[Renaming, Sequence[FileChange]] | Refusal:
        found = _planned(known, wish, read)
        return found if isinstance(found, Refusal) else (found, found.files)

    done = change_as_planned(vault, workspace, Workspace.load, plan, because)
    return done if isinstance(done, Refusal) else done[0]._replace(warnings=done[1].warnings)


def plan_renaming(workspace: Workspace, wish: Wish) -> Renaming | Refusal:
    """What renaming a contact would do; nothing is written."""
    vault = Vault(workspace.root, workspace.config)
    return _planned(workspace, wish, partial(read_for_change, vault))


def _planned(workspace: Workspace, wish: Wish, read: Read) -> Renaming | Refusal:
    contact = workspace.index.contacts.get(wish.path)
    if contact is None:
        return Refusal(wish.path, 1, "the note is no contact's any more")
    seen = scan(workspace.root, workspace.config)
    path = contact.path if wish.keeps_file else _new_path(contact, wish.name)
    reason = _in_the_way(workspace, seen, contact, path)
    if reason:
        return Refusal(contact.path, 1, reason)
    new = contact._replace(path=path, name=wish.name)
    names = workspace.index.names
    move = Move(contact, new, names, names_again(names, [contact], [new], None))
    return _everywhere(workspace, seen, read, wish, move)


def _new_path(contact: Contact, name: str) -> str:
    """Where the note is to lie: beside where it lies; there when only case or form would differ."""
    folder, slash, file = contact.path.rpartition("/")
    path = f"{folder}{slash}{file_stem(name, _style(contact))}{file[len(stem(file)) :]}"
    return contact.path if name_key(path) == name_key(contact.path) else path


def _style(contact: Contact) -> str:
    """The file name whose style a new one follows; none where the file name is the name."""
    file = stem(contact.path)
    return "" if file == contact.name else file


def _in_the_way(workspace: Workspace, seen: Scan, contact: Contact, path: str) -> str:
    """Why the note can't lie at a path; empty when it can."""
    if path == contact.path:
        return ""
    if contact.path in workspace.links:
        return "the note is a link to a file elsewhere, which has to be renamed by hand"
    key = name_key(without_ending(path))
    everything = [*(note.path for note in seen.notes), *seen.other_files]
    taken = [each for each in everything if name_key(without_ending(each)) == key]
    taken += workspace.index.names.by_stem.get(name_key(stem(path)), ())
    taken = [each for each in taken if each != contact.path]
    if taken:
        return f"its file would be {path}, and {taken[0]} is there already"
    folder, _, file = path.rpartition("/")
    beside = [each.rpartition("/") for each in everything]
    names = [name for inside, _, name in beside if inside == folder] + [file]
    notes = [name for name in names if name.lower().endswith(NOTE_ENDINGS)]
    if not without_leftovers([file]) or file in conflict_copies(notes):
        return f"a note called {path} would be taken for a program's copy, and not be read"
    return ""


def _everywhere(
    workspace: Workspace, seen: Scan, read: Read, wish: Wish, move: Move
) -> Renaming | Refusal:
    old, new = move.old.path, move.new.path
    places = {each.path: each for each in vault_notes(seen)}
    if old not in places:
        return Refusal(old, 1, "the note is gone")
    note = read(places.pop(old))
    if isinstance(note, Refusal):
        return note
    own = _renamed(note, wish, move)
    if isinstance(own, Refusal):
        return own
    before, after = note.source.data, own.note.source.data
    files = [FileChange(old, before, after)] if before != after else []
    if new != old:
        files = [FileChange(new, None, after, old), FileChange(old, before, None)]
    found = follow_everywhere(workspace, places.values(), read, move, Own(files, own.links))
    return found if isinstance(found, Refusal) else found._replace(remarks=_remarks(wish, move))


def _remarks(wish: Wish, move: Move) -> tuple[str, ...]:
    old = move.old
    if wish.keeps_alias or wish.name == old.name or old.name in old.aliases:
        return ()
    return (f"The name {old.name} is kept nowhere; --keep-alias would make it an alias.",)


def _renamed(note: Note, wish: Wish, move: Move) -> Relinked | Refusal:
    """The contact's own note under its new name."""
    named = set_name(note, wish.name, move.new.path)
    if wish.keeps_alias and isinstance(named, Note) and move.old.name != wish.name:
        named = add_items(named, "aliases", [move.old.name], make_head=True)
    if isinstance(named, Refusal):
        return named._replace(path=note.source.path)
    return relinked(note, named, move)
