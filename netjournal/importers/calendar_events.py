"""Events of a calendar, and the days on which they take place."""

from bisect import bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from netjournal.importers.recurring_days import Rule, recurring_days
from netjournal.model.imported import Asked, ImportedEntry, Named, Skipped

MOST_DAYS = 1_000
"""Days of a recurring event that are imported: the latest ones."""

MOST_PEOPLE = 30
"""Others in a meeting; one of more is a crowd, and hardly contact with each of them."""

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
    is_onward: bool = False
    """Whether all later days of the recurring event are as it is."""
    rules: tuple[Rule, ...] = ()
    but_not: tuple[Rule, ...] = ()
    days: tuple[date, ...] = ()
    """Days on which it is besides its rules."""
    excluded: tuple[date, ...] = ()


class Events:
    """The newest version of each event of a calendar."""

    def __init__(self) -> None:
        self._events: dict[tuple[str, date | None], Event] = {}

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self._events)

    def add(self, found: Event) -> None:
        """Keeps an event, unless a newer version of it is known."""
        key = (found.uid, found.stands_for)
        known = self._events.get(key)
        if known is None or known.sequence <= found.sequence:
            self._events[key] = found

    def entries(self, asked: Asked) -> Iterator[ImportedEntry | Skipped]:
        """An entry for each day of each event that has people, in the order of the file."""
        instead: dict[str, list[Event]] = {}
        for event in self._events.values():
            if event.stands_for:
                instead.setdefault(event.uid, []).append(event)
        for event in sorted(self._events.values(), key=lambda each: each.line):
            others = instead.get(event.uid, []) if event.stands_for is None else []
            onward = sorted((each for each in others if each.is_onward), key=_replaced_day)
            if event.people or onward:
                days = _days(event, set(map(_replaced_day, others)), asked)
                yield from _entries(event, days, onward, asked)


def _replaced_day(event: Event) -> date:
    return event.stands_for or event.day


def _entries(
    event: Event, all_days: Iterable[date], onward: Sequence[Event], asked: Asked
) -> Iterator[ImportedEntry | Skipped]:
    days = deque(all_days, MOST_DAYS + 1)
    if len(days) > MOST_DAYS:
        days.popleft()
        why = f"only its latest {MOST_DAYS:,} days are imported"
        yield Skipped(event.line, f"event “{event.text[:60]}”", why)
    crowds: set[Event] = set()
    for day in days:
        at = bisect_right(onward, day, key=_replaced_day)
        now = onward[at - 1] if at else event
        moved = day + (now.day - _replaced_day(now)) if at else day
        if len(now.people) > MOST_PEOPLE and not asked.takes_crowds:
            if now not in crowds:
                crowds.add(now)
                yield _crowd(now)
        elif now.people:
            yield ImportedEntry(now.line, moved, now.text, now.people)


def _crowd(event: Event) -> Skipped:
    count = len(event.people)
    why = f"{count:,} others are in it, more than {MOST_PEOPLE}; --crowds takes such meetings"
    return Skipped(event.line, f"event “{event.text[:60]}”", why)


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
    # Programs end a series before it begins when all of it is moved to another one.
    is_over = event.rules and all(rule.until and rule.until < event.day for rule in event.rules)
    own_days = event.days if is_over else (event.day, *event.days)
    days = {day for day in own_days if start <= day <= end}
    for rule in event.rules:
        days.update(recurring_days(rule, event.day, start, end))
    yield from sorted(days - without)
