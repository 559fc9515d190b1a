"""Being told that something in a vault may have changed; a look at it finds out what."""

import errno
import logging
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from threading import Condition
from types import TracebackType
from typing import Self

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

from netjournal.vault.leftovers import SKIPPED_FOLDERS, is_leftover
from netjournal.vault.native_watching import (
    INSTANCE_LIMIT,
    WATCH_LIMIT,
    silent_file_system,
    watches_too_few,
)
from netjournal.vault.reasons import reason
from netjournal.vault.scan import OUTPUT_FOLDERS

QUIET = 0.15
"""Seconds without an event after which writing is taken to be over."""

LONGEST = 2.0
"""Seconds after which a look is due though events go on, or a file isn't closed."""

# Reading makes events as well: what isn't asked for can't wake us.
_EVENTS: list[type[FileSystemEvent]] = [
    *(FileCreatedEvent, FileModifiedEvent, FileClosedEvent, FileDeletedEvent, FileMovedEvent),
    *(DirCreatedEvent, DirDeletedEvent, DirMovedEvent),
]
_TELLS_OF_CLOSING = sys.platform == "linux"
_LOGGER = "watchdog.observers"


class Noticed:
    """What has been noticed and not been looked at yet."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._condition = Condition()
        self._first: float | None = None
        self._last = 0.0
        self._being_written: dict[str, float] = {}
        self._paths: set[str] = set()
        self._knows_all = True

    def note(self, path: str = "", *, written: bool = False, closed: bool = False) -> None:
        """Notes that something has happened to a file, and whether it was left open or closed.

        `path` is the path inside the vault, and empty when nobody knows where it was.
        """
        with self._condition:
            self._knows_all = self._knows_all and bool(path)
            self._paths.add(path)
            now = self._clock()
            self._first = now if self._first is None else self._first
            self._last = now
            if written:
                self._being_written.setdefault(path, now)
            elif closed:
                self._being_written.pop(path, None)
            self._condition.notify_all()

    def take(self) -> frozenset[str]:
        """The files that something has happened to since this was asked; none if others may be."""
        with self._condition:
            paths = frozenset(self._paths) if self._knows_all else frozenset()
            self._paths.clear()
            self._knows_all = True
            return paths

    def is_due(self) -> bool:
        """Whether something has happened that is over, or has gone on for long."""
        with self._condition:
            due = self._due()
            return due is not None and self._clock() >= due

    def wait(self, seconds: float) -> bool:
        """Waits until what has happened is over, or for so long; whether anything has happened."""
        with self._condition:
            end = self._clock() + seconds
            while True:
                now = self._clock()
                due = self._due()
                if due is not None and now >= due:
                    self._first = None
                    self._being_written.clear()
                    return True
                if due is None and now >= end:
                    return False
                self._condition.wait((end if due is None else due) - now)

    def _due(self) -> float | None:
        """When a look is due; None while nothing has happened."""
        if self._first is None:
            return None
        quiet = self._last + QUIET
        if self._being_written:
            quiet = max(quiet, max(self._being_written.values()) + LONGEST)
        return min(quiet, self._first + LONGEST)


class Watcher:
    """The system's own watching of a folder and all below it, between `with` and its end.

    Where the system can't watch, `polls` says why, and nothing is noticed.
    """

    def __init__(self, root: Path, noticed: Noticed) -> None:
        self._root = root
        self._noticed = noticed
        self._overflow = _Overflow(noticed)
        self._observer: BaseObserver | None = None
        self._identity: tuple[int, int] | None = None
        self.polls = ""
        """Why changes have to be looked for, with the remedy if there is one."""

    def __enter__(self) -> Self:
        logger = logging.getLogger(_LOGGER)
        logger.addHandler(self._overflow)
        logger.propagate = False
        self._start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stop()
        logging.getLogger(_LOGGER).removeHandler(self._overflow)

    def follow(self) -> bool:
        """Watches the folder that has the name now, if it isn't the one that had it before."""
        if self._identity == _identity(self._root) and self._is_alive():
            return False
        self._stop()
        self._start()
        return True

    def _is_alive(self) -> bool:
        return self._observer is None or all(each.is_alive() for each in self._observer.emitters)

    def _start(self) -> None:
        self._identity = _identity(self._root)
        self.polls = ""
        if self._identity is None:
            return  # away for the moment: its return will be noticed
        kind = silent_file_system(self._root)
        if kind:
            self.polls = f"a file system of the kind {kind} doesn't tell of every change"
            return
        real = self._root.resolve()
        observer = Observer()
        handler = _Handler(real, self._noticed)
        try:
            observer.schedule(handler, str(real), recursive=True, event_filter=_EVENTS)
            observer.start()
        except OSError as error:
            self.polls = INSTANCE_LIMIT if error.errno == errno.EMFILE else reason(error)
            return
        self._observer = observer
        self.polls = WATCH_LIMIT if watches_too_few(real) else ""

    def _stop(self) -> None:
        observer, self._observer = self._observer, None
        if observer is not None:
            observer.stop()
            observer.join()


def _identity(root: Path) -> tuple[int, int] | None:
    try:
        status = root.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


class _Handler(FileSystemEventHandler):
    """Notes what may concern the notes, and does nothing else: the queue must never grow."""

    def __init__(self, root: Path, noticed: Noticed) -> None:
        self._prefix = len(str(root)) + 1
        self._noticed = noticed

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Notes an event, unless it is about generated pages or another program's files."""
        paths = [str(path)[self._prefix :] for path in (event.src_path, event.dest_path) if path]
        concerned = [path for path in paths if _may_matter(path)]
        kind = event.event_type
        for path in concerned:
            is_open = kind == "modified" and _TELLS_OF_CLOSING
            # What happens to a folder may happen to any file in it.
            where = "" if event.is_directory else path.replace(os.sep, "/")
            self._noticed.note(where, written=is_open, closed=kind != "modified")


class _Overflow(logging.Handler):
    """Takes the library's warning that events were lost, of which it tells nobody else."""

    def __init__(self, noticed: Noticed) -> None:
        super().__init__(logging.WARNING)
        self._noticed = noticed

    def emit(self, _: logging.LogRecord) -> None:
        """Notes that something has happened that nobody saw."""
        self._noticed.note()


def _may_matter(path: str) -> bool:
    """Whether a path inside the vault isn't hidden, generated, or a program's own."""
    parts = path.replace("\\", "/").split("/")
    if parts[0] in OUTPUT_FOLDERS or is_leftover(parts[-1]):
        return False
    return not any(part.startswith(".") or part in SKIPPED_FOLDERS for part in parts)
