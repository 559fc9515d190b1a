"""Reviews as data: JSON for programs, and CSV for spreadsheets."""

import csv
import io
import math
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, NamedTuple

from netjournal.model.diagnostic import Diagnostic
from netjournal.model.plain_data import Json, harmless_cell, json_text
from netjournal.model.review import (
    Advice,
    Cell,
    ContactRef,
    Excerpt,
    IndustryRef,
    Reference,
    Review,
    Section,
    Shortened,
)

VERSION: Final = 1
"""The version of the JSON; it goes up when a name changes its meaning or goes away."""


def reviews_json(reviews: Sequence[Review], diagnostics: Sequence[Diagnostic], as_of: date) -> str:
    """Reviews and problems as JSON, version 1: ISO dates, numbers unrounded, paths in the vault."""
    return json_text(
        {
            "version": VERSION,
            "as_of": as_of.isoformat(),
            "pages": [_page(review) for review in reviews],
            "diagnostics": [diagnostic_data(diagnostic) for diagnostic in diagnostics],
        }
    )


def diagnostic_data(diagnostic: Diagnostic) -> dict[str, Json]:
    """A problem as JSON has it."""
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "path": diagnostic.path,
        "line": diagnostic.line,
        "column": diagnostic.column,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
    }


def reviews_csv(reviews: Sequence[Review]) -> str:
    """Every row of every section in one table, as CSV.

    The columns are the page, the section, and the keys of all rows in the order in which they
    come up; a contact has a second column, as in `contact_path`. A text that a spreadsheet would
    take for a formula has an apostrophe before it.
    """
    flat = [_flat(review, section) for review in reviews for section in review.sections]
    rows = [row for rows in flat for row in rows]
    keys = list(dict.fromkeys(key for row in rows for key in row)) or ["page", "section"]
    out = io.StringIO()
    table = csv.DictWriter(out, keys, restval="", lineterminator="\n")
    table.writeheader()
    table.writerows(rows)
    return out.getvalue()


def _page(review: Review) -> dict[str, Json]:
    return {
        "slug": review.slug,
        "title": review.title,
        "figures": {figure.name: _number(figure.value) for figure in review.figures},
        "sections": [
            {
                "slug": section.slug,
                "title": section.title,
                "rows": [{key: _value(cell) for key, cell in row.items()} for row in section.rows],
            }
            for section in review.sections
        ],
    }


def _number(value: float | None) -> Json:
    return value if value is None or math.isfinite(value) else None


def _value(cell: Cell) -> Json:
    """A cell as JSON has it."""
    if cell is None or isinstance(cell, str | int | float):
        return _number(cell) if isinstance(cell, float) else cell
    if isinstance(cell, date | IndustryRef):
        return cell.label if isinstance(cell, IndustryRef) else cell.isoformat()
    if isinstance(cell, ContactRef):
        return {"name": cell.name, "path": cell.path}
    if isinstance(cell, Excerpt):
        return {"text": cell.text, "path": cell.place.path, "line": cell.place.line}
    if isinstance(cell, Reference):
        return {"page": cell.slug, "section": cell.section, "text": cell.text}
    return cell.text if isinstance(cell, Advice | Shortened) else [_value(part) for part in cell]


class _Place(NamedTuple):
    """Where a row of the CSV comes from."""

    page: str
    section: str


def _flat(review: Review, section: Section) -> Iterable[dict[str, str]]:
    place = _Place(review.slug, section.slug)._asdict()
    for row in section.rows:
        cells: dict[str, str] = dict(place)
        for key, cell in row.items():
            cells[key] = _cell(cell)
            if isinstance(cell, ContactRef):
                cells[f"{key}_path"] = harmless_cell(cell.path)
        yield cells


def _cell(cell: Cell) -> str:
    """A cell as the CSV has it: a number bare, a text so that it can't be a formula."""
    if isinstance(cell, int):
        return str(int(cell))
    if isinstance(cell, float):
        return repr(cell) if math.isfinite(cell) else ""
    return harmless_cell(_words(cell))


def _words(cell: Cell) -> str:
    if cell is None or isinstance(cell, str | int | float):
        return "" if cell is None else str(cell)
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, ContactRef):
        return cell.name
    if isinstance(cell, IndustryRef):
        return cell.label
    if isinstance(cell, Advice | Excerpt | Reference | Shortened):
        return cell.text
    return "; ".join([p.label if isinstance(p, ContactRef) else _words(p) for p in cell])
