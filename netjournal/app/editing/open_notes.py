"""A vault as an editor sees it: the notes on the disk, and above them the texts that are open."""

import gc
from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from netjournal.app.workspace import Day, Progress, Workspace
from netjournal.model import codes
from netjournal.model.diagnostic import Diagnostic
from netjournal.model.index import Index
from netjournal.model.parsed import ParsedFile
from netjournal.model.source import Source
from netjournal.notes.at_cursor import lines_of
from netjournal.notes.decode import decode
from netjournal.reviews.assessment import Assessment
from netjournal.vault.reader import read_note
from netjournal.vault.seen import NOTHING, Seen, look_at, look_at_all
from netjournal.vault.settings import load_settings
from netjournal.vault.settings_problems import SETTINGS_FILE

_FEW = 500
"""Files that may have changed above which everything is looked at instead."""


class Loaded(NamedTuple):
    """A whole vault, read from the disk."""

    workspace: Workspace
    seen: Seen


class OpenNotes:
    """A vault, and the texts that are open in an editor.

    `day` gives the day of the review, when told the day that the settings hold still.
    """

    def __init__(self, root: Path, day: Day) -> None:
        self.root = root
        self._day = day
        self._texts: dict[str, str] = {}
        self._seen: Seen = NOTHING
        self.workspace = Workspace(root, load_settings(root))

    def load(self, progress: Progress | None = None) -> None:
        """Reads the whole vault; open texts stay above it."""
        self.take(self.read(progress))

    def read(self, progress: Progress | None = None) -> Loaded:
        """Reads the whole vault, and changes nothing here: it may be done in another thread."""
        workspace = Workspace(self.root, load_settings(self.root))
        seen = look_at_all(self.root, workspace.config)
        workspace.update((), progress)
        day = self._day(workspace.config.build.today)
        workspace.diagnostics(day)
        workspace.assessment(day)
        return Loaded(workspace, seen)

    def take(self, loaded: Loaded) -> None:
        """Takes what was read of the whole vault; open texts stay above it."""
        self.workspace, self._seen = loaded
        # The records of a vault are many and form no circles: looking for garbage among them
        # would take longer than an answer.
        gc.collect()
        gc.freeze()
        self._cover()

    @property
    def as_of(self) -> date:
        """The day of the review."""
        return self._day(self.workspace.config.build.today)

    @property
    def index(self) -> Index:
        """What the notes say, open texts included."""
        return self.workspace.index

    def assessment(self) -> Assessment:
        """Every figure of the contacts on the day of the review."""
        return self.workspace.assessment(self.as_of)

    def open(self, path: str, text: str) -> None:
        """Takes the text of a note as the editor has it now."""
        self._texts[path] = text
        self._accept(path, text)

    def close(self, path: str) -> None:
        """Lets the note on the disk count again."""
        was_open = self._texts.pop(path, None) is not None
        # Until the vault has been read there is nothing to go back to.
        if was_open and self._seen is not NOTHING:
            self.workspace.update([path])
            self._cover()

    def is_open(self, path: str) -> bool:
        """Whether the editor holds the note."""
        return path in self._texts

    def unsaved(self) -> tuple[str, ...]:
        """The open notes whose text isn't what is on the disk, by path."""
        return tuple([path for path, text in sorted(self._texts.items()) if self._differs(path)])

    def _differs(self, path: str) -> bool:
        source = read_note(self.root, path)
        return isinstance(source, Diagnostic) or decode(source).text != "\n".join(self.lines(path))

    def text(self, path: str) -> str:
        """The text of a note, as the editor has it or else as it is on the disk."""
        if path in self._texts:
            return self._texts[path]
        source = read_note(self.root, path)
        return "" if isinstance(source, Diagnostic) else decode(source).text

    def is_utf8(self, path: str) -> bool:
        """Whether an editor can write the note again as it is: one that is open, or UTF-8."""
        if self.is_open(path):
            return True
        source = read_note(self.root, path)
        if isinstance(source, Diagnostic):
            return False
        try:
            source.data.decode()
        except UnicodeDecodeError:
            return False
        return True

    def lines(self, path: str) -> list[str]:
        """The lines of a note without their ends."""
        return lines_of(self.text(path))

    def parsed(self, path: str) -> ParsedFile | None:
        """What reading a note gave; None for one that says nothing to netjournal."""
        return self.index.files.get(path)

    def look(self, marked: Collection[str] = ()) -> bool:
        """Looks at the vault for what other programs have changed; whether anything has.

        `marked` are the files that may have changed; without any, everything is looked at.
        """
        config, before = self.workspace.config, self._seen
        few = 0 < len(marked) <= _FEW
        seen = (
            look_at(self.root, config, before, marked)
            if few
            else look_at_all(self.root, config, before)
        )
        stamps = seen.stamps
        changed = {path for path, stamp in stamps.items() if before.stamps.get(path) != stamp}
        gone = before.stamps.keys() - stamps.keys()
        if not changed and not gone and seen.found is before.found:
            return False
        self._seen = seen
        if SETTINGS_FILE in changed | gone:
            self.load()
            return True
        read = [read_note(self.root, path) for path in sorted(changed & seen.notes)]
        sources = [each for each in read if isinstance(each, Source)]
        self.workspace.take(seen.found, sources, [e for e in read if isinstance(e, Diagnostic)])
        self._cover()
        return True

    def problems(self) -> Mapping[str, tuple[Diagnostic, ...]]:
        """Every problem of the vault by the path of its file, in reading order."""
        found: defaultdict[str, list[Diagnostic]] = defaultdict(list)
        for problem in self.workspace.diagnostics(self.as_of):
            # A note that has just been begun is empty, and nobody has to be told.
            is_begun = problem.code == codes.EMPTY_FILE.code and self.is_open(problem.path)
            if not is_begun:
                found[problem.path].append(problem)
        return {path: tuple(problems) for path, problems in found.items()}

    def _cover(self) -> None:
        """Lays the open texts above what was read from the disk."""
        for path, text in self._texts.items():
            self._accept(path, text)

    def _accept(self, path: str, text: str) -> None:
        self.workspace.accept(Source(path, text.encode("utf-8", "replace")))
