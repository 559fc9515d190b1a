"""Tables with a header: where it stands, what separates the cells, and the rows below it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import NamedTuple

from netjournal.importers.byte_lines import head_lines, plain_lines
from netjournal.importers.table_rows import Row, rows
from netjournal.importers.texts import one_line, shown
from netjournal.model.imported import ImportedPerson, NotReadable, Skipped

_DELIMITERS = ",;\t|"
_HEAD = 100
"""Lines among which the header is looked for."""

IsHeader = Callable[[Sequence[str]], bool]


class Table(NamedTuple):
    """A table of which the header is known."""

    header: tuple[str, ...]
    """On one line each."""
    rows: Iterator[Row | Skipped]
    """Those below the header; blank ones aren't among them."""


def table_in(lines: Iterable[bytes], is_header: IsHeader) -> Table | None:
    """The table whose header is the first row that fits; None when none of the first lines does.

    Of several delimiters with which one fits, that with the most cells.
    """
    plain = plain_lines(lines)
    head = list(islice(plain, _HEAD))
    found = [(each, _header(head, each, is_header)) for each in _DELIMITERS]
    fitting = [(delimiter, header) for delimiter, header in found if header]
    if not fitting:
        return None
    delimiter, header = max(fitting, key=lambda each: len(each[1].cells))
    return Table(header.cells, _below(rows(chain(head, plain), delimiter), header))


def people_in(
    lines: Iterable[bytes],
    is_header: IsHeader,
    person_of: Callable[[Row, Sequence[str]], ImportedPerson | Skipped],
    missing: str,
) -> Iterator[ImportedPerson | Skipped]:
    """The people of a table, one a row; `missing` says what NotReadable is raised for."""
    table = table_in(lines, is_header)
    if table is None:
        raise NotReadable(missing)
    for row in table.rows:
        yield row if isinstance(row, Skipped) else person_of(row, table.header)


def first_row(lines: Iterable[bytes]) -> tuple[str, ...]:
    """The first of the rows with the most cells that aren't blank, by whichever delimiter.

    Above a table stands a title, or a text of several lines.
    """
    head = list(islice(plain_lines(lines), _HEAD))
    found = [
        tuple(one_line(cell) for cell in row.cells)
        for delimiter in _DELIMITERS
        for row in rows(head, delimiter)
        if isinstance(row, Row)
    ]
    return max(found, key=lambda cells: sum(map(bool, cells)), default=())


def has_header(head: bytes, is_header: IsHeader) -> bool:
    """Whether the first lines of a file have a header that fits."""
    lines = [line.encode("utf-8", "replace") for line in head_lines(head)[:_HEAD]]
    return any(_header(lines, delimiter, is_header) for delimiter in _DELIMITERS)


def _header(head: Sequence[bytes], delimiter: str, is_header: IsHeader) -> Row | None:
    for row in rows(head, delimiter):
        if isinstance(row, Row):
            cells = tuple(one_line(cell) for cell in row.cells)
            if is_header(cells):
                return Row(row.line, cells)
    return None


def _below(found: Iterator[Row | Skipped], header: Row) -> Iterator[Row | Skipped]:
    width = len(header.cells)
    for row in found:
        if row.line <= header.line:
            continue
        if isinstance(row, Skipped) or len(row.cells) <= width:
            if isinstance(row, Skipped) or not row.is_blank:
                yield row
        elif any(map(str.strip, row.cells[width:])):
            why = f"it has {len(row.cells)} cells under {width} headers, so they may be shifted"
            yield Skipped(row.line, shown(" ".join(row.cells)), why)
        elif not row.is_blank:
            yield Row(row.line, row.cells[:width])
