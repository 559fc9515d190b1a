"""What has been seen of a vault: its files, and the stamps of those that have a say in pages."""

import os
import stat
from collections.abc import Iterable, Mapping
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


NOTHING = Seen(Scan((), (), ()), {}, frozenset())


def look_at_all(root: Path, config: Config, before: Seen = NOTHING) -> Seen:
    """Everything in a vault; whatever is as it was before is the same object."""
    found = scan(root, config)
    if found == before.found:
        found, notes = before.found, before.notes
    else:
        notes = frozenset(note.path for note in found.notes)
    return Seen(found, stamps(root, [*notes, *filter(has_a_say, found.other_files)]), notes)


def look_at(root: Path, paths: Iterable[str], before: Seen) -> Seen | None:
    """The same as before, but for some files that are known and may have changed.

    None when one of them is new, gone, or a link: then it takes a look at everything.
    """
    seen = dict(before.stamps)
    for path in paths:
        try:
            status = os.lstat(f"{root}/{path}")
        except FileNotFoundError:
            if path in seen:
                return None
            continue  # a file that a program made for a moment
        except OSError:
            return None
        if path not in seen or not stat.S_ISREG(status.st_mode):
            return None
        seen[path] = stamp_of(status)
    return before._replace(stamps=seen)
