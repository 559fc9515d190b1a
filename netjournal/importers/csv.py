"""Any table of people: the header says what the columns hold, or the user does."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice

from netjournal.importers import own_table
from netjournal.importers.table_columns import (
    Column,
    Holds,
    columns_of,
    meant_by,
    names_somebody,
    tells_who,
)
from netjournal.importers.table_person import person_of
from netjournal.importers.tables import first_row, has_header, table_in
from netjournal.importers.texts import shown
from netjournal.model.fields import spelling
from netjournal.model.imported import Asked, Imported, IncomingFile, NotReadable, Skipped

_ENDINGS = (".csv", ".tsv", ".tab")
_HEAD = 100
_SHOWN_COLUMNS = 20
_SPREADSHEETS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_FEWEST = 2
"""Columns of a table that isn't called one."""


def recognises(name: str, head: bytes) -> bool:
    """Whether a file is called a table, or has a header with a name or an e-mail address."""
    if name.lower().endswith(_ENDINGS):
        return True
    return b"\x00" not in head[2:] and has_header(
        head.split(b"\n\n", 1)[0], lambda cells: len(cells) >= _FEWEST and _is_plain(cells)
    )


def _is_plain(cells: Sequence[str]) -> bool:
    """Whether every cell of a row with a name or an e-mail address is a header that is known."""
    known = sum(column.holds is not Holds.OWN for column in columns_of(cells))
    return known >= max(_FEWEST, len(cells) // 2) and names_somebody(cells)


def read(file: IncomingFile, asked: Asked) -> Iterator[Imported]:
    """The people of all rows.

    Raises NotReadable when no column is a name or an e-mail address, or one that was asked for is
    missing.
    """
    lines = iter(file.lines)
    head = list(islice(lines, _HEAD))
    if head and head[0].startswith(_SPREADSHEETS):
        raise NotReadable("it is a spreadsheet, not text: save it as CSV from its program")

    def is_header(cells: Sequence[str]) -> bool:
        words = {spelling(cell) for cell in cells}
        if asked.columns:
            return all(_is_there(titles, words) for titles in asked.columns.values())
        return names_somebody(cells)

    table = table_in(chain(head, lines), is_header)
    if table and own_table.is_own(table.header) and not asked.columns:
        for row in table.rows:
            yield row if isinstance(row, Skipped) else own_table.person_of(row, table.header)
        return
    columns = _mapped(table.header, asked.columns) if table else []
    if table is None or not tells_who(columns):
        raise NotReadable(_why_not(table.header if table else first_row(head), asked.columns))
    for row in table.rows:
        yield row if isinstance(row, Skipped) else person_of(row, columns)


def _parts(titles: str) -> list[str]:
    return [title for title in titles.split("+") if title.strip()]


def _is_there(titles: str, words: set[str]) -> bool:
    """Whether a row has the header, which may have a `+` of its own, or all that `+` joins."""
    parts = _parts(titles)
    return spelling(titles.strip()) in words or (
        bool(parts) and all(spelling(part.strip()) in words for part in parts)
    )


def _mapped(header: Sequence[str], asked: Mapping[str, str]) -> list[Column]:
    """What the columns hold: as the user says, else as their headers say."""
    columns = columns_of(header)
    words = [spelling(title) for title in header]
    if any(spelling(key) in ("name", "fullname", "fn") for key in asked):
        # The parts of a name are told otherwise then.
        columns = [
            Column(Holds.OWN, title) if _is_name(column) else column
            for title, column in zip(header, columns, strict=True)
        ]
    for key, titles in asked.items():
        whole = spelling(titles.strip())
        wanted = [whole] if whole in words else [spelling(each.strip()) for each in _parts(titles)]
        for place, word in enumerate(wanted):
            meant = meant_by(key)
            columns[words.index(word)] = meant._replace(label=str(place)) if place else meant
    return columns


def _is_name(column: Column) -> bool:
    return column.holds is Holds.NAME or column == Column(Holds.FIELD, "name")


def _why_not(header: Sequence[str], asked: Mapping[str, str]) -> str:
    """Why no row is the header, with the columns that there are."""
    names = ", ".join(f"`{shown(title)}`" for title in header[:_SHOWN_COLUMNS] if title)
    words = {spelling(title) for title in header}
    missing = next((each for each in asked.values() if not _is_there(each, words)), "")
    if not names:
        return "it has no rows"
    if missing:
        return f"it has no column `{shown(missing)}`; its columns are {names}"
    first = next((shown(title) for title in header if title), "")
    return (
        f"no column is known to be a name or an e-mail address; its columns are {names}: say which "
        f"is which, such as --map name='{first}'"
    )
