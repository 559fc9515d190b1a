"""A contact from the fields of its note: front matter first, then what stands in the body."""

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from netjournal.model import codes
from netjournal.model.config import Config
from netjournal.model.contact import Contact, FieldValue, Link, Status
from netjournal.model.diagnostic import Diagnostic
from netjournal.model.fields import FIELD_BY_NAME, FieldType, field_spellings, spelling
from netjournal.model.resolve import stem
from netjournal.notes.changed import changed_by_yaml
from netjournal.notes.days import looks_like_a_day, read_day
from netjournal.notes.frontmatter import FrontMatter
from netjournal.notes.linkvalues import links_in
from netjournal.notes.notebook import Notebook, texts_of
from netjournal.notes.plaincontact import (
    ATTRIBUTE_OF,
    FieldPlaces,
    PlainReading,
    placed,
    read_plain,
)
from netjournal.notes.raw import RawField, RawValue
from netjournal.notes.values import READERS, newest_day

OWN_FIELDS = 500
"""The fields of a person's own that are kept."""

_LISTS = frozenset(
    name for name, known in FIELD_BY_NAME.items() if known.type in (FieldType.LIST, FieldType.LINKS)
)
_SINGLE = frozenset(FIELD_BY_NAME) - _LISTS

_BLANK: Mapping[str, Any] = Contact("", "")._asdict()
"""Every attribute of a contact of whom nothing is known, in the record's order."""


class ContactNote(NamedTuple):
    """A contact, the links in its front matter, and what is wrong with its values."""

    contact: Contact
    links: tuple[Link, ...]
    diagnostics: tuple[Diagnostic, ...]


Naming = Callable[[str], str | None]
"""Gives the name of the field that a key means."""


def read_contact(
    path: str,
    head: FrontMatter,
    inline_fields: tuple[RawField, ...],
    heading: str,
    config: Config,
) -> ContactNote:
    """The contact of a note; a value that is wrong leaves out its field alone."""
    notebook = Notebook(path)
    name_of = field_naming(config)
    plain = read_plain(head.rows, head.first_line, name_of) if head.rows else None
    if plain and not plain.rest and not inline_fields:
        return _plain_contact(path, head, heading, plain, name_of)
    front_matter = plain.rest if plain else head.fields
    attributes: dict[str, Any] = plain.attributes if plain else {}
    known, own = _sorted_out(front_matter, config, notebook)
    if inline_fields:
        _add_inline(inline_fields, known, own, config, plain.names if plain else ())
    fields: Mapping[str, FieldValue] = {}
    for name, raw in known.items():
        attributes[ATTRIBUTE_OF[name]] = READERS[name](notebook, raw)
    fields = {name: placed(raw) for name, raw in known.items()}
    contact = Contact(
        **_with_defaults(attributes, heading or stem(path)),
        path=path,
        fields=FieldPlaces(head.text, head.first_line, name_of, fields, plain.names)
        if plain
        else fields,
        own_fields=_own_fields(own, notebook),
    )
    notebook.problems += changed_by_yaml(front_matter, path)
    return ContactNote(contact, _links(front_matter, name_of), tuple(notebook.problems))


def _plain_contact(
    path: str, head: FrontMatter, heading: str, plain: PlainReading, name_of: Naming
) -> ContactNote:
    """The contact of a front matter that could be read at a glance, as nearly all can."""
    attributes = {**_BLANK, "path": path, **plain.attributes}
    attributes["name"] = attributes["name"] or heading or stem(path)
    attributes["fields"] = FieldPlaces(head.text, head.first_line, name_of, {}, plain.names)
    # All at once, which takes a third of the time that the record's own constructor takes.
    contact: Contact = tuple.__new__(Contact, attributes.values())
    return ContactNote(contact, (), ())


def _with_defaults(attributes: dict[str, Any], name: str) -> dict[str, Any]:
    """The attributes, with what stands in for a name and a status that can't be read."""
    attributes["name"] = attributes.get("name") or name
    if "status" in attributes and attributes["status"] is None:
        attributes["status"] = Status.ACTIVE
    for text in ("organization", "title", "location", "met_at", "uid"):
        if text in attributes and attributes[text] is None:
            del attributes[text]
    return attributes


@lru_cache(maxsize=8)
def _naming(own: tuple[tuple[str, str], ...]) -> Naming:
    """How a vault with these spellings of its own names its keys; it remembers them."""
    spellings: Mapping[str, str] = field_spellings(dict(own))

    @lru_cache(maxsize=4_096)
    def name_of(key: str) -> str | None:
        return spellings.get(spelling(key))

    return name_of


def field_naming(config: Config) -> Naming:
    """How the keys of a vault are named: the FIELDS table's spellings, and the vault's own."""
    return _naming(tuple(config.fields.items()))


_Sorted = tuple[dict[str, RawField], dict[str, RawField]]
"""The fields that are known, by name, and the others, by key as typed; none is empty."""


def _sorted_out(fields: Iterable[RawField], config: Config, notebook: Notebook) -> _Sorted:
    name_of = field_naming(config)
    known: dict[str, RawField] = {}
    own: dict[str, RawField] = {}
    for raw in fields:
        key, values, _, _, _, _ = raw
        if not values:
            continue
        name = name_of(key)
        if name is None:
            own.setdefault(key, raw)
        elif name not in known:
            known[name] = raw
        else:
            known[name] = _second(name, known[name], raw, notebook)
    return known, own


def _second(name: str, first: RawField, second: RawField, notebook: Notebook) -> RawField:
    """A field that is given twice: lists unite, of others the first or the newest counts."""
    if name in _LISTS:
        return _united(name, first, second)
    newest = name == "last_contact"
    if first.key != second.key:
        read = "; the newest is read" if newest else ", which is read; this one is not"
        message = f"{second.key} means the same as {first.key} on line {first.line}{read}"
        notebook.problems.append(
            codes.DUPLICATE_KEY.at(
                notebook.path, second.line, second.column, message, "keep one of them"
            )
        )
    return second if newest and newest_day(second) > newest_day(first) else first


def _united(name: str, first: RawField, second: RawField) -> RawField:
    """One list from two fields; values that are no plain ones are found wrong when it is read."""
    field = FIELD_BY_NAME[name]
    nobody = Notebook("")
    values: list[RawValue] = []
    for raw in (first, second):
        values += [value for value in raw.values if value.nested]
        values += texts_of(nobody, raw, field)
    return RawField(first.key, tuple(values), first.line, first.column, is_list=True)


def _add_inline(
    fields: tuple[RawField, ...],
    known: dict[str, RawField],
    own: dict[str, RawField],
    config: Config,
    read: Collection[str],
) -> None:
    """Adds what the body's inline fields say of what the front matter leaves open."""
    more, others = _sorted_out(fields, config, Notebook(""))
    for name, raw in more.items():
        if name not in read:
            known.setdefault(name, raw)
    for key, raw in others.items():
        own.setdefault(key, raw)


def _own_fields(own: dict[str, RawField], notebook: Notebook) -> Mapping[str, FieldValue]:
    fields: dict[str, FieldValue] = {}
    for key, raw in own.items():
        if len(fields) == OWN_FIELDS:
            break
        for value in raw.values:
            if looks_like_a_day(value.text) and not value.quoted:
                reading = read_day(value.text)
                if reading.value is None:
                    notebook.note(codes.BAD_VALUE, value, reading.message, reading.hint)
        texts = tuple([value.text for value in raw.values])
        fields[key] = FieldValue(key, texts, raw.line, raw.column)
    return fields


def _links(fields: tuple[RawField, ...], name_of: Naming) -> tuple[Link, ...]:
    """The links in all values but those that are one too many for their field, and not read."""
    links: list[Link] = []
    for raw in fields:
        values = raw.values
        if len(values) > 1 and (name_of(raw.key) or "") in _SINGLE:
            values = values[:1]
        for value in values:
            if "[" in value[0]:
                links += links_in(value)
    return tuple(links)
