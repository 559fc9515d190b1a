"""The value of each known field from the texts that a note gives it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import Any, TypeVar

from netjournal.model import codes
from netjournal.model.cadence import Cadence, parse_cadence
from netjournal.model.contact import Link, Relationship, Status
from netjournal.model.diagnostic import Code, Diagnostic
from netjournal.model.fields import FIELDS, Field, FieldType, spelling
from netjournal.model.names import did_you_mean
from netjournal.notes.days import Reading, read_day, read_partial_date
from netjournal.notes.links import parse_links
from netjournal.notes.raw import RawField, RawValue

T = TypeVar("T")

LONGEST_FILE_NAME = 255
"""Bytes that the name of a file may have."""

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(?!\d)")
_SAFE_SCHEMES = frozenset(("http", "https", "mailto"))
_IGNORED_IN_ADDRESSES = re.compile("[\x00-\x20\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e]+")
_NEXT_ADDRESS = re.compile(r",\s+(?=[A-Za-z][A-Za-z0-9+.-]*:|www\.)")
_NEXT_TAG = re.compile(r"\s#")
_CADENCE_HINT = "Write it as 30d, 6w, 3m, 1y, weekly, monthly, quarterly, yearly or never."
_SHOWN = 60


@dataclass(slots=True)
class Notebook:
    """What has been found wrong with the values of a note so far."""

    path: str
    problems: list[Diagnostic] = field(default_factory=list)

    def note(self, code: Code, value: RawValue, message: str, hint: str = "") -> None:
        """Takes down a problem at a value."""
        self.problems.append(code.at(self.path, value.line, value.column, message, hint))


Reader = Callable[[Notebook, RawField], Any]
"""Reads a field into the value of a Contact's attribute; None when it has none."""


def texts_of(notebook: Notebook, raw: RawField, known: Field) -> tuple[RawValue, ...]:
    """The values of a list, which may stand in one value with commas between them."""
    values = raw.values
    if len(values) == 1:
        text, line, column, quoted, nested = values[0]
        if not nested:
            if quoted or raw.is_list or "," not in text:
                return values
            return tuple([RawValue(part, line, column) for part in _parts(text, known)])
    for value in values:
        if value.nested:
            return tuple([value for value in values if _is_flat(notebook, value, known)])
    return values


def _parts(text: str, known: Field) -> list[str]:
    if known.is_address:
        return [part for part in _NEXT_ADDRESS.split(text) if part]
    return [part for part in map(str.strip, text.split(",")) if part] or [text]


def _is_flat(notebook: Notebook, value: RawValue, known: Field) -> bool:
    if value.nested:
        message = f"{known.name} holds a list or fields of its own; only plain values are read"
        notebook.note(codes.BAD_VALUE, value, message, f"Write it as {known.name}: {known.example}")
    return not value.nested


def _only(notebook: Notebook, raw: RawField, known: Field) -> RawValue | None:
    """The value of a field that has one; the first of several."""
    values = raw.values
    first = values[0]
    if len(values) > 1:
        message = f"{known.name} has one value; `{first.text[:_SHOWN]}` is read"
        hint = "Keep one value here, and write the others in the note's text."
        notebook.note(codes.LOOSE_VALUE, values[1], message, hint)
    return first if not first.nested or _is_flat(notebook, first, known) else None


def _read_text(known: Field, notebook: Notebook, raw: RawField) -> str | None:
    values = raw.values
    if len(values) == 1 and not values[0].nested:
        return values[0].text
    only = _only(notebook, raw, known)
    return only.text if only else None


def _read_name(known: Field, notebook: Notebook, raw: RawField) -> str | None:
    name = _read_text(known, notebook, raw)
    if name and len(name) > LONGEST_FILE_NAME // 4 and len(name.encode()) > LONGEST_FILE_NAME:
        message = f"the name has {len(name):,} characters, more than a file name can hold"
        notebook.note(codes.LONG_NAME, raw.values[0], message, "Shorten it.")
    return name


def _read_list(known: Field, notebook: Notebook, raw: RawField) -> tuple[str, ...]:
    values = texts_of(notebook, raw, known)
    return (values[0][0],) if len(values) == 1 else tuple([value[0] for value in values])


def _read_tags(known: Field, notebook: Notebook, raw: RawField) -> tuple[str, ...]:
    tags: list[str] = []
    for text, _, _, _, _ in texts_of(notebook, raw, known):
        if text[0] == "#":
            tags += [word for tag in _NEXT_TAG.split(text) if (word := tag.strip("# "))]
        else:
            tags.append(text)
    return tuple(tags)


def _read_addresses(known: Field, notebook: Notebook, raw: RawField) -> tuple[str, ...]:
    values = texts_of(notebook, raw, known)
    for value in values:
        scheme = _unsafe_scheme(value.text)
        if scheme:
            message = f"{scheme}: is no web or mail address, so pages don't link to it"
            hint = "Addresses start with https://, http:// or mailto:"
            notebook.note(codes.UNSAFE_ADDRESS, value, message, hint)
    return tuple([value.text for value in values])


def _unsafe_scheme(address: str) -> str:
    """The scheme of an address that a page must not link to, or nothing.

    Browsers ignore white space and control characters in it.
    """
    if address.startswith(("https://", "http://")):
        return ""
    match = _SCHEME.match(_IGNORED_IN_ADDRESSES.sub("", address))
    return "" if match is None or match[1].lower() in _SAFE_SCHEMES else match[1][:_SHOWN].lower()


_RELATIONSHIPS = {spelling(choice): choice for choice in Relationship}
_STATUSES = {spelling(choice): choice for choice in Status}


def _read_relationship(known: Field, notebook: Notebook, raw: RawField) -> Relationship | None:
    only = _only(notebook, raw, known)
    if only is None:
        return None
    found = _RELATIONSHIPS.get(only.text) or _RELATIONSHIPS.get(spelling(_plain(only.text)))
    if found is None:
        _unknown_choice(codes.UNKNOWN_RELATIONSHIP, known, notebook, only)
    return found


def _read_status(known: Field, notebook: Notebook, raw: RawField) -> Status | None:
    only = _only(notebook, raw, known)
    if only is None:
        return None
    found = _STATUSES.get(spelling(_plain(only.text)))
    if found is None:
        _unknown_choice(codes.BAD_VALUE, known, notebook, only)
    return found


def _plain(text: str) -> str:
    """A word without the marks of a tag or a link."""
    return text.strip().strip("#[]")


def _unknown_choice(code: Code, known: Field, notebook: Notebook, value: RawValue) -> None:
    likely = did_you_mean(value.text, known.choices)
    choices = f"{', '.join(known.choices[:-1])} or {known.choices[-1]}"
    hint = f"Did you mean {likely}? It can be {choices}." if likely else f"It can be {choices}."
    notebook.note(code, value, f"`{value.text[:_SHOWN]}` is no {known.name}", hint)


_cadence = lru_cache(maxsize=512)(parse_cadence)
"""The few cadences of a vault, each parsed once."""


def _read_cadence(known: Field, notebook: Notebook, raw: RawField) -> Cadence | None:
    only = _only(notebook, raw, known)
    if only is None:
        return None
    cadence = _cadence(only.text) if len(only.text) <= _SHOWN else None
    if cadence is None:
        message = f"`{only.text[:_SHOWN]}` doesn't say how often"
        notebook.note(codes.BAD_VALUE, only, message, _CADENCE_HINT)
    return cadence


def _read_date(
    read: Callable[[str], Reading[T]], known: Field, notebook: Notebook, raw: RawField
) -> T | None:
    only = _only(notebook, raw, known)
    if only is None:
        return None
    value, message, hint = read(only.text)
    if message:
        code = codes.BAD_VALUE if value is None else codes.LOOSE_VALUE
        notebook.note(code, only, message, hint)
    return value


def _read_links(known: Field, notebook: Notebook, raw: RawField) -> tuple[Link, ...]:
    people: list[Link] = []
    for value in raw.values:
        if "[" in value.text and _is_flat(notebook, value, known):
            links = links_in(value)
            if links:
                people += links
                continue
        rest = RawField(raw.key, (value,), raw.line, raw.column, raw.is_list)
        people += map(_named, texts_of(notebook, rest, known))
    return tuple(people)


def _read_link(known: Field, notebook: Notebook, raw: RawField) -> Link | None:
    only = _only(notebook, raw, known)
    if only is None:
        return None
    links = links_in(only)
    return links[0] if links else _named(only)


def links_in(value: RawValue) -> tuple[Link, ...]:
    """The links in a value, each at the place of the value, however YAML broke its lines."""
    text = value.text
    if "[" not in text:
        return ()
    line, column = value.line, value.column
    links = parse_links(text.replace("\n", " "), line, column)
    if value.quoted:
        return tuple([link._replace(line=line, column=column) for link in links])
    return links


def _named(value: RawValue) -> Link:
    """A person who is named without a link."""
    return Link(value.text, value.text, value.line, value.column)


_BY_TYPE: Mapping[FieldType, Callable[[Field, Notebook, RawField], Any]] = {
    FieldType.TEXT: _read_text,
    FieldType.LIST: _read_list,
    FieldType.DATE: partial(_read_date, read_day),
    FieldType.PARTIAL_DATE: partial(_read_date, read_partial_date),
    FieldType.CADENCE: _read_cadence,
    FieldType.LINK: _read_link,
    FieldType.LINKS: _read_links,
}
_BY_NAME: Mapping[str, Callable[[Field, Notebook, RawField], Any]] = {
    "name": _read_name,
    "relationship": _read_relationship,
    "status": _read_status,
    "tags": _read_tags,
    "url": _read_addresses,
}


def _reader(known: Field) -> Reader:
    return partial(_BY_NAME.get(known.name) or _BY_TYPE[known.type], known)


READERS: Mapping[str, Reader] = {known.name: _reader(known) for known in FIELDS}
"""How each field is read, by its name."""
