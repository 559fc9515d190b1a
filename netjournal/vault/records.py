"""The journal of changes: what each has replaced, so that it can be finished or taken back."""

import base64
import hashlib
import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from netjournal.vault.atomic import create_file, flush_folder

KEPT = 100
"""Changes that can be taken back."""

_VERSION = 1
_PENDING = "pending.json"
_PRIVATE = 0o600

_RECORD = ".json"
_GIVEN = ".given"
"""The ending of an empty file whose name keeps a number from being given away again."""


class FileRecord(NamedTuple):
    """What a change does to one file."""

    path: str
    """The path inside the vault, with `/` between folders."""
    temporary: str
    """The whole path of the file that comes in its place, and then holds what it displaces."""
    before: bytes | None
    """None for a file that wasn't there."""
    after: str | None
    """The digest of the bytes; None for a file that is there no more."""
    mode: int | None = None
    """Of the file as it was."""
    like: str = ""
    """The path inside the vault of a file that was moved here; empty for none."""


class Record(NamedTuple):
    """A change under way, or one that has been made."""

    command: str
    when: str
    files: tuple[FileRecord, ...]
    undoes: int = 0
    """The number of the change that this one takes back; 0 for none."""


def digest(data: bytes) -> str:
    """What tells some bytes from all others."""
    return hashlib.sha256(data).hexdigest()


def pending(folder: Path) -> Record | None:
    """The change that was under way when its process ended, if there is one. Raises OSError."""
    return read_record(folder / _PENDING)


def begin(folder: Path, record: Record) -> None:
    """Remembers a change before anything is done. Raises OSError."""
    if record.undoes:
        # Whoever was told a number must never take back another change by it.
        _remember(folder, max([record.undoes, *numbers(folder)]))
    temporary = folder / f"{_PENDING}.new"
    temporary.unlink(missing_ok=True)
    create_file(str(temporary), _written(record), _PRIVATE)
    temporary.replace(folder / _PENDING)
    flush_folder(str(folder))


def give_up(folder: Path) -> None:
    """Forgets the change under way, of which nothing is left. Raises OSError."""
    (folder / _PENDING).unlink(missing_ok=True)
    flush_folder(str(folder))


def finish(folder: Path, record: Record) -> int:
    """Puts the change under way, which is made, with those that can be taken back; its number."""
    if record.undoes:
        with suppress(FileNotFoundError):
            _path(folder, record.undoes).unlink()
        give_up(folder)
        return 0
    known = numbers(folder)
    number = max([0, *known, *_remembered(folder)]) + 1
    (folder / _PENDING).replace(_path(folder, number))
    flush_folder(str(folder))
    for old in known[: max(0, len(known) + 1 - KEPT)]:
        _path(folder, old).unlink(missing_ok=True)
    return number


def numbers(folder: Path) -> list[int]:
    """The numbers of the changes that can be taken back, in their order."""
    return _numbered(folder, _RECORD)


def _remembered(folder: Path) -> list[int]:
    """Numbers that were given away, among them the highest one of which no record is left."""
    return _numbered(folder, _GIVEN)


def _remember(folder: Path, number: int) -> None:
    """Keeps a number from being given to another change, however this process ends."""
    before = _remembered(folder)
    # A name without contents can't be half-written.
    (folder / f"{number:08}{_GIVEN}").touch(_PRIVATE)
    flush_folder(str(folder))
    for old in before:
        if old < number:
            (folder / f"{old:08}{_GIVEN}").unlink(missing_ok=True)


def _numbered(folder: Path, ending: str) -> list[int]:
    try:
        names = os.listdir(folder)  # noqa: PTH208
    except FileNotFoundError:
        return []
    stems = [name.removesuffix(ending) for name in names if name.endswith(ending)]
    return sorted([int(stem) for stem in stems if stem.isdecimal()])


def read_number(folder: Path, number: int) -> Record | None:
    """A change by its number; None when it is gone. Raises OSError."""
    return read_record(_path(folder, number))


def read_record(path: Path) -> Record | None:
    """The record in a file; None when there is none, or nobody can read it. Raises OSError."""
    try:
        found = json.loads(path.read_bytes())
        files = tuple(map(_file, found["files"]))
        return Record(found["command"], found["when"], files, found["undoes"])
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError):
        # It was written whole, so another program or version has done something to it.
        return None


def _path(folder: Path, number: int) -> Path:
    return folder / f"{number:08}{_RECORD}"


def _file(found: dict[str, Any]) -> FileRecord:
    before = found["before"]
    data = None if before is None else base64.b64decode(before)
    like = found.get("like", "")
    return FileRecord(found["path"], found["temporary"], data, found["after"], found["mode"], like)


def _written(record: Record) -> bytes:
    files = [
        {
            **file._asdict(),
            "before": None if file.before is None else base64.b64encode(file.before).decode(),
        }
        for file in record.files
    ]
    return json.dumps({"version": _VERSION, **record._asdict(), "files": files}).encode()
