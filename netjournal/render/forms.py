"""The two forms of a page, Markdown and HTML: where it stands, and how values are written on it."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from markupsafe import escape

from netjournal.model.charts import Chart
from netjournal.model.config import Config
from netjournal.model.review import Cell, Meaning, Section
from netjournal.render.charts.figure import chart_figure
from netjournal.render.html_cells import Opening, html_cell, html_text, linked_sentence
from netjournal.render.html_legend import html_legend
from netjournal.render.html_table import html_table
from netjournal.render.links import PageNames, site_address
from netjournal.render.markdown import (
    Linking,
    at_line_start,
    inline,
    markdown_cell,
    page_link,
    sentence,
)
from netjournal.render.markdown_table import markdown_table
from netjournal.render.remembered import Remembered


class Form(NamedTuple):
    """How pages of one form are written. Every function gives text in that form, escaped."""

    name: str
    """As the settings name it, and as the folder of its templates."""
    folder: str
    """The folder of its pages in the vault."""
    suffix: str
    text: Callable[[str], str]
    """A text inside a line."""
    line: Callable[[str], str]
    """A text that may begin a line."""
    sentence: Callable[[str], str]
    cell: Callable[[Cell], str]
    """A value, outside a table of ours."""
    table: Callable[[Section], str]
    chart: Callable[[Chart, str], str]
    """A chart, by a name that no other one of its page has; empty where there are no pictures."""
    legend: Callable[[Sequence[Meaning]], str]
    """What the states mean; empty where tables don't show them."""
    page_link: Callable[[str, str], str]
    """A link to the page with a slug, with its words."""
    table_among: Callable[[Section, PageNames], str]
    """A table that links to the pages of other names."""
    names: PageNames
    """The pages to which it links."""
    links: object
    """How its tables link, whatever the names of the pages are."""
    up: str = ""
    """What leads from its pages to the folder: `../` for pages in a folder below it."""

    def page(self, slug: str) -> str:
        """The path of a page inside the vault."""
        return f"{self.folder}/{slug}{self.suffix}"

    def template(self, name: str) -> str:
        """The name of a template of this form."""
        return f"{self.name}/{name}{self.suffix}.j2"


def markdown_form(config: Config, names: PageNames) -> Form:
    """Markdown, with the links that the settings ask for."""
    linking = Linking(names, config.build.links != "markdown")
    # A template may put a value into a table or not: a Markdown link is right in both.
    anywhere = linking._replace(wikilinks=False)
    return Form(
        "markdown",
        "review",
        ".md",
        inline,
        at_line_start,
        lambda text: sentence(text, linking),
        lambda cell: markdown_cell(cell, anywhere),
        lambda section: markdown_table(section, linking),
        lambda _chart, _name: "",
        lambda _legend: "",
        lambda slug, text: page_link(slug, text, "", linking),
        lambda section, others: markdown_table(section, linking._replace(names=others)),
        names,
        linking.wikilinks,
    )


def html_form(config: Config, names: PageNames, vault_path: str, up: str = "") -> Form:
    """HTML, whose links open notes in the program that the settings name.

    `up` leads from the pages to `site/`, where they aren't in that folder itself.
    """
    opening = Opening(names, config.build.open_with, vault_path, up)
    return Form(
        "html",
        "site",
        ".html",
        html_text,
        html_text,
        lambda text: linked_sentence(text, opening),
        lambda cell: html_cell(cell, opening),
        lambda section: html_table(section, opening),
        chart_figure,
        html_legend,
        lambda slug, text: f'<a href="{escape(site_address(slug, up))}.html">{html_text(text)}</a>',
        lambda section, others: html_table(section, opening._replace(names=others)),
        names,
        opening[1:],
        up,
    )


def remembering(form: Form, remembered: Remembered | None) -> Form:
    """The form, which takes over tables and charts that were written before."""
    if remembered is None:
        return form
    table = remembered.tables(form.name, form.links, form.names, form.table_among)
    return form._replace(table=table, chart=remembered.charts(form.name, form.chart))
