"""A table that netjournal has exported, also one that somebody has worked in since."""

from collections.abc import Sequence

from netjournal.importers.day_texts import iso_day
from netjournal.importers.gathering import Gathering
from netjournal.importers.table_rows import Row
from netjournal.importers.texts import shown
from netjournal.model.fields import FIELD_BY_NAME, FieldType
from netjournal.model.imported import ImportedPerson, Skipped
from netjournal.model.own_table import ID, OF_THE_DAY, OWN, parted
from netjournal.model.plain_data import harmless_cell

_DAYS = (FieldType.DATE, FieldType.PARTIAL_DATE)
_LISTS = (FieldType.LIST, FieldType.LINKS)


def is_own(header: Sequence[str]) -> bool:
    """Whether a header is that of an export."""
    return {ID, "name"} <= set(header)


def person_of(row: Row, header: Sequence[str]) -> ImportedPerson | Skipped:
    """The person of a row; what only tells of the day of the export is left out."""
    gathered = Gathering()
    cells = dict(zip(header, map(_said, row.cells), strict=False))
    for title, text in cells.items():
        field = FIELD_BY_NAME.get(title)
        if not text or title in (ID, "name", *OF_THE_DAY):
            continue
        if field is None:
            gathered.own_as_it_is(title.removesuffix(OWN), *parted(text))
        elif field.type in _LISTS:
            gathered.add(title, *parted(text))
        else:
            gathered.add(title, (field.type in _DAYS and iso_day(text)) or text)
    if not gathered.values("uid"):
        gathered.add("uid", cells.get(ID, ""))
    found = gathered.person(row.line, cells.get("name", ""))
    if found is None:
        why = "it has no name, e-mail address or phone number"
        return Skipped(row.line, shown(cells.get(ID, "")) or "a row", why)
    return found


def _said(cell: str) -> str:
    """What a cell says, without the apostrophe that keeps it from being a formula."""
    text = cell.strip()
    return text[1:] if text.startswith("'") and harmless_cell(text[1:]) == text else text
