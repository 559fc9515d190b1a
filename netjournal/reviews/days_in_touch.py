"""On which days of the last year there was any contact: rows by month, and a picture by day."""

from bisect import bisect_left
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from netjournal.model.charts import Chart, DaysOfContact
from netjournal.model.review import Column, Row, Section
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.keepsakes import Parts
from netjournal.reviews.person import Person
from netjournal.reviews.words import counted, month_of

WEEKS: Final = 53
"""Weeks that are shown, the one of the review included."""


def days_section(assessment: Assessment) -> Section:
    """The days in touch as a section; it isn't shown when there are none."""
    days = assessment.once(days_in_touch)
    return Section(
        "days-in-touch",
        "Days in touch",
        (
            Column("label", "Month"),
            Column("days", "Days with any contact"),
            Column("contacts", "Contacts"),
        ),
        _rows(days),
        intro="Allies and acquaintances together. It shows your rhythm and nothing else: a quiet "
        "month is no fault.",
        chart=_chart(days, assessment.as_of) if days else None,
    )


def days_in_touch(assessment: Assessment) -> Mapping[date, int]:
    """How many two-way contacts each day of the last weeks had with allies and acquaintances."""
    return assessment.sums(_days_of)


def _first(as_of: date) -> date:
    """The Monday on which the weeks begin; the calendar's first day in its first year."""
    monday = as_of.toordinal() - as_of.weekday() - 7 * (WEEKS - 1)
    return date.fromordinal(max(monday, 1))


def _days_of(person: Person, assessment: Assessment) -> Parts:
    days, first = person.contacted, _first(assessment.as_of)
    if not person.active or not days or days[-1] < first:
        return ()
    return [(day, 1) for day in days[bisect_left(days, first) :]]


def _rows(days: Mapping[date, int]) -> tuple[Row, ...]:
    """The months with any contact, the latest first."""
    months: dict[tuple[int, int], list[int]] = {}
    for day in sorted(days, reverse=True):
        months.setdefault((day.year, day.month), []).append(days[day])
    return tuple(
        {
            "month": f"{year:04d}-{month:02d}",
            "label": month_of(year, month),
            "days": len(counts),
            "contacts": sum(counts),
        }
        for (year, month), counts in months.items()
    )


def _chart(days: Mapping[date, int], as_of: date) -> Chart:
    first = _first(as_of)
    length = (as_of - first).days + 1
    counts = [days.get(first + timedelta(number), 0) for number in range(length)]
    return Chart(
        title="Days in touch",
        description=f"In the last {WEEKS} weeks there was contact on "
        f"{counted(len(days), 'day')}. The table has the numbers of each month.",
        caption="One column a week, one row a day of the week. A low mark is one contact, a "
        "higher one two or three, the highest four or more.",
        as_of=as_of,
        drawing=DaysOfContact(first, tuple(counts)),
    )
