"""A contact under another name: its file, its name and every link to it, or nothing of that."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import NamedTuple

from netjournal.app.changing import (
    Because,
    Changed,
    Read,
    Vault,
    change_vault,
    read_for_change,
)
from netjournal.app.relinking import Move, Relinked, may_link, relinked
from netjournal.app.workspace import Workspace
from netjournal.model.contact import Contact
from netjournal.model.diagnostic import Diagnostic
from netjournal.model.file_names import file_stem
from netjournal.model.names import name_key
from netjournal.model.renaming import names_again
from netjournal.model.resolve import stem, without_ending
from netjournal.notes.splicing.items import add_items
from netjournal.notes.splicing.naming import set_name
from netjournal.notes.splicing.note import Note, Refusal
from netjournal.vault.changes import FileChange
from netjournal.vault.leftovers import NOTE_ENDINGS, conflict_copies, without_leftovers
from netjournal.vault.reader import read_note
from netjournal.vault.scan import FoundNote, Scan, scan


class Wish(NamedTuple):
    """Who is to be called how."""

    path: str
    """Of the contact's note."""
    name: str
    keeps_alias: bool = False
    """Whether the old name becomes an alias."""


class Renaming(NamedTuple):
    """What a new name does to a vault."""

    old: str
    """The path of the contact's note before, and after."""
    new: str
    links: Mapping[str, int]
    """How many links change in each note that has any, by its path afterwards, in order."""
    files: tuple[FileChange, ...]
    """None when everything says so already."""
    warnings: tuple[str, ...] = ()

    def texts(self) -> Iterator[tuple[str, bytes, bytes]]:
        """Each note that changes, by its path afterwards: its text before, and after."""
        moved = {each.path: each.before for each in self.files if each.after is None}
        for path, before, after, _ in self.files:
            if after is not None:
                was = moved.get(self.old) if before is None else before
                yield path, was or b"", after


def rename(workspace: Workspace, wish: Wish, because: Because) -> Renaming | Refusal:
    """Renames a contact in the whole vault, or not at all; raises NotChanged.

    A note that another program saves meanwhile is read again, with all the others.
    """
    fresh = [workspace]
    planned: list[Renaming] = []

    def plan(read: Read) -> tuple[FileChange, ...] | Refusal:
        known = fresh.pop() if fresh else Workspace.load(workspace.root)
        found = _planned(known, wish, read)
        if isinstance(found, Refusal):
            return found
        planned[:] = [found]
        return found.files

    vault = Vault(workspace.root, workspace.config)
    done = change_vault(vault, plan, because)
    return planned[0]._replace(warnings=done.warnings) if isinstance(done, Changed) else done


def plan_renaming(workspace: Workspace, wish: Wish) -> Renaming | Refusal:
    """What renaming a contact would do; nothing is written."""
    vault = Vault(workspace.root, workspace.config)
    return _planned(workspace, wish, partial(read_for_change, vault))


def _planned(workspace: Workspace, wish: Wish, read: Read) -> Renaming | Refusal:
    contact = workspace.index.contacts.get(wish.path)
    if contact is None:
        return Refusal(wish.path, 1, "the note is no contact's any more")
    seen = scan(workspace.root, workspace.config)
    path = _new_path(contact, wish.name)
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
    files: list[FileChange] = []
    links: dict[str, int] = {}
    for found in _notes(seen):
        is_own = found.path == old
        source = read_note(workspace.root, found.path)
        if isinstance(source, Diagnostic):
            return Refusal(found.path, source.line, f"{source.message}, so its links aren't known")
        if not is_own and not may_link(source.data, move):
            continue
        note = read(found)
        if isinstance(note, Refusal):
            return note
        changed = _changed(note, wish, move)
        if isinstance(changed, Refusal):
            return changed
        before, after = note.source.data, changed.note.source.data
        if changed.links:
            links[new if is_own else found.path] = changed.links
        if is_own and new != old:
            files += [FileChange(new, None, after, old), FileChange(old, before, None)]
        elif before != after:
            files.append(FileChange(found.path, before, after))
    return Renaming(old, new, links, tuple(files))


def _changed(note: Note, wish: Wish, move: Move) -> Relinked | Refusal:
    """A note as it is to be: the contact's own one, or another one's links."""
    if note.source.path != move.old.path:
        return relinked(note, note, move)
    named = set_name(note, wish.name, move.new.path)
    if wish.keeps_alias and isinstance(named, Note) and move.old.name != wish.name:
        named = add_items(named, "aliases", [move.old.name], make_head=True)
    return named if isinstance(named, Refusal) else relinked(note, named, move)


def _notes(seen: Scan) -> Iterator[FoundNote]:
    """Every Markdown file of the vault, also those that aren't read for the pages."""
    yield from seen.notes
    for path in seen.other_files:
        if path.lower().endswith(NOTE_ENDINGS):
            yield FoundNote(path, in_contacts=False, in_journal=False)
