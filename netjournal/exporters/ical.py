"""iCalendar: a calendar to subscribe to, whose events stay the same ones from export to export."""

from collections.abc import Iterator
from datetime import date, timedelta

from netjournal.exporters.calendar_events import Event, events
from netjournal.exporters.content_lines import content_line, escaped
from netjournal.model.exported import Export, ExportedFile

MARK = b"PRODID:-//netjournal//iCalendar"


def write(export: Export) -> tuple[ExportedFile, ...]:
    """The calendar; what is in it is stamped with the day of the review, and no time of day."""
    lines = [
        ("BEGIN", "VCALENDAR"),
        ("VERSION", "2.0"),
        ("PRODID", "-//netjournal//iCalendar//EN"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
        ("X-WR-CALNAME", "netjournal"),
        ("REFRESH-INTERVAL;VALUE=DURATION", "PT6H"),
        ("X-PUBLISHED-TTL", "PT6H"),
    ]
    for event in events(export):
        lines += _lines(event, export.as_of)
    lines.append(("END", "VCALENDAR"))
    data = b"".join([content_line(*line) for line in lines])
    return (ExportedFile("netjournal.ics", data),)


def _lines(event: Event, as_of: date) -> Iterator[tuple[str, str]]:
    yield "BEGIN", "VEVENT"
    yield "UID", f"{event.uid}@netjournal"
    yield "DTSTAMP", f"{_day(as_of)}T000000Z"
    yield "DTSTART;VALUE=DATE", _day(event.day)
    if event.day < date.max:
        yield "DTEND;VALUE=DATE", _day(event.day + timedelta(days=1))
    if event.yearly:
        yield "RRULE", _every_year(event.day)
    yield "SUMMARY", escaped(event.summary)
    if event.description:
        yield "DESCRIPTION", escaped(event.description)
    if event.category:
        yield "CATEGORIES", escaped(event.category)
    # Nobody is busy for it.
    yield "TRANSP", "TRANSPARENT"
    yield "END", "VEVENT"


def _every_year(day: date) -> str:
    """The rule of a birthday; who was born on 29 February has it on the 28th in other years."""
    if (day.month, day.day) == (2, 29):
        return "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"
    return "FREQ=YEARLY"


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")
