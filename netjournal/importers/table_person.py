"""The person of a row, by what its columns hold."""

import re
from collections.abc import Sequence

from netjournal.importers.address_book import (
    Address,
    Labelled,
    add_addresses,
    add_day,
    add_reaches,
    add_relation,
)
from netjournal.importers.day_texts import read_day
from netjournal.importers.gathering import Gathering
from netjournal.importers.table_columns import NAME_PARTS, Column, Holds
from netjournal.importers.table_rows import Row
from netjournal.importers.texts import one_line, shown
from netjournal.model.cadence import parse_cadence
from netjournal.model.fields import FIELD_BY_NAME, Field, FieldType, spelling
from netjournal.model.imported import ImportedPerson, Skipped

_BETWEEN = {
    "email": re.compile(r"\s*(?:[;,\n]|:::)\s*|\s+(?=\S+@)"),
    "phone": re.compile(r"\s*(?:[;\n]|:::)\s*"),
    "url": re.compile(r"\s*(?:,\s|\n|:::|;\s|\s(?=https?:))\s*"),
}
_BETWEEN_OTHERS = re.compile(r"\s*(?:[;,|\n]|:::)\s*")
_FORMULA = re.compile(r"'(?=[=+\-@\t])")
"""How tables keep a text from being reckoned."""

_EMPTY = {
    "priority": "normal",
    "sensitivity": "normal",
    "private": "false",
    "gender": "unspecified",
    "birthday": "0/0/00",
    "anniversary": "0/0/00",
}
"""What Outlook writes for nothing."""

_DAYS = (FieldType.DATE, FieldType.PARTIAL_DATE)
_LISTS = (FieldType.LIST, FieldType.LINKS)


def person_of(row: Row, columns: Sequence[Column]) -> ImportedPerson | Skipped:
    """The person of a row, or why it has none."""
    gathered = Gathering()
    names: dict[str, str] = {}
    reaches: dict[str, list[Labelled]] = {}
    addresses: dict[str, dict[str, list[str]]] = {}
    for column, cell in zip(columns, row.cells, strict=False):
        holds, key, label = column
        text = _FORMULA.sub("", cell.strip(), count=1) if cell.startswith("'") else cell.strip()
        if not text or _is_empty(column, text):
            continue
        if holds is Holds.NAME or (holds is Holds.FIELD and key == "name"):
            names[key] = f"{names.get(key, '')} {text}"
        elif holds is Holds.REACH:
            found = [Labelled(each, label) for each in _BETWEEN[key].split(text)]
            reaches.setdefault(key, []).extend(found)
        elif holds is Holds.ADDRESS:
            addresses.setdefault(label, {}).setdefault(key, []).append(text)
        else:
            _add(gathered, column, text)
    for field, values in reaches.items():
        add_reaches(gathered, field, values)
    add_addresses(gathered, [_address(label, parts) for label, parts in addresses.items()])
    found_person = gathered.person(row.line, _name(names, gathered))
    if found_person is None:
        what = shown(" ".join(filter(None, map(one_line, row.cells)))) or "a row"
        return Skipped(row.line, what, "it has no name, e-mail address or phone number")
    return found_person


def _is_empty(column: Column, text: str) -> bool:
    key = column.label if column.holds is Holds.DAY else column.key
    return column.holds is Holds.NOTHING or _EMPTY.get(spelling(key)) == text.casefold()


def _name(names: dict[str, str], gathered: Gathering) -> str:
    """The whole name, or its parts; both where they differ."""
    parts = one_line(" ".join(names.get(part, "") for part in NAME_PARTS))
    whole = one_line(names.get("name", ""))
    if whole and parts != whole and names.get("given") and names.get("family"):
        gathered.add("aliases", parts)
    return whole or parts


def _address(label: str, parts: dict[str, list[str]]) -> Address:
    texts = {key: ", ".join(values) for key, values in parts.items()}
    return Address(
        tuple(parts.get("before", ())),
        texts.get("city", ""),
        texts.get("region", ""),
        texts.get("code", ""),
        texts.get("country", ""),
        label,
    )


def _add(gathered: Gathering, column: Column, text: str) -> None:
    """What a cell says beside names and addresses."""
    holds, key, label = column
    if holds is Holds.FIELD:
        _add_field(gathered, FIELD_BY_NAME[key], text)
    elif holds is Holds.RELATION:
        for each in _BETWEEN_OTHERS.split(text):
            add_relation(gathered, each, label)
    elif holds is Holds.DAY:
        add_day(gathered, text, label)
    elif holds is Holds.NOTES:
        gathered.note(text)
    else:
        gathered.own(key, text)


def _add_field(gathered: Gathering, field: Field, text: str) -> None:
    """A value of a field, or a field of the user's own where it can't be one."""
    if field.type in _DAYS:
        day = read_day(text)
        fits = day is not None and (field.type is FieldType.PARTIAL_DATE or day.day is not None)
        fits = fits and (field.name == "birthday" or (day is not None and day.year is not None))
        said = str(day) if fits else ""
    elif field.type in _LISTS:
        values = [each.lstrip("#") if field.name == "tags" else each for each in _values(text)]
        gathered.add(field.name, *values)
        return
    elif field.type is FieldType.CHOICE:
        said = _choice(field, text)
    else:
        said = text if field.type is not FieldType.CADENCE or _is_cadence(text) else ""
    if said:
        gathered.add(field.name, said)
    else:
        gathered.own(f"{field.name}_text", text)


def _values(text: str) -> list[str]:
    return _BETWEEN_OTHERS.split(text)


def _choice(field: Field, text: str) -> str:
    """The choice that a text means; empty for none."""
    words = {spelling(choice): choice for choice in field.choices}
    words |= {spelling(word): choice for word, choice in field.choice_synonyms}
    return str(words.get(spelling(text), ""))


def _is_cadence(text: str) -> bool:
    return len(text) < 40 and parse_cadence(text) is not None
