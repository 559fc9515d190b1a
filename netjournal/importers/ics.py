"""iCalendar: meetings with others become entries on their days."""

import re
from collections.abc import Iterator

from netjournal.importers.calendar_events import Events
from netjournal.importers.ics_parts import parts
from netjournal.model.errors import MissingExtra
from netjournal.model.imported import Asked, Imported, IncomingFile, Skipped

_CALENDAR = re.compile(rb"^BEGIN:(?:VCALENDAR|VEVENT)[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)


def recognises(name: str, head: bytes) -> bool:
    """Whether it begins as a calendar does."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not start:
        return name.lower().endswith((".ics", ".ical"))
    return bool(_CALENDAR.match(start.partition(b"\n")[0]))


def read(file: IncomingFile, asked: Asked) -> Iterator[Imported]:
    """An entry for each meeting, in the order of the file, behind what can't be read.

    Raises MissingExtra without the library for calendars.
    """
    try:
        from netjournal.importers.ics_reading import (
            Reading,
            event_in,
            own_addresses,
            zone_called,
            zone_in,
        )
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
        elif part.kind == "METHOD":
            reading = reading._replace(is_cancelled=part.lines[0].upper() == "CANCEL")
        else:
            reading = reading._replace(zone=zone_called(part.lines[0]))
    yield from events.entries(asked)
