"""Obsidian: views that find the vault's contacts, and types of the keys that it uses."""

import json
from typing import Any

import yaml
from building import config, contact
from exporting import export

from netjournal.exporters import obsidian
from netjournal.model.config import VaultLayout
from netjournal.model.contact import FieldValue
from netjournal.model.exported import Export
from netjournal.model.fields import FIELDS


def base(exported: Export) -> dict[str, Any]:
    """The base, as YAML has it."""
    found: dict[str, Any] = yaml.safe_load(obsidian.write(exported)[0].data)
    return found


def types(exported: Export) -> dict[str, str]:
    """The types by key."""
    found: dict[str, str] = json.loads(obsidian.write(exported)[1].data)["types"]
    return found


def spelt(field: str, key: str, path: str) -> dict[str, Any]:
    """A contact whose note calls a field otherwise."""
    return {"path": path, "name": "A", "fields": {field: FieldValue(key, ("x",), 2, 1)}}


def test_it_is_two_files() -> None:
    assert [file.name for file in obsidian.write(export())] == ["contacts.base", "types.json"]


def test_views_of_all_and_of_each_relationship() -> None:
    views = {view["name"]: view for view in base(export())["views"]}

    assert list(views) == [
        *("Contacts", "Allies", "Acquaintances", "Business", "Met once"),
        *("By industry", "Snoozed", "Birthdays"),
    ]
    assert views["Met once"]["filters"] == {"and": ['note.relationship == "met-once"']}
    assert views["By industry"]["groupBy"] == {"property": "note.industry", "direction": "ASC"}
    assert views["Snoozed"]["filters"] == {"and": ["!note.snoozed_until.isEmpty()"]}
    assert all(view["order"][0] == "file.name" for view in views.values())


def test_every_field_has_a_type_of_obsidians() -> None:
    found = types(export())

    assert found.keys() == {field.name for field in FIELDS}
    assert set(found.values()) == {"text", "multitext", "date", "tags", "aliases"}
    assert found["birthday"] == found["met"] == "text"


def test_keys_are_those_of_most_notes() -> None:
    exported = export(
        contact(**spelt("organization", "company", "contacts/a.md")),
        contact(**spelt("organization", "company", "contacts/b.md")),
        contact(**spelt("organization", "org", "contacts/c.md")),
        contact(**spelt("relationship", "how close", "contacts/d.md")),
        contact(**spelt("aliases", "nickname", "contacts/e.md")),
    )
    found = base(exported)

    assert "company" in types(exported)
    assert types(exported)["nickname"] == "multitext"
    assert not {"organization", "org", "aliases"} & types(exported).keys()
    assert found["properties"]["note.company"] == {"displayName": "Organization"}
    assert "note.company" in found["views"][0]["order"]
    assert found["views"][1]["filters"] == {"and": ['note["how close"] == "ally"']}


def test_the_contacts_are_those_of_the_settings() -> None:
    def filters(**layout: Any) -> list[str]:  # noqa: ANN401 - any key of the layout
        settings = config(vault=VaultLayout(**layout))
        found: list[str] = base(export(settings=settings))["filters"]["or"]
        return found

    assert filters() == ['file.inFolder("contacts")']
    assert filters(contacts=("a", 'b"c'), contact_tag="person") == [
        'file.inFolder("a")',
        'file.inFolder("b\\"c")',
        'file.hasTag("person")',
    ]
    assert filters(contacts=(), contact_type="person") == ['note.type == "person"']
    assert filters(contacts=(".",)) == filters(contacts=()) == ['file.ext == "md"']


def test_no_word_of_a_contact_is_in_it() -> None:
    exported = export(contact("contacts/ana.md", "Ana Lopez", organization="Acme"))

    assert all(
        word not in file.data for file in obsidian.write(exported) for word in (b"Ana", b"Acme")
    )
