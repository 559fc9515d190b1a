"""What is said of somebody, field by field: by a note, by a file, by both together."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from netjournal.measures.details import email_of, phone_of, profile_of, same_phone
from netjournal.model.contact import Contact
from netjournal.model.fields import FIELD_BY_NAME, FieldType
from netjournal.model.imported import ImportedPerson
from netjournal.model.names import name_key, plain_key
from netjournal.notes.plaincontact import ATTRIBUTE_OF

UNITED = ("email", "phone", "url", "aliases")
"""Lists to which an import adds; those of others are filled only when they are empty."""

_LISTS = (FieldType.LIST, FieldType.LINKS)


class Difference(NamedTuple):
    """A field in which a note says one thing and a file another; the note stays as it is."""

    field: str
    mine: tuple[str, ...]
    theirs: tuple[str, ...]


class News(NamedTuple):
    """What a file says of somebody that is not known yet, and what it says otherwise."""

    adds: Mapping[str, tuple[str, ...]]
    """Values by the name of the field, or by the key of a field of the user's own."""
    differs: tuple[Difference, ...]


Said = Mapping[str, tuple[str, ...]]
"""Values by the name of a known field, or by the key, in lower case, of one of the user's own."""

NOTHING_SAID: Said = MappingProxyType({})


def said_by_note(contact: Contact) -> dict[str, tuple[str, ...]]:
    """What the note of a contact says."""
    said = {name: value.values for name, value in contact.fields.items()}
    for name, values in said.items():
        known = FIELD_BY_NAME.get(name)
        if known and known.type is FieldType.LIST:
            # What stands between commas counts as several values.
            said[name] = (*values, *getattr(contact, ATTRIBUTE_OF[name]))
    said |= {key.casefold(): value.values for key, value in contact.own_fields.items()}
    said["name"] = (contact.name,)
    if contact.birthday:
        said["birthday"] = (str(contact.birthday),)
    if contact.met:
        said["met"] = (str(contact.met),)
    return said


def said_by_file(person: ImportedPerson) -> dict[str, tuple[str, ...]]:
    """What a file says of a person; values that are there twice count once."""
    said: dict[str, tuple[str, ...]] = {"name": (person.name,)} if person.name else {}
    for key, values in (*person.fields.items(), *person.own_fields.items()):
        kept = tuple(dict.fromkeys(each for each in values if each))
        if kept and key != "name":
            said[key] = kept
    return said


def news(known: Said, told: Said) -> News:
    """What a file tells beyond what is known, and in what the two differ."""
    adds: dict[str, tuple[str, ...]] = {}
    differs: list[Difference] = []
    for field, values in told.items():
        mine = known.get(field) or known.get(field.casefold(), ())
        new = tuple([each for each in values if not is_among(field, each, mine)])
        if field == "aliases":
            called = {plain_key(name) for name in known.get("name", ())}
            new = tuple([each for each in new if plain_key(each) not in called])
        if not new:
            continue
        if not mine or field in UNITED:
            adds[field] = new
        elif field == "name":
            aliases = {plain_key(each) for each in known.get("aliases", ())}
            if plain_key(new[0]) not in aliases:
                differs.append(Difference(field, mine, new))
        elif field == "last_contact" and new[0] <= mine[0]:
            continue
        elif field != "uid":
            differs.append(Difference(field, tuple(dict.fromkeys(mine)), new))
    return News(adds, tuple(differs))


def is_among(field: str, value: str, values: Sequence[str]) -> bool:
    """Whether a value of a field is one of some values, however they are written."""
    return any(_is_same(field, value, each) for each in values)


def is_list(field: str) -> bool:
    """Whether a field of the table holds a list."""
    known = FIELD_BY_NAME.get(field)
    return known is not None and known.type in _LISTS


def _is_same(field: str, one: str, other: str) -> bool:
    if field == "email":
        return (email_of(one) or one) == (email_of(other) or other)
    if field == "url":
        return (profile_of(one) or one) == (profile_of(other) or other)
    if field == "phone" and phone_of(one) and phone_of(other):
        return same_phone(phone_of(one), phone_of(other))
    if field in ("name", "aliases"):
        return plain_key(one) == plain_key(other)
    return name_key(one) == name_key(other)
