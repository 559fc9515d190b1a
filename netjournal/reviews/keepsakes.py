"""What was made of parts of a vault, and is taken over while these are the same objects."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from typing import Any, TypeVar

S = TypeVar("S")
T = TypeVar("T")

Parts = Collection[tuple[Any, int]]
"""What one source adds to some sums: pairs of what is counted, and the number."""


class Keepsakes:
    """What was made of some sources for one assessment; it is handed on to the next one."""

    def __init__(self, before: Mapping[object, tuple[Any, ...]]) -> None:
        self._before = before
        self._now: dict[object, tuple[Any, ...]] = {}

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

    def sums(
        self, key: object, sources: Mapping[str, S], make: Callable[[S], Parts]
    ) -> Mapping[Any, int]:
        """The sums of the numbers that are made of all sources, by what they count; none is 0.

        After a change only what has changed is taken off and added; the order of keys says nothing.
        """
        before, old, sums = self._now.get(key) or self._before.get(key) or ({}, {}, {})
        now = old
        if before is not sources:
            now = self.of_each((key, "parts"), sources, make)
            sums = _summed_again(old, now, sums)
        self._now[key] = (sources, now, sums)
        made: Mapping[Any, int] = sums
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


def _summed_again(
    old: Mapping[str, Parts], now: Mapping[str, Parts], sums: Mapping[Any, int]
) -> Mapping[Any, int]:
    again: defaultdict[Any, int] = defaultdict(int, sums)
    if list(old) == list(now):
        pairs = zip(old.values(), now.values(), strict=True)
        changed = [(one, other) for one, other in pairs if one is not other]
    else:
        names = [name for name in {**old, **now} if old.get(name) is not now.get(name)]
        changed = [(old.get(name, ()), now.get(name, ())) for name in names]
    for one, other in changed:
        for counted, number in one:
            again[counted] -= number
        for counted, number in other:
            again[counted] += number
    return {counted: number for counted, number in again.items() if number}
