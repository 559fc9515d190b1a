"""Reviews for the terminal: headings, sentences, and tables that fit its width."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

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
from netjournal.render.sections import (
    CODE,
    ColumnKind,
    advice,
    column_kind,
    command_for_all,
    is_shown,
    rest_of,
    rows_left_out,
    rows_shown,
    separator,
    shown_columns,
    table_rows,
)
from netjournal.render.terminal_table import TextColumn, table_lines
from netjournal.render.visible import one_line
from netjournal.render.width import width as columns_of
from netjournal.render.width import wrapped
from netjournal.render.words import number

_BOLD: Final = "1"
_FAINT: Final = "2"
_COLORS: Final = {
    "fresh": "32",
    "due": "33",
    "overdue": "31",
    "fading": "35",
    "lapsed": _FAINT,
    "snoozed": "36",
    "planned": "36",
    "follow-up": "36",
}
_LONGEST_LINE: Final = 92
"""Columns after which a sentence is broken, however wide the terminal is."""


def reviews_text(
    reviews: Sequence[Review], *, width: int = 80, color: bool = False, all_rows: bool = False
) -> str:
    """The reviews as lines of at most `width` columns, with a newline at the end.

    Without `color` there is no escape sequence in it; control characters from notes never are.
    """
    blocks = [
        block
        for review in reviews
        for block in _review(review, max(width, 20), color=color, all_rows=all_rows)
    ]
    return "\n\n".join(blocks) + "\n" if blocks else ""


def printable(text: str) -> str:
    """A text as a terminal may print it: on one line, control characters made visible."""
    return one_line(text)


def cell_text(cell: Cell) -> str:
    """A cell as words on one line: days are ISO, numbers rounded for a reader."""
    if cell is None or isinstance(cell, str):
        return one_line(cell or "")
    if isinstance(cell, int | float):
        return number(cell)
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, ContactRef | IndustryRef | Shortened):
        return one_line(cell.label)
    if isinstance(cell, Advice | Excerpt | Reference):
        is_ours = isinstance(cell, Advice)
        return _plain_sentence(advice(cell.text)) if is_ours else one_line(cell.text)
    return separator(cell).join([cell_text(part) for part in cell])


def _review(review: Review, width: int, *, color: bool, all_rows: bool) -> Iterable[str]:
    title = _heading(review.title, width, color=color)
    yield title + "\n" + "═" * min(columns_of(one_line(review.title)), width)
    yield from _sentences(review.lead, width)
    for section in review.sections:
        if is_shown(section):
            yield from _section(review, section, width, color=color, all_rows=all_rows)
    yield from _sentences([figure.text for figure in review.figures], width)
    yield from _sentences([review.basis], width)


def _section(
    review: Review, section: Section, width: int, *, color: bool, all_rows: bool
) -> Iterable[str]:
    heading = section.title
    if section.rows:
        heading += f" ({len(section.rows)})"
    yield _heading(heading, width, color=color)
    yield from _sentences([section.intro] if section.rows else [section.empty], width)
    rows = table_rows(section, section.rows if all_rows else rows_shown(section))
    if len(section.columns) == 1:
        yield from _list([cell_text(row.get(section.columns[0].key)) for row in rows], width)
    elif rows:
        columns = [
            TextColumn(
                one_line(column.title),
                tuple([cell_text(row.get(column.key)) for row in rows]),
                column_kind(rows, column) is ColumnKind.NUMBER,
                column_kind(rows, column) in (ColumnKind.TEXT, ColumnKind.CONTACT),
                _COLORS if color and column.key == "state" else {},
            )
            for column in shown_columns(section, rows)
        ]
        yield "\n".join(table_lines(columns, width, heading=_FAINT if color else ""))
    more = 0 if all_rows else rows_left_out(section)
    if more:
        yield "\n".join(wrapped(f"and {more} more: {command_for_all(review)}", width))
    yield from _sentences([] if all_rows else [rest_of(section)], width)


def _list(texts: Sequence[str], width: int) -> Iterable[str]:
    lines = []
    for text in texts:
        first, *others = wrapped(text, min(width, _LONGEST_LINE) - 2)
        lines += [f"- {first}", *[f"  {line}" for line in others]]
    if lines:
        yield "\n".join(lines)


def _sentences(texts: Iterable[str], width: int) -> Iterable[str]:
    for text in texts:
        if text:
            yield "\n".join(wrapped(_plain_sentence(text), min(width, _LONGEST_LINE)))


def _plain_sentence(text: str) -> str:
    return CODE.sub(r"\1", one_line(text))


def _heading(text: str, width: int, *, color: bool) -> str:
    lines = wrapped(one_line(text), width)
    return "\n".join([f"\x1b[{_BOLD}m{line}\x1b[0m" if color else line for line in lines])
