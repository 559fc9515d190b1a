"""LinkedIn's Connections.csv, with the preamble above its table, as old and new exports have it."""

import re
from collections.abc import Iterator, Sequence

from netjournal.importers.day_texts import iso_day
from netjournal.importers.gathering import Gathering
from netjournal.importers.table_rows import Row
from netjournal.importers.tables import has_header, people_in
from netjournal.importers.texts import one_line, shown
from netjournal.model.fields import field_spellings, spelling
from netjournal.model.imported import (
    Asked,
    Imported,
    ImportedPerson,
    IncomingFile,
    Skipped,
)

_NAMES = ("First Name", "Last Name")
_CONNECTED = "Connected On"
_FIELDS = {
    "firstname": "first",
    "lastname": "last",
    "url": "url",
    "profileurl": "url",
    "emailaddress": "email",
    "company": "organization",
    "position": "title",
}
_SHORT_YEAR = re.compile(r"(\d{1,2}/\d{1,2}/)(\d{2})(?:,? .*)?", re.ASCII)


def recognises(_name: str, head: bytes) -> bool:
    """Whether a table has LinkedIn's header among its first lines."""
    return has_header(head, _is_header)


def read(file: IncomingFile, _asked: Asked) -> Iterator[Imported]:
    """The connections; raises NotReadable without LinkedIn's header."""
    missing = "it has no row with First Name, Last Name and Connected On"
    return people_in(file.lines, _is_header, _connection, missing)


def _is_header(cells: Sequence[str]) -> bool:
    known = {spelling(cell) for cell in cells}
    return {spelling(each) for each in (*_NAMES, _CONNECTED)} <= known


def _connection(row: Row, header: Sequence[str]) -> ImportedPerson | Skipped:
    gathered = Gathering()
    names = {"first": "", "last": ""}
    for title, cell in zip(header, row.cells, strict=False):
        key = _FIELDS.get(spelling(title), "")
        if key in names:
            names[key] = cell
        elif key:
            gathered.add(key, cell)
        elif spelling(title) == spelling(_CONNECTED):
            gathered.own("on_linkedin_since", _day(cell))
        else:
            field = field_spellings({}).get(spelling(title), "")
            gathered.own(f"linkedin_{title}" if field else title, cell)
    name = one_line(f"{names['first']} {names['last']}")
    found = gathered.person(row.line, name) if name or gathered.values("email") else None
    if found is None:
        what = shown(" ".join(row.cells)) or "a row"
        return Skipped(row.line, what, "it has neither a name nor an e-mail address")
    return found


def _day(text: str) -> str:
    """The day of a connection, as it is written where that can be read two ways."""
    plain = one_line(text)
    short = _SHORT_YEAR.fullmatch(plain)
    return iso_day(f"{short[1]}20{short[2]}" if short else plain) or plain
