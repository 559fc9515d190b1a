"""Watching a vault: every look at the folders ends in pages that equal those of a fresh build."""

from collections.abc import Callable, Collection, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from netjournal.app.build import Built, SettingsUnreadable, build
from netjournal.app.settling import Settling
from netjournal.app.workspace import Day, Progress, Workspace
from netjournal.model.config import Config
from netjournal.model.diagnostic import Diagnostic
from netjournal.model.errors import NetjournalError
from netjournal.model.index import Index
from netjournal.vault.generated import page_stamps
from netjournal.vault.reasons import shown
from netjournal.vault.seen import NOTHING, Seen, confirmed, is_empty, look_at, look_at_all
from netjournal.vault.settings import load_settings
from netjournal.vault.settings_problems import SETTINGS_FILE
from netjournal.vault.stamps import Stamp, stamps

_FEW = 500
"""Marked files above which everything is looked at instead."""

_PATIENCE = 10.0
"""Seconds for which thousands of notes that go on changing are read and no page is written."""

_REPAIRS = 3
"""Times that pages are written again which another program has changed, until a note changes.

Two programs of which each has pages of its own would never come to an end.
"""

_WAITS = "it is watched again as soon as it is back"
_HOLD_AWAY = 1.5
"""Seconds for which a vault that is gone is expected back, before anything is said."""


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """What the pages are made of."""

    index: Index
    config: Config
    as_of: date
    contact_pages: Mapping[str, str]
    """The HTML page of each contact inside `site/`, by the path of its note."""


class Rebuilt(NamedTuple):
    """What one rebuild did, and why."""

    changed: tuple[str, ...]
    """The files that were new, changed or gone, by path; none when the day has changed.

    Generated pages are among them only when another program has changed nothing else.
    """
    built: Built | None
    """None when the pages were left as they are."""
    error: str
    """Why, if so."""
    appeared: tuple[Diagnostic, ...]
    """The problems that are new since the rebuild before."""
    gone: tuple[Diagnostic, ...]
    seconds: float
    config: Config
    """The settings as they are now."""
    taken: AbstractSet[str]
    """Every note that was found, the settings and the templates, by path."""
    is_away: bool = False
    """Whether the vault's folder is gone."""
    known: Known | None = None
    """What the pages were made of, if they were made."""


class VaultAway(NetjournalError):
    """The vault's folder is gone."""


class Watched:
    """A vault under watch: what is published of it, and what has been seen since.

    `progress` is told of the first build, which makes all pages.
    """

    def __init__(self, root: Path, progress: Progress | None = None) -> None:
        self._progress = progress
        self.workspace = Workspace(root, load_settings(root))
        self._published = NOTHING
        self._problems: tuple[Diagnostic, ...] = ()
        self._left: Mapping[str, Stamp] = {}
        self._repairs = _REPAIRS
        self._as_of: date | None = None
        self._owed: tuple[str, ...] = ()
        self._owed_since = 0.0
        self._has_begun = False
        self._failure = ""
        self._away_since: float | None = None
        self._settling = Settling(root)
        self.is_waiting = False
        """Whether a change has been seen that may not be finished: look again soon."""
        self.is_unsure = False
        """Whether only a few files have been looked at since the last look at everything."""

    @property
    def has_failed(self) -> bool:
        """Whether the pages could not be written: try again in a while."""
        return bool(self._failure)

    def look(
        self,
        day: Day,
        now: float,
        marked: Collection[str] = (),
        goes_on: Callable[[], bool] = lambda: False,
    ) -> Rebuilt | None:
        """Looks at the vault, and rebuilds if anything has changed and has settled.

        `day` gives the day of the review, and `now` counts seconds from any moment. `marked` are
        the files that may have changed, where no other change is known of; without any,
        everything is looked at. `goes_on` says whether more has changed by now: of thousands of
        notes the pages are written once all have been read. What keeps pages from being written
        is in the answer, once, and tried again at each look.
        """
        started = perf_counter()
        if not self._is_there():
            return self._away(now, started)
        self._away_since = None
        as_of = day(self.workspace.config.build.today)
        seen = self._see(marked)
        settled = self._settling.look(self._published.stamps, seen, now, patient=self._has_begun)
        self.is_waiting = settled is None
        if settled is None:
            return None
        changed = (*settled.changed, *settled.gone)
        is_same = seen.found is self._published.found and as_of == self._as_of
        if is_same and not (changed or self._owed or self._failure):
            return self._repaired(as_of, started)
        if SETTINGS_FILE in changed and self._has_begun:
            # Other notes may count now, and all may mean something else: begin anew.
            self.workspace = Workspace(self.workspace.root, load_settings(self.workspace.root))
            self._published, self._has_begun, self._owed = NOTHING, False, ()
            again = self.look(day, now)
            return again and again._replace(changed=changed)
        self.workspace.take(seen.found, settled.sources, settled.refused)
        self._published, self._as_of = seen, as_of
        self._repairs = _REPAIRS
        owed = (*self._owed, *changed)
        if self._has_begun and self._may_owe(len(owed), now) and goes_on():
            self._owed, self.is_waiting = owed, True
            return None
        self._has_begun, self._owed = True, ()
        return self._rebuilt(tuple(dict.fromkeys(owed)), as_of, started)

    def _may_owe(self, changed: int, now: float) -> bool:
        """Whether so many changed notes may be read without writing pages from them at once."""
        if not self._owed:
            self._owed_since = now
        return changed > _FEW and now - self._owed_since < _PATIENCE

    def _is_there(self) -> bool:
        """Whether the vault is there: where a disk isn't mounted, an empty folder may be left."""
        root = self.workspace.root
        return root.is_dir() and not (self._published.stamps and is_empty(root))

    def _away(self, now: float, started: float) -> Rebuilt | None:
        """Says that the folder is gone, and leaves all as it is, to be looked at when it is back.

        Pages of an empty vault would be wrong, and would bring the folder back.
        """
        self._away_since = now if self._away_since is None else self._away_since
        self.is_waiting = now - self._away_since < _HOLD_AWAY
        if self.is_waiting:
            return None
        gone = VaultAway(f"the vault {shown(str(self.workspace.root), 200)} is gone; {_WAITS}")
        told = self._failed((), gone, started)
        return told and told._replace(is_away=True)

    def needs_repair(self) -> bool:
        """Whether another program has changed pages since the last rebuild, and doesn't insist."""
        return bool(self._repairs and self._changed_pages())

    def _repaired(self, as_of: date, started: float) -> Rebuilt | None:
        if not self.needs_repair():
            return None
        self._repairs -= 1
        self.workspace.shelf.doubt()
        return self._rebuilt(self._changed_pages(), as_of, started)

    def _changed_pages(self) -> tuple[str, ...]:
        now = page_stamps(self.workspace.root)
        return tuple(sorted({path for path, _ in now.items() ^ self._left.items()}))

    def _stamps_after(self, built: Built) -> Mapping[str, Stamp]:
        """The stamps of the pages after a build; of thousands, only a few have been written."""
        written, root = built.written, self.workspace.root
        if not self._left or self._repairs < _REPAIRS:
            return page_stamps(root)
        left = {**self._left, **stamps(root, written.changed)}
        for path in written.removed:
            left.pop(path, None)
        return left

    def _see(self, marked: Collection[str]) -> Seen:
        """The vault's files as they are now."""
        root, config, before = self.workspace.root, self.workspace.config, self._published
        self.is_unsure = 0 < len(marked) <= _FEW and self._has_begun and not self.is_waiting
        if self.is_unsure:
            return look_at(root, config, before, marked)
        return look_at_all(root, config, before)

    def _rebuilt(self, changed: tuple[str, ...], as_of: date, started: float) -> Rebuilt | None:
        root = self.workspace.root
        doubtful: tuple[str, ...] = ()
        try:
            built = build(self.workspace, as_of, progress=self._progress)
            self._progress = None
            doubtful = built.doubtful
        except NetjournalError as problem:
            self._left = page_stamps(root)
            return self._failed(changed, problem, started)
        finally:
            self._published = confirmed(root, self._published, doubtful)
        self._left = self._stamps_after(built)
        self._failure = ""
        before, now = set(self._problems), set(built.diagnostics)
        appeared = tuple(each for each in built.diagnostics if each not in before)
        gone = tuple(each for each in self._problems if each not in now)
        self._problems = built.diagnostics
        seconds, config = perf_counter() - started, self.workspace.config
        known = self._known(as_of)
        return Rebuilt(
            changed, built, "", appeared, gone, seconds, config, self._taken, known=known
        )

    def _known(self, as_of: date) -> Known:
        index, config = self.workspace.index, self.workspace.config
        has_html = "html" in config.build.formats
        pages = self.workspace.shelf.place(index).contacts if has_html else {}
        return Known(index, config, as_of, pages)

    def _failed(
        self, changed: tuple[str, ...], problem: NetjournalError, started: float
    ) -> Rebuilt | None:
        was_told = self._failure == str(problem) and not changed
        self._failure = "" if isinstance(problem, SettingsUnreadable) else str(problem)
        if was_told:
            return None
        seconds, config = perf_counter() - started, self.workspace.config
        return Rebuilt(changed, None, str(problem), (), (), seconds, config, self._taken)

    @property
    def _taken(self) -> AbstractSet[str]:
        return self._published.stamps.keys()
