"""Which of the files that have changed are done changing, so that no wrong state is published."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import NamedTuple

from netjournal.model.diagnostic import Diagnostic
from netjournal.model.source import Source
from netjournal.notes.wholeness import looks_whole
from netjournal.vault.reader import read_note
from netjournal.vault.seen import Seen
from netjournal.vault.stamps import Stamp, stamp

HOLD_BROKEN = 2.0
"""Seconds for which a file that is empty, half-written or changing is taken for unfinished."""

HOLD_MISSING = 1.5
"""Seconds for which a file that is gone is expected back: editors and sync tools replace files."""


class Settled(NamedTuple):
    """What has changed since the last publication, once nothing of it is still under way."""

    changed: tuple[str, ...]
    """The files that are new or differ, notes and others, by path."""
    sources: tuple[Source, ...]
    """The notes among them, read again."""
    refused: tuple[Diagnostic, ...]
    """Why others can't be read."""
    gone: tuple[str, ...]
    """The notes that are no more."""


class Settling:
    """What is known of files that are changing: since when, and what was read of them."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._since: dict[str, float] = {}
        self._read: dict[str, tuple[Stamp, Source | Diagnostic]] = {}
        self._refused: dict[str, Diagnostic] = {}

    def look(
        self,
        published: Mapping[str, Stamp],
        seen: Seen,
        now: float,
        *,
        patient: bool,
    ) -> Settled | None:
        """What has changed since what was published; None while any of it may be under way.

        Only notes are read. `now` counts seconds from any moment. Without patience nothing is
        waited for.
        """
        stamps, notes = seen.stamps, seen.notes
        changed = list(_differing(published, seen))
        changed += self._refused_otherwise(notes - set(changed)) if self._refused else []
        # Where a few files are looked at and one of them is gone, everything is looked at.
        missing = [path for path in published if path not in stamps] if seen.among is None else []
        to_read = [path for path in changed if path in notes]
        self._keep({*changed, *missing}, to_read)
        self._read_again(to_read, stamps)
        if patient and self._under_way(published, stamps, missing, now):
            return None
        found = [text for _, text in self._read.values()]
        refused = tuple(each for each in found if isinstance(each, Diagnostic))
        self._keep((), ())
        for path in (*changed, *missing):
            self._refused.pop(path, None)
        self._refused |= {each.path: each for each in refused}
        sources = tuple(each for each in found if isinstance(each, Source))
        return Settled(tuple(changed), sources, refused, tuple(missing))

    def _refused_otherwise(self, notes: AbstractSet[str]) -> list[str]:
        """The notes that could not be read, and can now, or not for another reason.

        Their stamps don't tell: a folder may have been away for the moment in which it was read.
        """
        refused = [(path, why) for path, why in self._refused.items() if path in notes]
        return [path for path, why in refused if read_note(self._root, path) != why]

    def _read_again(self, paths: Iterable[str], seen: Mapping[str, Stamp]) -> None:
        for path in paths:
            known = self._read.get(path)
            if known is None or known[0] != seen[path]:
                self._read[path] = (seen[path], read_note(self._root, path))

    def _under_way(
        self,
        published: Mapping[str, Stamp],
        seen: Mapping[str, Stamp],
        missing: Collection[str],
        now: float,
    ) -> bool:
        """Whether any file has to be waited for."""
        # A file that is renamed keeps its identity: it is not expected back under its old name.
        new = seen.keys() - published.keys() if missing else ()
        arrived = {seen[path].inode for path in new}
        waits = [
            self._age(path, now) < HOLD_MISSING
            for path in missing
            if published[path].inode not in arrived
        ]
        waits += [
            self._age(path, now) < HOLD_BROKEN and not self._is_whole(path) for path in self._read
        ]
        return any(waits)

    def _is_whole(self, path: str) -> bool:
        """Whether what was read of a note is all of it, as far as that can be seen."""
        seen, text = self._read[path]
        return (
            isinstance(text, Source) and looks_whole(text) and stamp(f"{self._root}/{path}") == seen
        )

    def _age(self, path: str, now: float) -> float:
        """Seconds for which a file has not been as it was published."""
        return now - self._since.setdefault(path, now)

    def _keep(self, under_way: Collection[str], to_read: Iterable[str]) -> None:
        """Forgets files that are as published, and what was read of notes that are gone since."""
        self._since = {path: since for path, since in self._since.items() if path in under_way}
        self._read = {path: self._read[path] for path in to_read if path in self._read}


def _differing(published: Mapping[str, Stamp], seen: Seen) -> Iterator[str]:
    """The files that are new, or not as they were."""
    for path in seen.stamps if seen.among is None else dict.fromkeys(seen.among):
        before, each = published.get(path), seen.stamps.get(path)
        if before is not each and before != each:
            yield path
