"""The calendar: which days it has, that events stay the same ones, and that others read it."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from building import contact, entry, link, parsed, promise
from exporting import AS_OF, export, lines_of
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Component

from netjournal.exporters import ical
from netjournal.exporters.calendar_events import Event, events
from netjournal.model.contact import Contact, Kind, Status
from netjournal.model.dates import PartialDate
from netjournal.model.exported import Export

ANA = contact("contacts/ana.md", "Ana Lopez", birthday=PartialDate(1984, 12, 19), uid="ana")
BEN = contact("contacts/ben.md", "Ben Osei", uid="ben")


def days(exported: Export) -> list[tuple[str, str]]:
    """The days of a calendar, and what it says of them."""
    return [(event.day.isoformat(), event.summary) for event in events(exported)]


def read(exported: Export) -> Sequence[Component]:
    """The events as the library reads them."""
    (file,) = ical.write(exported)
    lines_of(file.data)
    calendar = Calendar.from_ical(file.data)
    assert calendar.errors == []
    found = calendar.walk("VEVENT")
    assert all(event.errors == [] for event in found)
    return found


def test_who_is_due_with_nothing_planned() -> None:
    exported = export(
        ANA,
        parsed(BEN, entry("2026-12-01")),
        contact("contacts/cy.md", "Cy"),
        due={ANA.path: "2026-10-01", BEN.path: "2026-12-05", "contacts/cy.md": "2020-01-01"},
        states={ANA.path: "overdue", BEN.path: "fresh", "contacts/cy.md": "lapsed"},
        last={ANA.path: "2026-09-01"},
    )

    assert days(exported) == [
        ("1984-12-19", "Birthday of Ana Lopez"),
        ("2026-10-01", "Be in touch with Ana Lopez"),
        ("2026-12-01", "Ben Osei: Coffee."),
    ]
    assert events(exported)[1].description == "Last in touch on 2026-09-01."


def test_promises_that_are_open_and_have_a_day() -> None:
    exported = export(
        parsed(
            ANA,
            promise("Send [[Ben Osei]] and her the **deck**", link("ben"), due="2026-12-01"),
            promise("Done", due="2026-12-02", done=True),
            promise("Some day"),
        ),
        BEN,
    )

    assert days(exported)[1:] == [
        ("2026-12-01", "Promised Ana Lopez and Ben Osei: Send Ben Osei and her the deck")
    ]


def test_what_is_planned_with_several_is_one_event() -> None:
    journal = "journal/2026-11.md"
    exported = export(
        ANA,
        BEN,
        parsed(
            journal,
            entry("2026-12-03", "Dinner with [[ana]] and [[ben]]", link("ana"), link("ben")),
            entry("2026-12-04", "About [[ana]] #about", link("ana"), kinds=[Kind.ABOUT]),
            entry("2026-11-24", "Today with [[ana]]", link("ana")),
            journal=True,
        ),
    )

    assert days(exported)[1:] == [
        ("2026-12-03", "Ana Lopez and Ben Osei: Dinner with Ana Lopez and Ben Osei")
    ]
    assert days(export(*exported.index.files.values(), of=[BEN.path])) == [
        ("2026-12-03", "Ben Osei: Dinner with Ana Lopez and Ben Osei")
    ]


@pytest.mark.parametrize(
    ("birthday", "day", "rule"),
    [
        (PartialDate(1984, 12, 19), date(1984, 12, 19), {"FREQ": ["YEARLY"]}),
        (PartialDate(None, 4, 12), date(2000, 4, 12), {"FREQ": ["YEARLY"]}),
        (PartialDate(1812, 4, 12), date(2000, 4, 12), {"FREQ": ["YEARLY"]}),
        (
            PartialDate(None, 2, 29),
            date(2000, 2, 29),
            {"FREQ": ["YEARLY"], "BYMONTH": [2], "BYMONTHDAY": [-1]},
        ),
    ],
)
def test_a_birthday_is_every_year(
    birthday: PartialDate, day: date, rule: dict[str, list[object]]
) -> None:
    (event,) = read(export(contact(name="Ana", birthday=birthday)))

    assert event.get("DTSTART").dt == day
    assert dict(event.get("RRULE")) == rule
    assert event.get("DTEND").dt == day + timedelta(days=1)
    assert event.get("TRANSP") == "TRANSPARENT"


def test_a_birthday_without_a_day_a_closed_contact_and_a_stranger_are_left_out() -> None:
    birthday = PartialDate(1984, 12, 19)
    exported = export(
        contact("contacts/a.md", "A", birthday=PartialDate(1984, 12, None)),
        contact("contacts/b.md", "B", birthday=birthday, status=Status.CLOSED),
        contact("contacts/c.md", "C", birthday=birthday),
        states={"contacts/c.md": "unsorted"},
    )

    assert days(exported) == []


def uids(exported: Export) -> list[str]:
    """The uids of a calendar's events, in the order of days."""
    return [event.uid for event in events(exported)]


def test_an_event_that_moves_stays_the_same_one() -> None:
    def planned(day: str, due: str) -> Export:
        note = parsed(BEN, entry(day, "Lunch"), promise("Send it", due=day, line=9))
        return export(note, due={BEN.path: due}, states={BEN.path: "fresh"})

    assert uids(planned("2026-12-01", "2026-12-05")) == uids(planned("2026-12-03", "2026-12-09"))
    quiet = export(BEN, due={BEN.path: "2026-12-05"}, states={BEN.path: "fresh"})
    assert uids(quiet) == ["due-ben"]


def test_the_same_words_twice_are_two_events() -> None:
    exported = export(parsed(BEN, entry("2026-12-01", "Lunch"), entry("2026-12-08", "Lunch")))

    first, second = uids(exported)
    assert second == f"{first}-2"


def test_it_is_stamped_with_the_day_of_the_review_alone() -> None:
    (event,) = read(export(ANA))

    assert event.get("DTSTAMP").dt.isoformat() == f"{AS_OF}T00:00:00+00:00"
    assert str(event.get("UID")) == "birthday-ana@netjournal"


def test_of_the_public_only_birthdays_and_only_if_they_may() -> None:
    note = parsed(ANA, entry("2026-12-01"), promise("Send it", due="2026-12-01"))
    due = {ANA.path: "2026-12-05"}

    assert days(export(note, due=due, states={ANA.path: "due"}, public=("name",))) == []
    assert days(export(note, due=due, public=("name", "birthday"))) == [
        ("1984-12-19", "Birthday of Ana Lopez")
    ]
    assert days(export(note, public=("birthday",))) == [("1984-12-19", "Birthday of Contact 1")]


def test_a_long_text_is_short_in_the_summary_and_whole_below() -> None:
    (event,) = events(export(parsed(BEN, entry("2026-12-01", "word " * 60))))

    assert len(event.summary) <= 100
    assert event.summary.endswith(" word…")
    assert event.description == f"Ben Osei: {('word ' * 60).strip()}\n\ncontacts/ben.md"


def test_the_last_day_of_the_calendar_has_no_day_after_it() -> None:
    exported = export(parsed(BEN, entry("9999-12-31")))

    (event,) = read(exported)

    assert event.get("DTEND") is None
    assert isinstance(events(exported)[0], Event)


def test_nothing_is_an_empty_calendar() -> None:
    assert list(read(export())) == []


@given(st.text(max_size=40), st.text(max_size=80))
def test_any_words_stay_in_their_event(name: str, text: str) -> None:
    someone: Contact = contact(name=name or "x")

    (event,) = read(export(parsed(someone, entry("2026-12-01", text))))

    assert str(event.get("SUMMARY"))
    assert event.get("DTSTART").dt == date(2026, 12, 1)
