"""Whom a command is about, found without reading the vault where a file name is enough."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from netjournal.app.changing import Vault
from netjournal.app.find import about, find_contacts, likely_name
from netjournal.app.glance import index_of_some, read_notes
from netjournal.model.contact import Contact
from netjournal.model.glimpse import Clue, clue_of
from netjournal.model.index import Index
from netjournal.model.names import name_key
from netjournal.model.resolve import stem, without_ending
from netjournal.notes.naming_part import may_promise, may_tell
from netjournal.notes.parse import Found, is_about_its_folder
from netjournal.vault.scan import FoundNote, scan
from netjournal.vault.settings import Settings, load_settings

if TYPE_CHECKING:
    from netjournal.app.workspace import Workspace


class Someone(NamedTuple):
    """Somebody who may be meant: the note, and the words that tell namesakes apart."""

    note: FoundNote
    name: str
    about: str = ""


class Meant(NamedTuple):
    """Everybody whom a text may mean; nobody, with the likeliest name."""

    people: tuple[Someone, ...]
    likely: str = ""


class Desk:
    """A vault in which notes are changed: its files, and its notes when they have to be known.

    `index` is what is known of the notes already; without it, all are read when need be.
    """

    def __init__(self, root: Path, index: Index | None = None) -> None:
        self.root = root
        self.settings: Settings = load_settings(root)
        self._seen = scan(root, self.settings.config)
        self.notes = self._seen.notes
        self._index = index
        self._workspace: Workspace | None = None

    @property
    def vault(self) -> Vault:
        """What a change needs to know of the vault."""
        return Vault(self.root, self.settings.config)

    @property
    def workspace(self) -> "Workspace":
        """The vault with every note read, which takes a while where there are thousands."""
        if self._workspace is None:
            # A file name needs no more than a look at the folders, and this takes a while.
            from netjournal.app.workspace import Workspace

            self._workspace = Workspace.load(self.root)
        return self._workspace

    @property
    def index(self) -> Index:
        """What the notes say; all of them are read for it, unless it was known before."""
        return self._index or self.workspace.index

    def index_of_those(self, *clues: Clue) -> Index:
        """What is known of those contacts that may be called what some clues stand for.

        Whoever has such a name or alias, such a file name or such a detail, is among them, and
        every other note with such a file name.
        """
        if self._index or self._workspace:
            return self.index
        wanted = [note for note in self._unparsed if may_tell(note[0], clues)]
        return index_of_some(wanted, self._files_besides, self.settings.config)

    def index_of_promises(self, person: Someone) -> Index:
        """What is known of somebody's open promises, wherever they stand."""
        if self._index or self._workspace:
            return self.index
        path = person.note.path
        own = [note for note in self._unparsed if note[0].path == path]
        named = index_of_some(own, (), self.settings.config).contacts.get(path)
        clues = [clue_of(name) for name in (stem(path), *(_names(named) if named else ()))]
        others = read_notes(self.root, self._not_of_people)
        wanted = [
            note
            for note in (*self._unparsed, *others)
            if may_tell(note[0], clues) or may_promise(note[0], clues)
        ]
        return index_of_some(wanted, self._files_besides, self.settings.config)

    @property
    def contact_paths(self) -> Collection[str]:
        """The paths of all contacts' notes."""
        layout = self.settings.config.vault
        if self._index or self._workspace or layout.contact_tag or layout.contact_type:
            return self.index.contacts.keys()
        return [
            source.path
            for source, _, _ in self._unparsed
            if not is_about_its_folder(source, self.settings.config)
        ]

    @cached_property
    def _unparsed(self) -> tuple[Found, ...]:
        """The notes that may be contacts', as they are on the disk."""
        return read_notes(self.root, [note for note in self.notes if self._may_be_somebody(note)])

    @property
    def _files_besides(self) -> list[str]:
        """The paths of all files but the notes that may be contacts' and can be read."""
        read = {source.path for source, _, _ in self._unparsed}
        others = [note.path for note in self.notes if note.path not in read]
        return [*self._seen.other_files, *others]

    @property
    def _not_of_people(self) -> list[FoundNote]:
        return [note for note in self.notes if not self._may_be_somebody(note)]

    def _may_be_somebody(self, note: FoundNote) -> bool:
        layout = self.settings.config.vault
        return note.in_contacts or bool(layout.contact_tag or layout.contact_type)

    def note_at(self, path: str) -> FoundNote:
        """The note at a path inside the vault; KeyError when there is none.

        One that came between the look at the folders and the reading of all notes is there, too.
        """
        found = self._by_path.get(path) or (self._workspace and self._workspace.found(path))
        if not found:
            raise KeyError(path)
        return found

    @cached_property
    def _by_path(self) -> Mapping[str, FoundNote]:
        return {note.path: note for note in self.notes}

    def called_by_file(self, typed: str) -> tuple[Someone, ...]:
        """Those whose path, else whose file name, is just so; no note is read for it."""
        key = name_key(without_ending(typed.strip()))
        called = self._by_file.get(key.rpartition("/")[2], ())
        paths = [note for note in called if name_key(without_ending(note.path)) == key]
        named = paths or ([] if "/" in key else called)
        return tuple([Someone(note, stem(note.path)) for note in named])

    @cached_property
    def _by_file(self) -> Mapping[str, Sequence[FoundNote]]:
        """The notes of contacts by their file names."""
        found: defaultdict[str, list[FoundNote]] = defaultdict(list)
        for note in self.notes:
            if note.in_contacts:
                found[name_key(stem(note.path))].append(note)
        return found

    def meant(self, typed: str) -> Meant:
        """Whom a text means, as `people_meant` has it; of nobody the likeliest name."""
        people = self.people_meant(typed)
        if not people:
            # The likeliest name takes all notes, and what those say is surer than a look at them.
            people = self._there(find_contacts(self.index, typed))
        return Meant(people, "" if people else likely_name(self.index, typed) or "")

    def people_meant(self, typed: str) -> tuple[Someone, ...]:
        """Whom a text means: by path or file name, else by everything that a contact is called."""
        named = self.called_by_file(typed)
        if named:
            return named
        found = find_contacts(self.index_of_those(clue_of(without_ending(typed))), typed)
        return self._there(found)

    def _there(self, found: Sequence[Contact]) -> tuple[Someone, ...]:
        # Of what was known before, a note may be gone since.
        by_path = {note.path: note for note in self.notes}
        there = [each for each in found if each.path in by_path]
        return tuple([Someone(by_path[each.path], each.name, about(each)) for each in there])


def _names(contact: Contact) -> tuple[str, ...]:
    return contact.name, *contact.aliases
