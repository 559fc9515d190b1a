"""The network at the ends of the months before the review, and on its day."""

from datetime import date, timedelta

from netjournal.reviews.assessment import Assessment
from netjournal.reviews.keepsakes import Parts
from netjournal.reviews.past import Days, Past, Then, days_of, networks, parts, past_of
from netjournal.reviews.person import Person

MONTHS = 24
"""Months whose ends are looked back to."""

QUARTER = 3
"""Months back to the end with which the day of the review is compared, when no day is named."""


def month_ends(assessment: Assessment) -> Days:
    """The last days of the months before, earliest first, and the day of the review."""
    days = [assessment.as_of]
    for _ in range(MONTHS):
        first = days[0].replace(day=1)
        if first == date.min:
            break
        days.insert(0, first - timedelta(days=1))
    return days_of(days)


def past_at_month_ends(person: Person, assessment: Assessment) -> Past:
    """One contact at the months' ends."""
    return past_of(person, assessment, assessment.once(month_ends))


def month_lines(assessment: Assessment) -> tuple[Then, ...]:
    """The network at the months' ends."""
    days = assessment.once(month_ends)
    return assessment.kept(
        month_lines, assessment.sums(_parts), lambda sums: networks(sums, days, assessment)
    )


def quarter_ago(days: int) -> int:
    """The place among so many months' ends of that about a quarter before the last of them."""
    return max(0, days - 1 - QUARTER)


def _parts(person: Person, assessment: Assessment) -> Parts:
    return parts(assessment.each(past_at_month_ends)[person.contact.path])
