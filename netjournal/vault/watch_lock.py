"""One watcher a vault: a lock that the system lets go of when its process ends, however it ends."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout
from platformdirs import user_state_path

from netjournal.model.errors import NetjournalError
from netjournal.vault.state import state_name


class AlreadyWatched(NetjournalError):
    """Another process watches the vault."""


def lock_path(root: Path) -> Path:
    """The lock of a vault, in the user's folder for programs' state and never in the vault."""
    return user_state_path("netjournal") / "watched" / f"{state_name(root)}.lock"


@contextmanager
def watching_alone(root: Path) -> Iterator[None]:
    """Keeps every other process from watching the vault; raises AlreadyWatched, and OSError."""
    path = lock_path(root)
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(path, timeout=0)
    try:
        lock.acquire()
    except Timeout:
        raise AlreadyWatched(
            f"another netjournal watches {root.resolve()} already; end that one first"
        ) from None
    try:
        yield
    finally:
        lock.release()


def is_watched(root: Path) -> bool:
    """Whether a process watches the vault now."""
    path = lock_path(root)
    if not path.exists():
        return False
    try:
        with FileLock(path, timeout=0):
            return False
    except Timeout:
        return True
