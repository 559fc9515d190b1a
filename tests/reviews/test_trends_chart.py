"""The picture of the last two years."""

from datetime import date

from netjournal.measures.balance import Network, Share
from netjournal.model.charts import TrendLines
from netjournal.reviews.past import Then
from netjournal.reviews.trends_chart import trends_chart

AS_OF = date(2026, 3, 1)


def then(month: int, allies: int, in_time: int, spread: float | None) -> Then:
    """The network at some day of a month."""
    network = Network(allies, 2, 3, None, None, spread, Share(in_time, allies), Share(1, 2))
    return Then(date(2026, month, 1), network, 3, {})


def test_two_days_are_too_few_for_lines() -> None:
    assert trends_chart([then(1, 1, 1, 2.0), then(2, 1, 1, 2.0)], [10.0, 20.0], AS_OF) is None


def test_the_lines_have_the_values_and_the_words_the_ends() -> None:
    told = [then(1, 1, 0, None), then(2, 2, 1, 1.5), then(3, 4, 3, 2.25)]

    chart = trends_chart(told, [None, 10.4, 1066.6], AS_OF)

    assert chart
    assert isinstance(chart.drawing, TrendLines)
    lines = {each.label: each for each in chart.drawing.lines}
    assert list(lines["Allies"].values) == [1, 2, 4]
    assert list(lines["In touch in time"].values) == [1, 2, 4]
    assert list(lines["In touch in time"].at_most) == [3, 4, 6]
    assert lines["In touch in time"].words == "1 of 3 then, 4 of 6 now"
    assert list(lines["Industries count as"].values) == [None, 1.5, 2.25]
    assert lines["Industries count as"].words == "unknown then, 2.2 now"
    assert list(lines["Score"].values) == [None, 10, 1067]
    assert "Allies: 1 then, 4 now." in chart.description
