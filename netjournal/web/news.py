"""What the open pages are told: the state of the watch, and that there is a new one."""

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from threading import Condition
from typing import NamedTuple

from netjournal.app.watch import Known


class Problem(NamedTuple):
    """A problem in the vault, as a page names it."""

    place: str
    message: str
    address: str
    """Where its place can be looked at; empty where it can't."""


class Written(NamedTuple):
    """What was written on the local page and can be taken back."""

    number: int
    """Of the change."""
    said: str


class State(NamedTuple):
    """What the line at the foot of every page says, and what may be shown."""

    vault: str
    """The name of what is watched."""
    built: str = ""
    """When the pages were last built; empty when they never were."""
    trouble: str = ""
    """Why the pages aren't what the notes say now; empty when they are."""
    problems: tuple[Problem, ...] = ()
    taken: AbstractSet[str] = frozenset()
    """The files of which the pages are made and that may be shown, by path."""
    named: frozenset[str] = frozenset()
    """Others that may be shown, as a problem is named in them; but none through a link."""
    is_away: bool = False
    """Whether there is nothing to show now, so that open pages had better stay as they are."""
    known: Known | None = None
    """What the pages were made of; None before the first build."""
    said: str = ""
    """What was last written on the local page, and when; empty once something else has changed."""
    written: Written | None = None
    """What was last written there, if it hasn't been taken back there."""
    said_for: int = 0
    """For how many builds more it is said."""
    number: int = 0
    """How many states there have been before."""


class News:
    """The newest state, for which any number of pages wait."""

    def __init__(self, state: State) -> None:
        self._condition = Condition()
        self._state = state
        self._is_over = False

    @property
    def state(self) -> State:
        """The newest state."""
        return self._state

    def publish(self, state: State) -> None:
        """Tells every page that there is something new."""
        self.change(lambda _: state)

    def change(self, change: Callable[[State], State]) -> None:
        """Tells every page what becomes of the newest state; nothing comes in between."""
        with self._condition:
            self._state = change(self._state)._replace(number=self._state.number + 1)
            self._condition.notify_all()

    def end(self) -> None:
        """Lets every page go that waits."""
        with self._condition:
            self._is_over = True
            self._condition.notify_all()

    def after(self, number: int, seconds: float) -> State | None:
        """The first state after one, or the same one after so many seconds; None at the end."""
        with self._condition:
            self._condition.wait_for(
                lambda: self._is_over or self._state.number != number, timeout=seconds
            )
            return None if self._is_over else self._state
