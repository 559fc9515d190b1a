"""vCalendar 1.0, as old phones and organisers wrote it."""

from collections.abc import Sequence
from datetime import date, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from importing import found_in

from netjournal.importers.ics import read, recognises
from netjournal.importers.ics_parts import Part
from netjournal.importers.vcalendar import as_icalendar, offset_of
from netjournal.model.imported import Named, Skipped

OLD = """BEGIN:VCALENDAR
VERSION:1.0
TZ:-08
BEGIN:VEVENT
UID:1
DTSTART:20261104T020000Z
SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Caf=C3=A9 with=
 the team
LOCATION;QUOTED-PRINTABLE:Room 4=0D=0Abehind the stairs
ATTENDEE;ROLE=OWNER;STATUS=CONFIRMED:Noor <noor@example.org>
ATTENDEE;ROLE=ATTENDEE;STATUS=NEEDS ACTION;RSVP=YES:Ana Lopez <ana@example.org>
ATTENDEE;STATUS=DECLINED:ben@example.org
ATTENDEE:Zoe
END:VEVENT
END:VCALENDAR
"""


def old(*lines: str) -> str:
    body = "\n".join(("UID:1", "DTSTART:20261102T100000", *lines))
    attendee = "ATTENDEE:ana@example.org"
    return f"BEGIN:VCALENDAR\nVERSION:1.0\nBEGIN:VEVENT\n{body}\n{attendee}\nEND:VEVENT\n"


def days_of(*lines: str) -> list[str]:
    return [each.day.isoformat()[5:] for each in found_in(read, f"{old(*lines)}END:VCALENDAR\n")[1]]


def test_people_texts_and_the_day_are_read() -> None:
    found = found_in(read, OLD)

    assert found.skipped == []
    (entry,) = found.entries
    assert (entry.day, entry.text) == (
        date(2026, 11, 3),
        "Café with the team (Room 4 behind the stairs)",
    )
    assert entry.people == (Named("Ana Lopez", "ana@example.org"), Named("Zoe"))
    assert recognises("phone.vcs", OLD.encode())


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("D2 #3", ["11-02", "11-04", "11-06"]),
        ("D1 0600 1200", ["11-02", "11-03"]),
        ("W1 MO WE #2", ["11-02", "11-04", "11-09", "11-11"]),
        ("W2 MO 20261120T000000", ["11-02", "11-16"]),
        ("MP1 1+ MO 2- TU #3", ["11-02", "11-17", "12-07"]),
        ("MD1 2 LD #3", ["11-02", "11-30", "12-02"]),
        ("MD1 2- #1", ["11-02", "11-29"]),
        ("YM1 11 12 #2", ["11-02", "12-02"]),
        ("YD1 306 310 #2", ["11-02", "11-06"]),
    ],
)
def test_rules_of_the_old_kind_are_read(rule: str, days: Sequence[str]) -> None:
    assert days_of(f"RRULE:{rule}")[:4] == days


def test_days_are_parted_by_semicolons() -> None:
    without = "EXDATE:20261103T100000;20261105T100000"
    assert days_of("RRULE:D1 #5", without, "RDATE:20261124T100000;20261125T100000") == [
        *("11-02", "11-04", "11-06", "11-24", "11-25"),
    ]


@pytest.mark.parametrize("rule", ["M5 #3", "W1 XX", "MD1 40+ #2", "D1 #many", "MP1 MO-", ""])
def test_a_rule_that_is_not_read_is_named_and_the_first_day_stays(rule: str) -> None:
    found = found_in(read, f"{old(f'RRULE:{rule}')}END:VCALENDAR\n")

    why = "how it recurs can't be read, so only its first day is imported"
    assert found.skipped == [Skipped(6, "event “Meeting”", why)]
    assert [each.day.isoformat() for each in found.entries] == ["2026-11-02"]


def test_the_new_kind_may_have_quoted_texts_and_keeps_its_rules() -> None:
    text = old("RRULE:FREQ=DAILY;COUNT=2", "SUMMARY;ENCODING=QUOTED-PRINTABLE:Caf=E9")
    found = found_in(read, f"{text.replace('1.0', '2.0')}END:VCALENDAR\n")

    assert [each.text for each in found.entries] == ["Café", "Café"]


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("-08", -480), ("+05:30", 330), ("0100", 60), ("PST", None), ("99:99", None)],
)
def test_the_offset_of_a_calendar(text: str, minutes: int | None) -> None:
    assert offset_of(text) == (minutes if minutes is None else timezone(timedelta(minutes=minutes)))


@given(st.lists(st.text(alphabet="RULEXDATN:;=\"<>@#$+- \tW1MO23DT'\n"), max_size=4))
def test_any_lines_are_taken(lines: list[str]) -> None:
    found = as_icalendar(Part(1, "VEVENT", tuple(lines), {}))

    assert len(found.lines) == len(lines)


@given(st.text(alphabet="0123456789DWMPYSUOTHE#$+- TZ"))
def test_any_rule_is_read_or_named(rule: str) -> None:
    found = found_in(read, f"{old(f'RRULE:{rule}')}END:VCALENDAR\n")

    assert found.entries or found.skipped
