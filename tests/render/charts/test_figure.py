"""A chart in its frame on an HTML page."""

from dataclasses import replace
from datetime import date
from typing import get_args
from xml.etree import ElementTree as ET

from rendering import TODAY, page

from netjournal.model.charts import Chart, Drawing, DueMark, DueTimeline
from netjournal.render.charts.figure import DRAWINGS, chart_figure

CHART = Chart(
    "Who waits & how long",
    "Two people.",
    "A mark is a day; see `cadence`.",
    date(2026, 11, 24),
    DueTimeline((DueMark("Ana <b>", 2.5, None, "ally", "overdue", "75 days, wanted 30"),)),
)


def drawn() -> ET.Element:
    """The figure, read: it is well-formed XML too."""
    return ET.fromstring(chart_figure(CHART, "overdue-chart"))  # noqa: S314 - we made it


def test_it_has_a_title_a_description_and_how_to_read_it() -> None:
    figure = drawn()
    svg = figure[0]
    assert svg.attrib["role"] == "img"
    labels = {part.attrib.get("id"): part.text for part in svg}
    assert labels[svg.attrib["aria-labelledby"]] == "Who waits & how long"
    assert labels[svg.attrib["aria-describedby"]] == "Two people."
    assert "".join(figure[1].itertext()) == "A mark is a day; see cadence. As of 24 November 2026."


def test_it_has_no_style_no_script_no_link_and_nothing_from_elsewhere() -> None:
    figure = drawn()
    for part in figure.iter():
        assert part.tag not in ("a", "image", "script", "style", "use")
        assert not {name for name in part.attrib if "style" in name or "href" in name}


def test_a_page_shows_the_charts_of_its_review_and_of_its_sections() -> None:
    sections = (replace(TODAY.sections[0], chart=CHART),)
    text = page(replace(TODAY, sections=sections, chart=CHART), "site/today.html")
    assert text.count('<figure class="chart due-timeline">') == 2
    assert text.index('id="today-chart-title"') < text.index('id="people-chart-title"')
    assert text.index('id="people-chart-title"') < text.index("<table")


def test_markdown_has_the_table_alone() -> None:
    shown = replace(TODAY, sections=(replace(TODAY.sections[0], chart=CHART),), chart=CHART)
    assert page(shown, "review/today.md") == page(
        replace(TODAY, sections=TODAY.sections[:1]), "review/today.md"
    )


def test_the_same_chart_gives_the_same_bytes() -> None:
    assert chart_figure(CHART, "a") == chart_figure(CHART, "a")


def test_every_kind_of_chart_has_a_drawing_of_its_own() -> None:
    assert set(DRAWINGS) == set(get_args(Drawing))
    assert len(set(DRAWINGS.values())) == len(DRAWINGS)
