"""A section as a Markdown table that reads well as plain text too."""

from typing import Final

from netjournal.model.review import Section
from netjournal.render.markdown import Linking, inline, markdown_cell
from netjournal.render.sections import MOST_ROWS, ColumnKind, column_kind, shown_columns
from netjournal.render.width import padded, width

_WIDEST: Final = 60
"""Columns of text up to which cells are filled up; longer ones are as long as they are."""


def markdown_table(section: Section, linking: Linking) -> str:
    """The first rows of a section as a table, its columns aligned where they are short.

    A single column needs no table: it is a list.
    """
    rows = section.rows[:MOST_ROWS]
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
        wide = max([3, *map(width, cells)])
        wide = 3 if wide > _WIDEST else wide
        shown.append([padded(each, wide, right=at_right) for each in cells])
        rules.append("-" * (wide - 1) + ":" if at_right else "-" * wide)
    lines = ["| " + " | ".join(cells) + " |" for cells in zip(*shown, strict=True)]
    lines.insert(1, "| " + " | ".join(rules) + " |")
    return "\n".join(lines)
