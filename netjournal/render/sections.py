"""What every form of a page asks about a section: which rows, and what stands in a column."""

import re
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import Final

from netjournal.model.review import (
    Column,
    ContactRef,
    Excerpt,
    Reference,
    Review,
    Row,
    Section,
)

MOST_ROWS: Final = 200
"""The rows of a section that are shown before "and 37 more"."""

CODE: Final = re.compile(r"`(?! )([\w :.,/#()\[\]=\"-]{1,80})(?<! )`", re.ASCII)
"""Something to type, in a sentence of a review: a field, a setting, a command."""

PAGE_NAMED: Final = re.compile(r"(?P<before>\b[Tt]he page )(?P<slug>[a-z]+(?:-[a-z]+)*)\b")
"""Another page of the review, in a sentence of one."""

_PAIR: Final = re.compile(r"`([^`]*+)`")

_NOTHING: Final = (None, "", ())


def advice(text: str) -> str:
    """A sentence whose backquotes all mean something to type; other words have quotes instead."""
    return _PAIR.sub(lambda match: match[0] if CODE.fullmatch(match[0]) else f"“{match[1]}”", text)


class ColumnKind(StrEnum):
    """What stands in a column: it decides how the column is set."""

    NUMBER = "number"
    DAY = "day"
    CONTACT = "contact"
    TEXT = "text"


def column_kind(rows: Sequence[Row], column: Column) -> ColumnKind:
    """The kind of a column, by the first of its cells that says something."""
    if column.is_count:
        return ColumnKind.NUMBER
    key = column.key
    for row in rows:
        cell = row.get(key)
        if cell is None:
            continue
        if isinstance(cell, int | float):
            return ColumnKind.NUMBER
        if isinstance(cell, ContactRef):
            return ColumnKind.CONTACT
        return ColumnKind.DAY if isinstance(cell, date) else ColumnKind.TEXT
    return ColumnKind.TEXT


def shown_columns(section: Section, rows: Sequence[Row]) -> tuple[Column, ...]:
    """The columns of a section in which something stands; the first one always."""
    first, *others = section.columns
    filled = [each for each in others if any(row.get(each.key) not in _NOTHING for row in rows)]
    return (first, *filled)


def is_shown(section: Section) -> bool:
    """Whether a section has anything to say; rows alone, without columns, are for programs."""
    return bool(section.empty or (section.rows and (section.columns or section.intro)))


def rows_shown(section: Section) -> Sequence[Row]:
    """The rows of a section that a page shows."""
    return section.rows[: _most(section)]


def table_rows(section: Section, rows: Sequence[Row]) -> Sequence[Row]:
    """Rows of a section as a table has them: each cell with what is said after it."""
    pairs = [(column.key, column.then) for column in section.columns if column.then]
    if not any(row.get(then) for row in rows for _, then in pairs):
        return rows
    return [{**row, **_followed(row, pairs)} for row in rows]


def _followed(row: Row, pairs: Sequence[tuple[str, str]]) -> Row:
    cells = [(key, row.get(key), row.get(then)) for key, then in pairs]
    return {
        key: (cell, after)
        for key, cell, after in cells
        if isinstance(cell, str) and isinstance(after, Excerpt)
    }


def _most(section: Section) -> int:
    return MOST_ROWS if section.most is None else min(section.most, MOST_ROWS)


def rows_left_out(section: Section) -> int:
    """How many rows of a section a page neither shows nor sums up in a sentence."""
    # By numbers alone: rows may be made when they are asked for, and these are not.
    count = len(section.rows)
    told = min(count, section.most) if section.rest and section.most is not None else count
    return told - min(count, _most(section))


def rest_of(section: Section) -> str:
    """What to say of the rows that a sentence sums up; nothing when there are none."""
    is_cut = section.most is not None and len(section.rows) > section.most
    return section.rest if is_cut else ""


def command_for_all(review: Review) -> str:
    """The command that shows every row."""
    return f"netjournal review {review.slug}{review.options} --all"


def separator(cell: tuple[str | ContactRef | Excerpt | Reference, ...]) -> str:
    """What stands between the parts of a cell: a semicolon where a note is quoted, else a comma."""
    return "; " if any(isinstance(part, Excerpt) for part in cell) else ", "
