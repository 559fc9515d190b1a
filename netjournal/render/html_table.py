"""A section as an HTML table, each cell with its heading for screens too narrow for a table."""

from typing import Final

from netjournal.model.review import Row, Section
from netjournal.render.html_cells import Opening, html_cell, html_text, state_mark
from netjournal.render.sections import MOST_ROWS, ColumnKind, column_kind

_CLASSES: Final = {
    ColumnKind.NUMBER: ' class="number"',
    ColumnKind.DAY: ' class="day"',
    ColumnKind.TEXT: "",
}


def html_table(section: Section, opening: Opening) -> str:
    """The first rows of a section as a table.

    Rows whose state no column shows have it under their first cell, where states differ. The
    roles are said in full: a table that is laid out as a list would lose them.
    """
    rows = section.rows[:MOST_ROWS]
    kinds = [_CLASSES[column_kind(rows, column)] for column in section.columns]
    titles = [html_text(column.title) for column in section.columns]
    heads = [
        f'<th role="columnheader" scope="col"{kind}>{title}</th>'
        for title, kind in zip(titles, kinds, strict=True)
    ]
    starts = [
        f'<td role="cell"{kind} data-label="{title}">'
        for title, kind in zip(titles, kinds, strict=True)
    ]
    marked = _states_differ(section, rows)
    keys = [column.key for column in section.columns]
    lines = [
        '<table role="table">',
        f'<thead role="rowgroup"><tr role="row">{"".join(heads)}</tr></thead>',
        '<tbody role="rowgroup">',
    ]
    first_start = f'<th role="rowheader" scope="row"{kinds[0]}>' if kinds else ""
    for row in rows:
        first = html_cell(row.get(keys[0]), opening)
        mark = f" {state_mark(row.get('state'))}" if marked else ""
        rest = [
            f"{start}{_cell(row, key, opening)}</td>"
            for start, key in zip(starts[1:], keys[1:], strict=True)
        ]
        lines.append(f'<tr role="row">{first_start}{first}{mark}</th>{"".join(rest)}</tr>')
    return "\n".join([*lines, "</tbody>", "</table>"])


def _cell(row: Row, key: str, opening: Opening) -> str:
    cell = row.get(key)
    return state_mark(cell) if key == "state" else html_cell(cell, opening)


def _states_differ(section: Section, rows: tuple[Row, ...]) -> bool:
    if any(column.key == "state" for column in section.columns):
        return False
    return len({row.get("state") for row in rows} - {None}) > 1
