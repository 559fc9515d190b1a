"""What the columns of a table hold, by their headers: in English, as Outlook and others write."""

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from netjournal.model.fields import FIELD_BY_NAME, field_spellings, spelling


class Holds(StrEnum):
    """The sorts of what a column can hold."""

    NAME = "name"
    """A part of the name: `key` says which."""
    FIELD = "field"
    """A field of the table of fields."""
    REACH = "reach"
    """E-mail, phone or web addresses."""
    ADDRESS = "address"
    """A part of a postal address: `key` says which."""
    RELATION = "relation"
    DAY = "day"
    NOTES = "notes"
    OWN = "own"
    NOTHING = "nothing"


class Column(NamedTuple):
    """What a column holds."""

    holds: Holds
    key: str
    label: str = ""
    """What an address, number, day or relation is for."""


NAME_PARTS = ("prefix", "given", "additional", "family", "suffix")
_NAMES = {
    "given": "firstname first givenname forename vorname prénom prenom nombre",
    "additional": "middlename additionalname secondname",
    "family": "lastname last surname familyname nachname nom apellido apellidos",
    "prefix": "nameprefix prefix salutation",
    "suffix": "suffix namesuffix",
}
_OTHERS = {
    "name": "contactname displayname person contact fullname who",
    "aliases": "nicknames spitzname",
    "organization": "companyname account accountname firma unternehmen empresa société workplace",
    "title": "jobtitle positiontitle occupation profession",
    "birthday": "dateofbirth dob geburtstag geburtsdatum",
    "tags": "labels label groups group categories category keywords keyword",
    "introduced_by": "referredby introducedby",
    "met": "datemet firstcontact",
    "met_at": "howmet wheremet metat",
    "last_contact": "lastcontacted lastcontactdate lastinteraction",
}
_NOTES = frozenset(("notes", "note", "comments", "comment", "description", "remarks", "notizen"))
_RELATIONS = {
    "spouse": "spouse",
    "partner": "partner",
    "children": "child",
    "managersname": "manager",
    "manager'sname": "manager",
    "manager": "manager",
    "assistantsname": "assistant",
    "assistant'sname": "assistant",
    "assistant": "assistant",
}
_REACHES = {
    "email": re.compile(
        r"(?P<label>.*?)e?mail(?:s|adresse|address|addresses|id)?(?P<n>\d?)(?:address|value)?"
    ),
    "phone": re.compile(
        r"(?P<label>.*?)(?:telephone|phone|mobile|cell|telefon|teléfono|tel|handy|fax|pager)"
        r"(?:s|number|numbers|nummer|no\.?)?(?P<n>\d?)(?:value)?"
    ),
    "url": re.compile(
        r"(?P<label>.*?)(?:website|webpage|homepage|url|urls|web|linkedinprofile|profile)(?P<n>\d?)"
        r"(?:value)?"
    ),
}
_ADDRESS = re.compile(
    r"(?P<label>business|work|home|private|other|mailing|billing|primary|permanent)?(?:address)?"
    r"(?P<part>street(?:address)?[123]?|city|town|state|region|province|county|postalcode|postcode"
    r"|zip(?:code)?|country(?:/region|region)?|pobox|address(?:pobox)?|addressline[123]|"
    r"(?<=address)[123]?)"
)
_PARTS = {
    "city": "city",
    "town": "city",
    "state": "region",
    "region": "region",
    "province": "region",
    "county": "region",
    "postalcode": "code",
    "postcode": "code",
    "zip": "code",
    "zipcode": "code",
    "country": "country",
    "country/region": "country",
    "countryregion": "country",
}
_TYPES = re.compile(r"(?:e-?mail|phone)\d?type")
_BY_SPELLING: Mapping[str, Column] = {
    **{word: Column(Holds.NAME, part) for part, words in _NAMES.items() for word in words.split()},
    **{
        word: Column(Holds.FIELD, field)
        for field, words in _OTHERS.items()
        for word in words.split()
    },
    **{word: Column(Holds.NOTES, "") for word in _NOTES},
    **{word: Column(Holds.RELATION, "", label) for word, label in _RELATIONS.items()},
    "anniversary": Column(Holds.DAY, "", "anniversary"),
}
_REACHED = ("email", "phone", "url")
_LABELS = {"business": "work", "e": "", "primary": "", "contact": "", "private": "home"}


def columns_of(header: Sequence[str]) -> list[Column]:
    """What each column holds; one that nobody knows becomes a field of its name."""
    known = {spelling(title) for title in header}
    columns = [_column(title, number) for number, title in enumerate(header, 1)]
    if "jobtitle" in known:
        # Then a title is Dr. or Ms.
        columns = [
            Column(Holds.NAME, "prefix") if spelling(title) == "title" else column
            for title, column in zip(header, columns, strict=True)
        ]
    return columns


def names_somebody(header: Sequence[str]) -> bool:
    """Whether a row is a header with a name or an e-mail address."""
    if any(len(title) > 100 for title in header):
        return False
    return tells_who(columns_of(header))


def tells_who(columns: Sequence[Column]) -> bool:
    """Whether a column is a name, a part of one, or an e-mail address."""
    return any(
        holds is Holds.NAME or (holds, key) in ((Holds.FIELD, "name"), (Holds.REACH, "email"))
        for holds, key, _ in columns
    )


def meant_by(key: str) -> Column:
    """What a column holds that the user maps to a field."""
    word = spelling(key)
    if word in _NOTES:
        return Column(Holds.NOTES, "")
    field = field_spellings({}).get(word, "")
    if field in _REACHED:
        return Column(Holds.REACH, field)
    return Column(Holds.FIELD, field) if field in FIELD_BY_NAME else Column(Holds.OWN, key)


def _column(title: str, number: int) -> Column:
    word = spelling(title)
    if not word:
        return Column(Holds.OWN, f"column {number}")
    field = field_spellings({}).get(word, "")
    if word in _BY_SPELLING:
        return _BY_SPELLING[word]
    if field in _REACHED:
        return Column(Holds.REACH, field, "mobile" if word == "mobile" else "")
    address = _ADDRESS.fullmatch(word)
    if address:
        part = _PARTS.get(address["part"], "before")
        return Column(Holds.ADDRESS, part, _label(address["label"] or ""))
    if field:
        return Column(Holds.FIELD, field)
    return _reach(word) or Column(Holds.NOTHING if _TYPES.fullmatch(word) else Holds.OWN, title)


def _reach(word: str) -> Column | None:
    """A column of e-mail, phone or web addresses."""
    for field, pattern in _REACHES.items():
        match = pattern.fullmatch(word)
        if match and "assistant" not in word:
            kind = next((kind for kind in ("fax", "pager", "mobile", "cell") if kind in word), "")
            label = _label(match["label"].removesuffix("e") if field == "email" else match["label"])
            words = dict.fromkeys(filter(None, (label, kind)))
            return Column(Holds.REACH, field, " ".join(words))
    return None


def _label(word: str) -> str:
    return _LABELS.get(word, word)
