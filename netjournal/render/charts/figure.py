"""A chart on an HTML page: its drawing, with a title and a description, and how to read it."""

from typing import assert_never

from netjournal.model.charts import Chart, CirclesMap, Drawing, DueTimeline, IndustryBars
from netjournal.render.charts.circles_map import circles_map
from netjournal.render.charts.due_timeline import due_timeline
from netjournal.render.charts.industry_bars import industry_bars
from netjournal.render.charts.shapes import Drawn
from netjournal.render.html_cells import html_sentence, html_text
from netjournal.render.words import long_day


def chart_figure(chart: Chart, name: str) -> str:
    """The chart as a figure; its `name` is one that no other chart of the page has."""
    drawn = _drawn(chart.drawing)
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


def _drawn(drawing: Drawing) -> Drawn:
    match drawing:
        case DueTimeline():
            return due_timeline(drawing)
        case IndustryBars():
            return industry_bars(drawing)
        case CirclesMap():
            return circles_map(drawing)
        case _:
            assert_never(drawing)
