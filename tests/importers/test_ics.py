"""iCalendar: calendars as Google, Outlook, Apple, Nextcloud and Thunderbird write them."""

import builtins
import sys
from collections.abc import Mapping, Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from importing import ASKED, all_of, found_in

from netjournal.importers.ics import read, recognises
from netjournal.model.errors import MissingExtra
from netjournal.model.imported import Named, Skipped

GOOGLE = """BEGIN:VCALENDAR
PRODID:-//Google Inc//Google Calendar 70.9054//EN
VERSION:2.0
CALSCALE:GREGORIAN
METHOD:PUBLISH
X-WR-CALNAME:noor@example.org
X-WR-TIMEZONE:America/Los_Angeles
BEGIN:VEVENT
DTSTART:20261104T020000Z
DTEND:20261104T030000Z
DTSTAMP:20261124T080000Z
ORGANIZER;CN=Noor Haddad:mailto:noor@example.org
UID:1@google.com
ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=Noor
 Haddad;X-NUM-GUESTS=0:mailto:noor@example.org
ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;CN=an
 a@example.com;X-NUM-GUESTS=0:mailto:ana@example.com
ATTENDEE;CUTYPE=RESOURCE;PARTSTAT=ACCEPTED;CN=Room 4:mailto:room@resource.
 calendar.google.com
ATTENDEE;PARTSTAT=DECLINED;CN=Ben Osei:mailto:ben@example.com
DESCRIPTION:Join: https://example.com\\n\\nATTENDEE:mailto:nobody@example.com
LOCATION:https://meet.example.com/abc
SEQUENCE:1
STATUS:CONFIRMED
SUMMARY:Plan\\, with #gave
BEGIN:VALARM
ACTION:EMAIL
SUMMARY:Alarm
ATTENDEE:mailto:alarm@example.com
END:VALARM
END:VEVENT
END:VCALENDAR
"""

OUTLOOK = """\ufeffBEGIN:VCALENDAR\r
PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN\r
VERSION:2.0\r
METHOD:PUBLISH\r
BEGIN:VTIMEZONE\r
TZID:Customized Time Zone\r
BEGIN:STANDARD\r
DTSTART:16011028T030000\r
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r
TZOFFSETFROM:+0200\r
TZOFFSETTO:+0100\r
END:STANDARD\r
END:VTIMEZONE\r
BEGIN:VEVENT\r
ATTENDEE;CN="Lopez, Ana";RSVP=TRUE:mailto:ana@example.com\r
CLASS:PUBLIC\r
DTEND;TZID="W. Europe Standard Time":20261103T003000\r
DTSTART;TZID="W. Europe Standard Time":20261103T000500\r
LOCATION;LANGUAGE=de:Raum 1\\, 2. Stock\r
ORGANIZER;CN="noor@example.org":MAILTO:NOOR@example.org\r
PRIORITY:5\r
SUMMARY;LANGUAGE=de:Quartalsplanung\r
UID:040000008200E00074C5B7101A82E008\r
X-ALT-DESC;FMTTYPE=text/html:<html>\\n</html>\r
END:VEVENT\r
BEGIN:VEVENT\r
ATTENDEE;CN=Ana:mailto:ana@example.com\r
DTSTART;TZID="Customized Time Zone":20261102T003000\r
EXDATE:20261108T233000Z\r
RRULE:FREQ=WEEKLY;COUNT=3\r
SUMMARY:Weekly\r
UID:w\r
END:VEVENT\r
END:VCALENDAR\r
"""

APPLE = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Apple Inc.//macOS 15.1//EN
BEGIN:VEVENT
UID:A
DTSTART;VALUE=DATE:20261031
DTEND;VALUE=DATE:20261104
SUMMARY:Off-site
ORGANIZER;CN="Ana Lopez";EMAIL="ana@example.com":/aXRpcGlkL2/principal/
ATTENDEE;CN="Noor";EMAIL="noor@example.org";PARTSTAT=ACCEPTED:/aXRpcGlkL3/principal/
ATTENDEE;CN="Ben Osei";PARTSTAT=ACCEPTED:invalid:nomail
END:VEVENT
END:VCALENDAR
"""


def event(
    *lines: str, uid: str = "u", people: str = "ATTENDEE;CN=Ana:mailto:ana@example.com"
) -> str:
    return "\n".join(["BEGIN:VEVENT", f"UID:{uid}", *lines, people, "END:VEVENT", ""])


def calendar(*events: str) -> str:
    return "BEGIN:VCALENDAR\nVERSION:2.0\n" + "".join(events) + "END:VCALENDAR\n"


def days(data: str) -> list[str]:
    return [str(entry.day) for entry in found_in(read, data).entries]


def test_googles_calendar_is_read_in_its_own_zone() -> None:
    found = found_in(read, GOOGLE)

    assert found.skipped == []
    (entry,) = found.entries
    assert entry.line == 8
    assert entry.day == date(2026, 11, 3)
    assert entry.text == r"Plan, with \#gave"
    assert entry.people == (Named("", "ana@example.com"),)


def test_outlooks_calendar_is_read() -> None:
    found = found_in(read, OUTLOOK)

    assert found.skipped == []
    first, *weekly = found.entries
    assert (first.day, first.text) == (date(2026, 11, 3), "Quartalsplanung (Raum 1, 2. Stock)")
    assert first.people == (Named("Lopez, Ana", "ana@example.com"),)
    assert [entry.day for entry in weekly] == [date(2026, 11, 2), date(2026, 11, 16)]


def test_apples_calendar_is_read_on_the_first_of_several_days() -> None:
    (entry,) = found_in(read, APPLE).entries

    assert entry.day == date(2026, 10, 31)
    assert entry.people == (Named("Ana Lopez", "ana@example.com"), Named("Ben Osei"))


@pytest.mark.parametrize(
    "lines",
    [
        ("STATUS:CANCELLED",),
        ("ATTENDEE;PARTSTAT=DECLINED:mailto:noor@example.org",),
        ("ORGANIZER:mailto:noor@example.org", "ATTENDEE;PARTSTAT=DECLINED:mailto:ana@example.com"),
    ],
)
def test_a_meeting_that_nobody_was_at_with_me_is_left_out(lines: Sequence[str]) -> None:
    assert all_of(read, calendar(event("DTSTART:20261103T090000Z", *lines))) == []


def test_events_without_anybody_else_are_left_out() -> None:
    data = calendar(
        event("DTSTART:20261103T090000Z", people="SUMMARY:Dentist"),
        event("DTSTART:20261103T090000Z", people="ATTENDEE:mailto:noor@example.org"),
        event("DTSTART:x", "RRULE:x", people="SUMMARY:Broken"),
    )

    assert all_of(read, data) == []


def test_a_cancellation_or_a_newer_version_wins() -> None:
    first = event("DTSTART:20261103T090000Z", "SEQUENCE:1")
    newer = event("DTSTART:20261105T090000Z", "SEQUENCE:2")
    cancelled = event("DTSTART:20261105T090000Z", "SEQUENCE:3", "STATUS:CANCELLED")

    assert days(calendar(first, newer)) == days(calendar(newer, first)) == ["2026-11-05"]
    assert days(calendar(first, newer, cancelled)) == []
    assert days(calendar(first) + calendar("METHOD:CANCEL\n", newer)) == []


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["RRULE:FREQ=DAILY;COUNT=3"], ["11-02", "11-03", "11-04"]),
        (["RRULE:FREQ=WEEKLY;UNTIL=20261116T075959Z"], ["11-02", "11-09"]),
        (["RRULE:FREQ=WEEKLY;UNTIL=20261116T080000Z"], ["11-02", "11-09", "11-16"]),
        (["RRULE:FREQ=WEEKLY;UNTIL=20261116"], ["11-02", "11-09", "11-16"]),
        (["RRULE:FREQ=WEEKLY;COUNT=3;BYDAY=MO,WE;WKST=SU"], ["11-02", "11-04", "11-09"]),
        (
            ["RRULE:FREQ=WEEKLY;COUNT=3", "EXDATE;TZID=Europe/Berlin:20261109T090000"],
            ["11-02", "11-16"],
        ),
        (
            ["RRULE:FREQ=WEEKLY;COUNT=3", "EXDATE:20261109T080000Z,20261116T080000Z"],
            ["11-02"],
        ),
        (["RRULE:FREQ=WEEKLY;COUNT=2", "EXDATE;VALUE=DATE:20261109"], ["11-02"]),
        (["RDATE;VALUE=PERIOD:20261104T080000Z/PT1H"], ["11-02", "11-04"]),
        (["RDATE;VALUE=DATE:20261104,20261105"], ["11-02", "11-04", "11-05"]),
        (["RRULE:FREQ=MONTHLY;BYDAY=-1FR;COUNT=1"], ["11-02", "11-27"]),
        (["RRULE:FREQ=DAILY;COUNT=4", "EXRULE:FREQ=DAILY;INTERVAL=2"], ["11-03", "11-05"]),
        (["RRULE:FREQ=DAILY;COUNT=2;BYHOUR=9,14"], ["11-02", "11-03"]),
        (["RRULE:FREQ=WEEKLY;UNTIL=20261101T235959Z"], []),
    ],
)
def test_recurring_meetings_are_on_each_of_their_days(
    lines: Sequence[str], expected: Sequence[str]
) -> None:
    data = calendar(event("DTSTART;TZID=Europe/Berlin:20261102T090000", *lines))

    assert days(data) == [f"2026-{day}" for day in expected]


def test_one_day_of_a_recurring_meeting_may_be_moved_or_cancelled() -> None:
    begin = "DTSTART;TZID=Europe/Berlin:20261102T090000"
    master = event(begin, "RRULE:FREQ=WEEKLY;COUNT=4", "SUMMARY:Weekly")
    moved = event(
        "DTSTART:20261110T090000Z",
        "RECURRENCE-ID:20261109T080000Z",
        "SUMMARY:Weekly, moved",
        people="ATTENDEE;CN=Ben:mailto:ben@example.com",
    )
    gone = event(
        "DTSTART;TZID=Europe/Berlin:20261116T090000",
        "RECURRENCE-ID;TZID=Europe/Berlin:20261116T090000",
        "STATUS:CANCELLED",
    )

    for data in (calendar(master, moved, gone), calendar(gone, moved, master)):
        entries = found_in(read, data).entries
        said = {str(entry.day): (entry.text, entry.people[0].email) for entry in entries}
        assert said == {
            "2026-11-02": ("Weekly", "ana@example.com"),
            "2026-11-10": ("Weekly, moved", "ben@example.com"),
            "2026-11-23": ("Weekly", "ana@example.com"),
        }


def test_a_recurring_meeting_may_be_another_one_from_a_day_on() -> None:
    begin = "DTSTART;TZID=Europe/Berlin:20261102T090000"
    master = event(begin, "RRULE:FREQ=WEEKLY;COUNT=4", "SUMMARY:Weekly")
    onward = event(
        "DTSTART;TZID=Europe/Berlin:20261117T100000",
        "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20261116T090000",
        "SUMMARY:On Tuesdays",
    )

    for data in (calendar(master, onward), calendar(onward, master)):
        entries = found_in(read, data).entries
        assert sorted((str(entry.day), entry.text) for entry in entries) == [
            ("2026-11-02", "Weekly"),
            ("2026-11-09", "Weekly"),
            ("2026-11-17", "On Tuesdays"),
            ("2026-11-24", "On Tuesdays"),
        ]
    cancelled = onward.replace("SUMMARY", "STATUS:CANCELLED\nSUMMARY")
    assert days(calendar(master, cancelled)) == ["2026-11-02", "2026-11-09"]


def test_recurring_meetings_are_bounded() -> None:
    data = calendar(event("DTSTART:20050103T090000Z", "RRULE:FREQ=WEEKLY"))

    assert (days(data)[0], days(data)[-1]) == ("2016-11-28", "2027-02-22")
    asked = ASKED._replace(since=date(2026, 11, 1))
    assert len(found_in(read, data, asked).entries) == 17


def test_who_is_meant_by_me_has_to_be_told() -> None:
    found = found_in(
        read, calendar(event("DTSTART:20261102T090000Z")), ASKED._replace(my_emails=())
    )

    assert len(found.entries) == 1
    assert [(each.line, each.what) for each in found.skipped] == [(1, "you yourself")]


def test_a_crowd_is_nobodys_meeting_unless_it_is_asked_for() -> None:
    def crowd(count: int) -> str:
        people = [f"ATTENDEE:mailto:p{number}@example.com" for number in range(count)]
        return calendar(event("DTSTART:20261102T090000Z", "RRULE:FREQ=DAILY;COUNT=3", *people))

    # The event has somebody of its own.
    assert len(days(crowd(29))) == 3
    found = found_in(read, crowd(30))
    assert found.entries == []
    (skipped,) = found.skipped
    assert skipped.why == "31 others are in it, more than 30; --crowds takes such meetings"
    asked = ASKED._replace(takes_crowds=True)
    assert [len(each.people) for each in found_in(read, crowd(30), asked).entries] == [31] * 3
    later = ASKED._replace(since=date(2026, 11, 9))
    assert all_of(read, crowd(30), later) == []


def test_meetings_before_a_day_are_left_out() -> None:
    asked = ASKED._replace(since=date(2026, 11, 4))

    assert all_of(read, calendar(event("DTSTART:20261103T090000Z")), asked) == []


def test_of_a_daily_meeting_the_latest_days_are_imported() -> None:
    found = found_in(read, calendar(event("DTSTART:20180101T090000Z", "RRULE:FREQ=DAILY")))

    assert len(found.entries) == 1_000
    assert str(found.entries[-1].day) == "2027-02-22"
    assert found.skipped[0].line == 3


@pytest.mark.parametrize(
    ("lines", "line", "count"),
    [
        (("DTSTART:20200101T000000Z", "RRULE:FREQ=SECONDLY"), 6, 1),
        (("DTSTART:20200101T000000Z", "RRULE:FREQ=HOURLY;COUNT=1000000000"), 6, 1),
        (("DTSTART:20200101T000000Z", "RRULE:FREQ=FOO"), 6, 1),
        (("DTSTART:20200101T000000Z", "RRULE:FREQ=DAILY;INTERVAL=0"), 6, 1),
        (("DTSTART:20200101T000000Z", "RRULE:FREQ=DAILY;BYDAY=XX"), 6, 1),
        (("DTSTART:20200101T000000Z", "RRULE:RSCALE=CHINESE;FREQ=YEARLY"), 6, 1),
        (("DTSTART:99990101T000000Z", "RRULE:FREQ=DAILY"), 5, 0),
        (("DTSTART:00010101T000000Z", "RRULE:FREQ=YEARLY"), 5, 0),
        (("DTSTART:20260231T000000Z",), 5, 0),
        (("SUMMARY:No day",), 3, 0),
        (("DTSTART:20200101T000000Z", "RDATE:x"), 6, 1),
        (("DTSTART:20200101T000000Z", 'ATTENDEE;CN=a"b:mailto:b@example.com'), 6, 1),
        (("DTSTART:20200101T000000Z", "SUMMARY:" + "x" * 2_000_000), 3, 0),
    ],
)
def test_what_cannot_be_read_is_named_with_its_line(
    lines: Sequence[str], line: int, count: int
) -> None:
    found = found_in(read, calendar(event(*lines)))

    assert [each.line for each in found.skipped] == [line]
    assert len(found.entries) == count


def test_a_rule_that_hardly_comes_true_soon_ends() -> None:
    lines = (
        "DTSTART:19000101T000000Z",
        "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=1000000000",
    )

    assert all_of(read, calendar(event(*lines))) == []


def test_an_event_that_is_not_closed_hides_no_other() -> None:
    whole = event("DTSTART:20261103T090000Z", uid="b")
    data = calendar(whole.replace("END:VEVENT\n", ""), whole, whole.replace("END:VEVENT\n", ""))

    found = found_in(read, data)

    assert [entry.line for entry in found.entries] == [7]
    assert found.skipped == [
        Skipped(3, "event “Meeting”", "it isn't closed"),
        Skipped(12, "event “Meeting”", "it isn't closed"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-8"])
@pytest.mark.parametrize("ending", ["\r", "\n", "\r\n", "\r\r\n"])
def test_calendars_of_any_encoding_and_with_any_line_endings_are_read(
    encoding: str, ending: str
) -> None:
    data = GOOGLE.replace("Room 4", "Räum 4").replace("\n", ending).encode(encoding)

    assert found_in(read, data) == found_in(read, GOOGLE)
    assert recognises("x", data)


def test_a_fold_inside_a_character_and_old_encodings_are_read() -> None:
    folded = calendar(event("DTSTART:20261103T090000Z", "SUMMARY:Café")).encode()
    folded = folded.replace("é".encode(), b"\xc3\r\n \xa9")
    old = calendar(event("DTSTART:20261103T090000Z", "SUMMARY:Café")).encode("cp1252")

    assert [entry.text for entry in found_in(read, folded).entries] == ["Café"]
    assert [entry.text for entry in found_in(read, old).entries] == ["Café"]


@pytest.mark.parametrize(
    ("name", "head", "is_own"),
    [
        ("x", GOOGLE.encode(), True),
        ("x", OUTLOOK.encode(), True),
        ("x", b"\nbegin:vcalendar\r\n", True),
        ("empty.ics", b"", True),
        ("x", b"BEGIN:VCARD\n", False),
        ("x", b"BEGIN:VCALENDARS\n", False),
        ("x", b"", False),
    ],
)
def test_its_own_files_are_recognised(name: str, head: bytes, *, is_own: bool) -> None:
    assert recognises(name, head) is is_own


def test_without_the_library_the_line_that_installs_it_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def without(
        name: str,
        globals_: Mapping[str, object] | None = None,
        locals_: Mapping[str, object] | None = None,
        fromlist: Sequence[str] | None = (),
        level: int = 0,
    ) -> object:
        if name.startswith("icalendar"):
            raise ModuleNotFoundError(name)
        return imports(name, globals_, locals_, fromlist or (), level)

    imports = builtins.__import__
    monkeypatch.delitem(sys.modules, "netjournal.importers.ics_reading", raising=False)
    monkeypatch.setattr(builtins, "__import__", without)

    with pytest.raises(MissingExtra, match=r'pip install "netjournal\[calendar\]"') as missing:
        all_of(read, GOOGLE)

    assert missing.value.exit_status == 4


values = (
    st.text(alphabet="0123456789TZ;=:,MODAILYWEKFRQ\"/'x\n ")
    | st.text()
    | st.sampled_from(
        [
            "20261103T090000Z",
            "FREQ=YEARLY;BYDAY=1MO",
            "mailto:a@example.com",
            "00010101",
            "99991231",
        ]
    )
)
names = st.sampled_from(
    [
        *("DTSTART", "RRULE", "EXDATE", "RDATE", "RECURRENCE-ID", "ATTENDEE", "ORGANIZER"),
        *("SUMMARY", "UID", "SEQUENCE", "STATUS", "DTSTART;TZID=x", "DTSTART;VALUE=DATE"),
        *("BEGIN", "END", "EXRULE", "LOCATION", "X-WR-TIMEZONE", "TZID", "TZOFFSETTO"),
    ]
)


@given(st.binary())
def test_any_bytes_are_read(data: bytes) -> None:
    all_of(read, data)
    all_of(read, b"BEGIN:VEVENT\nATTENDEE:mailto:a@example.com\nDTSTART:" + data)
    recognises("x", data)


@given(st.lists(st.tuples(names, values)))
def test_any_lines_are_read(lines: list[tuple[str, str]]) -> None:
    typed = [f"{name}:{value}" for name, value in lines]
    found = found_in(read, calendar(event("DTSTART:20261103T090000Z", *typed)))

    assert all(entry.text for entry in found.entries)


@given(st.lists(values, max_size=4).map(";".join), names)
def test_any_parameters_are_read(value: str, name: str) -> None:
    typed = value.replace("\n", "")
    all_of(read, calendar(event("DTSTART:20261103T090000Z", f"{name};{typed}:{typed}")))
    all_of(read, f"BEGIN:VTIMEZONE\nTZID:{typed}\nTZOFFSETTO:{typed}\nEND:VTIMEZONE\n")
    all_of(read, f"X-WR-TIMEZONE:{typed}\n" + event("DTSTART:20261103T090000Z"))
