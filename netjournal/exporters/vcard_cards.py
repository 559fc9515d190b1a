"""A contact as a vCard, with all that the format carries, and the rest in properties of our own."""

from collections.abc import Iterator, Mapping

from netjournal.exporters.content_lines import address, content_line, escaped, parameter
from netjournal.exporters.field_values import names_of, own_fields_of, values_of
from netjournal.exporters.uids import uids
from netjournal.model.contact import Contact
from netjournal.model.dates import PartialDate
from netjournal.model.exported import Export, ExportedFile

MARK = b"PRODID:-//netjournal//vCard"

_OWN_PROPERTIES = (
    "relationship",
    "status",
    "industry",
    "industry_guess",
    "cadence",
    "met",
    "met_at",
    "introduced_by",
    "knows",
    "offers",
    "needs",
    "snoozed_until",
    "last_contact",
)
"""The fields that a vCard has no property for."""

_TEXTS = (("ORG", "organization"), ("TITLE", "title"), ("EMAIL", "email"), ("TEL", "phone"))

_Line = tuple[str, str]
"""The name of a property with its parameters, and its value, escaped."""


def one_file(export: Export, version: str) -> tuple[ExportedFile]:
    """All cards in one file, in the order of the contacts."""
    return (ExportedFile("contacts.vcf", b"".join(_cards(export, version).values())),)


def one_a_contact(export: Export, version: str) -> tuple[ExportedFile, ...]:
    """A file for each contact, called by its uid."""
    cards = _cards(export, version)
    return tuple([ExportedFile(f"{uid}.vcf", data) for uid, data in cards.items()])


def _cards(export: Export, version: str) -> Mapping[str, bytes]:
    """The cards by uid."""
    uid_of, called = uids(export), names_of(export)
    return {
        uid_of[each.path]: _card(export, each, (uid_of[each.path], called[each.path], version))
        for each in export.contacts
    }


def _card(export: Export, contact: Contact, head: tuple[str, str, str]) -> bytes:
    uid, name, version = head
    lines: list[_Line] = [
        ("BEGIN", "VCARD"),
        ("VERSION", version),
        ("PRODID", "-//netjournal//vCard//EN"),
        ("UID", uid),
        ("FN", escaped(name)),
        ("N", _name_parts(name)),
        *_known_to_others(export, contact, version),
        *_ours(export, contact, uid),
        ("END", "VCARD"),
    ]
    return b"".join([content_line(*line) for line in lines])


def _name_parts(name: str) -> str:
    """Family name and given names, as good as words tell: the last word is the family's."""
    *given, family = name.split() or [name]
    if not given:
        given, family = [family], ""
    return f"{escaped(family)};{escaped(' '.join(given))};;;"


def _known_to_others(export: Export, contact: Contact, version: str) -> Iterator[_Line]:
    """The properties that every program knows."""
    yield from _of_several(export, contact, "NICKNAME", "aliases")
    for name, field in _TEXTS:
        for value in values_of(export, contact, field):
            yield name, escaped(value)
    for value in values_of(export, contact, "location"):
        yield "ADR", f";;;{escaped(value)};;;"
    for value in values_of(export, contact, "url"):
        yield "URL", address(value)
    if export.may_leave("birthday") and _is_a_day(contact.birthday):
        yield _birthday(contact.birthday, version)
    yield from _of_several(export, contact, "CATEGORIES", "tags")
    for value in values_of(export, contact, "knows") if version != "3.0" else ():
        yield "RELATED;TYPE=contact;VALUE=text", escaped(value)
    note = "" if export.is_public else _note(export.body_of(contact.path), contact.name)
    if note:
        yield "NOTE", escaped(note)


def _of_several(export: Export, contact: Contact, name: str, field: str) -> Iterator[_Line]:
    """A property that has all values of a field."""
    values = values_of(export, contact, field)
    if values:
        yield name, ",".join(map(escaped, values))


def _note(body: str, name: str) -> str:
    """The text of a note without the heading that only says the name again."""
    first, _, rest = body.strip().partition("\n")
    return rest.strip() if first.strip() == f"# {name}" else body.strip()


def _ours(export: Export, contact: Contact, uid: str) -> Iterator[_Line]:
    """The properties of our own, one for each value."""
    more = []
    if not _is_a_day(contact.birthday):
        more.append("birthday")
    if contact.uid != uid:
        more.append("uid")
    for field in (*_OWN_PROPERTIES, *more):
        for value in values_of(export, contact, field):
            yield f"X-NETJOURNAL-{field.upper().replace('_', '-')}", escaped(value)
    for key, values in own_fields_of(export, contact).items():
        for value in values:
            yield f"X-NETJOURNAL-OWN;{parameter('X-KEY', key)}", escaped(value)


def _is_a_day(birthday: PartialDate | None) -> bool:
    """Whether a birthday has month and day, which every program needs."""
    return birthday is not None and birthday.day is not None


def _birthday(birthday: PartialDate | None, version: str) -> _Line:
    text = str(birthday)
    if version != "3.0":
        # Without hyphens, but for those in place of a year: 19840412, --0412.
        return "BDAY", text[:2] + text[2:].replace("-", "")
    if text.startswith("--"):
        # The older form knows no birthday without a year; this is how others write it.
        return "BDAY;X-APPLE-OMIT-YEAR=1604", f"1604{text[1:]}"
    return "BDAY", text
