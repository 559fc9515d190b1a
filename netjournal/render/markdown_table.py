"""A section as a Markdown table that reads well as plain text too."""

from typing import Final

from netjournal.model.review import Section
from netjournal.render.markdown import Linking, inline, markdown_cell
from netjournal.render.sections import (
    ColumnKind,
    column_kind,
    rows_shown,
    shown_columns,
    table_rows,
)
from netjournal.render.width import width

_WIDEST: Final = 60
"""Columns of text up to which cells are filled up; longer ones are as long as they are."""


def markdown_table(section: Section, linking: Linking) -> str:
    """The first rows of a section as a table, its columns aligned where they are short.

    A single column needs no table: it is a list.
    """
    rows = table_rows(section, rows_shown(section))
    columns = shown_columns(section, rows)
    if len(section.columns) == 1:
        key = columns[0].key
        return "\n".join([f"- {markdown_cell(row.get(key), linking)}" for row in rows])
    linking = linking._replace(bar="\\|")
    shown: list[list[str]] = []
    rules: list[str] = []
    for column in columns:
        at_right = column_kind(rows, column) is ColumnKind.NUMBER
        cells = [
            inline(column.title),
            *[markdown_cell(row.get(column.key), linking) for row in rows],
        ]
        shown.append(_aligned(cells, at_right=at_right))
        rule = "-" * max(width(shown[-1][0]), 3)
        rules.append(f"{rule[1:]}:" if at_right else rule)
    lines = ["| " + " | ".join(cells) + " |" for cells in zip(*shown, strict=True)]
    lines.insert(1, "| " + " | ".join(rules) + " |")
    return "\n".join(lines)


def _aligned(cells: list[str], *, at_right: bool) -> list[str]:
    """The cells filled up to the widest; as they are where one is too wide for that."""
    widths = []
    for cell in cells:
        widths.append(width(cell))
        if widths[-1] > _WIDEST:
            return cells
    widest = max(3, *widths)
    spaces = [" " * (widest - taken) for taken in widths]
    if at_right:
        return [space + cell for space, cell in zip(spaces, cells, strict=True)]
    return [cell + space for space, cell in zip(spaces, cells, strict=True)]
