"""JSON: everything that is known, in one document with a version."""

from collections.abc import Iterable, Iterator

from netjournal.exporters.everything import VERSION, Record, contact_records, journal_records
from netjournal.model.exported import Export, ExportedFile
from netjournal.model.plain_data import json_text

MARK = b'{\n  "format": "netjournal",'


def write(export: Export) -> tuple[ExportedFile, ...]:
    """The contacts, and the notes of the journal when all contacts are exported."""
    return (ExportedFile("netjournal.json", "".join(_parts(export)).encode("utf-8")),)


def _parts(export: Export) -> Iterator[str]:
    """The document piece by piece: as data in one piece, many notes would take much memory."""
    head: Record = {"format": "netjournal", "version": VERSION, "as_of": export.as_of.isoformat()}
    yield json_text(head).removesuffix("\n}\n")
    yield from _listed("contacts", contact_records(export))
    yield from _listed("journal", journal_records(export))
    yield "\n}\n"


def _listed(name: str, records: Iterable[Record]) -> Iterator[str]:
    yield f',\n  "{name}": ['
    between = "\n    "
    for record in records:
        # No text in JSON has a line end of its own.
        yield between + json_text(record).rstrip("\n").replace("\n", "\n    ")
        between = ",\n    "
    yield "]" if between == "\n    " else "\n  ]"
