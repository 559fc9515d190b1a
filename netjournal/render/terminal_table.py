"""A table of texts that fits the width of a terminal, or a list where no table fits."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Final, NamedTuple

from netjournal.render.width import padded, width, wrapped

_GAP: Final = "  "
_NARROWEST: Final = 12
"""Columns below which a column of texts isn't squeezed."""


class TextColumn(NamedTuple):
    """A column: its heading, the text of each row, and how it is set."""

    title: str
    cells: tuple[str, ...]
    at_right: bool = False
    may_wrap: bool = True
    colors: Mapping[str, str] = {}
    """Escape codes by the text of a cell; none when the table is plain."""


def table_lines(columns: Sequence[TextColumn], total: int, *, heading: str = "") -> Iterator[str]:
    """The lines of a table of at most `total` columns of the terminal.

    Texts are broken into lines where the table is too wide; where even that isn't enough, every
    row is a few lines of its own. `heading` is the escape code of the heading, if any.
    """
    natural = [max(map(width, (column.title, *column.cells))) for column in columns]
    widths = _fitted(columns, natural, total)
    if widths is None:
        yield from _listed(columns, total)
        return
    titles = [column.title for column in columns]
    for line in _row(columns, titles, widths):
        yield f"\x1b[{heading}m{line}\x1b[0m" if heading else line
    rule = _GAP.join("─" * columns_wide for columns_wide in widths)
    yield f"\x1b[{heading}m{rule}\x1b[0m" if heading else rule
    # Rows of several lines need air between them.
    airy = any(wide < needed for wide, needed in zip(widths, natural, strict=True))
    for place, cells in enumerate(zip(*[column.cells for column in columns], strict=True)):
        if airy and place:
            yield ""
        yield from _row(columns, cells, widths)


def _fitted(columns: Sequence[TextColumn], natural: list[int], total: int) -> list[int] | None:
    """The width of each column, so that all of them fit; None when they can't."""
    widths = list(natural)
    excess = sum(widths) + len(_GAP) * (len(widths) - 1) - total
    while excess > 0:
        yielding = [
            place
            for place, column in enumerate(columns)
            if column.may_wrap and widths[place] > _NARROWEST
        ]
        if not yielding:
            return None
        widest = max(yielding, key=lambda place: widths[place])
        rest = max([widths[place] for place in yielding if place != widest], default=0)
        step = max(1, min(excess, widths[widest] - max(rest, _NARROWEST)))
        widths[widest] -= step
        excess -= step
    return widths


def _row(
    columns: Sequence[TextColumn], cells: Sequence[str], widths: Sequence[int]
) -> Iterator[str]:
    wrapped_cells = [wrapped(cell, wide) for cell, wide in zip(cells, widths, strict=True)]
    for lines in zip_longest(*wrapped_cells, fillvalue=""):
        parts = []
        for column, line, cell, wide in zip(columns, lines, cells, widths, strict=True):
            part = padded(line, wide, right=column.at_right)
            code = column.colors.get(cell) if column.colors else None
            parts.append(f"\x1b[{code}m{part}\x1b[0m" if code and line else part)
        yield _GAP.join(parts).rstrip()


def _listed(columns: Sequence[TextColumn], total: int) -> Iterator[str]:
    """Every row as its first cell and, indented, the others with their headings."""
    first = True
    for cells in zip(*[column.cells for column in columns], strict=True):
        if not first:
            yield ""
        first = False
        yield from wrapped(cells[0], total)
        for column, cell in list(zip(columns, cells, strict=True))[1:]:
            if cell:
                for line in wrapped(f"{column.title}: {cell}", total - len(_GAP)):
                    yield _GAP + line
