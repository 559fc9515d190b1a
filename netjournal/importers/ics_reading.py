"""Reading an event of iCalendar: its day, its people, how it recurs."""

from collections.abc import Iterator
from datetime import date, datetime, tzinfo

from icalendar import Event as Parser
from icalendar import vBroken
from icalendar.cal.component import Component

from netjournal.importers.calendar_events import Event
from netjournal.importers.entry_texts import entry_line, plain_line
from netjournal.importers.ics_calendar import Reading
from netjournal.importers.ics_parts import Part
from netjournal.importers.ics_rules import NotSupported, rule_of
from netjournal.importers.recurring_days import Rule
from netjournal.importers.vcalendar import as_icalendar, plain_texts
from netjournal.measures.details import email_of
from netjournal.model.imported import Named, Skipped

_NO_PEOPLE = ("RESOURCE", "ROOM", "GROUP")
_NOT_THERE = ("DECLINED", "DELEGATED")
_NOT_A_PERSON = (
    "resource.calendar.google.com",
    "group.calendar.google.com",
    "group.v.calendar.google.com",
    "calendar.google.com",
)
_MOST_PEOPLE = 1_000
_FIRST_YEAR = 1900
_YEARS_AHEAD = 10
_PARTS = {
    "DTSTART": "its day can't be read",
    "RRULE": "how it recurs can't be read, so only its first day is imported",
    "EXRULE": "which days it leaves out can't be read",
    "EXDATE": "which days it leaves out can't be read",
    "RDATE": "on which other days it is can't be read",
    "RECURRENCE-ID": "which day it stands for can't be read",
    "ATTENDEE": "somebody in it can't be read",
    "ORGANIZER": "who organises it can't be read",
}


def event_in(part: Part, reading: Reading) -> Iterator[Event | Skipped]:
    """The event that a part is, and what of it can't be read; nothing for one without others."""
    part = as_icalendar(part) if reading.is_old else plain_texts(part)
    if not part.problem and not {"ATTENDEE", "ORGANIZER", "RECURRENCE-ID"} & set(part.places):
        return
    text = "\r\n".join(("BEGIN:VEVENT", *part.lines, "END:VEVENT", ""))
    try:
        component = Parser.from_ical(text)
        found = _Found(part, component, reading)
        yield from found.read()
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, OverflowError) as problem:
        why = part.problem or f"it can't be read: {plain_line(str(problem))[:80]}"
        yield Skipped(part.line, "an event", why)


class _Found:
    """An event that the library has read."""

    def __init__(self, part: Part, component: Component, reading: Reading) -> None:
        self.part = part
        self.component = component
        self.reading = reading
        self.zone: tzinfo | None = None
        self.problems: dict[str, str] = {}

    def read(self) -> Iterator[Event | Skipped]:
        """The event and its problems."""
        summary = plain_line(self._text("SUMMARY")) or "Meeting"
        what = f"event “{summary[:60]}”"
        if self.part.problem:
            yield Skipped(self.part.line, what, self.part.problem)
            return
        people = self._people()
        self._find_broken()
        event = self._event(summary, people)
        if event:
            yield event
        if not (people or "ATTENDEE" in self.problems):
            return
        for name, why in self.problems.items():
            yield Skipped(self.part.places.get(name, self.part.line), what, why)

    def _find_broken(self) -> None:
        names = [str(name or "").upper() for name, _ in self.component.errors]
        for name in names:
            if name in _PARTS:
                self.problems[name] = _PARTS[name]
        if "" in names and len(self._values("ATTENDEE")) < self._typed("ATTENDEE"):
            self.problems["ATTENDEE"] = _PARTS["ATTENDEE"]

    def _typed(self, name: str) -> int:
        return sum(line[: len(name)].upper() == name for line in self.part.lines)

    def _event(self, summary: str, people: tuple[Named, ...]) -> Event | None:
        start = self._when("DTSTART")
        if start is None:
            is_there = "DTSTART" in self.part.places
            self.problems = {"DTSTART": _PARTS["DTSTART"] if is_there else "it has no day"}
            return None
        day = _day(start)
        if not _FIRST_YEAR <= day.year <= self.reading.as_of.year + _YEARS_AHEAD:
            self.problems = {"DTSTART": f"its day lies too far away: {day}"}
            return None
        place = plain_line(self._text("LOCATION"))
        is_address = "://" in place and " " not in place.strip()
        said = f"{summary} ({place})" if place and not is_address else summary
        sequence = self.component.get("SEQUENCE")
        instead_of = self._when("RECURRENCE-ID")
        return Event(
            self.part.line,
            str(self.component.get("UID") or f"line {self.part.line}"),
            sequence if isinstance(sequence, int) else 0,
            day,
            entry_line(said) or "Meeting",
            people,
            _day(instead_of) if instead_of else None,
            self._parameter("RECURRENCE-ID", "RANGE") == "THISANDFUTURE",
            self._rules("RRULE", start),
            self._rules("EXRULE", start),
            self._days("RDATE"),
            self._days("EXDATE"),
        )

    def _values(self, name: str) -> list[object]:
        value = self.component.get(name)
        values = value if isinstance(value, list) else [value]
        return [each for each in values if each is not None and not isinstance(each, vBroken)]

    def _text(self, name: str) -> str:
        values = self._values(name)
        return str(values[0]) if values else ""

    def _parameter(self, name: str, parameter: str) -> str:
        values = self._values(name)
        return _parameter(values[0], parameter).upper() if values else ""

    def _when(self, name: str) -> date | None:
        """A day or a time, in the zone of the event."""
        values = self._values(name)
        found = getattr(values[0], "dt", None) if values else None
        if not isinstance(found, date):
            return None
        if name == "DTSTART" and isinstance(found, datetime):
            self.zone = self._zone_of(values[0], found)
        return self._there(values[0], found)

    def _zone_of(self, value: object, found: datetime) -> tzinfo | None:
        if found.tzinfo is None:
            return self.reading.zones.get(_parameter(value, "TZID"))
        is_utc = "TZID" not in getattr(value, "params", {})
        return (self.reading.zone if is_utc else None) or found.tzinfo

    def _there(self, value: object, found: date) -> date:
        """A day or time as a clock where the event is shows it."""
        if not isinstance(found, datetime):
            return found
        zone = found.tzinfo or self.reading.zones.get(_parameter(value, "TZID"))
        if zone is None or self.zone is None:
            return found.replace(tzinfo=None)
        return found.replace(tzinfo=zone).astimezone(self.zone).replace(tzinfo=None)

    def _days(self, name: str) -> tuple[date, ...]:
        days: list[date] = []
        for values in self._values(name):
            for each in getattr(values, "dts", ()):
                found = each.dt[0] if isinstance(each.dt, tuple) else each.dt
                if isinstance(found, date):
                    days.append(_day(self._there(values, found)))
        return tuple(days)

    def _rules(self, name: str, start: date) -> tuple[Rule, ...]:
        rules: list[Rule] = []
        for value in self._values(name):
            if not isinstance(value, dict):
                continue
            try:
                rule = rule_of(value, start, self.zone)
            except NotSupported as problem:
                self.problems[name] = f"{problem}, so only its first day is imported"
                return ()
            rules.append(rule)
        return tuple(rules)

    def _people(self) -> tuple[Named, ...]:
        """The others in it; nobody when it doesn't take place, or I am not there."""
        status = self._text("STATUS").strip().upper()
        if self.reading.is_cancelled or status == "CANCELLED":
            return ()
        people: dict[str, Named] = {}
        absent: set[str] = set()
        for value in [*self._values("ORGANIZER"), *self._values("ATTENDEE")][:_MOST_PEOPLE]:
            person = _person(value)
            if person is None:
                continue
            known = email_of(person.email)
            key = known.key if known else person.name.casefold()
            if _parameter(value, "PARTSTAT").upper() in _NOT_THERE:
                absent.add(key)
            before = people.get(key)
            people[key] = before if before and before.name else person
        if absent & self.reading.mine:
            return ()
        return tuple(
            person
            for key, person in people.items()
            if key not in absent and key not in self.reading.mine
        )


def _day(when: date) -> date:
    return when.date() if isinstance(when, datetime) else when


def _parameter(value: object, name: str) -> str:
    params = getattr(value, "params", {})
    found = params.get(name, "")
    return found if isinstance(found, str) else str(found[0]) if found else ""


def _person(value: object) -> Named | None:
    """Who is named; None for a room, a list, or nobody."""
    if _parameter(value, "CUTYPE").upper() in _NO_PEOPLE:
        return None
    if _parameter(value, "ROLE").upper() == "NON-PARTICIPANT":
        return None
    typed = plain_line(str(value))
    scheme, _, address = typed.partition(":")
    email = address if scheme.lower() == "mailto" else typed
    email = email.partition("?")[0] if email_of(email) else plain_line(_parameter(value, "EMAIL"))
    known = email_of(email)
    if known and known.key.rpartition("@")[2] in _NOT_A_PERSON:
        return None
    name = plain_line(_parameter(value, "CN")).strip("'\"")
    name = "" if email_of(name) else name
    return Named(name, email.strip() if known else "") if name or known else None
