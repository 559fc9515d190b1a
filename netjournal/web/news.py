"""What the open pages are told: the state of the watch, and that there is a new one."""

import json
from threading import Condition
from typing import NamedTuple


class State(NamedTuple):
    """What the line at the foot of every page says."""

    text: str
    """What is watched, when it was last built, and the problems."""
    number: int = 0
    """How many builds there have been."""


class News:
    """The newest state, for which any number of pages wait."""

    def __init__(self) -> None:
        self._condition = Condition()
        self._state = State("not built yet")
        self._is_over = False

    @property
    def state(self) -> State:
        """The newest state."""
        return self._state

    def publish(self, text: str) -> None:
        """Tells every page that there is something new."""
        with self._condition:
            self._state = State(text, self._state.number + 1)
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


def event(state: State) -> bytes:
    """A state as a server-sent event."""
    data = json.dumps({"text": state.text, "number": state.number})
    return f"event: built\ndata: {data}\n\n".encode()
