"""Days of contact."""

import re
from datetime import date

from netjournal.model.charts import DaysOfContact
from netjournal.render.charts.days_of_contact import days_of_contact

MONDAY = date(2025, 11, 24)


def drawn(*counts: int) -> str:
    """The parts of these days, which begin on a Monday."""
    return "\n".join(days_of_contact(DaysOfContact(MONDAY, counts)).parts)


def days(text: str) -> list[tuple[str, str, str]]:
    """Where each mark is across and down, and how high it is."""
    return re.findall(
        r'class="day" x="([\d.]+)%" y="([\d.]+)" width="[\d.]+%" height="(\d+)"', text
    )


def test_a_day_without_contact_has_no_mark() -> None:
    assert days(drawn(0, 0, 0)) == []


def test_a_column_is_a_week_and_a_row_a_day() -> None:
    found = days(drawn(1, 1, *[0] * 5, 1))
    assert found[0][0] == found[1][0]
    assert found[0][1] == found[2][1]
    assert float(found[2][0]) > float(found[0][0])


def test_more_contacts_a_day_are_a_higher_mark() -> None:
    assert [high for _, _, high in days(drawn(1, 2, 3, 4, 900))] == ["4", "8", "8", "12", "12"]


def test_every_second_month_is_named() -> None:
    assert re.findall(r">([A-Z][a-z]{2})</text>", drawn(*[0] * 371)) == [
        *("Mon", "Wed", "Fri", "Sun"),
        *("Jan", "Mar", "May", "Jul", "Sep", "Nov"),
    ]


def test_no_days_are_no_error() -> None:
    assert days(drawn()) == []
