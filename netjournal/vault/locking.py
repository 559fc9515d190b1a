"""A lock that one process holds at a time; the system lets go of it however that process ends."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_SECONDS_BETWEEN_TRIES = 0.005
_PRIVATE = 0o600
_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOINHERIT", 0)


class Taken(Exception):
    """Somebody else holds the lock."""


@contextmanager
def holding(path: Path, seconds: float = 0.0) -> Iterator[None]:
    """Holds the lock of a file, which is made for it and stays.

    Raises Taken when somebody else still has it after so many seconds, and OSError.
    """
    end = time.monotonic() + seconds
    descriptor = os.open(path, _FLAGS, _PRIVATE)
    try:
        while not _take(descriptor):
            if time.monotonic() >= end:
                raise Taken
            time.sleep(_SECONDS_BETWEEN_TRIES)
        yield
    finally:
        # The system lets go of what is closed.
        os.close(descriptor)


def _take(descriptor: int) -> bool:
    """Takes the lock if nobody has it. Raises OSError where there are no locks."""
    if sys.platform == "win32":
        import msvcrt

        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
    else:
        import fcntl

        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True
