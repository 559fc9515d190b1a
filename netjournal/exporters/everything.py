"""A contact as data, with all that is known of it."""

from collections.abc import Iterator, Mapping, Sequence

from netjournal.exporters.field_values import (
    fields_of,
    names_of,
    own_fields_of,
    person_meant,
    values_of,
)
from netjournal.exporters.uids import uids
from netjournal.model.contact import Contact, Interaction, Link, Promise
from netjournal.model.exported import Export
from netjournal.model.fields import FIELD_BY_NAME, FieldType
from netjournal.model.parsed import ParsedFile
from netjournal.model.plain_data import Json

VERSION = 1
"""Of the data; it goes up when a name changes its meaning or goes away."""

_OF_SEVERAL = (FieldType.LIST, FieldType.LINKS)

Record = dict[str, Json]


def contact_records(export: Export) -> Iterator[Record]:
    """The contacts, in their order; of the public only the fields that may leave."""
    uid_of, called = uids(export), names_of(export)
    for contact in export.contacts:
        record: Record = {
            "id": uid_of[contact.path],
            "name": called[contact.path],
            "fields": _fields(fields_of(export, contact)),
        }
        yield record if export.is_public else {**record, **_private(export, contact)}


def journal_records(export: Export) -> Iterator[Record]:
    """The notes of the journal, when all contacts are exported, and all of them may leave."""
    if export.is_public or len(export.contacts) < len(export.index.contacts):
        return
    for path, file in export.index.files.items():
        if file.is_journal and not file.contact:
            yield _journal(export, path, file)


def _fields(fields: Mapping[str, Sequence[str]]) -> Record:
    return {
        name: list(values) if FIELD_BY_NAME[name].type in _OF_SEVERAL else "\n".join(values)
        for name, values in fields.items()
    }


def _private(export: Export, contact: Contact) -> Record:
    index, path = export.index, contact.path
    due = export.due.get(path)
    introducer = contact.introduced_by
    return {
        "own_fields": {key: list(values) for key, values in own_fields_of(export, contact).items()},
        "path": path,
        "state": export.states.get(path, ""),
        "last_contact": next(iter(values_of(export, contact, "last_contact")), None),
        "due": due.isoformat() if due else None,
        "industries": [
            {"key": each.key, "label": each.label, "group": each.group}
            for each in index.industries.get(path, ())
        ],
        "introduced_by": _person(export, contact, introducer) if introducer else None,
        "knows": [_person(export, contact, link) for link in contact.knows],
        "linked_from": list(dict.fromkeys([link.source for link in index.backlinks.get(path, ())])),
        "interactions": [_entry(entry) for entry in index.interactions.get(path, ())],
        "promises": [_promise(promise) for promise in index.promises.get(path, ())],
        "text": export.text_of(path),
    }


def _person(export: Export, contact: Contact, link: Link) -> Record:
    """Somebody whom a note names; the path is null for one without a note."""
    meant = person_meant(export, contact, link)
    if meant:
        return {"name": meant.name, "path": meant.path}
    return {"name": link.label or link.target, "path": None}


def _entry(entry: Interaction) -> Record:
    return {
        "date": entry.date.isoformat(),
        "text": entry.text,
        "kinds": [kind.value for kind in entry.kinds],
        "two_way": entry.two_way,
        "path": entry.path,
        "line": entry.line,
    }


def _promise(promise: Promise) -> Record:
    return {
        "text": promise.text,
        "due": promise.due.isoformat() if promise.due else None,
        "done": promise.done,
        "path": promise.path,
        "line": promise.line,
    }


def _journal(export: Export, path: str, file: ParsedFile) -> Record:
    return {
        "path": path,
        "interactions": [_entry(entry) for entry in file.interactions],
        "promises": [_promise(promise) for promise in file.promises],
        "text": export.text_of(path),
    }
