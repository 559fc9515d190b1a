"""What has been seen of a vault: its files, and the stamps of those that have a say in pages."""

import os
import stat
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import NamedTuple

from netjournal.model.config import Config
from netjournal.vault.scan import Scan, has_a_say, scan
from netjournal.vault.stamps import Stamp, stamp_of, stamps


class Seen(NamedTuple):
    """The files of a vault at one moment."""

    found: Scan
    stamps: Mapping[str, Stamp]
    """The notes, the templates and the settings, by path."""
    notes: frozenset[str]
    """The paths of those that are notes."""
    among: Collection[str] | None = None
    """The only files that may differ from the look before; None when everything was looked at."""


_UNKNOWN = Stamp(-1, -1, -1, -1)
NOTHING = Seen(Scan((), (), ()), {}, frozenset())


def is_empty(folder: Path) -> bool:
    """Whether there is nothing at all in a folder."""
    try:
        with os.scandir(folder) as entries:
            return next(entries, None) is None
    except OSError:
        return False


def look_at_all(root: Path, config: Config, before: Seen = NOTHING) -> Seen:
    """Everything in a vault; whatever is as it was before is the same object."""
    return _scanned(root, config, before, {})


def look_at(root: Path, config: Config, before: Seen, marked: Collection[str]) -> Seen:
    """The same as before, but for some files that may have changed, come or gone.

    The folders are listed again only when a file is new, gone, or not a plain one.
    """
    seen = dict(before.stamps)
    for path in marked:
        status = _status(f"{root}/{path}")
        if status and path in seen and stat.S_ISREG(status.st_mode):
            seen[path] = stamp_of(status)
        elif status or path in seen:
            known = {each: seen[each] for each in seen.keys() - set(marked)}
            return _scanned(root, config, before, known)
    return before._replace(stamps=seen, among=marked)


def confirmed(root: Path, seen: Seen, doubtful: Collection[str]) -> Seen:
    """The same, once all was read: what changed meanwhile is unknown, and so are doubtful notes."""
    say = [path for path in filter(has_a_say, seen.found.other_files) if path in seen.stamps]
    now = stamps(root, say)
    changed = [path for path in say if now.get(path) != seen.stamps[path]]
    unknown = dict.fromkeys((*changed, *doubtful), _UNKNOWN)
    return seen._replace(stamps={**seen.stamps, **unknown}) if unknown else seen


def _status(path: str) -> os.stat_result | None:
    """What the system says of a file or link; None when it isn't there, or can't be looked at."""
    try:
        return os.lstat(path)
    except OSError:
        return None


def _scanned(root: Path, config: Config, before: Seen, known: Mapping[str, Stamp]) -> Seen:
    """All folders listed, and all files looked at of which the stamp isn't known."""
    found = scan(root, config)
    if found == before.found:
        found, notes = before.found, before.notes
    else:
        notes = frozenset(note.path for note in found.notes)
    wanted = {*notes, *filter(has_a_say, found.other_files)}
    kept = {path: each for path, each in known.items() if path in wanted}
    return Seen(found, {**kept, **stamps(root, wanted - kept.keys())}, notes)
