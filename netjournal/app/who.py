"""Whom a command is about, found without reading the vault where a file name is enough."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from netjournal.app.changing import Vault
from netjournal.app.find import about, find_contacts, likely_name
from netjournal.model.index import Index
from netjournal.model.names import name_key
from netjournal.model.resolve import stem, without_ending
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
        self.notes = scan(root, self.settings.config).notes
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

    def note_at(self, path: str) -> FoundNote:
        """The note at a path inside the vault; KeyError when there is none."""
        return {note.path: note for note in self.notes}[path]

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
        """Whom a text means: by path or file name, else by everything that a contact is called."""
        named = self.called_by_file(typed)
        if named:
            return Meant(named)
        index = self.index
        found = find_contacts(index, typed)
        if not found:
            return Meant((), likely_name(index, typed) or "")
        # Of what was known before, a note may be gone since.
        by_path = {note.path: note for note in self.notes}
        there = [each for each in found if each.path in by_path]
        return Meant(tuple([Someone(by_path[e.path], e.name, about(e)) for e in there]))
