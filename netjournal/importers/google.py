"""Google Contacts' CSV, of both generations: `Given Name` and `E-mail 1 - Type`, or `Labels`."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import NamedTuple

from netjournal.importers.address_book import (
    Address,
    Labelled,
    add_addresses,
    add_day,
    add_profile,
    add_reaches,
    add_relation,
)
from netjournal.importers.gathering import Gathering
from netjournal.importers.table_rows import Row
from netjournal.importers.tables import has_header, people_in
from netjournal.importers.texts import one_line, shown
from netjournal.model.fields import spelling
from netjournal.model.imported import (
    Asked,
    Imported,
    ImportedPerson,
    IncomingFile,
    Skipped,
)

_SEVERAL = re.compile(r"\s*:::\s*")
_NUMBERED = re.compile(r"(?P<kind>[A-Za-z-]+(?: [A-Za-z]+)?) (?P<number>\d+) - (?P<part>.+)")
_NAME_PARTS = (
    "nameprefix",
    ("givenname", "firstname"),
    ("additionalname", "middlename"),
    ("familyname", "lastname"),
    "namesuffix",
)
_REACHES = {"e-mail": "email", "phone": "phone", "website": "url"}
_DROPPED = frozenset(("photo", "initials", "sensitivity", "priority"))
_ADDRESS = ("street", "extendedaddress", "pobox")


class _Cells(NamedTuple):
    """The cells of a row that have something, by what they are about."""

    plain: dict[str, str]
    """By the spelling of the header."""
    titles: dict[str, str]
    """The headers of these, as they are written."""
    numbered: dict[tuple[str, int], dict[str, str]]
    """By kind in lower case and number, and then by the spelling of the part."""


def recognises(_name: str, head: bytes) -> bool:
    """Whether a table has a header of Google's."""
    return has_header(head, _is_header)


def read(file: IncomingFile, _asked: Asked) -> Iterator[Imported]:
    """The contacts; raises NotReadable without Google's header."""
    missing = "it has no row with the headers of a Google Contacts export"
    return people_in(file.lines, _is_header, _contact, missing)


def _is_header(cells: Sequence[str]) -> bool:
    known = {spelling(cell) for cell in cells}
    is_old = {"givenname", "familyname"} <= known and bool(known & {"groupmembership", "yominame"})
    is_new = {"firstname", "lastname", "labels"} <= known
    is_numbered = bool(known & {"email1value", "phone1value"})
    return is_old or is_new or (is_numbered and bool(known & {"name", "givenname", "firstname"}))


def _contact(row: Row, header: Sequence[str]) -> ImportedPerson | Skipped:
    cells = _sorted(row, header)
    gathered = Gathering()
    name = _name(cells, gathered)
    _add_work(cells, gathered)
    _add_numbered(cells, gathered)
    _add_plain(cells, gathered)
    found = gathered.person(row.line, name)
    if found is None or (not found.name and not found.fields.get("email")):
        return _nobody(row, gathered, found)
    return found


def _nobody(
    row: Row, gathered: Gathering, found: ImportedPerson | None
) -> ImportedPerson | Skipped:
    """A row without a name: an organization, or one with a phone number alone."""
    organization = next(iter(gathered.values("organization")), "")
    if organization:
        return Skipped(row.line, shown(organization), "it is an organization, not a person")
    if found:
        return found
    what = shown(" ".join(row.cells)) or "a row"
    return Skipped(row.line, what, "it has no name, e-mail address or phone number")


def _sorted(row: Row, header: Sequence[str]) -> _Cells:
    cells = _Cells({}, {}, {})
    for title, cell in zip(header, row.cells, strict=False):
        if not cell.strip():
            continue
        match = _NUMBERED.fullmatch(title)
        if match:
            key = (match["kind"].casefold(), int(match["number"][:9]))
            cells.numbered.setdefault(key, {})[spelling(match["part"])] = cell
        else:
            cells.plain.setdefault(spelling(title), cell)
            cells.titles.setdefault(spelling(title), title)
    return cells


def _name(cells: _Cells, gathered: Gathering) -> str:
    parts = []
    for keys in _NAME_PARTS:
        known = (keys,) if isinstance(keys, str) else keys
        parts.append(next(filter(None, [cells.plain.pop(key, "") for key in known]), ""))
    composed = one_line(" ".join(parts))
    whole = one_line(cells.plain.pop("name", ""))
    file_as = one_line(cells.plain.pop("fileas", ""))
    gathered.add("aliases", *_SEVERAL.split(cells.plain.pop("nickname", "")))
    gathered.add("aliases", cells.plain.pop("shortname", ""))
    name = whole or composed
    if name and composed != name:
        gathered.add("aliases", composed)
    is_organization = file_as in (cells.plain.get("organizationname"), "")
    if name or is_organization or "@" in file_as:
        return name
    return file_as


def _add_work(cells: _Cells, gathered: Gathering) -> None:
    """Where the contact works: numbered in old exports, once in new ones."""
    found = [parts for (kind, _), parts in cells.numbered.items() if kind == "organization"]
    new = ("name", "title", "department", "symbol", "location", "jobdescription")
    found.append({part: cells.plain.pop(f"organization{part}", "") for part in new})
    for parts in found:
        gathered.add("organization", *_several(parts, "name"))
        gathered.add("title", *_several(parts, "title"))
        gathered.own("department", *_several(parts, "department"))
        gathered.own("job_description", *_several(parts, "jobdescription"))
        gathered.own("office", *_several(parts, "location"))
    gathered.add("title", cells.plain.pop("occupation", ""))


def _several(parts: Mapping[str, str], key: str) -> list[str]:
    """The values of a cell, which may hold several."""
    return [value for value in _SEVERAL.split(parts.get(key, "")) if value.strip()]


def _together(parts: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """The cells of a group apart, where each of them holds several; a label may serve all."""
    split = [_SEVERAL.split(cell) for cell in parts.values()]
    for values in zip_longest(*split):
        each = dict(zip(parts, (value or "" for value in values), strict=True))
        for key in ("type", "label", "service"):
            if key in parts and not each[key]:
                each[key] = _SEVERAL.split(parts[key])[0]
        yield each


def _add_numbered(cells: _Cells, gathered: Gathering) -> None:
    reaches: dict[str, list[Labelled]] = {}
    addresses: list[Address] = []
    for (kind, _), group in cells.numbered.items():
        for parts in _together(group):
            typed = parts.get("label") or parts.get("type") or ""
            label, is_first = typed.lstrip("* "), typed.startswith("*")
            if kind in _REACHES:
                found = Labelled(parts.get("value", ""), label, is_first)
                reaches.setdefault(_REACHES[kind], []).append(found)
            elif kind == "address":
                addresses.append(_address(parts, label, is_first=is_first))
            elif kind != "organization":
                _add_other(gathered, kind, label, parts)
    for field, values in reaches.items():
        add_reaches(gathered, field, values)
    add_addresses(gathered, addresses)


def _address(parts: Mapping[str, str], label: str, *, is_first: bool) -> Address:
    before = tuple(parts.get(key, "") for key in _ADDRESS)
    city, region = parts.get("city", ""), parts.get("region", "")
    code, country = parts.get("postalcode", ""), parts.get("country", "")
    return Address(before, city, region, code, country, label, is_first, parts.get("formatted", ""))


def _add_other(gathered: Gathering, kind: str, label: str, parts: Mapping[str, str]) -> None:
    """What a numbered group says that is neither an address nor a place of work."""
    value = parts.get("value", "")
    if kind == "relation":
        add_relation(gathered, value, label)
    elif kind == "event":
        add_day(gathered, value, label)
    elif kind == "im":
        add_profile(gathered, value, parts.get("service") or label)
    elif kind == "jot":
        gathered.note(value)
    else:
        gathered.own(label or kind, value)


def _add_plain(cells: _Cells, gathered: Gathering) -> None:
    for key, value in cells.plain.items():
        if key in ("labels", "groupmembership"):
            labels = [label.lstrip("* ") for label in _SEVERAL.split(value)]
            gathered.add("tags", *[each for each in labels if spelling(each) != "mycontacts"])
        elif key == "birthday":
            add_day(gathered, value, "birthday")
        elif key == "notes":
            gathered.note(value)
        elif key == "location" and not gathered.values("location"):
            gathered.add("location", value)
        elif key.startswith(("yomi", "phonetic")) or key.endswith("yomi"):
            gathered.own("phonetic_name", value)
        elif key not in _DROPPED:
            gathered.own(cells.titles[key], *_SEVERAL.split(value))
