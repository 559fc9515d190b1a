"""The workspace: a vault held in memory, the only thing that changes."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path

from netjournal.app.search_data import NO_SEARCH, SearchData, search_data
from netjournal.app.settings_names import unknown_contacts
from netjournal.app.shelf import Shelf
from netjournal.model import codes
from netjournal.model.config import Config
from netjournal.model.diagnostic import Diagnostic, in_reading_order
from netjournal.model.index import Index
from netjournal.model.indexing import build_index
from netjournal.model.parsed import ParsedFile
from netjournal.model.reindexing import Change, index_again
from netjournal.model.source import Source
from netjournal.notes.parse import parse_notes
from netjournal.reviews.assessing import assess
from netjournal.reviews.assessment import Assessment
from netjournal.rules.registry import check_index
from netjournal.vault.note_place import place_of
from netjournal.vault.reader import read_note
from netjournal.vault.scan import FoundNote, Scan, scan
from netjournal.vault.settings import Settings, load_settings

Progress = Callable[[int, int], None]
"""Told how many of how many are done: notes that are read, pages that are made."""

Day = Callable[[date | None], date]
"""Gives the day of the review, when told the day that the settings hold still."""

_AT_ONCE = 64
"""Notes that are read before they are parsed together."""

_MANY = 10
"""A tenth of the notes changed, and building the index whole is quicker than mending it."""


class Workspace:
    """A vault in memory: every note parsed, and the index built from them when it is asked for."""

    def __init__(self, root: Path, settings: Settings) -> None:
        self.root = root
        self.settings = settings
        self._scan = Scan((), (), ())
        self._found: dict[str, FoundNote] = {}
        self._copies: frozenset[str] = frozenset()
        """The notes that are conflict copies of others."""
        self._files: dict[str, ParsedFile] = {}
        self._refused: dict[str, Diagnostic] = {}
        self._index: Index | None = None
        self._changed: set[str] = set()
        """The notes that have changed, come or gone since the index was built."""
        self._has_other_files = False
        """Whether other files than then have no say in the index."""
        self._assessment: Assessment | None = None
        self._search_data = NO_SEARCH
        self.shelf = Shelf()
        """What is known of the pages of contacts, industries and organizations."""

    @classmethod
    def load(cls, root: Path, progress: Progress | None = None) -> "Workspace":
        """The workspace of a vault, with every note read once."""
        workspace = cls(root, load_settings(root))
        workspace.update((), progress)
        return workspace

    @property
    def config(self) -> Config:
        """The vault's settings."""
        return self.settings.config

    @property
    def links(self) -> tuple[str, ...]:
        """The links in the vault behind which files lie that it is made of."""
        return self._scan.links

    def found(self, path: str) -> FoundNote | None:
        """The note at a path inside the vault, as the last look at the folders has found it."""
        return self._found.get(path)

    @property
    def index(self) -> Index:
        """The index of what has been read so far."""
        if self._index is None or len(self._changed) > len(self._files) // _MANY:
            files = [file for file in self._files.values() if file.says_something]
            self._index = build_index(files, self.config, self._other_files())
        elif self._changed or self._has_other_files:
            self._index = index_again(self._index, self._change(), self.config)
        self._changed.clear()
        self._has_other_files = False
        return self._index

    def _change(self) -> Change:
        """What has changed since the index was built."""
        files = [self._files[path] for path in self._changed if path in self._files]
        says = [file for file in files if file.says_something]
        gone = self._changed - {file.path for file in says}
        return Change(says, gone, self._other_files() if self._has_other_files else None)

    def _other_files(self) -> tuple[str, ...]:
        """The paths of all files that have no say in the index."""
        silent = [path for path, file in self._files.items() if not file.says_something]
        return (*self._scan.other_files, *silent, *self._refused)

    def assessment(self, as_of: date) -> Assessment:
        """What the reviews ask of the measures, on a day."""
        latest = self._assessment
        is_new = latest is None or latest.as_of != as_of or latest.index is not self.index
        if latest is None or is_new:
            latest = self._assessment = assess(self.index, self.config, as_of, latest)
        return latest

    def search_data(self, as_of: date) -> SearchData:
        """What the search of the HTML pages reads, on a day."""
        places, before = self.shelf.place(self.index), self._search_data
        self._search_data = search_data(self.assessment(as_of), self.root, before, places)
        return self._search_data

    def update(self, paths: Iterable[str], progress: Progress | None = None) -> None:
        """Looks at the folders again, and reads the notes at these paths and all new ones.

        What a scan finds is the truth: notes that are gone are forgotten.
        """
        self._see(scan(self.root, self.config))
        known = {**self._files, **self._refused}
        wanted = set(paths)
        changed = [
            note for path, note in self._found.items() if path in wanted or path not in known
        ]
        for start in range(0, len(changed), _AT_ONCE):
            if progress:
                progress(start, len(changed))
            self._read(changed[start : start + _AT_ONCE])
        if progress:
            progress(len(changed), len(changed))

    def take(self, found: Scan, sources: Sequence[Source], refused: Iterable[Diagnostic]) -> None:
        """Takes what a look at the folders has found, and the notes that were read again for it."""
        if found is not self._scan:
            self._see(found)
        for problem in refused:
            self._forget(problem.path)
            self._refused[problem.path] = problem
        for start in range(0, len(sources), _AT_ONCE):
            some = [(each, self._found[each.path]) for each in sources[start : start + _AT_ONCE]]
            self._parse([(each, role.in_contacts, role.in_journal) for each, role in some])

    def accept(self, source: Source) -> None:
        """Takes the text of a note as an editor holds it, unsaved, in place of the file's.

        One that isn't on the disk yet counts as well; where no note is read, none is taken.
        """
        role = self.role_of(source.path)
        if role:
            self._parse([(source, role.in_contacts, role.in_journal)])

    def role_of(self, path: str) -> FoundNote | None:
        """What a note at a path is, or would be; None where no note is read."""
        if path in self._copies:
            return None
        return self._found.get(path) or place_of(path, self.config)

    def diagnostics(self, as_of: date) -> tuple[Diagnostic, ...]:
        """Every problem of the vault, in reading order."""
        problems = [
            *self.settings.diagnostics,
            *self._scan.diagnostics,
            *self._refused.values(),
            *unknown_contacts(self.settings, self.index),
            *check_index(self.index, self.config, as_of),
        ]
        return tuple(sorted(problems, key=in_reading_order))

    def _see(self, found: Scan) -> None:
        """Takes what a look at the folders has found, and forgets the notes that are gone."""
        self._scan = found
        self._found = {note.path: note for note in found.notes}
        copies = (each for each in found.diagnostics if each.code == codes.CONFLICT_COPY.code)
        self._copies = frozenset(each.path for each in copies)
        self._has_other_files = True
        for path in {**self._files, **self._refused}.keys() - self._found.keys():
            self._forget(path)

    def _read(self, notes: Iterable[FoundNote]) -> None:
        texts: list[tuple[Source, bool, bool]] = []
        for note in notes:
            source = read_note(self.root, note.path)
            if isinstance(source, Diagnostic):
                self._forget(note.path)
                self._refused[note.path] = source
            else:
                texts.append((source, note.in_contacts, note.in_journal))
        self._parse(texts)

    def _parse(self, texts: Iterable[tuple[Source, bool, bool]]) -> None:
        for parsed in parse_notes(texts, self.config):
            before = self._files.get(parsed.path)
            is_silent = not parsed.says_something
            if before is None or is_silent or not before.says_something:
                self._has_other_files = True
            self._changed.add(parsed.path)
            self._refused.pop(parsed.path, None)
            self._files[parsed.path] = parsed

    def _forget(self, path: str) -> None:
        self._changed.add(path)
        self._has_other_files = True
        self._files.pop(path, None)
        self._refused.pop(path, None)
