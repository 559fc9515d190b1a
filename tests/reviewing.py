"""Reviews under test: of small vaults of notes, told as lines of text for golden files."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from netjournal.app.workspace import Workspace
from netjournal.model.diagnostic import Diagnostic
from netjournal.model.review import (
    Advice,
    Cell,
    ContactRef,
    Excerpt,
    IndustryRef,
    Reference,
    Review,
    Row,
    Section,
)
from netjournal.reviews.assessing import assess
from netjournal.reviews.registry import REVIEWS


def review_of(
    root: Path, slug: str, as_of: date, problems: Sequence[Diagnostic] | None = None
) -> Review:
    """The review with a slug, of a folder of notes on a day, with its own problems or these."""
    workspace = Workspace.load(root)
    page = next(page for page in REVIEWS if page.slug == slug)
    assessment = assess(workspace.index, workspace.config, as_of)
    return page.make(assessment, workspace.diagnostics(as_of) if problems is None else problems)


def rows(review: Review, section: str) -> tuple[Row, ...]:
    """The rows of a section of a review."""
    return next(tuple(each.rows) for each in review.sections if each.slug == section)


def names(review: Review, section: str) -> list[str]:
    """The names of the contacts in a section, in its order."""
    cells = [row["contact"] for row in rows(review, section)]
    return [cell.name for cell in cells if isinstance(cell, ContactRef)]


def figures(review: Review) -> dict[str, float | None]:
    """The figures of a review by name."""
    return {figure.name: figure.value for figure in review.figures}


def told(review: Review) -> str:
    """Everything that a review says, one thing a line."""
    lines = [f"# {review.title} ({review.slug})", *review.lead, ""]
    for figure in review.figures:
        text = f"  {figure.text}" if figure.text else ""
        lines.append(f"{figure.name} = {_cell(figure.value)}{text}")
    for section in review.sections:
        lines += ["", *_section(section)]
    return "\n".join([*lines, "", review.basis, *review.explanation]) + "\n"


def _section(section: Section) -> Sequence[str]:
    shown = ", ".join(f"{column.key}: {column.title}" for column in section.columns)
    lines = [f"## {section.title} ({section.slug}) [{shown}]"]
    lines += [text for text in (section.intro if section.rows else section.empty,) if text]
    for row in section.rows:
        first, *others = row
        lines.append(f"- {_cell(row[first])}")
        lines += [f"  {key}: {_cell(row[key])}" for key in others]
    if section.most is not None:
        lines.append(f"(shown: {section.most}) {section.rest}".rstrip())
    return lines


def _cell(cell: Cell) -> str:
    if cell is None or isinstance(cell, str | int | float | date):
        return f"{cell:.10g}" if isinstance(cell, float) else str(cell)
    if isinstance(cell, ContactRef):
        return f"{cell.name} <{cell.path}>"
    if isinstance(cell, Excerpt):
        return f"{cell.text} <{cell.place.path}:{cell.place.line}>"
    if isinstance(cell, Advice | IndustryRef):
        return cell.text if isinstance(cell, Advice) else f"{cell.label} <{cell.key}>"
    if isinstance(cell, Reference):
        return f"{cell.text} <{cell.slug}#{cell.section}>"
    return f"({'; '.join([_cell(part) for part in cell])})"
