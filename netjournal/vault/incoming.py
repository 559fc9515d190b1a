"""Files to import, read from their beginning to their end: single ones, folders, a stream."""

import os
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import IO, NamedTuple

from netjournal.model.errors import NetjournalError
from netjournal.model.imported import IncomingFile
from netjournal.vault.reasons import reason

_HEAD = 65_536
"""Bytes by which a file is recognised."""

_LONGEST_LINE = 1 << 20
"""Bytes after which a line is given in pieces, so that none fills the memory."""

_MAILDIR = ("cur", "new")


class CannotImport(NetjournalError):
    """A file to import that can't be read; the text says which and why."""


class Opened(NamedTuple):
    """A file to import, with the bytes that tell what it is."""

    file: IncomingFile
    head: bytes
    """The first 64 KiB, or all there are."""


def incoming(path: Path) -> Iterator[Opened]:
    """The file at a path, or those in a folder and the folders in it, by name.

    A maildir is one file: its messages, each behind a line that begins with `From `. Raises
    CannotImport.
    """
    if path.is_dir():
        yield from _in_folder(path)
    else:
        yield _opened(path, str(path))


def incoming_stream(stream: IO[bytes], name: str) -> Opened:
    """What comes from a stream such as standard input."""
    return _with_head(name, _lines(stream, name))


def _in_folder(folder: Path) -> Iterator[Opened]:
    if all((folder / name).is_dir() for name in _MAILDIR):
        yield _with_head(str(folder), _messages(folder))
        return
    try:
        names = sorted(entry.name for entry in os.scandir(folder) if not entry.name.startswith("."))
    except OSError as error:
        raise _refused(str(folder), error) from error
    for name in names:
        below = folder / name
        # A pipe would be waited for, and a link to a folder may lead round in a ring.
        if below.is_file() or (below.is_dir() and not below.is_symlink()):
            yield from incoming(below)


def _messages(folder: Path) -> Iterator[bytes]:
    """All messages of a maildir as one mailbox."""
    for part in _MAILDIR:
        for entry in sorted(os.scandir(folder / part), key=lambda each: each.name):
            if entry.is_file() and not entry.name.startswith("."):
                yield f"From maildir/{part}/{entry.name}\n".encode(errors="replace")
                yield from _lines_at(Path(entry.path), entry.path)
                yield b"\n"


def _opened(path: Path, name: str) -> Opened:
    return _with_head(name, _lines_at(path, name))


def _with_head(name: str, lines: Iterator[bytes]) -> Opened:
    first: list[bytes] = []
    size = 0
    for line in lines:
        first.append(line)
        size += len(line)
        if size >= _HEAD:
            break
    rest: Iterable[bytes] = chain(first, lines)
    return Opened(IncomingFile(name, rest), b"".join(first)[:_HEAD])


def _lines_at(path: Path, name: str) -> Iterator[bytes]:
    try:
        with path.open("rb") as stream:
            yield from _lines(stream, name)
    except OSError as error:
        raise _refused(name, error) from error


def _lines(stream: IO[bytes], name: str) -> Iterator[bytes]:
    try:
        while line := stream.readline(_LONGEST_LINE):
            yield line
    except OSError as error:
        raise _refused(name, error) from error


def _refused(name: str, error: OSError) -> CannotImport:
    if isinstance(error, FileNotFoundError):
        # A note may have gone since it was found; this one was only named.
        return CannotImport(f"{name} can't be read: it isn't there")
    return CannotImport(f"{name} can't be read: {reason(error)}")
