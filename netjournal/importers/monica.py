"""Monica: people, and what happened with them, from its JSON export."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from netjournal.importers.json_items import BrokenAt, Item, Path, items, whole_text
from netjournal.importers.monica_entries import entries_of
from netjournal.importers.monica_person import name_of, person_of
from netjournal.importers.monica_values import Record, Values, is_true, record_of, text_of
from netjournal.model.imported import (
    Asked,
    Imported,
    ImportedEntry,
    ImportedPerson,
    IncomingFile,
    NotReadable,
    Skipped,
)

_OPENED: frozenset[Path] = frozenset(
    (
        (),
        ("account",),
        ("account", "data"),
        ("account", "data", "[]"),
        ("account", "data", "[]", "values"),
        ("account", "properties"),
        ("account", "properties", "journal_entries"),
        ("account", "instance"),
        ("account", "instance", "contact_field_types"),
        *(("account", kind) for kind in ("contacts", "relationships", "activities")),
        *(("account", kind, "values") for kind in ("contacts", "relationships", "activities")),
        *((kind,) for kind in ("contacts", "relationships", "activities", "data")),
    )
)
_KINDS = {
    "contacts": "contact",
    "relationships": "relationship",
    "activities": "activity",
    "journal_entries": "journal_entry",
    "contact_field_types": "contact_field_type",
    "data": "contact",
}
_JSON = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*[\[{]")
_MARKS = re.compile(rb'"(?:account|contacts|data)"\s*:')
_OF_A_CONTACT = re.compile(
    rb'"(?:first_name|first_met_through|number_of_views|is_partial|stay_in_touch_frequency)"\s*:'
)
_SQL = re.compile(rb"^(?:INSERT INTO|SET FOREIGN_KEY_CHECKS|INSERT IGNORE INTO)", re.MULTILINE)
_NOT_SQL = (
    "it is an SQL export of Monica's, which holds no more than the other one: "
    "choose JSON under Settings, Export data"
)


class _Export(NamedTuple):
    """The things of an export by kind, in the order of the file."""

    contacts: list[Record]
    relationships: list[Record]
    activities: list[Record]
    journal: list[Record]
    types: dict[str, Values]
    """What contact fields are, by uuid."""


def recognises(name: str, head: bytes) -> bool:
    """Whether it is an export of Monica's; also one in SQL, of which its reader says what to do."""
    if _SQL.search(head):
        return b"monica" in head.lower() or "monica" in name.lower() or b"`contacts`" in head
    if not _JSON.match(head) or not _MARKS.search(head):
        return False
    is_new = b'"account"' in head and (b'"app_version"' in head or b'"exported_by"' in head)
    return is_new or bool(_OF_A_CONTACT.search(head))


def read(file: IncomingFile, asked: Asked) -> Iterator[Imported]:
    """The people of an export, then what happened with them, then its journal.

    Raises NotReadable for an SQL export, and for a file that is too large.
    """
    text = whole_text(file.lines)
    if not text.lstrip().startswith(("{", "[")):
        raise NotReadable(
            _NOT_SQL if _SQL.search(text[:65_536].encode()) else "it is no export of Monica's"
        )
    export = _Export([], [], [], [], {})
    broken = 0
    try:
        _gather(export, text)
    except BrokenAt as problem:
        broken = problem.line
    yield from _people(export)
    for entry in entries_of(export.contacts, export.activities, export.journal, export.types):
        is_old = isinstance(entry, ImportedEntry) and asked.since and entry.day < asked.since
        if not is_old:
            yield entry
    if broken:
        yield Skipped(broken, "the rest of the file", "it isn't JSON from here on")


def _gather(export: _Export, text: str) -> None:
    kind = ""
    for item in items(text, lambda path: path in _OPENED):
        if item.path[-1:] != ("[]",):
            if item.path == ("account", "data", "[]", "type"):
                kind = item.value if isinstance(item.value, str) else ""
            continue
        _add(export, _kind(item.path, kind), item)


def _kind(path: Path, listed_as: str) -> str:
    """What an item of a list is, by where it stands."""
    if path[:2] == ("account", "data"):
        return listed_as
    return next((_KINDS[key] for key in reversed(path) if key in _KINDS), "contact")


def _add(export: _Export, kind: str, item: Item) -> None:
    record = record_of(item.line, item.value)
    if kind == "contact":
        export.contacts.append(record)
    elif kind == "relationship":
        export.relationships.append(record)
    elif kind == "activity":
        export.activities.append(record)
    elif kind == "journal_entry":
        export.journal.append(record)
    elif kind == "contact_field_type":
        export.types[record.uuid] = record.values


def _people(export: _Export) -> Iterator[ImportedPerson | Skipped]:
    names = {record.uuid: name_of(record) for record in export.contacts if record.uuid}
    related: dict[str, list[tuple[str, str]]] = {}
    for relation in export.relationships:
        values = relation.values
        name = names.get(text_of(values, "contact_is"), "")
        if name:
            word = text_of(values, "type")
            related.setdefault(text_of(values, "of_contact"), []).append((word, name))
    for record in export.contacts:
        if is_true(record.values, "is_partial"):
            continue
        if not name_of(record):
            yield Skipped(record.line, "a contact", "it has no name")
            continue
        yield person_of(record, export.types, names, related.get(record.uuid, []))
