"""What has been noticed in a vault and not been looked at yet, and when it is quiet again."""

import time
from collections.abc import Callable
from threading import Condition

QUIET = 0.15
"""Seconds without an event after which writing is taken to be over."""

LONGEST = 2.0
"""Seconds after which a look is due though events go on, or a file isn't closed."""


class Noticed:
    """What has been noticed and not been looked at yet."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._condition = Condition()
        self._first: float | None = None
        self._last = 0.0
        self._page: float | None = None
        self._being_written: dict[str, float] = {}
        self._paths: set[str] = set()
        self._knows_all = True
        self.only_pages = False
        """Whether all that ended the last wait was that pages were written."""

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

    def note_page(self) -> None:
        """Notes that a generated page has been written, by whomever."""
        with self._condition:
            self._page = self._clock() if self._page is None else self._page
            self._condition.notify_all()

    def take(self) -> frozenset[str]:
        """The files that something has happened to since this was asked; none if others may be."""
        with self._condition:
            paths = frozenset(self._paths) if self._knows_all else frozenset()
            self._paths.clear()
            self._knows_all = True
            return paths

    def has_more(self) -> bool:
        """Whether something has happened to a file since this was last asked for all of them."""
        with self._condition:
            return bool(self._paths)

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
                    self._begin_anew()
                    return True
                if due is None and now >= end:
                    return False
                self._condition.wait((end if due is None else due) - now)

    def _begin_anew(self) -> None:
        self.only_pages = self._first is None
        self._first = self._page = None
        self._being_written.clear()

    def _due(self) -> float | None:
        """When a look is due; None while nothing has happened."""
        if self._first is None:
            return None if self._page is None else self._page + QUIET
        quiet = self._last + QUIET
        if self._being_written:
            quiet = max(quiet, max(self._being_written.values()) + LONGEST)
        return min(quiet, self._first + LONGEST)
