"""What is in a vault: the notes to read, and every other file that a link may name."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from operator import attrgetter, itemgetter
from pathlib import Path
from typing import NamedTuple

from netjournal.model import codes
from netjournal.model.config import Config
from netjournal.model.diagnostic import Diagnostic, in_reading_order
from netjournal.vault.leftovers import (
    NOTE_ENDINGS,
    SKIPPED_FOLDERS,
    conflict_copies,
    is_leftover,
    without_leftovers,
)
from netjournal.vault.reasons import reason, shown
from netjournal.vault.settings_problems import SETTINGS_FILE
from netjournal.vault.zones import TEMPLATES, Zone, Zones, zones_of

OUTPUT_FOLDERS = ("review", "site")
"""The folders at the top of a vault that hold generated pages."""

_BY_PATH = itemgetter(0)


class FoundNote(NamedTuple):
    """A Markdown note, and whether it lies in a contact folder or a journal folder."""

    path: str
    """The path inside the vault, with `/` between folders."""
    in_contacts: bool
    in_journal: bool


class Scan(NamedTuple):
    """What a look at all folders of a vault found, sorted by path."""

    notes: tuple[FoundNote, ...]
    """The notes that may be a contact or a journal."""
    other_files: tuple[str, ...]
    """Paths of all other files that aren't hidden, a program's, or generated."""
    diagnostics: tuple[Diagnostic, ...]
    links: tuple[str, ...] = ()
    """Links to folders, notes, settings and templates that lie elsewhere, or nowhere now."""


class _Folder(NamedTuple):
    """A folder on the disk, and what it is in the vault: the empty path is the vault itself."""

    disk_path: str
    path: str
    zone: Zone


def scan(root: Path, config: Config) -> Scan:
    """One walk over a vault, in which no file is opened.

    Links to folders are followed, but never to a folder that the walk has seen or that the vault
    lies in. A folder or note that can't be read (NJ001) and a conflict copy (NJ009) are
    diagnostics. Notes that the settings ignore are other files.
    """
    layout = config.vault
    zones = zones_of(layout)
    walk = _Walk(zones)
    walk.never_enter(map(str, Path(os.path.realpath(root)).parents))
    walk.never_enter(f"{root}/{folder}" for folder in OUTPUT_FOLDERS)
    walk.run(_Folder(os.fspath(root), "", zones.top))
    return Scan(
        tuple(sorted(walk.notes, key=_BY_PATH)),
        tuple(sorted(walk.other_files)),
        tuple(sorted(walk.diagnostics, key=in_reading_order)),
        tuple(sorted(walk.links)),
    )


def has_a_say(path: str) -> bool:
    """Whether a file that is no note has a say in the pages: the settings, or a template."""
    return path == SETTINGS_FILE or path.startswith(f"{TEMPLATES}/")


@dataclass(slots=True)
class _Walk:
    """A walk under way: where to go next, where it has been, and what it has found."""

    zones: Zones
    notes: list[FoundNote] = field(default_factory=list)
    other_files: list[str] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    _seen: set[tuple[int, int]] = field(default_factory=set)
    _folders: list[_Folder] = field(default_factory=list)
    _linked_folders: list[_Folder] = field(default_factory=list)

    def never_enter(self, disk_paths: Iterable[str]) -> None:
        """Keeps out of these folders, whatever they are called on the way there."""
        for path in disk_paths:
            try:
                status = os.lstat(path)
            except OSError:
                continue  # what can't be looked at can't be entered either
            self._seen.add((status.st_dev, status.st_ino))

    def run(self, start: _Folder) -> None:
        """Walks everything below a folder: the real folders first, then the linked ones."""
        self._folders.append(start)
        while self._folders or self._linked_folders:
            if self._folders:
                self._enter(self._folders.pop())
            else:
                # The shortest way is the path by which a folder with several links is known.
                self._linked_folders.sort(key=lambda folder: (folder.path.count("/"), folder.path))
                self._enter(self._linked_folders.pop(0), is_link=True)

    def _enter(self, folder: _Folder, *, is_link: bool = False) -> None:
        try:
            status = Path(folder.disk_path).stat()
            identity = (status.st_dev, status.st_ino)
            if identity in self._seen:
                return
            self._seen.add(identity)
            self.links += [folder.path] if is_link and not folder.zone.ignored else []
            with os.scandir(folder.disk_path) as listing:
                entries = list(listing)
        except (FileNotFoundError, NotADirectoryError):
            return  # gone since the folder above was listed
        except OSError as error:
            if not folder.zone.ignored:
                why = f"the folder can't be read: {reason(error)}"
                self._report(folder.path or ".", why, "the notes in it are missing everywhere")
            return
        files: list[str] = []
        special: list[os.DirEntry[str]] = []
        for entry in entries:
            name = entry.name
            if name[0] == ".":
                continue
            if entry.is_file(follow_symlinks=False):
                files.append(name)
            else:
                special.append(entry)
        for entry in sorted(special, key=attrgetter("name"), reverse=True):
            self._take_special(folder, entry, files)
        self._take_files(folder, files)

    def _take_special(self, folder: _Folder, entry: os.DirEntry[str], files: list[str]) -> None:
        """Puts a folder on the list, and a link to a file among the files."""
        path = _join(folder.path, entry.name)
        is_note = folder.zone.reads_notes and _is_note(entry.name) and not self.zones.ignores(path)
        try:
            if entry.is_dir():
                if self._may_enter(path, entry.name):
                    to_do = self._linked_folders if entry.is_symlink() else self._folders
                    to_do.append(_Folder(entry.path, path, self.zones.of(path, folder.zone)))
                return
            lost = entry.is_symlink() and not Path(entry.path).exists()
            may_be_folder = lost and "." not in entry.name and not folder.zone.ignored
            if may_be_folder or (entry.is_symlink() and (is_note or has_a_say(path))):
                self.links.append(path)
            if entry.is_file():
                files.append(entry.name)
                return
            why = "it is a link that leads nowhere" if lost else "it is no file"
        except OSError as error:
            why = reason(error)
        if is_note:
            self._report(path, f"the note can't be read: {why}", "remove it, or put the note there")

    def _may_enter(self, path: str, name: str) -> bool:
        if name in SKIPPED_FOLDERS or path in OUTPUT_FOLDERS:
            return False
        if _is_text(name):
            return True
        self._report_name(path, "folder")
        return False

    def _take_files(self, folder: _Folder, names: Sequence[str]) -> None:
        if folder.zone.reads_notes:
            notes = [name for name in names if name.endswith(".md") or _is_note(name)]
            is_all = len(notes) == len(names)
            others = [] if is_all else [name for name in names if not _is_note(name)]
            self._take_notes(folder, notes, others)
            names = others
        self.other_files += [
            _join(folder.path, name) for name in names if not is_leftover(name) and _is_text(name)
        ]

    def _take_notes(self, folder: _Folder, names: Sequence[str], beside: Sequence[str]) -> None:
        contacts, journal = folder.zone.in_contacts, folder.zone.in_journal
        prefix = _join(folder.path, "")
        names = self._without_illegible(prefix, without_leftovers(names))
        ignored = {name for name in names if self.zones.ignores(prefix + name)}
        if ignored:
            self.other_files += [prefix + name for name in ignored]
            names = [name for name in names if name not in ignored]
        copies = conflict_copies(names, beside, by_likeness=contacts or journal)
        if copies:
            for name, original in copies.items():
                self._report_copy(prefix + name, prefix + original, there=original in names)
            names = [name for name in names if name not in copies]
        self.notes += [FoundNote(prefix + name, contacts, journal) for name in names]

    def _without_illegible(self, prefix: str, names: Sequence[str]) -> Sequence[str]:
        if "".join(names).isascii():
            return names
        for name in names:
            if not _is_text(name):
                self._report_name(prefix + name, "file")
        return [name for name in names if _is_text(name)]

    def _report(self, path: str, message: str, hint: str) -> None:
        self.diagnostics.append(codes.UNREADABLE_FILE.at(path, 1, 1, message, hint))

    def _report_name(self, path: str, what: str) -> None:
        printable = path.encode("utf-8", "backslashreplace").decode("utf-8")
        self._report(
            printable,
            f"the name of the {what} isn't UTF-8 text",
            f"rename it, so that every system can show the {what}'s name",
        )

    def _report_copy(self, path: str, original: str, *, there: bool) -> None:
        name = shown(original, limit=200)
        hint = (
            f"bring what is missing over to {name} and delete this copy; if it is another "
            "person or day, rename it"
            if there
            else f"its original {name} isn't here; if this is the only copy, give it that name"
        )
        message = "looks like a sync tool's conflict copy, so it isn't read"
        self.diagnostics.append(codes.CONFLICT_COPY.at(path, 1, 1, message, hint))


def _join(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder else name


def _is_note(name: str) -> bool:
    return name.lower().endswith(NOTE_ENDINGS)


def _is_text(name: str) -> bool:
    """Whether a name is UTF-8 on the disk; bytes that aren't come as lone surrogates."""
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
