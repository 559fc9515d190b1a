"""What was made of parts of a vault, and is taken over while these are the same objects."""

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import compress
from operator import eq, is_, is_not
from typing import Any, NamedTuple, TypeVar

from netjournal.model.review import Row, RowsWhenAsked

S = TypeVar("S")
T = TypeVar("T")

Parts = Collection[tuple[Any, int]]
"""What one source adds to some sums: pairs of what is counted, and the number."""

Rank = tuple[Any, ...]
"""The place of one source among others: what is less comes first."""


class _Ranked(NamedTuple):
    """Some sources in order."""

    sources: Mapping[str, Any]
    ranks: Mapping[str, Rank]
    entries: list[tuple[Rank, str]]
    """The ranks, with names to tell equals apart, in order."""
    found: tuple[Any, ...]
    """The sources themselves."""


class Keepsakes:
    """What was made of some sources for one assessment; it is handed on to the next one."""

    def __init__(self, before: Mapping[object, tuple[Any, ...]]) -> None:
        self._before = before
        self._now: dict[object, tuple[Any, ...]] = {}
        self._changes: list[tuple[Mapping[str, Any], Mapping[str, Any], frozenset[str]]] = []

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
        return self._of_those(key, sources, make, lambda _: True, is_)

    def of_some(
        self, key: object, sources: Mapping[str, S], make: Callable[[S], T | None]
    ) -> Mapping[str, T]:
        """The same of those alone of which something is made: neither None nor empty.

        It is the same object as before while no change has reached any of them.
        """
        made: Mapping[str, Any] = self._of_those(key, sources, make, bool, is_)
        return made

    def facts(
        self, key: object, sources: Mapping[str, S], make: Callable[[S], T | None]
    ) -> Mapping[str, T]:
        """The same of facts, which say everything by themselves: equals are the same object."""
        made: Mapping[str, Any] = self._of_those(key, sources, make, bool, eq)
        return made

    def those(self, holds: Callable[[S], object], sources: Mapping[str, S]) -> tuple[S, ...]:
        """The sources of which something holds, in their order.

        It is the same object as before while none of these has changed.
        """
        found: Mapping[str, Any] = self._of_those(
            holds, sources, lambda source: source if holds(source) else None, bool, is_
        )
        return self.of((holds, "those"), found, lambda some: tuple(some.values()))

    def _of_those(
        self,
        key: object,
        sources: Mapping[str, S],
        make: Callable[[S], T],
        counts: Callable[[T], bool],
        is_same: Callable[[T, T], bool],
    ) -> Mapping[str, T]:
        old, values = self._now.get(key) or self._before.get(key) or (None, {})
        if old is None:
            pairs = ((name, make(source)) for name, source in sources.items())
            values = {name: made for name, made in pairs if counts(made)}
        elif old is not sources:
            changed = self.changed(old, sources)
            pairs = ((name, make(sources[name])) for name in changed if name in sources)
            again = {name: made for name, made in pairs if counts(made)}
            left = [name for name in changed if name in values and name not in again]
            if left or not all(n in values and is_same(values[n], again[n]) for n in again):
                values = _mended(values, again, left, sources)
        self._now[key] = (sources, values)
        made: Mapping[str, T] = values
        return made

    def ranked(
        self, key: object, sources: Mapping[str, S], rank: Callable[[S], Rank | None]
    ) -> tuple[S, ...]:
        """The sources that have a rank, in its order; equals by their names.

        It is the same object as before while nobody in it has changed.
        """
        before = self._now.get(key) or self._before.get(key)
        ranks = self.facts((key, "ranks"), sources, rank)
        if before is None:
            entries = sorted([(rank, name) for name, rank in ranks.items()])
            found = tuple([sources[name] for _, name in entries])
            before = _Ranked(sources, ranks, entries, found)
        elif before[0] is not sources:
            before = self._ranked_again(_Ranked(*before), ranks, sources)
        self._now[key] = before
        those: tuple[S, ...] = before[3]
        return those

    def _ranked_again(
        self, before: _Ranked, ranks: Mapping[str, Rank], sources: Mapping[str, Any]
    ) -> _Ranked:
        changed = self.changed(before.sources, sources)
        if not any(name in before.ranks or name in ranks for name in changed):
            return before._replace(sources=sources)
        entries, found = list(before.entries), list(before.found)
        for name in changed:
            if name in before.ranks:
                place = bisect_left(entries, (before.ranks[name], name))
                del entries[place], found[place]
            if name in ranks:
                place = bisect_left(entries, (ranks[name], name))
                entries.insert(place, (ranks[name], name))
                found.insert(place, sources[name])
        return _Ranked(sources, ranks, entries, tuple(found))

    def sums(
        self, key: object, sources: Mapping[str, S], make: Callable[[S], Parts]
    ) -> Mapping[Any, int]:
        """The sums of the numbers that are made of all sources, by what they count; none is 0.

        After a change only what has changed is taken off and added; the order of keys says nothing.
        It is the same object as before while no source adds anything else.
        """
        before, old, sums = self._now.get(key) or self._before.get(key) or ({}, {}, {})
        now = old
        if before is not sources:
            now = self.facts((key, "parts"), sources, make)
            if now is not old:
                sums = _summed_again(old, now, self.changed(before, sources), sums)
        self._now[key] = (sources, now, sums)
        made: Mapping[Any, int] = sums
        return made

    def rows(self, key: object, items: Sequence[Any], make: Callable[[Any], Row]) -> Sequence[Row]:
        """Rows made of some items; the row of an item that is the same object is taken over."""
        before, made = self._now.get(key) or self._before.get(key) or (items, {})
        if before is not items:
            here = set(map(id, items))
            made = {each: row for each, row in made.items() if each in here}
        self._now[key] = (items, made)
        return RowsWhenAsked(items, make, made)

    def changed(self, old: Mapping[str, Any], now: Mapping[str, Any]) -> Collection[str]:
        """The names of the sources that have come, gone or become other objects."""
        for one, other, names in self._changes:
            if one is old and other is now:
                return names
        found = frozenset(differing(old, now))
        self._changes.append((old, now, found))
        return found

    def handed_on(self) -> "Keepsakes":
        """For the next assessment; what this one was never asked for is not in it."""
        return Keepsakes(self._now)


def differing(old: Mapping[str, Any], now: Mapping[str, Any]) -> Iterable[str]:
    """The names whose values are other objects, and those that only one of two mappings has."""
    if old is now:
        return ()
    if list(old) == list(now):
        # Of thousands a few have changed, and this way no value has to be looked at.
        return compress(now, map(is_not, old.values(), now.values()))
    return [name for name in {**old, **now} if old.get(name) is not now.get(name)]


def _mended(
    values: Mapping[str, T],
    again: Mapping[str, T],
    left: Iterable[str],
    sources: Mapping[str, Any],
) -> Mapping[str, T]:
    """What was made before, with what has changed, in the order of the sources."""
    merged = {**values, **again}
    for name in left:
        del merged[name]
    if any(name not in values for name in again):
        return {name: merged[name] for name in sources if name in merged}
    return merged


def _summed_again(
    old: Mapping[str, Parts],
    now: Mapping[str, Parts],
    changed: Iterable[str],
    sums: Mapping[Any, int],
) -> Mapping[Any, int]:
    again = dict(sums)
    for name in changed:
        parts = [(counted, -number) for counted, number in old.get(name, ())]
        for counted, number in (*parts, *now.get(name, ())):
            again[counted] = again.get(counted, 0) + number
            if not again[counted]:
                del again[counted]
    return again
