"""One watcher a vault: a lock that the system lets go of when its process ends, however it ends."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from platformdirs import user_state_path

from netjournal.model.errors import NetjournalError
from netjournal.vault.locking import Taken, holding
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
    with ExitStack() as lock:
        try:
            lock.enter_context(holding(path))
        except Taken:
            raise AlreadyWatched(
                f"another netjournal watches {root.resolve()} already; end that one first"
            ) from None
        yield


def is_watched(root: Path) -> bool:
    """Whether a process watches the vault now."""
    path = lock_path(root)
    if not path.exists():
        return False
    try:
        with holding(path):
            return False
    except Taken:
        return True
