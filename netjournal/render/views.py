"""Reviews as templates see them: the records, their sentences and tables already in the form."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import Markup

from netjournal.model.charts import Chart
from netjournal.model.review import Column, Figure, Review, Row, Section
from netjournal.render.forms import Form
from netjournal.render.sections import command_for_all, is_shown, rest_of, rows_left_out, rows_shown
from netjournal.render.values import marked


@dataclass(frozen=True, slots=True, eq=False)
class SectionView:
    """A section of a review that has something to say."""

    slug: str
    title: str
    intro: Markup
    """The sentences above the rows; what to say when there are none."""
    columns: tuple[Column, ...]
    rows: Sequence[Row]
    """All of them; each row by the keys of the columns, and by others that no column shows."""
    table: Markup
    """The rows that a page shows, as a table; empty when there are none."""
    chart: Markup
    """The rows as a picture; mostly empty, and always in Markdown."""
    legend: Markup
    """What the states in the table mean; mostly empty, and always in Markdown."""
    count: int
    """How many rows there are."""
    more: int
    """How many of them the table leaves out, and no sentence sums up."""
    more_said: str
    """The same as it is written: `1,215`."""
    rest: Markup
    """The sentence that sums up the others; mostly empty."""
    everyone: str
    """Where in `site/` the contacts of all rows are listed, by name; empty where nowhere."""


@dataclass(frozen=True, slots=True, eq=False)
class ReviewView:
    """A review, its sentences ready to be written."""

    slug: str
    title: str
    lead: tuple[Markup, ...]
    sections: tuple[SectionView, ...]
    figures: tuple[Markup, ...]
    """The sentences about numbers that a page shows."""
    numbers: dict[str, float | None]
    """Every figure by its name, unrounded."""
    basis: Markup
    explanation: tuple[Markup, ...]
    command: str
    """The command that shows all rows."""
    link: Markup
    """A link to the page, by its title."""
    chart: Markup
    """The picture of the whole page; mostly empty, and always in Markdown."""


@dataclass(frozen=True, slots=True, eq=False)
class PageView:
    """The page that is being made, or another one that a page links to."""

    slug: str
    title: str
    link: Markup
    """A link to the page, by its title."""


@dataclass(frozen=True, slots=True, eq=False)
class MeView:
    """The person whose vault it is, as the settings have it; texts may be empty."""

    name: str
    industry: str


def page_view(slug: str, title: str, form: Form) -> PageView:
    """A page in a form."""
    return PageView(slug, title, marked(form.page_link(slug, title)))


def review_view(review: Review, form: Form) -> ReviewView:
    """A review in a form."""
    return ReviewView(
        slug=review.slug,
        title=review.title,
        lead=_sentences(review.lead, form),
        sections=tuple([_section(each, form) for each in review.sections if is_shown(each)]),
        figures=_sentences([figure.text for figure in review.figures], form),
        numbers=_numbers(review.figures),
        basis=marked(form.sentence(review.basis)),
        explanation=_sentences(review.explanation, form),
        command=command_for_all(review),
        link=marked(form.page_link(review.slug, review.title)),
        chart=_chart(review.chart, review.slug, form),
    )


def _section(section: Section, form: Form) -> SectionView:
    more = rows_left_out(section)
    table = form.table(section) if rows_shown(section) and section.columns else ""
    return SectionView(
        slug=section.slug,
        title=section.title,
        intro=marked(form.sentence(section.intro if section.rows else section.empty)),
        columns=section.columns,
        rows=section.rows,
        table=marked(table),
        chart=_chart(section.chart, section.slug, form),
        legend=marked(form.legend(section.legend) if table else ""),
        count=len(section.rows),
        more=more,
        more_said=f"{more:,}",
        rest=marked(form.sentence(rest_of(section))),
        everyone=f"people.html?q={quote(section.query)}" if section.query else "",
    )


def _chart(chart: Chart | None, slug: str, form: Form) -> Markup:
    return marked(form.chart(chart, f"{slug}-chart") if chart else "")


def _sentences(texts: tuple[str, ...] | list[str], form: Form) -> tuple[Markup, ...]:
    return tuple([marked(form.sentence(text)) for text in texts if text])


def _numbers(figures: tuple[Figure, ...]) -> dict[str, float | None]:
    return {figure.name: figure.value for figure in figures}
