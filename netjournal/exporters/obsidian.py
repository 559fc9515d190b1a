"""Obsidian: views of the contacts as a base, and the types of their properties."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from json import dumps

from netjournal.model.config import VaultLayout
from netjournal.model.contact import Relationship
from netjournal.model.exported import Export, ExportedFile
from netjournal.model.fields import FIELDS, Field, FieldType
from netjournal.model.plain_data import json_text

MARK = b"# Exported by netjournal."

_COLUMNS = ("relationship", "industry", "organization", "title", "location", "tags")
_KINDS = {
    Relationship.ALLY: "Allies",
    Relationship.ACQUAINTANCE: "Acquaintances",
    Relationship.TRANSACTIONAL: "Business",
    Relationship.MET_ONCE: "Met once",
}
_RESERVED = {"tags": "tags", "aliases": "aliases"}
_TYPES = {
    FieldType.LIST: "multitext",
    FieldType.LINKS: "multitext",
    FieldType.DATE: "date",
}
_FILE_NAME = "file.name"
_PLAIN = re.compile(r"[A-Za-z_]\w*", re.ASCII)


def write(export: Export) -> tuple[ExportedFile, ...]:
    """A base of the vault's contacts, and a `types.json`; neither has a word of any contact.

    Properties are called as most notes of the vault spell them.
    """
    keys = _keys(export)
    base = "".join([f"{line}\n" for line in _base(export, keys)])
    types = {keys[field.name]: _type(field, keys[field.name]) for field in FIELDS}
    return (
        ExportedFile("contacts.base", base.encode("utf-8")),
        ExportedFile("types.json", json_text({"types": dict(sorted(types.items()))}).encode()),
    )


def _keys(export: Export) -> Mapping[str, str]:
    """How most notes spell each field; its name in the table of fields where none has it."""
    keys: dict[str, str] = {}
    for field in FIELDS:
        typed = [each.fields.get(field.name) for each in export.index.contacts.values()]
        counts = Counter([each.key for each in typed if each])
        keys[field.name] = min(counts, key=lambda key: (-counts[key], key), default=field.name)
    return keys


def _type(field: Field, key: str) -> str:
    """Obsidian's type; a partial date is text there, as it has no days without a year."""
    return _RESERVED.get(key) or _TYPES.get(field.type, "text")


def _base(export: Export, keys: Mapping[str, str]) -> Iterator[str]:
    yield MARK.decode()
    yield "filters:"
    yield "  or:"
    for filter_ in _filters(export.config.vault):
        yield f"    - {_text(filter_)}"
    yield "properties:"
    for name, key in keys.items():
        if key != name or "_" in name:
            yield f"  {_text(f'note.{key}')}:"
            yield f"    displayName: {_text(name.replace('_', ' ').capitalize())}"
    yield "views:"
    columns = [keys[name] for name in _COLUMNS]
    yield from _view("Contacts", columns)
    relationship = _property(keys["relationship"])
    for word, title in _KINDS.items():
        yield from _view(title, columns[1:], f"{relationship} == {_text(word.value)}")
    yield from _view("By industry", columns, group=keys["industry"])
    snoozed, birthday = keys["snoozed_until"], keys["birthday"]
    yield from _view("Snoozed", [snoozed, *columns], f"!{_property(snoozed)}.isEmpty()")
    yield from _view("Birthdays", [birthday, *columns], f"!{_property(birthday)}.isEmpty()")


def _filters(layout: VaultLayout) -> Iterator[str]:
    """What makes a note a contact's, as the settings say."""
    has_folder = bool(layout.contacts) and "." not in layout.contacts
    if not (has_folder or layout.contact_tag or layout.contact_type) or "." in layout.contacts:
        yield 'file.ext == "md"'
    for folder in layout.contacts if has_folder else ():
        yield f"file.inFolder({_text(folder)})"
    if layout.contact_tag:
        yield f"file.hasTag({_text(layout.contact_tag)})"
    if layout.contact_type:
        yield f"{_property('type')} == {_text(layout.contact_type)}"


def _view(name: str, columns: list[str], wanted: str = "", group: str = "") -> Iterator[str]:
    yield "  - type: table"
    yield f"    name: {_text(name)}"
    if wanted:
        yield "    filters:"
        yield "      and:"
        yield f"        - {_text(wanted)}"
    if group:
        yield "    groupBy:"
        yield f"      property: {_text(f'note.{group}')}"
        yield "      direction: ASC"
    yield "    order:"
    for column in (_FILE_NAME, *(f"note.{each}" for each in columns)):
        yield f"      - {_text(column)}"


def _property(key: str) -> str:
    """A property in a filter, whatever signs are in its name."""
    return f"note.{key}" if _PLAIN.fullmatch(key) else f"note[{_text(key)}]"


def _text(text: str) -> str:
    """A text in quotes, as both YAML and Obsidian's filters read it."""
    return dumps(text, ensure_ascii=False)
