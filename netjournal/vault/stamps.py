"""What the file system says of a file without its being opened: a hint that it has changed."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple


class Stamp(NamedTuple):
    """A file's size, times and identity; times in nanoseconds.

    Checkouts, copies and restores set old times, so that only a difference means anything.
    """

    size: int
    modified: int
    changed: int
    inode: int


def stamp_of(status: os.stat_result) -> Stamp:
    """The stamp in what the system says of a file."""
    return Stamp(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)


def stamp(path: str) -> Stamp | None:
    """The stamp of a file; None when it isn't there, or can't be looked at."""
    try:
        return stamp_of(os.stat(path))  # noqa: PTH116 - a Path for each of 11,000 takes too long
    except OSError:
        return None


def stamps(root: Path, paths: Iterable[str]) -> Mapping[str, Stamp]:
    """The stamps of the files at these paths inside a folder; those that are gone are left out."""
    found = ((path, stamp(f"{root}/{path}")) for path in paths)
    return {path: each for path, each in found if each is not None}
