"""One file put in the place of another, or of none, if that is still what it was."""

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from netjournal.model.errors import NetjournalError
from netjournal.vault.atomic import create_file
from netjournal.vault.attributes import copy_attributes
from netjournal.vault.reader import MAX_NOTE_BYTES, TooLarge, read_bytes
from netjournal.vault.swap import exchange, move_new

_ANY_WRITING = 0o222


class NotChanged(NetjournalError):
    """A change that wasn't made; the text says why, and every file is as it was."""

    exit_status = 3


class ChangedMeanwhile(NotChanged):
    """A file that isn't any more what it was when it was read: somebody has saved it."""


class Target(NamedTuple):
    """A file that is to be changed, and what it has to be until then."""

    path: str
    """Inside the vault."""
    real: str
    """The whole path, behind all links."""
    temporary: str
    before: bytes | None
    after: bytes | None
    mode: int | None
    """Of the file as it was, or of one that is made again."""
    other_names: int = 0
    """By how many other names the same file is known."""
    like: str = ""
    """The whole path of the file whose attributes a new one gets; empty for none."""


def target(
    root: Path, path: str, before: bytes | None, after: bytes | None, mode: int | None = None
) -> Target:
    """The target at a path inside the vault; raises NotChanged for what may not be changed."""
    real = os.path.realpath(f"{root}/{path}")
    temporary = f"{os.path.dirname(real)}/.netjournal-{os.urandom(6).hex()}.tmp"  # noqa: PTH120
    if before is None:
        if os.path.lexists(real):
            raise ChangedMeanwhile(f"{path} is there already")
        return Target(path, real, temporary, before, after, mode)
    try:
        status = os.stat(real)  # noqa: PTH116
    except FileNotFoundError:
        raise ChangedMeanwhile(f"{path} is gone") from None
    if not stat.S_ISREG(status.st_mode):
        raise NotChanged(f"{path} is no file")
    if not status.st_mode & _ANY_WRITING or not os.access(real, os.W_OK):
        raise NotChanged(f"{path} is read-only")
    mode = stat.S_IMODE(status.st_mode)
    return Target(path, real, temporary, before, after, mode, status.st_nlink - 1)


def made_like(file: Target, root: Path, path: str) -> Target:
    """The target of a new file that gets the mode and attributes of another. Raises OSError."""
    like = os.path.realpath(f"{root}/{path}")
    mode = stat.S_IMODE(os.stat(like).st_mode)  # noqa: PTH116
    return file._replace(like=like, mode=mode)


def prepare(file: Target) -> None:
    """Writes what comes in the place of a file, beside it. Raises OSError."""
    if file.after is None:
        return
    if file.before is None:
        Path(file.real).parent.mkdir(parents=True, exist_ok=True)
    create_file(file.temporary, file.after, file.mode)
    like = file.like if file.before is None else file.real
    if like:
        copy_attributes(like, file.temporary)


def place(file: Target) -> None:
    """Makes the change, if the file is still what it was; what it displaces stays beside it.

    Raises ChangedMeanwhile, with the file as somebody else has left it, and OSError.
    """
    try:
        if file.before is None:
            move_new(file.temporary, file.real)
            return
        _expect(file, file.real)
        if file.after is None:
            _rename(file.real, file.temporary)
        elif not exchange(file.temporary, file.real):
            _rename(file.temporary, file.real)
            return
    except FileExistsError:
        raise ChangedMeanwhile(f"{file.path} is there already") from None
    except FileNotFoundError:
        raise ChangedMeanwhile(f"{file.path} is gone") from None
    try:
        _expect(file, file.temporary)
    except ChangedMeanwhile:
        take_back(file)
        raise


def look_again(file: Target) -> None:
    """Looks at what was displaced: a program that was just saving may have gone on writing there.

    Raises ChangedMeanwhile, and OSError.
    """
    if file.before is not None and os.path.lexists(file.temporary):
        _expect(file, file.temporary)


def take_back(file: Target) -> None:
    """Undoes what `place` has done, unless the file has been changed since. Raises OSError."""
    if bytes_at(file.real) != file.after:
        return
    is_beside = os.path.lexists(file.temporary)
    if file.before is None:
        # Else it is another program's file, which has just the same text.
        if not is_beside:
            clean(file.real)
    elif file.after is None and is_beside:
        move_new(file.temporary, file.real)
    elif not (is_beside and exchange(file.temporary, file.real)):
        put(file.real, file.before, file.mode)


def put(path: str, data: bytes, mode: int | None) -> None:
    """Puts bytes in the place of a file, or of none, whatever it holds. Raises OSError."""
    folder = os.path.dirname(path)  # noqa: PTH120
    if not os.path.lexists(path):
        Path(folder).mkdir(parents=True, exist_ok=True)
        create_file(path, data, mode)
        return
    temporary = f"{folder}/.netjournal-{os.urandom(6).hex()}.tmp"
    try:
        create_file(temporary, data, mode)
        copy_attributes(path, temporary)
        _rename(temporary, path)
    finally:
        clean(temporary)


def clean(temporary: str) -> None:
    """Removes a temporary file, if it is there. Raises OSError."""
    with suppress(FileNotFoundError):
        Path(temporary).unlink()


def bytes_at(path: str) -> bytes | None:
    """The bytes of a file; None when there is none. Raises OSError."""
    try:
        return read_bytes(path, 2 * MAX_NOTE_BYTES)
    except FileNotFoundError:
        return None
    except TooLarge as error:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), path) from error


def _expect(file: Target, path: str) -> None:
    if bytes_at(path) != file.before:
        raise ChangedMeanwhile(f"{file.path} has been changed by another program meanwhile")


def _rename(old: str, new: str) -> None:
    os.replace(old, new)  # noqa: PTH105
