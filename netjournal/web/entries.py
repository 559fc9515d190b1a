"""What is asked for on the local page, done in the notes as the commands do it."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple

from netjournal.app.changing import Because, Changed
from netjournal.app.find import likely_name
from netjournal.app.log_entry import log_in_journal, log_in_note
from netjournal.app.log_with_new import Company, Entry, log_with_new, why_not_new
from netjournal.app.new_contact import Made, plain_name
from netjournal.app.set_fields import Assignment, set_fields
from netjournal.app.ticking import tick_promise
from netjournal.app.watch import Known
from netjournal.app.who import Desk, Someone
from netjournal.model.contact import Promise
from netjournal.model.errors import NetjournalError
from netjournal.model.names import name_key
from netjournal.model.spoken_days import spoken_day
from netjournal.notes.splicing.fields import is_value
from netjournal.notes.splicing.note import Refusal
from netjournal.vault.changes import undo_change

MOST_CHOICES: Final = 20
"""Contacts that are offered where a name may mean several."""

_MOST_DIGITS: Final = 9
_HERE: Final = ", on the local page"
_BETWEEN_NAMES: Final = re.compile(r"[,;\n]")
_NOT_BUILT: Final = "The notes are still being read. Try again in a moment."


class Done(NamedTuple):
    """What was written, and where, in a line."""

    said: str
    number: int = 0
    """Of the change, by which it can be taken back; 0 when nothing has changed."""
    is_undo: bool = False
    """Whether something was taken back."""


class NotDone(NamedTuple):
    """Why nothing was written, and what would help."""

    why: str
    by_hand: str = ""
    """The line to write by hand, if there is one."""
    typed: str = ""
    """The name that may mean several contacts."""
    choices: tuple[Someone, ...] = ()
    """These contacts."""
    unknown: str = ""
    """A name that nobody has, for whom a note can be made."""


Outcome = Done | NotDone
Wish = Mapping[str, str]
"""The fields of a form, by name."""

NOTHING_TYPED: Final[Wish] = MappingProxyType({})


class Work(NamedTuple):
    """What a wish is fulfilled in."""

    desk: Desk
    known: Known
    when: str
    """The time for `undo --list`, as an ISO date and time."""

    def because(self, what: str) -> Because:
        """Why notes are changed."""
        return Because(f"{what}{_HERE}", self.when)


def fulfil(root: Path, known: Known | None, action: str, wish: Wish, when: str) -> Outcome:
    """Does what a form asks for, or says why not; what isn't done leaves every note as it is."""
    if known is None:
        return NotDone(_NOT_BUILT)
    try:
        return ACTIONS[action](Work(Desk(root, known.index), known, when), wish)
    except NetjournalError as problem:
        return NotDone(str(problem))


def people_in(desk: Desk, typed: str, new: Collection[str] = ()) -> Company | NotDone:
    """The contacts whose names stand in a field, with commas between them.

    `new` are the names of those for whom a note is to be made, where nobody is called so.
    """
    wanted = {plain_name(each) for each in new}
    found: dict[str, Someone] = {}
    unknown: dict[str, str] = {}
    for name in _names_in(typed):
        called = plain_name(name)
        people = desk.people_meant(name)
        if not people and called != name:
            people = desk.people_meant(called)
        if not people and called in wanted:
            unknown[name_key(called)] = called
        elif not people:
            can_be = called if is_value(called) else ""
            return NotDone(f"No contact is called “{name}”.", typed=name, unknown=can_be)
        elif len(people) > 1:
            why = f"“{name}” may be any of {len(people):,} contacts. Which one?"
            return NotDone(why, typed=name, choices=people[:MOST_CHOICES])
        else:
            found[people[0].note.path] = people[0]
    if not (found or unknown):
        return NotDone("With whom? Type a name, or a part of one.")
    return Company(tuple(found.values()), tuple(unknown.values()))


def with_name_replaced(typed: str, name: str, instead: str) -> str:
    """A field with names in which the first that is just one name has become another."""
    parts = re.split(f"({_BETWEEN_NAMES.pattern})", typed)
    place = next((n for n, each in enumerate(parts) if each.strip() == name.strip()), None)
    if place is not None:
        parts[place] = parts[place].replace(name.strip(), instead)
    return "".join(parts)


def _company(work: Work, wish: Wish) -> Company | NotDone:
    """Who is named in a form; somebody who isn't known is looked for in the notes themselves."""
    typed, new = wish.get("who", ""), _names_in(wish.get("new", ""))
    found = people_in(work.desk, typed, new)
    if found.new if isinstance(found, Company) else found.typed and not found.choices:
        # What is known may be older than a note that was made a moment ago.
        found = people_in(Desk(work.desk.root), typed, new)
    if isinstance(found, Company) or found.choices or not found.typed:
        return found
    likely = likely_name(work.known.index, found.typed)
    return found._replace(why=f"{found.why} Did you mean {likely}?") if likely else found


def _names_in(typed: str) -> list[str]:
    return [name for each in _BETWEEN_NAMES.split(typed) if (name := each.strip())]


def _log(work: Work, wish: Wish) -> Outcome:
    text = "\n".join(wish.get("text", "").split("\r\n")).strip()
    company = _company(work, wish)
    day = spoken_day(wish.get("day", "") or "today", work.known.as_of)
    if isinstance(company, NotDone):
        return _offered(work, company)
    if day is None:
        return NotDone("On which day? Write it as 2026-11-03, yesterday, 3d ago or friday.")
    if not text:
        return NotDone("What happened? A few words are enough.")
    people, what = company.known, f"{day.isoformat()} {text.splitlines()[0]}"
    names = [*(each.name for each in people), *company.new]
    because = work.because(f"log {', '.join(names)}")
    if company.new:
        entry = Entry(day, text, in_journal=bool(wish.get("journal")))
        return _told_of_new(log_with_new(work.desk, company, entry, because), what)
    if len(people) > 1 or wish.get("journal"):
        done = log_in_journal(work.desk, people, day, text, because)
    else:
        done = log_in_note(work.desk, people[0], day, text, because)
    return _told(done, what)


def _offered(work: Work, not_done: NotDone) -> NotDone:
    """Why an entry isn't written; a note is offered only for a name that one can be made for."""
    if not not_done.unknown:
        return not_done
    refusal = why_not_new(work.desk, not_done.unknown, work.known.as_of)
    if refusal is None:
        return not_done
    why = f"{not_done.why} No note can be made for that name: {refusal.reason}."
    return not_done._replace(why=why, unknown="")


def _told_of_new(done: tuple[Changed, Sequence[Made]] | Refusal, what: str) -> Outcome:
    """What was written with somebody new, and who may be the same person."""
    if isinstance(done, Refusal):
        return _told(done, what)
    changed, made = done
    namesakes = [
        f"{other.name} ({other.path}) {'has that alias' if other.is_alias else 'has that name'} "
        f"already; {each.path} is new"
        for each in made
        for other in each.namesakes
    ]
    likely = [
        f"{other.name} ({other.path}) may be the same person as {each.name}: {'; '.join(other.why)}"
        for each in made
        for other in each.likely
    ]
    return _told(changed._replace(warnings=(*changed.warnings, *namesakes, *likely)), what)


def _tick(work: Work, wish: Wish) -> Outcome:
    promise = _promise(work.known, wish)
    if promise is None or promise.path not in {note.path for note in work.desk.notes}:
        return NotDone("This promise isn't open any more.")
    because = work.because(f"done: {promise.text}")
    return _told(
        tick_promise(work.desk, promise, work.known.as_of, because), f"done: {promise.text}"
    )


def _promise(known: Known, wish: Wish) -> Promise | None:
    """The open promise that a form names by its note and words; of several the nearest one."""
    file, line = known.index.files.get(wish.get("note", "")), wish.get("line", "")
    text = wish.get("text", "")
    found = [each for each in file.promises if not each.done and each.text == text] if file else []
    place = int(line) if line.isascii() and line.isdigit() and len(line) < _MOST_DIGITS else 1
    return min(found, key=lambda each: abs(each.line - place), default=None)


def _rest(work: Work, wish: Wish) -> Outcome:
    people = _company(work, {"who": wish.get("who", "")})
    until = spoken_day(wish.get("until", ""), work.known.as_of, ahead=True)
    if isinstance(people, NotDone):
        return people._replace(unknown="")
    if until is None or until <= work.known.as_of:
        return NotDone("Until when? Write a day to come, as 2w, friday or 2027-01-15.")
    return _let_rest(work, people.known[0], until)


def _let_rest(work: Work, person: Someone, until: date) -> Outcome:
    asked = Assignment("snoozed_until", "", until.isoformat())
    because = work.because(f"snooze {person.name} {until.isoformat()}")
    return _told(set_fields(work.desk, person, [asked], because), f"rests until {until}")


def _told(done: Changed | Refusal, what: str) -> Outcome:
    if isinstance(done, Refusal):
        return NotDone(
            f"{done.path}:{done.line}: {done.reason}; nothing was written.", done.by_hand
        )
    if not done.paths:
        return Done("Nothing to change: it says so already.")
    return Done(". ".join([f"{', '.join(done.paths)}: {what}", *done.warnings]), done.number)


def _undo(work: Work, wish: Wish) -> Outcome:
    """Takes back what was written, unless a note of it has been changed since."""
    typed = wish.get("change", "")
    is_number = typed.isascii() and typed.isdigit() and len(typed) < _MOST_DIGITS
    undone = undo_change(work.desk.root, int(typed), work.when) if is_number else None
    if undone is None:
        return NotDone("That isn't remembered any more: it may have been taken back already.")
    change, written = undone
    what = change.command.removesuffix(_HERE)
    return Done(f"{', '.join(written.paths)}: {what}", is_undo=True)


ACTIONS: Final[Mapping[str, Callable[[Work, Wish], Outcome]]] = {
    "log": _log,
    "done": _tick,
    "snooze": _rest,
    "undo": _undo,
}
"""What can be asked for, by the last part of the address."""
