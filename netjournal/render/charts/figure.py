"""A chart on an HTML page: its drawing, with a title and a description, and how to read it."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from netjournal.model.charts import (
    Chart,
    CirclesMap,
    DaysOfContact,
    DueTimeline,
    HelpByMonth,
    IndustryBars,
    ShareRanges,
    TargetBars,
    TieLines,
    TrendLines,
)
from netjournal.render.charts.circles_map import circles_map
from netjournal.render.charts.days_of_contact import days_of_contact
from netjournal.render.charts.due_timeline import due_timeline
from netjournal.render.charts.help_by_month import help_by_month
from netjournal.render.charts.industry_bars import industry_bars
from netjournal.render.charts.shapes import Drawn
from netjournal.render.charts.share_ranges import share_ranges
from netjournal.render.charts.target_bars import target_bars
from netjournal.render.charts.tie_lines import tie_lines
from netjournal.render.charts.trend_lines import trend_lines
from netjournal.render.html_cells import html_sentence, html_text
from netjournal.render.words import long_day

DRAWINGS: Final[Mapping[type, Callable[[Any], Drawn]]] = {
    CirclesMap: circles_map,
    DaysOfContact: days_of_contact,
    DueTimeline: due_timeline,
    HelpByMonth: help_by_month,
    IndustryBars: industry_bars,
    ShareRanges: share_ranges,
    TargetBars: target_bars,
    TieLines: tie_lines,
    TrendLines: trend_lines,
}
"""How each kind of chart is drawn."""


def chart_figure(chart: Chart, name: str) -> str:
    """The chart as a figure; its `name` is one that no other chart of the page has."""
    drawn = DRAWINGS[type(chart.drawing)](chart.drawing)
    title, description = f"{name}-title", f"{name}-description"
    names = f'aria-labelledby="{title}" aria-describedby="{description}"'
    caption = f"{html_sentence(chart.caption)} As of {long_day(chart.as_of)}."
    return "\n".join(
        [
            f'<figure class="chart {drawn.kind}">',
            f'<svg role="img" {names} {drawn.size}>',
            f'<title id="{title}">{html_text(chart.title)}</title>',
            f'<desc id="{description}">{html_text(chart.description)}</desc>',
            *drawn.parts,
            "</svg>",
            f"<figcaption>{caption}</figcaption>",
            "</figure>",
        ]
    )
