"""Events of a calendar, and the days on which they take place."""

from collections import deque
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from netjournal.importers.recurring_days import Rule, recurring_days
from netjournal.model.imported import Asked, ImportedEntry, Named, Skipped

MOST_DAYS = 1_000
"""Days of a recurring event that are imported: the latest ones."""

_BACK = timedelta(days=3653)
_AHEAD = timedelta(days=90)


class Event(NamedTuple):
    """An event with somebody else, or one that takes a day out of another."""

    line: int
    uid: str
    sequence: int
    day: date
    """The first day, in the zone of the event."""
    text: str
    people: tuple[Named, ...]
    """Empty when it doesn't take place, or without me."""
    stands_for: date | None = None
    """The day of a recurring event in place of which it is."""
    rules: tuple[Rule, ...] = ()
    but_not: tuple[Rule, ...] = ()
    days: tuple[date, ...] = ()
    """Days on which it is besides its rules."""
    excluded: tuple[date, ...] = ()


class Events:
    """The newest version of each event of a calendar."""

    def __init__(self) -> None:
        self._events: dict[tuple[str, date | None], Event] = {}

    def add(self, found: Event) -> None:
        """Keeps an event, unless a newer version of it is known."""
        key = (found.uid, found.stands_for)
        known = self._events.get(key)
        if known is None or known.sequence <= found.sequence:
            self._events[key] = found

    def entries(self, asked: Asked) -> Iterator[ImportedEntry | Skipped]:
        """An entry for each day of each event that has people, in the order of the file."""
        replaced: dict[str, set[date]] = {}
        for uid, instead_of in self._events:
            if instead_of:
                replaced.setdefault(uid, set()).add(instead_of)
        for event in sorted(self._events.values(), key=lambda each: each.line):
            if event.people:
                others = replaced.get(event.uid, set()) if event.stands_for is None else set()
                yield from _entries(event, _days(event, others, asked))


def _entries(event: Event, all_days: Iterable[date]) -> Iterator[ImportedEntry | Skipped]:
    days = deque(all_days, MOST_DAYS + 1)
    if len(days) > MOST_DAYS:
        days.popleft()
        why = f"only its latest {MOST_DAYS:,} days are imported"
        yield Skipped(event.line, f"event “{event.text[:60]}”", why)
    for day in days:
        yield ImportedEntry(event.line, day, event.text, event.people)


def _days(event: Event, replaced: set[date], asked: Asked) -> Iterator[date]:
    """The days on which an event takes place, in order."""
    if event.stands_for or not (event.rules or event.days):
        if not asked.since or event.day >= asked.since:
            yield event.day
        return
    start, end = asked.since or asked.as_of - _BACK, asked.as_of + _AHEAD
    without = replaced.union(event.excluded)
    for rule in event.but_not:
        without.update(recurring_days(rule, event.day, start, end))
    days = {day for day in (event.day, *event.days) if start <= day <= end}
    for rule in event.rules:
        days.update(recurring_days(rule, event.day, start, end))
    yield from sorted(days - without)
