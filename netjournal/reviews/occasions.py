"""Days ahead that are a reason to be in touch: promises that fall due, birthdays, meetings."""

from collections.abc import Iterable
from datetime import MAXYEAR, date, timedelta
from typing import NamedTuple

from netjournal.measures.cadence import State
from netjournal.model.contact import Interaction, Promise
from netjournal.model.index import Index
from netjournal.reviews.person import Person


class DuePromise(NamedTuple):
    """An open promise with a day, and everyone to whom it was made."""

    promise: Promise
    people: tuple[Person, ...]
    days_left: int
    """Days until it is due; negative for one that was due before."""


class Birthday(NamedTuple):
    """A birthday ahead."""

    person: Person
    day: date
    turns: int | None
    """The age on that day; None when the year is unknown."""


class Meeting(NamedTuple):
    """Something planned, and everyone with whom it is."""

    entry: Interaction
    people: tuple[Person, ...]


def open_promises(people: Iterable[Person]) -> dict[Promise, list[Person]]:
    """The open promises, each with the people to whom it was made; the closed left in peace."""
    found: dict[Promise, list[Person]] = {}
    for person in people:
        if person.promises and person.standing.state is not State.EXCLUDED:
            for promise in person.promises:
                found.setdefault(promise, []).append(person)
    return found


def due_promises(
    promises: dict[Promise, list[Person]], as_of: date, within: int
) -> tuple[DuePromise, ...]:
    """The promises that are due within so many days, or were due before; the earliest first."""
    found = [
        DuePromise(promise, tuple(people), (promise.due - as_of).days)
        for promise, people in promises.items()
        if promise.due is not None and (promise.due - as_of).days <= within
    ]
    return tuple(sorted(found, key=lambda due: (due.days_left, due.promise.path, due.promise.line)))


def birthdays(people: Iterable[Person], as_of: date, within: int) -> tuple[Birthday, ...]:
    """The birthdays from a day on for so many days, of all but the closed and the unsorted.

    Somebody born on 29 February has it on the 28th in other years.
    """
    days = _days_ahead(as_of, within)
    found = []
    for person in people:
        born = person.contact.birthday
        if born is None or born.month is None or born.day is None:
            continue
        day = days.get((born.month, born.day))
        if day and person.standing.state not in (State.EXCLUDED, State.UNSORTED):
            found.append(Birthday(person, day, day.year - born.year if born.year else None))
    return tuple(sorted(found, key=lambda birthday: birthday.day))


def _days_ahead(as_of: date, within: int) -> dict[tuple[int, int], date]:
    """The days from a day on, by month and day."""
    last = min(as_of.toordinal() + within, date(MAXYEAR, 12, 31).toordinal())
    days: dict[tuple[int, int], date] = {}
    for ordinal in range(as_of.toordinal(), last + 1):
        day = date.fromordinal(ordinal)
        days[day.month, day.day] = day
        if (day.month, day.day) == (2, 28) and (day + timedelta(days=1)).month == 3:
            days[2, 29] = day
    return days


def meetings(
    people: Iterable[Person], index: Index, as_of: date, within: int
) -> tuple[Meeting, ...]:
    """The meetings of the next so many days, of all but the closed; the earliest first.

    What is planned with several people is one meeting.
    """
    found: dict[Interaction, list[Person]] = {}
    for person in [each for each in people if each.standing.next_planned]:
        if person.standing.state is State.EXCLUDED:
            continue
        for entry in reversed(index.interactions.get(person.contact.path, ())):
            if entry.date <= as_of:
                break
            if entry.two_way and (entry.date - as_of).days <= within:
                found.setdefault(entry, []).append(person)
    ordered = sorted(found.items(), key=lambda item: (item[0].date, item[0].path, item[0].line))
    return tuple(Meeting(entry, tuple(everyone)) for entry, everyone in ordered)
