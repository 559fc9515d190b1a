"""What a contact's plain front matter says, read in one pass over its lines.

Nearly every value of nearly every note is a word, a sentence, a date or a list of words, and needs
no record of its own on the way to the contact. The others are handed on to the reader that looks
at everything; a test has both read the same notes.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final, NamedTuple

from netjournal.model.cadence import Cadence, parse_cadence
from netjournal.model.contact import FieldValue, Relationship, Status
from netjournal.model.fields import FIELDS, FieldType
from netjournal.notes.changed import NO_TEXTS, NUMERIC, is_changed
from netjournal.notes.days import read_day, read_partial_date
from netjournal.notes.plainyaml import Row, end_of_field, plain_field, plain_fields, plain_rows
from netjournal.notes.raw import RawField

_LONGEST_TEXT = 60
"""Longer names and cadences are left to the reader that looks at everything."""

_ATTRIBUTES = {"industry": "industries", "email": "emails", "phone": "phones", "url": "urls"}
ATTRIBUTE_OF: Mapping[str, str] = {
    field.name: _ATTRIBUTES.get(field.name, field.name) for field in FIELDS
}
"""The attribute of a contact that each field gives."""


Parser = Callable[[str], Any]
"""Gives the value of a text, or None when a closer look is needed."""


_Kind = tuple[str, Parser | None, bool]
"""The attribute, how a text is read at a glance (None: it is the value), whether it is a list."""


_Said = tuple[str | None, str, Any]
"""The field that a row is about, the attribute that it gives, and the value (None: look closer)."""

_EMPTY: tuple[str, ...] = ()
"""The value of a field that has none."""

_SHARED = frozenset({"relationship", "status", "industry", "organization", "title", "location"})
_SHARED |= {"met", "met_at", "offers", "needs", "cadence", "tags"}
"""Fields whose values several contacts have."""
_MANY = 4_000
"""Rows that are remembered."""


class PlainReading(NamedTuple):
    """What could be read at a glance, and the fields that need a closer look."""

    attributes: dict[str, Any]
    """By the name of the contact's attribute."""
    names: Collection[str]
    """The fields that were read."""
    rest: tuple[RawField, ...]


def read_plain(
    rows: Sequence[Row], first_line: int, name_of: Callable[[str], str | None]
) -> PlainReading | None:
    """The fields in these rows, or None when two of them mean the same."""
    attributes: dict[str, Any] = {}
    read: set[str] = set()
    rest: list[RawField] = []
    remembered = _remembered(name_of)
    for start, row in enumerate(rows):
        said = remembered.get(row)
        if said is None:
            if row[0][-1] == "-":
                continue
            said = _said(row, rows, start, name_of)
            if said[0] in _SHARED and 0 < len(row[2]) + len(row[4]) <= _LONGEST_TEXT:
                _remember(remembered, row, said)
        name, attribute, value = said
        if value and name:
            if name in read:
                return None
            attributes[attribute] = value
            read.add(name)
        elif value is None or not name:
            end = end_of_field(rows, start)
            rest.append(plain_field(rows[start:end], first_line + start))
    if rest and _mean_the_same(rest, read, name_of):
        return None
    return PlainReading(attributes, read, tuple(rest))


def _said(row: Row, rows: Sequence[Row], start: int, name_of: Callable[[str], str | None]) -> _Said:
    """What the row of a key says, with the items below it."""
    head, _, plain, quoted, brackets = row
    name = name_of(head[:-1])
    attribute, parse, is_list = _KINDS.get(name, _UNREAD)
    if plain:
        return name, attribute, _plain(plain.rstrip(), parse, is_list)
    if quoted:
        return name, attribute, _text(quoted[1:-1], parse, is_list)
    below = () if brackets else rows[start + 1 : end_of_field(rows, start)]
    if not (brackets or below):
        return name, attribute, _EMPTY
    return name, attribute, _list(brackets, below, parse) if is_list else None


@lru_cache(maxsize=8)
def _remembered(_: Callable[[str], str | None]) -> dict[Row, _Said]:
    """What rows said to a way of naming keys: many contacts share an industry or a tag."""
    return {}


def _remember(remembered: dict[Row, _Said], row: Row, said: _Said) -> None:
    if len(remembered) >= _MANY:
        remembered.clear()
    remembered[row] = said


def _mean_the_same(
    fields: Sequence[RawField], read: Collection[str], name_of: Callable[[str], str | None]
) -> bool:
    """Whether one of these fields is one that has been read, by another spelling."""
    return any(name_of(raw.key) in read for raw in fields)


# Named arguments would cost what this module is there to save: these two run for every value.


def _plain(text: str, parse: Parser | None, is_list: bool) -> Any:  # noqa: ANN401, FBT001
    """The value of a text without quotes, of whatever type the field's is, or None."""
    if text in NO_TEXTS or (text[0] in NUMERIC and is_changed(text)) or (is_list and "," in text):
        return None
    return _text(text, parse, is_list)


def _text(text: str, parse: Parser | None, is_list: bool) -> Any:  # noqa: ANN401, FBT001
    """The value of a single text, of whatever type the field's is, or None."""
    if not text or "[" in text:
        return None
    value = parse(text) if parse else text
    return (value,) if is_list and value is not None else value


def _list(brackets: str, below: Sequence[Row], parse: Parser | None) -> tuple[str, ...] | None:
    """The texts of a list in brackets or below its key, when all are plain words."""
    if brackets:
        texts = [text.strip() for text in brackets[1:-1].split(",")]
    else:
        texts = [plain.rstrip() for _, _, plain, _, _ in below]
    for text in texts:
        if not text or text in NO_TEXTS or '"' in text or "[" in text or text[0] in NUMERIC:
            return None
    return tuple(texts) if parse is None or all(map(parse, texts)) else None


def _never(_: str) -> None:
    """No value at a glance, whatever the text is."""


def _short(text: str) -> str | None:
    return text if len(text) <= _LONGEST_TEXT else None


def _address(text: str) -> str | None:
    return text if text.startswith(("https://", "http://")) else None


def _tag(text: str) -> str | None:
    return text if "#" not in text else None


def _day(text: str) -> object:
    value, message, _ = read_day(text)
    return None if message else value


def _partial_date(text: str) -> object:
    value, message, _ = read_partial_date(text)
    return None if message else value


@lru_cache(maxsize=512)
def _cadence(text: str) -> Cadence | None:
    return parse_cadence(text) if len(text) <= _LONGEST_TEXT else None


_RELATIONSHIPS = {choice.value: choice for choice in Relationship}
_STATUSES = {choice.value: choice for choice in Status}
_PARSERS: Mapping[str, Parser] = {
    "name": _short,
    "relationship": _RELATIONSHIPS.get,
    "status": _STATUSES.get,
    "url": _address,
    "tags": _tag,
}
_BY_TYPE: Mapping[FieldType, Parser | None] = {
    FieldType.TEXT: None,
    FieldType.LIST: None,
    FieldType.DATE: _day,
    FieldType.PARTIAL_DATE: _partial_date,
    FieldType.CADENCE: _cadence,
}


_KINDS: Mapping[str | None, _Kind] = {
    field.name: (
        ATTRIBUTE_OF[field.name],
        _PARSERS.get(field.name, _BY_TYPE.get(field.type, _never)),
        field.type is FieldType.LIST,
    )
    for field in FIELDS
}
_UNREAD: _Kind = ("", _never, False)
"""How the fields of a person's own are read."""


_NAMES: Final[dict[frozenset[str], frozenset[str]]] = {}
"""The combinations of fields that notes have."""


class FieldPlaces(Mapping[str, FieldValue]):  # noqa: PLW1641 - as no other mapping, it has no hash
    """The fields of a note by name, read again from its plain front matter when asked for.

    Hardly anybody asks where a field stands, and thousands of notes keep their text alone.
    """

    __slots__ = ("_fields", "_first_line", "_made", "_name_of", "_names", "_text")

    def __init__(
        self,
        text: str,
        first_line: int,
        name_of: Callable[[str], str | None],
        made: Mapping[str, FieldValue],
        names: Iterable[str],
    ) -> None:
        self._text = text
        self._first_line = first_line
        self._name_of = name_of
        self._made = made
        # Few combinations are many notes'.
        read = frozenset(names)
        self._names = _NAMES.setdefault(read, read)
        self._fields: Mapping[str, FieldValue] | None = None

    def _all(self) -> Mapping[str, FieldValue]:
        if self._fields is None:
            fields = plain_fields(plain_rows(self._text) or (), self._first_line)
            named = [(self._name_of(raw.key), raw) for raw in fields if raw.values]
            found = {name: placed(raw) for name, raw in named if name is not None}
            self._fields = {**found, **self._made}
        return self._fields

    def __eq__(self, other: object) -> bool:
        # After a storm thousands are compared, and most have the same text.
        if isinstance(other, FieldPlaces) and self._given == other._given:
            return True
        return super().__eq__(other)

    @property
    def _given(self) -> tuple[object, ...]:
        """What the fields are read from."""
        return self._text, self._first_line, self._name_of, self._made

    def __contains__(self, name: object) -> bool:
        return name in self._names or name in self._made

    def __getitem__(self, name: str) -> FieldValue:
        return self._all()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())


def placed(raw: RawField) -> FieldValue:
    """A field that has values, with the place of each."""
    first = raw.values[0]
    texts = tuple([value.text for value in raw.values])
    places = tuple([(value.line, value.column) for value in raw.values])
    return FieldValue(raw.key, texts, first.line, first.column, places)
