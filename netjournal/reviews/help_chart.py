"""The picture of the help that went to and fro, for the page give-and-take."""

from collections.abc import Sequence
from datetime import date

from netjournal.model.charts import Chart, HelpByMonth, HelpMonth
from netjournal.reviews.help_by_month import HelpInMonth
from netjournal.reviews.words import month_of, times


def help_chart(months: Sequence[HelpInMonth], as_of: date) -> Chart | None:
    """The picture of some months; none of months without any help."""
    given = sum([month.given for month in months])
    received = sum([month.received for month in months])
    if not given and not received:
        return None
    shown = [
        HelpMonth(month_of(month.year, month.month), month.given, month.received)
        for month in months
    ]
    return Chart(
        title="Help by month",
        description=f"In these months you helped {times(given) if given else 'nobody'} and were "
        f"helped {times(received) if received else 'never'}, as far as it is written down. The "
        "table has the numbers of each month.",
        caption="One row a month: to the left, in full, how often you helped; to the right, "
        "lighter, how often you were helped. All contacts together.",
        as_of=as_of,
        drawing=HelpByMonth(tuple(shown)),
    )
