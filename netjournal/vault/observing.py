"""The library that hears of the system's events: started, stopped, and kept in bounds.

What it logs or warns of, and the end of a thread of its own, mean to us that events were lost. It
tells so on the terminal, or nobody; here it is told to whom it concerns.
"""

import logging
import threading
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

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
from watchdog.utils import BaseThread

# Reading makes events as well: what isn't asked for can't wake us.
_EVENTS: list[type[FileSystemEvent]] = [
    *(FileCreatedEvent, FileModifiedEvent, FileClosedEvent, FileDeletedEvent, FileMovedEvent),
    *(DirCreatedEvent, DirDeletedEvent, DirMovedEvent),
]
_LIBRARY = "watchdog"
_END = 1.0
"""Seconds for which a thread is given time to end."""


class Observing(NamedTuple):
    """The threads that hear of events, the first of which ends the others."""

    threads: Sequence[BaseThread]

    @property
    def is_alive(self) -> bool:
        """Whether all of them still run; where one has died, others wait for events in vain."""
        return all(thread.is_alive() for thread in self.threads)


def observe(folder: Path, handler: FileSystemEventHandler) -> Observing:
    """Has a handler told of what happens in a folder and all below it; raises OSError."""
    before = set(threading.enumerate())
    observer = Observer()
    try:
        observer.schedule(handler, str(folder), recursive=True, event_filter=_EVENTS)
        observer.start()
    except OSError:
        _stop(observer)
        raise
    others = [each for each in threading.enumerate() if each not in before and each != observer]
    return Observing([observer, *(each for each in others if isinstance(each, BaseThread))])


def end_observing(observing: Observing) -> None:
    """Ends the threads, those of an observing that has failed as well."""
    for thread in observing.threads:
        if thread.is_alive() or thread is observing.threads[0]:
            _stop(thread)
    for thread in observing.threads:
        thread.join(_END)


def _stop(thread: BaseThread) -> None:
    try:
        thread.stop()
    except (LookupError, AssertionError, OSError, RuntimeError):
        # Its books of folders that were moved and replaced don't add up. They are thrown away.
        return


@contextmanager
def kept_in_bounds(on_loss: Callable[[], None]) -> Iterator[None]:
    """Keeps the library off the terminal, and calls a function when it has lost events."""
    logger, listener = logging.getLogger(_LIBRARY), _Listener(on_loss)
    propagates, logger.propagate = logger.propagate, False
    logger.addHandler(listener)
    hook = threading.excepthook

    def died(args: threading.ExceptHookArgs) -> None:
        if isinstance(args.thread, BaseThread):
            on_loss()
        else:
            hook(args)

    threading.excepthook = died
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", module=rf"{_LIBRARY}\b")
            yield
    finally:
        threading.excepthook = hook
        logger.removeHandler(listener)
        logger.propagate = propagates


class _Listener(logging.Handler):
    """Takes the library's warning that events were lost."""

    def __init__(self, on_loss: Callable[[], None]) -> None:
        super().__init__(logging.WARNING)
        self._on_loss = on_loss

    def emit(self, _: logging.LogRecord) -> None:
        """Passes it on."""
        self._on_loss()
