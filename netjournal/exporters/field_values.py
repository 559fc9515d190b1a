"""What a contact's fields say, as texts that may leave: by the name in the table of fields."""

from collections.abc import Callable, Iterable, Mapping

from netjournal.model.contact import Contact, Link, Status
from netjournal.model.exported import Export
from netjournal.model.fields import FIELDS

_ATTRIBUTE = {"industry": "industries", "email": "emails", "phone": "phones", "url": "urls"}
"""The attribute of a contact that holds a field's list, where it is called otherwise."""


def values_of(export: Export, contact: Contact, field: str) -> tuple[str, ...]:
    """The values of a field: as they are understood, else as they are typed.

    None for a field that may not leave. Dates are ISO texts, people are called by their names, and
    the last contact is the last day of all that is known.
    """
    if not export.may_leave(field):
        return ()
    understood = tuple(filter(None, _UNDERSTOOD.get(field, _listed)(export, contact, field)))
    typed = contact.fields.get(field)
    return understood or (tuple(filter(None, typed.values)) if typed else ())


def fields_of(export: Export, contact: Contact) -> Mapping[str, tuple[str, ...]]:
    """The values of every field that has any and may leave, in the order of the table."""
    found = {field.name: values_of(export, contact, field.name) for field in FIELDS}
    return {name: values for name, values in found.items() if values}


def own_fields_of(export: Export, contact: Contact) -> Mapping[str, tuple[str, ...]]:
    """The values of the fields of the user's own, by key; none when only some fields may leave."""
    if export.is_public:
        return {}
    return {key: each.values for key, each in contact.own_fields.items() if each.values}


def names_of(export: Export) -> Mapping[str, str]:
    """What those to export are called, by path; by numbers when their names may not leave."""
    if export.may_leave("name"):
        return {contact.path: contact.name for contact in export.contacts}
    return {each.path: f"Contact {number}" for number, each in enumerate(export.contacts, 1)}


def person_meant(export: Export, contact: Contact, link: Link) -> Contact | None:
    """The contact that a link in the note of another means, where that is certain."""
    meant = export.index.names.find(link, contact.path)
    return export.index.contacts[meant[0]] if len(meant) == 1 else None


def _listed(_export: Export, contact: Contact, field: str) -> Iterable[str]:
    value = getattr(contact, _ATTRIBUTE.get(field, field), None)
    return value if isinstance(value, tuple) else ()


def _text(_export: Export, contact: Contact, field: str) -> Iterable[str]:
    value = getattr(contact, field)
    return () if value is None else (str(value),)


def _status(_export: Export, contact: Contact, _field: str) -> Iterable[str]:
    """What isn't understood counts as active, and stays as it is typed."""
    return () if contact.status is Status.ACTIVE else (contact.status.value,)


def _last_contact(export: Export, contact: Contact, _field: str) -> Iterable[str]:
    day = export.last_contacts.get(contact.path)
    return (day.isoformat(),) if day else ()


def _introducer(export: Export, contact: Contact, _field: str) -> Iterable[str]:
    return (_called(export, contact, contact.introduced_by),) if contact.introduced_by else ()


def _known(export: Export, contact: Contact, _field: str) -> Iterable[str]:
    return dict.fromkeys([_called(export, contact, link) for link in contact.knows])


def _called(export: Export, contact: Contact, link: Link) -> str:
    """The name of a person who is linked, if nobody else has it; else what the link says."""
    meant = person_meant(export, contact, link)
    if meant and export.index.names.find(Link(meant.name, meant.name, 1, 1), "") == (meant.path,):
        return meant.name
    return (link.label or link.target).strip()


_UNDERSTOOD: Mapping[str, Callable[[Export, Contact, str], Iterable[str]]] = {
    "name": _text,
    "relationship": _text,
    "status": _status,
    "organization": _text,
    "title": _text,
    "location": _text,
    "met": _text,
    "met_at": _text,
    "introduced_by": _introducer,
    "knows": _known,
    "snoozed_until": _text,
    "last_contact": _last_contact,
    "birthday": _text,
    "uid": _text,
    "cadence": lambda _export, _contact, _field: (),
}
"""How the fields that hold no list are read; a cadence is told as it is typed."""
