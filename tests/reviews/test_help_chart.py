"""The picture of the help that went to and fro."""

from datetime import date

from netjournal.model.charts import HelpByMonth, HelpMonth
from netjournal.reviews.help_by_month import HelpInMonth
from netjournal.reviews.help_chart import help_chart

AS_OF = date(2026, 3, 1)


def test_months_without_any_help_need_no_picture() -> None:
    assert help_chart([HelpInMonth(2026, 2, 0, 0)], AS_OF) is None


def test_every_month_is_there_and_the_words_have_the_sums() -> None:
    months = [HelpInMonth(2025, 12, 2, 0), HelpInMonth(2026, 1, 0, 0), HelpInMonth(2026, 2, 1, 0)]
    chart = help_chart(months, AS_OF)
    assert chart
    assert chart.drawing == HelpByMonth(
        (
            HelpMonth("December 2025", 2, 0),
            HelpMonth("January 2026", 0, 0),
            HelpMonth("February 2026", 1, 0),
        )
    )
    assert "you helped 3 times and were helped never" in chart.description
