"""The value of each known field from the texts that a note gives it."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache, partial
from typing import Any, TypeVar

from netjournal.model import codes
from netjournal.model.cadence import WORDS, Cadence, parse_cadence
from netjournal.model.contact import Relationship, Status
from netjournal.model.diagnostic import Code
from netjournal.model.fields import FIELD_BY_NAME, FIELDS, Field, FieldType, spelling
from netjournal.model.names import did_you_mean
from netjournal.notes.days import Reading, read_birthday, read_day, read_partial_date
from netjournal.notes.linkvalues import read_link, read_links, without_links
from netjournal.notes.notebook import SHOWN, Notebook, only_value, texts_of
from netjournal.notes.raw import RawField, RawValue

T = TypeVar("T")

LONGEST_FILE_NAME = 255
"""Bytes that the name of a file may have."""

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(?!\d)")
_SAFE_SCHEMES = frozenset(("http", "https", "mailto"))
_IGNORED_IN_ADDRESSES = re.compile("[\x00-\x20\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e]+")
_DAYS_ALONE = re.compile(r"[1-9][0-9]{0,3}")
_NEXT_TAG = re.compile(r"\s#")
_CADENCE_HINT = (
    "write it as 30d, 6w, 3m, 1y, weekly, monthly, quarterly, half-yearly, yearly or never; until "
    "then your default counts"
)


Reader = Callable[[Notebook, RawField], Any]
"""Reads a field into the value of a Contact's attribute; None when it has none."""


def _read_text(known: Field, notebook: Notebook, raw: RawField) -> str | None:
    only = only_value(notebook, raw, known)
    return without_links(only.text) if only else None


def _read_name(known: Field, notebook: Notebook, raw: RawField) -> str | None:
    name = _read_text(known, notebook, raw)
    if name and len(name) > LONGEST_FILE_NAME // 4 and len(name.encode()) > LONGEST_FILE_NAME:
        message = f"the name has {len(name):,} characters, more than a file name can hold"
        notebook.note(codes.LONG_NAME, raw.values[0], message, "shorten it")
    return name


def _read_list(known: Field, notebook: Notebook, raw: RawField) -> tuple[str, ...]:
    return tuple([without_links(value.text) for value in texts_of(notebook, raw, known)])


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
            hint = "addresses start with https://, http:// or mailto:"
            notebook.note(codes.UNSAFE_ADDRESS, value, message, hint)
    return tuple([value.text for value in values])


def _unsafe_scheme(address: str) -> str:
    """The scheme of an address that a page must not link to, or nothing.

    Browsers ignore white space and control characters in it.
    """
    if address.startswith(("https://", "http://")):
        return ""
    match = _SCHEME.match(_IGNORED_IN_ADDRESSES.sub("", address))
    return "" if match is None or match[1].lower() in _SAFE_SCHEMES else match[1][:SHOWN].lower()


_RELATIONSHIPS = {spelling(choice): choice for choice in Relationship} | {
    spelling(word): Relationship(choice)
    for word, choice in FIELD_BY_NAME["relationship"].choice_synonyms
}
_STATUSES = {spelling(choice): choice for choice in Status} | {
    spelling(word): Status(choice) for word, choice in FIELD_BY_NAME["status"].choice_synonyms
}


def _read_relationship(known: Field, notebook: Notebook, raw: RawField) -> Relationship | None:
    only = only_value(notebook, raw, known)
    if only is None:
        return None
    found = _RELATIONSHIPS.get(only.text) or _RELATIONSHIPS.get(spelling(_plain(only.text)))
    if found is None:
        _unknown_choice(codes.UNKNOWN_RELATIONSHIP, known, notebook, only)
    return found


def _read_status(known: Field, notebook: Notebook, raw: RawField) -> Status | None:
    only = only_value(notebook, raw, known)
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
    hint = f"did you mean {likely}? it can be {choices}" if likely else f"it can be {choices}"
    message = f"`{value.text[:SHOWN]}` is no {known.name}"
    notebook.note(code, value, message, hint, likely or "")


_cadence = lru_cache(maxsize=512)(parse_cadence)
"""The few cadences of a vault, each parsed once."""


def _read_cadence(known: Field, notebook: Notebook, raw: RawField) -> Cadence | None:
    only = only_value(notebook, raw, known)
    if only is None:
        return None
    cadence = _cadence(only.text) if len(only.text) <= SHOWN else None
    if cadence is None and _DAYS_ALONE.fullmatch(only.text):
        cadence = Cadence(int(only.text))
        message = f"{only.text} is read as {only.text} days"
        better = f"{only.text}d"
        notebook.note(codes.LOOSE_VALUE, only, message, f"write it as {better}", better)
    if cadence is None:
        message = f"`{only.text[:SHOWN]}` doesn't say how often"
        likely = did_you_mean(only.text.lower(), WORDS)
        meant = f"did you mean '{likely}'? Until it is mended, your default counts"
        hint = meant if likely else _CADENCE_HINT
        notebook.note(codes.BAD_VALUE, only, message, hint, likely or "")
    return cadence


def _read_date(
    read: Callable[[str], Reading[T]], known: Field, notebook: Notebook, raw: RawField
) -> T | None:
    only = only_value(notebook, raw, known)
    if only is None:
        return None
    value, message, hint = read(only.text)
    if message:
        code = codes.BAD_VALUE if value is None else codes.LOOSE_VALUE
        notebook.note(code, only, message, hint, "" if value is None else str(value))
    return value


def _read_last_contact(known: Field, notebook: Notebook, raw: RawField) -> date | None:
    """The newest day of a field that people also write as a list of days."""
    values = raw.values
    if len(values) < 2:
        return _read_date(read_day, known, notebook, raw)
    days = [_read_date(read_day, known, notebook, raw._replace(values=(each,))) for each in values]
    newest = max(filter(None, days), default=None)
    if None in days:
        # A day that is told of already may be the one that was too many.
        return newest
    message = f"{known.name} has one value; the newest is read"
    hint = (
        "keep the newest one here, and write the others as entries, such as `- 2026-11-03 Coffee`"
    )
    notebook.note(codes.LOOSE_VALUE, values[1], message, hint)
    return newest


def newest_day(raw: RawField) -> date:
    """The newest of the days that a field names; the first day of all when it names none."""
    days = [read_day(value.text).value for value in raw.values]
    return max(filter(None, days), default=date.min)


_BY_TYPE: Mapping[FieldType, Callable[[Field, Notebook, RawField], Any]] = {
    FieldType.TEXT: _read_text,
    FieldType.LIST: _read_list,
    FieldType.DATE: partial(_read_date, read_day),
    FieldType.PARTIAL_DATE: partial(_read_date, read_partial_date),
    FieldType.CADENCE: _read_cadence,
    FieldType.LINK: read_link,
    FieldType.LINKS: read_links,
}
_BY_NAME: Mapping[str, Callable[[Field, Notebook, RawField], Any]] = {
    "name": _read_name,
    "last_contact": _read_last_contact,
    "birthday": partial(_read_date, read_birthday),
    "relationship": _read_relationship,
    "status": _read_status,
    "tags": _read_tags,
    "url": _read_addresses,
}


def _reader(known: Field) -> Reader:
    return partial(_BY_NAME.get(known.name) or _BY_TYPE[known.type], known)


READERS: Mapping[str, Reader] = {known.name: _reader(known) for known in FIELDS}
"""How each field is read, by its name."""
