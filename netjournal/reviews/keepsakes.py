"""What was made of parts of a vault, and is taken over while these are the same objects."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

S = TypeVar("S")
T = TypeVar("T")


class Keepsakes:
    """What was made of some sources for one assessment; it is handed on to the next one."""

    def __init__(self, before: Mapping[object, tuple[Any, Any]]) -> None:
        self._before = before
        self._now: dict[object, tuple[Any, Any]] = {}

    def of(self, key: object, source: S, make: Callable[[S], T]) -> T:
        """What is made of a source, known by its key; made again when it is another object."""
        known = self._now.get(key) or self._before.get(key)
        if known is None or known[0] is not source:
            known = (source, make(source))
        self._now[key] = known
        made: T = known[1]
        return made

    def of_each(
        self, key: object, sources: Mapping[str, S], make: Callable[[S], T]
    ) -> Mapping[str, T]:
        """What is made of each of some sources, by their names and in their order.

        Only of those that are other objects than before is it made again.
        """
        old, values = self._now.get(key) or self._before.get(key) or ({}, {})
        if old is not sources:
            values = _made_again(old, values, sources, make)
        self._now[key] = (sources, values)
        made: Mapping[str, T] = values
        return made

    def handed_on(self) -> "Keepsakes":
        """For the next assessment; what this one was never asked for is not in it."""
        return Keepsakes(self._now)


def _made_again(
    old: Mapping[str, S], values: Mapping[str, T], sources: Mapping[str, S], make: Callable[[S], T]
) -> Mapping[str, T]:
    if list(old) != list(sources):
        return {
            name: values[name] if name in old and old[name] is source else make(source)
            for name, source in sources.items()
        }
    # Copying the one before is much quicker than going through it.
    pairs = zip(sources.items(), old.values(), strict=True)
    again = {name: make(source) for (name, source), was in pairs if was is not source}
    return {**values, **again}
