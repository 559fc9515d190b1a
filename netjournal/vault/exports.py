"""Writing what leaves a vault: over an earlier export, never over any other file."""

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from netjournal.model.errors import NetjournalError
from netjournal.vault.atomic import create_file, replace_file
from netjournal.vault.reader import read_head
from netjournal.vault.reasons import reason

MARK_WITHIN = 1024
"""The bytes of a file's beginning in which the mark of an export stands."""


class NotExported(NetjournalError):
    """A file or folder that can't be written, or must not be; the text says which and why."""


class InTheWay(NotExported):
    """A file that is there already and that is no earlier export."""


IsOurs = Callable[[bytes], bool]
"""Whether a file is an earlier export, by its first bytes."""


def marked(mark: bytes) -> IsOurs:
    """Whether a file has a mark near its beginning; never for an empty mark."""
    return lambda head: bool(mark) and mark in head[:MARK_WITHIN]


def write_export(path: Path, data: bytes, is_ours: IsOurs, *, force: bool) -> bool:
    """Writes an export; false when the file held the same bytes already.

    What a link leads to is written, and the link stays. A pipe or a device is written to. Raises
    InTheWay for a file that is no earlier export, unless forced, and NotExported when the disk
    refuses.
    """
    with refusals(path):
        target = os.path.realpath(path)
        try:
            found = os.stat(target)  # noqa: PTH116 - beside realpath
        except FileNotFoundError:
            create_file(target, data)
            return True
        if stat.S_ISDIR(found.st_mode):
            raise NotExported(f"{path} is a folder; --folder writes into one")
        if not stat.S_ISREG(found.st_mode):
            with Path(target).open("wb", buffering=0) as stream:
                stream.write(data)
            return True
        if found.st_size == len(data) and read_head(target, len(data) + 1) == data:
            return False
        if found.st_size and not force and not is_ours(read_head(target, MARK_WITHIN)):
            raise InTheWay(
                f"{path} is there already and is no earlier export of this format; "
                "--force writes over it"
            )
        replace_file(target, data, stat.S_IMODE(found.st_mode))
        return True


def make_export_folder(folder: Path) -> None:
    """Makes a folder for exports, and those above it; raises NotExported."""
    with refusals(folder):
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except FileExistsError as error:
            raise NotExported(f"{folder} is a file; a folder belongs there") from error


@contextmanager
def refusals(path: Path) -> Iterator[None]:
    """Turns the disk's refusal into a sentence about a file or folder."""
    try:
        yield
    except FileNotFoundError as error:
        raise NotExported(f"{path} can't be written: its folder isn't there") from error
    except OSError as error:
        raise NotExported(f"{path} can't be written: {reason(error)}") from error
