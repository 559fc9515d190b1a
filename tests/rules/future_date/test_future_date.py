"""Dates of the past that lie ahead."""

from datetime import date
from typing import Any

import pytest
from building import contact, index
from checking import problems

from netjournal.model.codes import FUTURE_DATE
from netjournal.model.contact import Contact, FieldValue
from netjournal.model.dates import PartialDate


def test_a_last_contact_ahead_is_named_at_its_line() -> None:
    found = index(contact("contacts/a.md", "A", last_contact=date(2206, 2, 3)))

    message = "'last_contact' is 2206-02-03, which is in the future"
    hint = "check the year; a meeting that is planned is an entry, as in `- 2206-02-03 Lunch`"
    expected = f"contacts/a.md:3:1: warning: {message} [NJ207]\n  {hint}"
    assert problems(FUTURE_DATE, found) == [expected]


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ({"met": PartialDate(2027, None, None)}, "'met' is 2027,"),
        ({"met": PartialDate(2026, 12, None)}, "'met' is 2026-12,"),
        ({"birthday": PartialDate(2062, 5, 17)}, "'birthday' is 2062-05-17,"),
    ],
)
def test_a_part_of_a_date_may_lie_ahead(known: dict[str, Any], said: str) -> None:
    found = index(contact("contacts/a.md", "A", **known))

    expected = f"contacts/a.md:3:1: warning: {said} which is in the future [NJ207]"
    assert problems(FUTURE_DATE, found) == [f"{expected}\n  check the year"]


@pytest.mark.parametrize(
    "known",
    [
        {"last_contact": date(2026, 11, 24)},
        {"met": PartialDate(2026, None, None)},
        {"met": PartialDate(2026, 11, None)},
        {"birthday": PartialDate(None, 12, 31)},
        {"snoozed_until": date(2027, 3, 1)},
    ],
)
def test_a_date_is_fine(known: dict[str, Any]) -> None:
    assert problems(FUTURE_DATE, index(contact(**known))) == []


def test_ahead_is_seen_from_the_day_of_the_review() -> None:
    found = index(contact(last_contact=date(2026, 11, 24)))

    assert len(problems(FUTURE_DATE, found, as_of=date(2026, 11, 23))) == 1


def test_the_field_is_called_as_it_is_typed() -> None:
    typed = FieldValue("Last seen", ("2030-01-01",), 9, 3)
    person = contact("a.md", "A", fields={"last_contact": typed}, last_contact=date(2030, 1, 1))

    (said,) = problems(FUTURE_DATE, index(person))
    assert said.startswith("a.md:9:3: warning: 'Last seen' is 2030-01-01")


def test_a_date_without_a_place_is_named_at_the_first_line() -> None:
    person = Contact("a.md", "A", met=PartialDate(2030, None, None))

    (said,) = problems(FUTURE_DATE, index(person))
    assert said.startswith("a.md:1:1: warning: 'met' is 2030")
