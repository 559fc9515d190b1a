"""What is known of a calendar while its events are read: its time zones, and whose it is."""

from collections.abc import Collection
from datetime import date, timedelta, timezone, tzinfo
from typing import NamedTuple

from icalendar.timezone import tzp

from netjournal.importers.ics_parts import Part
from netjournal.importers.vcalendar import offset_of
from netjournal.measures.details import email_of

_OLD = "1.0"


class Reading(NamedTuple):
    """What is known of the calendar while its events are read."""

    mine: frozenset[str]
    """My own addresses, in the form in which two are the same."""
    as_of: date
    zones: dict[str, tzinfo]
    """Those that the calendar itself describes."""
    zone: tzinfo | None = None
    """That of the calendar, in which times in UTC are meant."""
    is_cancelled: bool = False
    is_old: bool = False
    """Whether it is a vCalendar 1.0."""


def own_addresses(emails: Collection[str]) -> frozenset[str]:
    """My addresses in the form in which two are the same."""
    known = (email_of(each) for each in emails)
    return frozenset(each.key for each in known if each)


def zone_called(name: str) -> tzinfo | None:
    """A time zone by its name, also by those of Windows."""
    try:
        return tzp.timezone(name)
    except (ValueError, KeyError, OSError):
        return None


def zone_in(part: Part) -> tuple[str, tzinfo] | None:
    """The time zone that a calendar describes, of an unknown one its offset in winter."""
    said = {name: value for line in part.lines for name, _, value in [line.partition(":")]}
    said = {name.partition(";")[0].upper(): value.strip() for name, value in said.items()}
    name = said.get("TZID", "")
    zone = zone_called(name) or zone_called(said.get("X-LIC-LOCATION", "")) if name else None
    if name and zone is None:
        offset = said.get("TZOFFSETTO", "")
        try:
            minutes = int(offset[1:3]) * 60 + int(offset[3:5])
            zone = timezone(timedelta(minutes=-minutes if offset[0] == "-" else minutes))
        except (ValueError, IndexError):
            return None
    return (name, zone) if zone else None


def with_line(reading: Reading, part: Part) -> Reading:
    """What is known with one more line of the calendar itself."""
    value = part.lines[0]
    if part.kind == "METHOD":
        return reading._replace(is_cancelled=value.upper() == "CANCEL")
    if part.kind == "VERSION":
        return reading._replace(is_old=value == _OLD)
    if part.kind == "X-WR-TIMEZONE":
        return reading._replace(zone=zone_called(value))
    return reading._replace(zone=offset_of(value)) if reading.is_old else reading
