"""What the search of the HTML pages knows: of each contact, what a query asks; of notes, the text.

The tables that say how to read it are in the order in which a query looks: see `query_values`.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from netjournal.app.query import QUERY_FIELDS, QUERY_SPELLINGS, own_field_keys, own_spellings
from netjournal.app.query_choices import CHOICE_SPELLINGS, CHOICES
from netjournal.app.query_values import DATES, NUMBERS, TEXTS, WORDS
from netjournal.model import cadence
from netjournal.model.fields import FIELDS
from netjournal.model.index import Index
from netjournal.model.source import Source
from netjournal.render.links import opening_address
from netjournal.reviews.person import Person

MOST_TEXT = 200_000
"""Characters of a note that are searched; a longer one is an export, and `search` reads it all."""

_BITS = tuple([(field.name, 1 << bit) for bit, field in enumerate(FIELDS)])
_DATES, _NUMBERS = tuple(DATES.values()), tuple(NUMBERS.values())
_TEXTS = tuple([(name, texts) for name, texts in TEXTS.items() if name != "name"])
_LINE = 987_654_321
"""Stands for a line in an address, to find where it goes."""


def person_record(person: Person, address: str) -> list[Any]:
    """What a query may ask of a person, and what a row of the answer shows, for JSON."""
    contact, stands = person.contact, person.standing
    fields = contact.fields
    return [
        contact.path,
        contact.name,
        person.ref.apart,
        address,
        person.relationship or "",
        [stands.state, "planned"] if stands.next_planned else [stands.state],
        contact.status,
        contact.tags,
        contact.uid,
        [industry.key for industry in person.industries],
        contact.industries,
        sum([bit for name, bit in _BITS if name in fields]),
        [day.isoformat() if (day := date(person)) else 0 for date in _DATES],
        [number(person) for number in _NUMBERS],
        [_filled(texts(contact)) for _, texts in _TEXTS],
        [(key, value.values) for key, value in contact.own_fields.items()]
        if contact.own_fields
        else (),
    ]


def note_record(source: Source, open_with: str, vault_path: str) -> list[str]:
    """The text of a note, and what stands before and after a line in the address of it."""
    address = opening_address(source.path, _LINE, open_with, vault_path)
    before, found, after = address.partition(str(_LINE))
    text = source.data.decode("utf-8-sig", errors="replace")[:MOST_TEXT]
    return [source.path, before, after, text] if found else [source.path, address, "", text]


def tables(index: Index, parts: Mapping[str, int], *, has_pages: bool) -> Mapping[str, Any]:
    """How the records are read, and how words are understood; `parts` are the numbers of files.

    Where contacts have pages, a line in a note leads to its place there.
    """
    taxonomy = index.taxonomy
    spellings = {**own_spellings(own_field_keys(index.with_own_fields)), **QUERY_SPELLINGS}
    return {
        "parts": parts,
        "hasPages": has_pages,
        "fields": [field.name for field in FIELDS],
        "queryFields": QUERY_FIELDS,
        "spellings": _pairs(spellings),
        "choices": [[name, _pairs(CHOICE_SPELLINGS[name]), CHOICES[name]] for name in CHOICES],
        "words": tuple(WORDS),
        "dates": tuple(DATES),
        "numbers": tuple(NUMBERS),
        "texts": [name for name, _ in _TEXTS],
        "industries": [[i.key, i.label, i.group] for i in taxonomy.industries.values()],
        "industryWords": [
            [word, industry.key]
            for word in taxonomy.words()
            if (industry := taxonomy.resolve(word)) is not None
        ],
        "cadence": {
            "words": _pairs(cadence.WORDS),
            "units": _pairs(cadence.DAYS_PER_UNIT),
            "numbers": _pairs(cadence.NUMBERS),
            "times": _pairs(cadence.TIMES),
        },
    }


def _filled(texts: Iterable[str]) -> Sequence[str] | int:
    """The texts, or 0 when none of them says anything."""
    found = tuple(texts)
    return found if any(found) else 0


def _pairs(table: Mapping[str, Any]) -> list[tuple[str, Any]]:
    # A list, as a key such as `__proto__` would mean something in an object.
    return list(table.items())
