"""The loop of a watch: wait until something has happened, look at the vault, tell what was done."""

import gc
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from netjournal.app.watch import Rebuilt, Watched
from netjournal.app.workspace import Day, Progress
from netjournal.render.visible import one_line
from netjournal.vault.noticing import Noticed
from netjournal.vault.watch_lock import watching_alone
from netjournal.vault.watching import Watcher

SOON = 0.1
"""Seconds until a change that wasn't finished is looked at again."""

SURE = 1.0
"""Seconds without an event after which a look at a few files is followed by one at everything."""

TICK = 2.0
"""Seconds between two glances at the day, at the root, and at whether the machine slept."""

RESCAN = 180.0
"""Seconds after which the vault is looked at though nothing was noticed."""

_SHARE = 10
"""Where changes have to be looked for, a look takes at most this part of the time."""
_ASLEEP = 5.0


def keep_watching(
    root: Path,
    day: Day,
    tell: Callable[[Rebuilt], None],
    warn: Callable[[str], None],
    *,
    progress: Progress | None = None,
    has_ended: Callable[[], bool] = lambda: False,
) -> None:
    """Keeps the pages of a vault right until it has ended, or is interrupted.

    `day` gives the day of the review, `tell` is told every rebuild, and `warn` once why the
    system can't watch. `progress` is told of the first build. Raises AlreadyWatched when another
    process watches the vault.
    """
    gc.disable()
    watched, noticed = Watched(root, progress), Noticed()
    with watching_alone(root), Watcher(root, noticed) as watcher:
        pulse = _Pulse(lambda: day(watched.workspace.config.build.today))
        pause, warned = TICK, set[str]()
        while not has_ended():
            started = time.monotonic()
            marked = noticed.take()
            is_known = not (watcher.follow() or watcher.polls or watched.workspace.links)
            rebuilt = watched.look(day, started, marked if is_known else (), noticed.has_more)
            if rebuilt:
                tell(rebuilt)
                _sweep()
            elif not watched.is_waiting:
                pause = max(TICK, _SHARE * (time.monotonic() - started))
            polls = watcher.polls or _why_links(watched)
            if polls and polls not in warned:
                warned.add(polls)
                warn(f"{polls}; so the vault is looked at every few seconds")
            is_restless = watched.is_waiting or watched.is_unsure or watched.has_failed or polls
            while not _is_noticed(noticed, watched, pause if polls else TICK):
                moved, changed = watcher.follow(), pulse.has_changed()
                if is_restless or moved or changed or has_ended():
                    break


def _is_noticed(noticed: Noticed, watched: Watched, otherwise: float) -> bool:
    """Waits for a reason to look at the vault, and not for long; whether there is one."""
    end = time.monotonic() + _pause(watched, otherwise)
    while True:
        has_happened = noticed.wait(max(0.0, end - time.monotonic()))
        # Pages that were written here are no reason; pages that others have written are one.
        if has_happened and (not noticed.only_pages or watched.needs_repair()):
            return True
        if time.monotonic() >= end:
            return False


def _pause(watched: Watched, otherwise: float) -> float:
    """Seconds after which to look again, or at the clock, if nothing happens."""
    if watched.is_waiting:
        return SOON
    return SURE if watched.is_unsure else otherwise


def _sweep() -> None:
    """Throws away what the last rebuild has left, and never looks at the notes again for it.

    The records of a vault are many, and form no circles: without this, looking for garbage among
    them would take longer than a rebuild.
    """
    gc.collect(1)
    gc.freeze()


def _why_links(watched: Watched) -> str:
    for link in watched.workspace.links:
        what = f"{one_line(link)} is a link, behind which the system tells of no change"
        return f"{what} (what it leads to would be watched in its place)"
    return ""


class _Pulse:
    """The day of the review, and what else comes with time alone."""

    def __init__(self, day: Callable[[], date]) -> None:
        self._day = day
        self._as_of = day()
        self._looked = time.monotonic()
        self._skew = time.time() - time.monotonic()

    def has_changed(self) -> bool:
        """Whether it is another day, the machine has slept, or the last look is long ago."""
        now, skew, as_of = time.monotonic(), time.time() - time.monotonic(), self._day()
        has_slept = abs(skew - self._skew) > _ASLEEP
        if as_of == self._as_of and not has_slept and now - self._looked < RESCAN:
            return False
        self._as_of, self._looked, self._skew = as_of, now, skew
        return True
