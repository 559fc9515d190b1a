"""The picture of what there is beside what is wanted."""

from datetime import date

from netjournal.measures.balance import Bars
from netjournal.model.charts import Chart, TargetBars
from netjournal.reviews.balance_chart import Before, balance_chart
from netjournal.reviews.bars import Bar

AS_OF = date(2026, 3, 1)


def chart_of(*values: float | None, weakest: str = "b0") -> tuple[Chart, TargetBars]:
    """The picture of bars with these values, and what it shows."""
    found = [Bar(f"b{n}", f"Bar {n}", "now", "wanted", value) for n, value in enumerate(values)]
    chart = balance_chart(found, weakest, AS_OF)
    assert isinstance(chart.drawing, TargetBars)
    return chart, chart.drawing


def test_the_weakest_bar_is_named() -> None:
    chart, drawing = chart_of(0.2, 1.0, 0.7)
    assert [bar.weakest for bar in drawing.bars] == [True, False, False]
    assert "Full: Bar 1. Furthest from its target: Bar 0." in chart.description


def test_where_all_are_full_none_is_the_weakest() -> None:
    chart, drawing = chart_of(1.0, 1.0)
    assert not any(bar.weakest for bar in drawing.bars)
    assert "Full: Bar 0 and Bar 1. The table" in chart.description


def test_what_cannot_be_reckoned_is_never_the_weakest() -> None:
    chart, drawing = chart_of(None, 0.5)
    assert not any(bar.weakest for bar in drawing.bars)
    assert "None is full yet." in chart.description


def test_where_the_bars_stood_before_is_said_with_its_day() -> None:
    found = [Bar(name, name, "now", "wanted", 0.5) for name in Bars._fields]
    before = Before(date(2025, 11, 30), Bars(0.1, 0.2, None, 0.4, 0.5))

    chart = balance_chart(found, "care", AS_OF, before)

    assert isinstance(chart.drawing, TargetBars)
    assert [bar.before for bar in chart.drawing.bars] == [0.1, 0.2, None, 0.4, 0.5]
    assert "The thin mark is where it stood on 30 November 2025" in chart.caption
