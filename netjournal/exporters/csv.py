"""CSV: one row a contact, for spreadsheets, in which nothing is a formula."""

import csv
import io
from collections.abc import Sequence

from netjournal.exporters.field_values import names_of, own_fields_of, values_of
from netjournal.exporters.plain_text import plain
from netjournal.exporters.uids import uids
from netjournal.model.contact import Contact
from netjournal.model.exported import Export, ExportedFile
from netjournal.model.fields import FIELD_BY_NAME, FIELDS, FieldType
from netjournal.model.own_table import ID, OF_THE_DAY, OWN, joined
from netjournal.model.plain_data import harmless_cell

MARK = f"{ID},".encode()

_LISTS = (FieldType.LIST, FieldType.LINKS)


def write(export: Export) -> tuple[ExportedFile, ...]:
    """The table: fields in the order of the table of fields, then those of the user's own.

    Values of a list have `; ` between them, and a backslash before one that is their own and before
    each backslash. A text that a spreadsheet would take for a formula has an apostrophe before it.
    """
    fields = [each.name for each in FIELDS if export.may_leave(each.name) or each.name == "name"]
    keys = sorted({key for each in export.contacts for key in own_fields_of(export, each)})
    more = [] if export.is_public else OF_THE_DAY
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    header = [ID, *fields, *more]
    header += [f"{key}{OWN}" if key in header else key for key in keys]
    table.writerow(map(_cell, header))
    uid_of, called = uids(export), names_of(export)
    for contact in export.contacts:
        cells = [uid_of[contact.path], called[contact.path]]
        cells += [_field(field, values_of(export, contact, field)) for field in fields[1:]]
        if more:
            cells += _more(export, contact)
        own = own_fields_of(export, contact)
        cells += [joined(own.get(key, ())) for key in keys]
        table.writerow(map(_cell, cells))
    return (ExportedFile("contacts.csv", out.getvalue().encode("utf-8")),)


def _field(name: str, values: Sequence[str]) -> str:
    is_list = FIELD_BY_NAME[name].type in _LISTS
    return joined(values) if is_list else "; ".join(values)


def _cell(text: str) -> str:
    return harmless_cell(plain(text))


def _more(export: Export, contact: Contact) -> list[str]:
    due = export.due.get(contact.path)
    return [export.states.get(contact.path, ""), due.isoformat() if due else "", contact.path]
