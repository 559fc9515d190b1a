"""Reading files to import: which importer a file is for, and everything that it tells."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from netjournal.app.importing.groups import with_groups
from netjournal.importers.registry import IMPORTERS, Importer, importer_for
from netjournal.model.errors import NetjournalError
from netjournal.model.imported import (
    Asked,
    ImportedEntry,
    ImportedGroup,
    ImportedPerson,
    NotReadable,
    Skipped,
)
from netjournal.vault.incoming import Opened

_ARCHIVES = {b"PK\x03\x04": "a zip archive", b"\x1f\x8b": "a gzip archive"}

_STEP = 256 * 1024
"""After how many bytes that were read the bar moves."""

Progress = Callable[[int], None]
"""Is told how many bytes of all files have been read."""


class NothingToImport(NetjournalError):
    """Files that no importer reads; the text says which and why."""


class Found(NamedTuple):
    """What files tell, each thing with the name of its file."""

    files: tuple[tuple[str, str], ...]
    """Each with the title of its format."""
    people: tuple[tuple[str, ImportedPerson], ...]
    entries: tuple[tuple[str, ImportedEntry], ...]
    skipped: tuple[tuple[str, Skipped], ...]


def read_all(
    opened: Iterable[Opened],
    slug: str,
    asked: Asked,
    *,
    several: bool,
    progress: Progress | None = None,
) -> Found:
    """Everything that some files tell; `slug` names the importer, empty for the one that fits.

    Of several files those that can't be read are skipped. Raises NothingToImport for a single one,
    and what the disk refuses.
    """
    files: list[tuple[str, str]] = []
    people: list[tuple[str, ImportedPerson]] = []
    groups: list[tuple[str, ImportedGroup]] = []
    entries: list[tuple[str, ImportedEntry]] = []
    skipped: list[tuple[str, Skipped]] = []
    reader = _Reader(progress)
    for file, head in opened:
        try:
            importer = _importer(slug, file.name, head)
            files.append((file.name, importer.title))
            for each in importer.read(file._replace(lines=reader.lines(file.lines)), asked):
                if isinstance(each, ImportedPerson):
                    people.append((file.name, each))
                elif isinstance(each, ImportedGroup):
                    groups.append((file.name, each))
                elif isinstance(each, ImportedEntry):
                    entries.append((file.name, each))
                else:
                    skipped.append((file.name, each))
        except NotReadable as problem:
            if not several:
                raise NothingToImport(f"{file.name}: {problem}") from problem
            skipped.append((file.name, Skipped(1, "the whole file", str(problem))))
    tagged = with_groups(people, groups)
    return Found(tuple(files), tagged.people, tuple(entries), (*skipped, *tagged.told))


class _Reader:
    """How much of all files has been read."""

    def __init__(self, progress: Progress | None) -> None:
        self._progress = progress
        self._done = 0
        self._told = 0

    def lines(self, lines: Iterable[bytes]) -> Iterator[bytes]:
        """The same lines, of which each counts once it is asked for."""
        for line in lines:
            self._done += len(line)
            if self._progress and self._done - self._told >= _STEP:
                self._told = self._done
                self._progress(self._done)
            yield line


def slugs() -> Sequence[str]:
    """What the formats are called in commands."""
    return [each.slug for each in IMPORTERS]


def _importer(slug: str, name: str, head: bytes) -> Importer:
    if slug:
        return next(each for each in IMPORTERS if each.slug == slug)
    found = importer_for(name, head)
    if found is None:
        raise NotReadable(_unknown(head))
    return found


def _unknown(head: bytes) -> str:
    for mark, what in _ARCHIVES.items():
        if head.startswith(mark):
            return f"it is {what}; unpack it, and import the file inside"
    if not head.strip():
        return "the file is empty"
    return f"nobody knows this format; the formats are {', '.join(slugs())}"
