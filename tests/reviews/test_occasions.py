"""Promises that fall due, and birthdays."""

from datetime import date

import pytest
from building import config, contact, index, link, parsed, promise

from netjournal.model.contact import Contact, Relationship, Status
from netjournal.model.dates import PartialDate
from netjournal.model.parsed import ParsedFile
from netjournal.reviews.assessing import assess
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.occasions import birthdays, due_promises, open_promises

AS_OF = date(2026, 3, 1)
ALLY = Relationship.ALLY


def people(*notes: ParsedFile | Contact, as_of: date = AS_OF) -> Assessment:
    """Everyone in some notes."""
    return assess(index(*notes), config(), as_of)


def test_a_promise_to_two_people_is_one_promise() -> None:
    journal = parsed(
        "journal/a.md", promise("Send it", link("a"), link("b"), due="2026-03-02"), journal=True
    )
    everyone = people(contact("contacts/a.md"), contact("contacts/b.md"), journal)

    (due,) = due_promises(open_promises(everyone), AS_OF, 7)

    assert [person.contact.name for person in due.people] == ["a", "b"]
    assert due.days_left == 1


def test_promises_are_due_within_the_days_or_were_before() -> None:
    days = ["2026-03-09", "2026-03-08", "2026-01-01", "2026-03-01", ""]
    note = parsed(contact("contacts/a.md"), *(promise(day or "some day", due=day) for day in days))

    found = due_promises(open_promises(people(note)), AS_OF, 7)

    assert [(due.promise.text, due.days_left) for due in found] == [
        ("2026-01-01", -59),
        ("2026-03-01", 0),
        ("2026-03-08", 7),
    ]


def test_kept_promises_and_those_to_the_closed_are_left_in_peace() -> None:
    kept = parsed(contact("contacts/a.md"), promise("x", due="2026-03-01", done=True))
    closed = parsed(contact("contacts/b.md", status=Status.CLOSED), promise("y", due="2026-03-01"))

    assert open_promises(people(kept, closed)) == {}


@pytest.mark.parametrize(
    ("born", "day", "turns"),
    [
        (PartialDate(1986, 3, 1), date(2026, 3, 1), 40),
        (PartialDate(None, 3, 15), date(2026, 3, 15), None),
        (PartialDate(1986, 3, 16), None, None),
        (PartialDate(1986, 2, 28), None, None),
        (PartialDate(1986, None, None), None, None),
        (PartialDate(1986, 3, None), None, None),
        (None, None, None),
    ],
)
def test_a_birthday_is_told_for_two_weeks_ahead(
    born: PartialDate | None, day: date | None, turns: int | None
) -> None:
    found = birthdays(people(contact(relationship=ALLY, birthday=born)), 14)

    assert [(each.day, each.turns) for each in found] == ([(day, turns)] if day else [])


@pytest.mark.parametrize(
    ("as_of", "day"),
    [
        (date(2026, 2, 20), date(2026, 2, 28)),
        (date(2028, 2, 20), date(2028, 2, 29)),
        (date(2026, 3, 1), None),
    ],
)
def test_a_birthday_of_29_february_is_on_the_28th_in_other_years(
    as_of: date, day: date | None
) -> None:
    leapling = contact(relationship=ALLY, birthday=PartialDate(2000, 2, 29))

    found = birthdays(people(leapling, as_of=as_of), 14)

    assert [each.day for each in found] == ([day] if day else [])


def test_birthdays_of_the_new_year_come_after_those_of_the_old() -> None:
    new = contact("contacts/a.md", relationship=ALLY, birthday=PartialDate(None, 1, 2))
    old = contact("contacts/b.md", relationship=ALLY, birthday=PartialDate(1980, 12, 30))

    found = birthdays(people(new, old, as_of=date(2026, 12, 25)), 14)

    assert [(each.day, each.turns) for each in found] == [
        (date(2026, 12, 30), 46),
        (date(2027, 1, 2), None),
    ]


def test_the_last_days_of_the_calendar_have_birthdays() -> None:
    last = contact(relationship=ALLY, birthday=PartialDate(None, 12, 31))

    found = birthdays(people(last, as_of=date.max), 14)

    assert [each.day for each in found] == [date.max]


def test_the_closed_and_the_unsorted_have_no_birthday_here() -> None:
    born = PartialDate(None, 3, 1)
    notes = [
        contact("contacts/a.md", birthday=born),
        contact("contacts/b.md", relationship=ALLY, birthday=born, status=Status.CLOSED),
        contact("contacts/c.md", relationship=ALLY, birthday=born, status=Status.DORMANT),
    ]

    assert [each.person.contact.name for each in birthdays(people(*notes), 14)] == ["c"]
