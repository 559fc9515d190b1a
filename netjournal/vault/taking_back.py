"""Which changes can be taken back, and which notes are in the way of one."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from netjournal.vault.placing import bytes_at
from netjournal.vault.records import FileRecord, Record, digest, numbers, read_number


class Undoable(NamedTuple):
    """A change that is remembered, so that it can be taken back."""

    number: int
    command: str
    when: str
    paths: tuple[str, ...]
    changed: tuple[str, ...] = ()
    """Those that have been changed since by something else: then nothing of it is taken back."""


def remembered(root: Path, folder: Path) -> Iterator[tuple[Undoable, Record]]:
    """The changes that are remembered, the last one first. Raises OSError.

    Each is looked at as if those after it that can be taken back had been.
    """
    as_it_would_be: dict[str, str | None] = {}
    for number in reversed(numbers(folder)):
        record = read_number(folder, number)
        if record is None:
            continue
        now = {file.path: _now(root, file, as_it_would_be) for file in record.files}
        changed = tuple([file.path for file in record.files if now[file.path] != file.after])
        if not changed:
            as_it_would_be |= {file.path: _digest(file.before) for file in record.files}
        paths = tuple([file.path for file in record.files])
        yield Undoable(number, record.command, record.when, paths, changed), record


def _now(root: Path, file: FileRecord, as_it_would_be: dict[str, str | None]) -> str | None:
    if file.path in as_it_would_be:
        return as_it_would_be[file.path]
    return _digest(bytes_at(f"{root}/{file.path}"))


def _digest(data: bytes | None) -> str | None:
    return None if data is None else digest(data)
