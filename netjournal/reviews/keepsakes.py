"""What was made of parts of a vault, and is taken over while these are the same objects."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

S = TypeVar("S")
T = TypeVar("T")


class Keepsakes:
    """What was made of some sources for one assessment; it is handed on to the next one."""

    def __init__(self, before: Mapping[object, tuple[object, Any]]) -> None:
        self._before = before
        self._now: dict[object, tuple[object, Any]] = {}

    def of(self, key: object, source: S, make: Callable[[S], T]) -> T:
        """What is made of a source, known by its key; made again when it is another object."""
        known = self._now.get(key) or self._before.get(key)
        if known is None or known[0] is not source:
            known = (source, make(source))
        self._now[key] = known
        made: T = known[1]
        return made

    def handed_on(self) -> "Keepsakes":
        """For the next assessment; what this one was never asked for is not in it."""
        return Keepsakes(self._now)
