"""What a calendar shows of a vault: days to be in touch, birthdays, promises, what is planned."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple, TypeVar

from netjournal.exporters.field_values import names_of
from netjournal.exporters.plain_text import in_short, in_words
from netjournal.exporters.uids import digest, uids
from netjournal.model.contact import Contact, Interaction, Promise, Status
from netjournal.model.exported import Export

_LONGEST = 100
"""Characters of a summary."""

_WAITING = frozenset(("fresh", "due", "overdue", "fading", "snoozed"))
"""The states in which somebody is to be written to on a day."""

_FIRST_YEAR = 1900
"""Some calendars know no earlier days."""

_LEAP_YEAR = 2000
"""The year of a birthday of which only the day is known; it has 29 February."""


class Event(NamedTuple):
    """A day in the calendar."""

    uid: str
    """The same as long as it is the same thing, also when its day moves."""
    day: date
    summary: str
    description: str = ""
    yearly: bool = False
    category: str = ""


def events(export: Export) -> list[Event]:
    """All events, by day; those of closed contacts are left out."""
    there = [each for each in export.contacts if each.status is not Status.CLOSED]
    found = [*_birthdays(export, there)]
    if not export.is_public:
        found += [*_due(export, there), *_promises(export, there), *_plans(export, there)]
    return sorted(found, key=lambda event: (event.day, event.uid))


def _due(export: Export, contacts: Iterable[Contact]) -> Iterator[Event]:
    """The day on which to be in touch again, unless something is planned.

    One that has passed stays where it was: a calendar that moves it on every day would nag.
    """
    uid_of = uids(export)
    for contact in contacts:
        path = contact.path
        due = export.due.get(path)
        if due is None or export.states.get(path) not in _WAITING or _is_planned(export, path):
            continue
        last = export.last_contacts.get(path)
        said = f"Last in touch on {last.isoformat()}." if last else ""
        uid = f"due-{uid_of[path]}"
        yield Event(uid, due, f"Be in touch with {contact.name}", said, category="netjournal")


def _is_planned(export: Export, path: str) -> bool:
    entries = export.index.interactions.get(path, ())
    return any(entry.date > export.as_of and entry.two_way for entry in reversed(entries))


def _birthdays(export: Export, contacts: Iterable[Contact]) -> Iterator[Event]:
    """Every year; of all but those of whom nothing else is known yet."""
    uid_of, called = uids(export), names_of(export)
    for contact in contacts if export.may_leave("birthday") else ():
        born = contact.birthday
        if born is None or not born.month or not born.day:
            continue
        if export.states.get(contact.path) == "unsorted" and not export.is_public:
            continue
        year = born.year or _LEAP_YEAR
        year = year if year >= _FIRST_YEAR else _LEAP_YEAR
        name = called[contact.path]
        said = f"Born in {born.year}." if born.year else ""
        uid = f"birthday-{uid_of[contact.path]}"
        day = date(year, born.month, born.day)
        yield Event(uid, day, f"Birthday of {name}", said, yearly=True, category="Birthday")


def _promises(export: Export, contacts: Iterable[Contact]) -> Iterator[Event]:
    """Open promises with a day, as events: few calendars that are subscribed to show tasks."""
    found: dict[Promise, list[Contact]] = {}
    for contact in contacts:
        for promise in export.index.promises.get(contact.path, ()):
            if promise.due is not None and not promise.done:
                found.setdefault(promise, []).append(contact)
    for uid, promise, people in _numbered("promise", found.items(), export):
        text = in_words(export, promise.text, promise.path)
        summary = f"Promised {_listed(people)}: {text}"
        if promise.due:
            yield Event(uid, promise.due, *_said(summary, promise.path), category="Promise")


def _plans(export: Export, contacts: Iterable[Contact]) -> Iterator[Event]:
    """What is planned; with several people it is one event."""
    found: dict[Interaction, list[Contact]] = {}
    for contact in contacts:
        for entry in reversed(export.index.interactions.get(contact.path, ())):
            if entry.date <= export.as_of:
                break
            if entry.two_way:
                found.setdefault(entry, []).append(contact)
    for uid, entry, people in _numbered("planned", found.items(), export):
        text = in_words(export, entry.text, entry.path) or "planned"
        summary = f"{_listed(people)}: {text}"
        yield Event(uid, entry.date, *_said(summary, entry.path), category="Planned")


_Said = TypeVar("_Said", Interaction, Promise)


def _numbered(
    kind: str, found: Iterable[tuple[_Said, Sequence[Contact]]], export: Export
) -> Iterator[tuple[str, _Said, Sequence[Contact]]]:
    """Each with a uid made of the note and the words, so that it stays when the day moves.

    Of those with the same words in a note, the earliest is the first.
    """
    seen: dict[str, int] = {}
    for said, people in sorted(found, key=lambda each: (_day(each[0]), each[0].path, each[0].line)):
        uid = f"{kind}-{digest(said.path, in_words(export, said.text, said.path))}"
        seen[uid] = seen.get(uid, 0) + 1
        yield (uid if seen[uid] == 1 else f"{uid}-{seen[uid]}"), said, people


def _day(said: Interaction | Promise) -> date:
    return said.date if isinstance(said, Interaction) else said.due or date.max


def _listed(people: Sequence[Contact]) -> str:
    *others, last = [contact.name for contact in people]
    return f"{', '.join(others)} and {last}" if others else last


def _said(summary: str, path: str) -> tuple[str, str]:
    """A short summary, and a description with all of it and the note in which it stands."""
    short = in_short(summary, _LONGEST)
    return short, f"{path}" if short == summary else f"{summary}\n\n{path}"
