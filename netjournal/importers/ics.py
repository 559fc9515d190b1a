"""iCalendar: meetings with others become entries on their days."""

import re
from collections.abc import Iterator

from netjournal.importers.byte_lines import head_lines
from netjournal.importers.calendar_events import Events
from netjournal.importers.ics_parts import parts
from netjournal.model.errors import MissingExtra
from netjournal.model.imported import Asked, Imported, IncomingFile, Skipped

_NOT_TOLD = (
    "nothing tells you from the others: put your own addresses as `emails` under `[me]` in "
    "netjournal.toml"
)
_CALENDAR = re.compile(r"BEGIN:(?:VCALENDAR|VEVENT)\s*", re.IGNORECASE)
_ENDINGS = (".ics", ".ical", ".vcs")


def recognises(name: str, head: bytes) -> bool:
    """Whether it begins as a calendar does."""
    first = next((line.strip() for line in head_lines(head) if line.strip()), "")
    return bool(_CALENDAR.fullmatch(first)) or (not first and name.lower().endswith(_ENDINGS))


def read(file: IncomingFile, asked: Asked) -> Iterator[Imported]:
    """An entry for each meeting, in the order of the file, behind what can't be read.

    Raises MissingExtra without the library for calendars.
    """
    try:
        from netjournal.importers.ics_calendar import Reading, own_addresses, with_line, zone_in
        from netjournal.importers.ics_reading import event_in
    except ImportError as problem:
        raise MissingExtra("calendar", "Reading a calendar") from problem
    reading = Reading(own_addresses(asked.my_emails), asked.as_of, {})
    events = Events()
    for part in parts(file.lines):
        if part.kind == "VEVENT":
            for found in event_in(part, reading):
                if isinstance(found, Skipped):
                    yield found
                else:
                    events.add(found)
        elif part.kind == "VTIMEZONE":
            zone = zone_in(part)
            reading.zones.update([zone] if zone else [])
        else:
            reading = with_line(reading, part)
    if events and not asked.my_emails:
        yield Skipped(1, "you yourself", _NOT_TOLD)
    yield from events.entries(asked)
