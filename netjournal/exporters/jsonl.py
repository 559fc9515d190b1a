"""JSON Lines: everything that is known, a line for each contact, then for each journal note."""

from collections.abc import Iterator

from netjournal.exporters.everything import (
    VERSION,
    Record,
    contact_records,
    journal_records,
)
from netjournal.model.exported import Export, ExportedFile
from netjournal.model.plain_data import json_text

MARK = b'{"format": "netjournal", "version": '


def write(export: Export) -> tuple[ExportedFile, ...]:
    """A line of its own for each, which says what it is and of which day."""
    text = "".join([json_text(record, indent=None) for record in _records(export)])
    return (ExportedFile("netjournal.jsonl", text.encode("utf-8")),)


def _records(export: Export) -> Iterator[Record]:
    head: Record = {"format": "netjournal", "version": VERSION, "as_of": export.as_of.isoformat()}
    for record in contact_records(export):
        yield {**head, "kind": "contact", **record}
    for record in journal_records(export):
        yield {**head, "kind": "journal", **record}
