"""Being told that something in a vault may have changed; a look at it finds out what."""

import errno
import os
import sys
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from threading import Event
from types import TracebackType
from typing import Self

from watchdog.events import FileSystemEvent, FileSystemEventHandler

from netjournal.vault.leftovers import SKIPPED_FOLDERS, is_leftover
from netjournal.vault.native_watching import (
    INSTANCE_LIMIT,
    WATCH_LIMIT,
    silent_file_system,
    surplus_of_watches,
)
from netjournal.vault.noticing import Noticed
from netjournal.vault.observing import Observing, end_observing, kept_in_bounds, observe
from netjournal.vault.reasons import reason
from netjournal.vault.scan import OUTPUT_FOLDERS

_MADE = 0.2
"""Seconds within which the system tells of a folder that has just been made."""

_TELLS_OF_CLOSING = sys.platform == "linux"
_LIMITS = {errno.EMFILE: INSTANCE_LIMIT, errno.ENOSPC: WATCH_LIMIT}


class Watcher:
    """The system's own watching of a folder and all below it, between `with` and its end.

    Where the system can't watch, or not all of it, `polls` says why.
    """

    def __init__(self, root: Path, noticed: Noticed) -> None:
        self._root = root
        self._noticed = noticed
        self._folders_changed = Event()
        self._bounds = ExitStack()
        self._observing: Observing | None = None
        self._identity: tuple[int, int] | None = None
        self._silent = ""
        self.polls = ""
        """Why changes have to be looked for, with the remedy if there is one."""

    def __enter__(self) -> Self:
        self._bounds.enter_context(kept_in_bounds(self._lost))
        self._start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stop()
        self._bounds.close()

    def follow(self) -> bool:
        """Watches anew where that is needed; True if so: nobody has seen what happened meanwhile.

        It is needed when the root is another folder than before, when folders have come or gone
        and others are watched now than are there, and when the watching has ended by itself.
        """
        if self._is_right():
            return False
        self._stop()
        self._start()
        return True

    def _is_right(self) -> bool:
        if (self._identity, self._silent) != (
            _identity(self._root),
            silent_file_system(self._root),
        ):
            return False
        if self._observing is None:
            return True
        if not self._observing.is_alive:
            return False
        if not self._folders_changed.is_set():
            return True
        self._folders_changed.clear()
        return bool(self.polls) or surplus_of_watches(self._root) == 0

    def _start(self) -> None:
        self._folders_changed.clear()
        self._identity, self._silent = _identity(self._root), silent_file_system(self._root)
        self.polls = ""
        if self._silent:
            self.polls = f"a file system of the kind {self._silent} doesn't tell of every change"
        elif self._identity:
            self._observe()

    def _observe(self) -> None:
        real = self._root.resolve()
        handler = _Handler(real, self._noticed, self._folders_changed.set)
        try:
            self._observing = observe(real, handler)
        except (FileNotFoundError, NotADirectoryError):
            self._identity = None  # gone just now: its return will be noticed
        except OSError as error:
            self.polls = _LIMITS.get(error.errno or 0) or reason(error)
        else:
            self.polls = WATCH_LIMIT if self._watches_too_few(real) else ""

    def _watches_too_few(self, real: Path) -> bool:
        """Whether folders are there that aren't watched, though none is being made just now."""
        return surplus_of_watches(real) < 0 and not self._folders_changed.wait(_MADE)

    def _stop(self) -> None:
        observing, self._observing = self._observing, None
        if observing:
            end_observing(observing)

    def _lost(self) -> None:
        self._folders_changed.set()
        self._noticed.note()


def _identity(root: Path) -> tuple[int, int] | None:
    try:
        status = root.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


class _Handler(FileSystemEventHandler):
    """Notes what may concern the pages, and does nothing else: the queue must never grow."""

    def __init__(self, root: Path, noticed: Noticed, on_folder: Callable[[], None]) -> None:
        self._prefix = len(str(root)) + 1
        self._noticed = noticed
        self._on_folder = on_folder

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Notes an event, unless it is about another program's files."""
        kind = event.event_type
        if event.is_directory:
            self._on_folder()
        for path in (str(path) for path in (event.src_path, event.dest_path) if path):
            inside = path[self._prefix :].replace(os.sep, "/")
            parts = inside.split("/")
            if parts[0] in OUTPUT_FOLDERS:
                self._noticed.note_page()
            elif _may_matter(parts):
                is_open = kind == "modified" and _TELLS_OF_CLOSING
                # What happens to a folder may happen to any file in it.
                where = "" if event.is_directory else inside
                self._noticed.note(where, written=is_open, closed=kind != "modified")


def _may_matter(parts: list[str]) -> bool:
    """Whether a path inside the vault isn't hidden, or a program's own."""
    if is_leftover(parts[-1]):
        return False
    return not any(part.startswith(".") or part in SKIPPED_FOLDERS for part in parts)
