"""JSON: everything that is known, in one document with a version."""

from netjournal.exporters.everything import VERSION, contact_records, journal_records
from netjournal.model.exported import Export, ExportedFile
from netjournal.model.plain_data import json_text

MARK = b'"format": "netjournal"'


def write(export: Export) -> tuple[ExportedFile, ...]:
    """The contacts, and the notes of the journal when all contacts are exported."""
    text = json_text(
        {
            "format": "netjournal",
            "version": VERSION,
            "as_of": export.as_of.isoformat(),
            "contacts": list(contact_records(export)),
            "journal": list(journal_records(export)),
        }
    )
    return (ExportedFile("netjournal.json", text.encode("utf-8")),)
