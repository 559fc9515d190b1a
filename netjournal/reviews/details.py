"""The details of one contact: addresses, days, fields of its own, and words not understood."""

from collections.abc import Iterator, Mapping

from netjournal.model.addresses import is_followed
from netjournal.model.contact import Contact, Status
from netjournal.model.fields import spelling
from netjournal.model.index import Index
from netjournal.model.review import Cell, Column, Excerpt, Row, Section
from netjournal.model.source import Place
from netjournal.reviews.excerpts import plain_text
from netjournal.reviews.words import listed

_WORDS_FOR_ACTIVE = frozenset({Status.ACTIVE.value, ""})


def details(contact: Contact, index: Index) -> Section:
    """The section `details` of a contact's picture; its last row is the note itself."""
    rows: list[Row] = [
        {"field": field, "value": value}
        for field, value in (*_known(contact), *_own(contact, index), *_not_understood(contact))
        if value
    ]
    rows.append({"field": "note", "value": Excerpt(contact.path, Place(contact.path, 1))})
    return Section(
        "details", "Details", (Column("field", "Field"), Column("value", "Value")), tuple(rows)
    )


def more_details(contact: Contact, index: Index, misspelt: Mapping[str, str]) -> Section:
    """The section `details` of a contact's page: fields of its own, and words not understood.

    `misspelt` has the field that a key of its own seems to mean, by the key as `spelling` has it.
    """
    own = [
        (key, _doubted(contact, key, str(value), misspelt)) for key, value in _own(contact, index)
    ]
    found = (*_elsewhere(contact), *own, *_not_understood(contact))
    rows = tuple([{"field": field, "value": value} for field, value in found if value])
    columns = (Column("field", "Field"), Column("value", "Value"))
    return Section("details", "Other fields", columns, rows)


def _known(contact: Contact) -> Iterator[tuple[str, Cell]]:
    yield "also called", listed(contact.aliases)
    yield "email", ", ".join(contact.emails)
    yield "phone", ", ".join(contact.phones)
    yield "url", ", ".join(contact.urls)
    yield "birthday", str(contact.birthday or "")
    yield "tags", ", ".join(contact.tags)
    yield "status", "" if contact.status is Status.ACTIVE else str(contact.status)


def _elsewhere(contact: Contact) -> Iterator[tuple[str, Cell]]:
    """What the head of the page has no room for: it links addresses of the web, and no others."""
    yield "url", ", ".join([url for url in contact.urls if not is_followed(url)])
    yield "status", "" if contact.status is Status.ACTIVE else str(contact.status)
    yield "uid", contact.uid


def _own(contact: Contact, index: Index) -> Iterator[tuple[str, Cell]]:
    for key, value in contact.own_fields.items():
        yield key, ", ".join([plain_text(each, index, {}, contact.path) for each in value.values])


def _doubted(contact: Contact, key: str, value: str, misspelt: Mapping[str, str]) -> Cell:
    meant = misspelt.get(spelling(key))
    if meant is None:
        return value
    words = f"{value} (no field is called {key}: did you mean {meant}?)"
    return Excerpt(words, Place(contact.path, contact.own_fields[key].line))


def _not_understood(contact: Contact) -> Iterator[tuple[str, Cell]]:
    """The fields of which nothing could be read, as they are typed, with their places."""
    meant = (
        ("relationship", contact.relationship),
        ("status", contact.status),
        ("cadence", contact.cadence),
        ("met", contact.met),
        ("birthday", contact.birthday),
        ("snoozed_until", contact.snoozed_until),
        ("last_contact", contact.last_contact),
    )
    for name, value in meant:
        field = contact.fields.get(name)
        typed = ", ".join(field.values) if field else ""
        if field is None or not typed.strip():
            continue
        unread = value is None
        if value is Status.ACTIVE:
            unread = spelling(typed.strip().strip("#[]")) not in _WORDS_FOR_ACTIVE
        if unread:
            words = f"{typed} (not understood)"
            yield field.key, Excerpt(words, Place(contact.path, field.line))
