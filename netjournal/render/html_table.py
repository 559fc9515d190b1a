"""A section as an HTML table, each cell with its heading for screens too narrow for a table."""

from collections.abc import Iterator, Sequence
from typing import Final

from netjournal.model.review import IndustryRef, Row, Section
from netjournal.render.html_cells import Opening, html_cell, html_text, state_mark
from netjournal.render.sections import (
    ColumnKind,
    column_kind,
    rows_shown,
    shown_columns,
    table_rows,
)

_CLASSES: Final = {
    ColumnKind.NUMBER: ' class="number"',
    ColumnKind.DAY: ' class="day"',
    ColumnKind.CONTACT: ' class="contact"',
    ColumnKind.TEXT: "",
}

_MARKED: Final = frozenset({"state", "severity"})
"""Columns of words that have a shape and a colour."""

_NUMBERS: Final = ' class="numbers"'
"""A table of numbers stays one on a narrow screen, where others become lists."""

_SHORT: Final = 28
"""Characters of a cell up to which it is a name rather than a sentence."""


def html_table(section: Section, opening: Opening) -> str:
    """The first rows of a section as a table, or as a list where there is one column.

    Rows whose state no column shows have it under their first cell, where states differ. The
    roles are said in full: a table that is laid out as a list would lose them.
    """
    rows = table_rows(section, rows_shown(section))
    if len(section.columns) == 1:
        return _list(rows, section.columns[0].key, opening)
    columns = shown_columns(section, rows)
    keys = [column.key for column in columns]
    kinds = [_CLASSES[column_kind(rows, column)] for column in columns]
    kinds = [
        kind or (' class="short"' if _is_short(rows, key) else "")
        for kind, key in zip(kinds, keys, strict=True)
    ]
    titles = [html_text(column.title) for column in columns]
    heads = [
        f'<th role="columnheader" scope="col"{kind}>{title}</th>'
        for title, kind in zip(titles, kinds, strict=True)
    ]
    lines = [
        f'<table role="table"{_NUMBERS if _is_all_numbers(kinds) else ""}>',
        f'<thead role="rowgroup"><tr role="row">{"".join(heads)}</tr></thead>',
        '<tbody role="rowgroup">',
        *_rows(rows, keys, titles, kinds, opening, marked=_states_differ(section, rows)),
    ]
    return "\n".join([*lines, "</tbody>", "</table>"])


def _rows(
    rows: Sequence[Row],
    keys: list[str],
    titles: list[str],
    kinds: list[str],
    opening: Opening,
    *,
    marked: bool,
) -> Iterator[str]:
    first_start = f'<tr role="row"><th role="rowheader" scope="row"{kinds[0]}>'
    starts = [
        (key, f'<td role="cell"{kind} data-label="{title}">')
        for key, title, kind in zip(keys[1:], titles[1:], kinds[1:], strict=True)
    ]
    for row in rows:
        first = _cell(row, keys[0], opening)
        mark = f" {state_mark(row.get('state'))}" if marked else ""
        rest = "".join([f"{start}{_cell(row, key, opening)}</td>" for key, start in starts])
        yield f"{first_start}{first}{mark}</th>{rest}</tr>"


def _list(rows: Sequence[Row], key: str, opening: Opening) -> str:
    items = [f"<li>{html_cell(row.get(key), opening)}</li>" for row in rows]
    return "\n".join(['<ul class="list">', *items, "</ul>"])


def _cell(row: Row, key: str, opening: Opening) -> str:
    cell = row.get(key)
    return state_mark(cell) if key in _MARKED else html_cell(cell, opening)


def _is_all_numbers(kinds: Sequence[str]) -> bool:
    """Whether there is nothing but numbers after a first column of words or days."""
    number = _CLASSES[ColumnKind.NUMBER]
    return kinds[0] != _CLASSES[ColumnKind.CONTACT] and all(kind == number for kind in kinds[1:])


def _is_short(rows: Sequence[Row], key: str) -> bool:
    """Whether a column holds words or names, rather than sentences."""
    cells = [row.get(key) for row in rows]
    names = [cell.label if isinstance(cell, IndustryRef) else cell for cell in cells]
    return all(name is None or (isinstance(name, str) and len(name) <= _SHORT) for name in names)


def _states_differ(section: Section, rows: Sequence[Row]) -> bool:
    if any(column.key == "state" for column in section.columns):
        return False
    return len({row.get("state") for row in rows} - {None}) > 1
