"""Watching a vault: every look at the folders ends in pages that equal those of a fresh build."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from netjournal.app.build import Built, SettingsUnreadable, build
from netjournal.app.settling import Settling
from netjournal.app.workspace import Workspace
from netjournal.model.diagnostic import Diagnostic
from netjournal.model.errors import NetjournalError
from netjournal.vault.scan import Scan, scan
from netjournal.vault.settings import load_settings
from netjournal.vault.settings_problems import SETTINGS_FILE
from netjournal.vault.stamps import Stamp, stamps

_TEMPLATES = "templates/"

Day = Callable[[date | None], date]
"""Gives the day of the review, when told the day that the settings hold still."""


class Rebuilt(NamedTuple):
    """What one rebuild did, and why."""

    changed: tuple[str, ...]
    """The files that were new, changed or gone, by path; none when the day has changed."""
    built: Built | None
    """None when the pages were left as they are."""
    error: str
    """Why, if so."""
    appeared: tuple[Diagnostic, ...]
    """The problems that are new since the rebuild before."""
    gone: tuple[Diagnostic, ...]
    seconds: float


class Watched:
    """A vault under watch: what is published of it, and what has been seen since."""

    def __init__(self, root: Path) -> None:
        self.workspace = Workspace(root, load_settings(root))
        self._scan = Scan((), (), ())
        self._published: Mapping[str, Stamp] = {}
        self._problems: tuple[Diagnostic, ...] = ()
        self._as_of: date | None = None
        self._has_begun = False
        self._has_failed = False
        self._settling = Settling(root)
        self.is_waiting = False
        """Whether a change has been seen that may not be finished: look again soon."""

    def look(self, day: Day, now: float) -> Rebuilt | None:
        """Looks at the whole vault, and rebuilds if anything has changed and has settled.

        `day` gives the day of the review, and `now` counts seconds from any moment. What keeps
        pages from being written is in the answer, and tried again at the next look.
        """
        started = perf_counter()
        root = self.workspace.root
        if not root.is_dir():
            # Pages of an empty vault would be wrong, and would bring the folder back.
            self.is_waiting = True
            return None
        as_of = day(self.workspace.config.build.today)
        found = scan(root, self.workspace.config)
        notes = [note.path for note in found.notes]
        seen = stamps(root, [*notes, *filter(_matters, found.other_files)])
        settled = self._settling.look(self._published, seen, notes, now, patient=self._has_begun)
        self.is_waiting = settled is None
        if settled is None:
            return None
        changed = (*settled.changed, *settled.gone)
        if not (changed or self._has_failed) and (found, as_of) == (self._scan, self._as_of):
            return None
        if SETTINGS_FILE in changed and self._has_begun:
            # Other notes may count now, and all may mean something else: begin anew.
            self.workspace = Workspace(root, load_settings(root))
            self._published, self._has_begun = {}, False
            again = self.look(day, now)
            return again and again._replace(changed=changed)
        self.workspace.take(found, settled.sources, settled.refused)
        self._scan, self._published, self._as_of = found, seen, as_of
        self._has_begun = True
        return self._rebuilt(changed, as_of, started)

    def _rebuilt(self, changed: tuple[str, ...], as_of: date, started: float) -> Rebuilt:
        try:
            built = build(self.workspace, as_of)
        except NetjournalError as problem:
            self._has_failed = not isinstance(problem, SettingsUnreadable)
            return Rebuilt(changed, None, str(problem), (), (), perf_counter() - started)
        self._has_failed = False
        before, now = set(self._problems), set(built.diagnostics)
        appeared = tuple(each for each in built.diagnostics if each not in before)
        gone = tuple(each for each in self._problems if each not in now)
        self._problems = built.diagnostics
        return Rebuilt(changed, built, "", appeared, gone, perf_counter() - started)


def _matters(path: str) -> bool:
    """Whether a file that is no note has a say in the pages."""
    return path == SETTINGS_FILE or path.startswith(_TEMPLATES)
