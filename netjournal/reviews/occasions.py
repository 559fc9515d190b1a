"""Days ahead that are a reason to be in touch: promises that fall due, birthdays, meetings."""

from datetime import MAXYEAR, date, timedelta
from typing import NamedTuple

from netjournal.measures.cadence import State
from netjournal.model.contact import Interaction, Promise
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.person import Person

WEEK = 7
"""Days after the day of the review that are this week, on every page."""


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


def open_promises(assessment: Assessment) -> dict[Promise, list[Person]]:
    """The open promises, each with the people to whom it was made; the closed left in peace."""
    people = assessment.those(_has_promises)
    found: dict[Promise, list[Person]] = {}
    for person in people:
        for promise in person.promises:
            found.setdefault(promise, []).append(person)
    return found


def _has_promises(person: Person) -> bool:
    return bool(person.promises) and person.standing.state is not State.EXCLUDED


def _has_plans(person: Person) -> bool:
    return bool(person.standing.next_planned) and person.standing.state is not State.EXCLUDED


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


def birthdays(assessment: Assessment, within: int) -> tuple[Birthday, ...]:
    """The birthdays from a day on for so many days, of all but the closed and the unsorted.

    Somebody born on 29 February has it on the 28th in other years.
    """
    days = _days_ahead(assessment.as_of, within)
    near = [(path, days[on]) for path, on in assessment.facts(_birthday).items() if on in days]
    found = [_turning(assessment.people[path], day) for path, day in near]
    return tuple(sorted(found, key=lambda birthday: birthday.day))


def _birthday(person: Person, _assessment: Assessment) -> tuple[int, int] | None:
    """Month and day; None for the closed and the unsorted, too."""
    born = person.contact.birthday
    if born is None or born.month is None or born.day is None:
        return None
    left_out = person.standing.state in (State.EXCLUDED, State.UNSORTED)
    return None if left_out else (born.month, born.day)


def _turning(person: Person, day: date) -> Birthday:
    born = person.contact.birthday
    return Birthday(person, day, day.year - born.year if born and born.year else None)


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


def meetings(assessment: Assessment, within: int) -> tuple[Meeting, ...]:
    """The meetings of the next so many days, of all but the closed; the earliest first.

    What is planned with several people is one meeting.
    """
    index, as_of = assessment.index, assessment.as_of
    found: dict[Interaction, list[Person]] = {}
    for person in assessment.those(_has_plans):
        for entry in reversed(index.interactions.get(person.contact.path, ())):
            if entry.date <= as_of:
                break
            if entry.two_way and (entry.date - as_of).days <= within:
                found.setdefault(entry, []).append(person)
    ordered = sorted(found.items(), key=lambda item: (item[0].date, item[0].path, item[0].line))
    return tuple(Meeting(entry, tuple(everyone)) for entry, everyone in ordered)
