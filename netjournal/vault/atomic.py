"""Replacing a file whole: whatever happens meanwhile, it is the old one or the new one."""

import errno
import os
import re
import stat
import sys
import time
from contextlib import suppress
from pathlib import Path

TEMPORARY = re.compile(r"\.netjournal-[0-9a-f]{12}\.tmp")
"""The names of files that a replacement writes first, and that a killed one leaves behind."""

_RENAME_TRIES = 10 if os.name == "nt" else 1
_SECONDS_BETWEEN_TRIES = 0.05
_CREATE = (
    os.O_WRONLY
    | os.O_CREAT
    | os.O_EXCL
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_NOINHERIT", 0)
    | getattr(os, "O_CLOEXEC", 0)
)


def replace_file(path: str, data: bytes, mode: int | None = None, *, durable: bool = True) -> None:
    """Puts bytes in the place of a file, or of none; the mode is kept when it is given.

    What isn't durable may be lost, or empty, after a power cut, and is written much quicker.
    Raises OSError; then the file is as it was and nothing is left behind.
    """
    folder = os.path.dirname(path)  # noqa: PTH120 - pages are written by the thousand
    temporary = f"{folder}/.netjournal-{os.urandom(6).hex()}.tmp"
    try:
        create_file(temporary, data, mode, durable=durable)
        _rename(temporary, path)
    except BaseException:
        with suppress(FileNotFoundError):
            Path(temporary).unlink()
        raise


def create_file(path: str, data: bytes, mode: int | None = None, *, durable: bool = True) -> None:
    """Writes a file that must not be there yet, through to the disk if it has to be durable.

    Raises FileExistsError when something has that name, and OSError when writing fails; then the
    half-written file is removed.
    """
    # Nobody may read it before it has its mode who may not afterwards.
    descriptor = os.open(path, _CREATE, 0o666 if mode is None else mode)
    try:
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(descriptor, rest) :]
            if mode is not None and stat.S_IMODE(os.fstat(descriptor).st_mode) != mode:
                Path(path).chmod(mode)
            if durable:
                os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except BaseException:
        Path(path).unlink()
        raise


def flush_folder(path: str) -> None:
    """Makes the new names in a folder last through a power cut, where the system can do it."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    except PermissionError:
        return  # a folder that may be written to but not listed: nothing more can be done
    try:
        if not _flush_drive(descriptor):
            os.fsync(descriptor)
    except OSError as error:
        # Some network disks can't do it for folders; they have no better way either.
        if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.EBADF):
            raise
    finally:
        os.close(descriptor)


def _flush_drive(descriptor: int) -> bool:
    """On macOS empties the drive's own cache, which fsync doesn't; false where there is no such."""
    if sys.platform != "win32":
        import fcntl

        command = getattr(fcntl, "F_FULLFSYNC", None)
        if command is not None:
            fcntl.fcntl(descriptor, command)
            return True
    return False


def _rename(old: str, new: str) -> None:
    """Renames over a file; on Windows it waits a little for a program that has it open."""
    for _ in range(_RENAME_TRIES - 1):
        try:
            os.replace(old, new)  # noqa: PTH105 - the same call as below
        except PermissionError:
            time.sleep(_SECONDS_BETWEEN_TRIES)
        else:
            return
    os.replace(old, new)  # noqa: PTH105 - pages are written by the thousand
