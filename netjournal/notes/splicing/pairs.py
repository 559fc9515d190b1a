"""Two notes of the same person: what each says in its fields, and where the two differ."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from yaml.nodes import ScalarNode

from netjournal.measures.details import phone_of
from netjournal.model.contact import Contact, FieldValue, Link
from netjournal.model.dates import PartialDate
from netjournal.model.fields import FIELD_BY_NAME, FieldType, spelling
from netjournal.model.names import name_key
from netjournal.notes.contactnote import field_naming
from netjournal.notes.parse import parse_note
from netjournal.notes.plaincontact import ATTRIBUTE_OF
from netjournal.notes.splicing.head import read_head, said_by
from netjournal.notes.splicing.note import Note, Refusal, open_note
from netjournal.notes.splicing.segments import NONE, Segment, Segments, segments_of

Meaning = Callable[[Link], object]
"""Whom a link of either note means; None for one of the two who are joined."""

SEVERAL = (FieldType.LIST, FieldType.LINKS)
"""The types of fields that hold several values."""

_OWN = "own "
"""What the names of fields begin with that netjournal doesn't know."""

_LATER = ("last_contact", "snoozed_until")


class Clash(NamedTuple):
    """A field of which there can be one value, and of which the two notes have different ones."""

    field: str
    into: str
    into_line: int
    one: str
    one_line: int


class Settled(NamedTuple):
    """A field of which the two notes have different values, and one is right without asking."""

    clash: Clash
    value: str
    why: str
    """Such as `the later day`."""


class Value(NamedTuple):
    """What a field says: what is meant, as typed, and on which line."""

    meant: object
    text: str
    line: int


class Side(NamedTuple):
    """One of the two notes."""

    note: Note
    contact: Contact
    front: Segments

    def name_of(self, key: str) -> str:
        """What a key names: a field of the table, or one of the person's own."""
        return field_naming(self.note.config)(key) or f"{_OWN}{spelling(key)}"

    def segments(self, name: str) -> tuple[Segment, ...]:
        """The places at which the front matter has a field."""
        return tuple([each for each in self.front.fields if self.name_of(each.key) == name])

    def names(self) -> dict[str, str]:
        """Every field that has a value, read or not, with the key under which it stands."""
        found = {name: field.key for name, field in self.contact.fields.items()}
        for key in self.contact.own_fields:
            found.setdefault(f"{_OWN}{spelling(key)}", key)
        for each in self.front.fields:
            if each.has_value and each.key:
                found.setdefault(self.name_of(each.key), each.key)
        return found

    def is_whole(self, name: str) -> bool:
        """Whether a field can't be divided: it has fields of its own, or text of several lines."""
        places = self.segments(name)
        known = FIELD_BY_NAME.get(name)
        is_several = known is not None and known.type in SEVERAL
        if len(places) != 1:
            return len(places) > 1 and not is_several
        only = places[0]
        if only.is_text or (is_several and isinstance(only.value, ScalarNode)):
            return False
        has_lines = any("\n" in text for text in self.values(name))
        return not only.is_flat or has_lines or (known is not None and not is_several)

    def is_list(self, name: str) -> bool:
        """Whether a field holds a list, be it of a single value."""
        known = FIELD_BY_NAME.get(name)
        is_typed_so = any(each.is_list for each in self.segments(name))
        return is_typed_so or (known is not None and known.type in SEVERAL)

    def _field(self, name: str) -> FieldValue | None:
        own = self.contact.own_fields
        known = self.contact.fields.get(name)
        return known or next((own[key] for key in own if f"{_OWN}{spelling(key)}" == name), None)

    def values(self, name: str) -> tuple[str, ...]:
        """The values of a field as texts."""
        field = self._field(name)
        return field.values if field else ()

    def line(self, name: str) -> int:
        """The line on which a field stands."""
        field, places = self._field(name), self.segments(name)
        if field or not places:
            return field.line if field else 1
        return places[0].line

    def whole(self, name: str) -> Value:
        """A field as everything that is typed of it."""
        places = self.segments(name)
        said = tuple([tuple(said_by(each.value)) for each in places])
        return Value(said, "\n".join(each.typed for each in places), self.line(name))

    def single(self, name: str, meaning: Meaning) -> Value | None:
        """The first or only value of a field; None when it has none, or it names one of the two."""
        values = self.values(name)
        if not values:
            return None
        meant: object = values[0]
        if name in FIELD_BY_NAME:
            meant = getattr(self.contact, ATTRIBUTE_OF[name]) or values[0]
            if FIELD_BY_NAME[name].type is FieldType.TEXT and name != "uid":
                meant = name_key(values[0])
        if isinstance(meant, Link):
            meant = meaning(meant)
        return None if meant is None else Value(meant, values[0], self.line(name))

    def texts(self, name: str, meaning: Meaning) -> dict[object, str]:
        """The values of a list as typed, by what they mean, without the two who are joined."""
        if name.startswith(_OWN) or FIELD_BY_NAME[name].type not in SEVERAL:
            return {text: text for text in self.values(name)}
        values = getattr(self.contact, ATTRIBUTE_OF[name])
        if name == "phone":
            return {phone_of(value) or name_key(value): value for value in reversed(values)}
        if FIELD_BY_NAME[name].type is FieldType.LIST:
            return {name_key(value): value for value in values}
        typed = self.values(name)
        if len(typed) != len(values):
            typed = tuple([f"[[{link.target}]]" for link in values])
        found = {meaning(link): text for text, link in zip(typed, values, strict=True)}
        return {meant: text for meant, text in found.items() if meant is not None}


class Pair(NamedTuple):
    """Both notes, and whom links mean."""

    one: Side
    into: Side
    meaning: Meaning

    def key(self, name: str) -> str:
        """The key of a field: as the note that stays has it, else as the other one does."""
        keys = self.into.names().get(name) or self.one.names().get(name, name)
        return keys if name.startswith(_OWN) else name

    def shared(self) -> Iterator[str]:
        """The fields besides the name that both have."""
        ours = self.into.names()
        return (name for name in self.one.names() if name in ours and name != "name")

    def is_whole(self, name: str) -> bool:
        """Whether a field can't be divided in either."""
        return self.one.is_whole(name) or self.into.is_whole(name)

    def is_list(self, name: str) -> bool:
        """Whether the values of a field that both have are united."""
        if self.is_whole(name):
            return False
        if name.startswith(_OWN):
            return self.one.is_list(name) or self.into.is_list(name)
        return FIELD_BY_NAME[name].type in SEVERAL

    def value(self, side: Side, name: str) -> Value | None:
        """What a note says in a field that isn't a list."""
        return side.whole(name) if self.is_whole(name) else side.single(name, self.meaning)

    def _is_one_value(self, name: str) -> bool:
        """Whether both have the same value in a field that one of them writes as a list."""
        sides = (self.one, self.into)
        if any(len(side.values(name)) != 1 for side in sides):
            return False
        ours, theirs = (side.single(name, self.meaning) for side in sides)
        return bool(ours and theirs and ours.meant == theirs.meant)

    def differing(self) -> Iterator[Clash | Settled]:
        """The fields of which only one value can stay."""
        for name in self.shared():
            if self.is_list(name):
                continue
            ours, theirs = self.value(self.into, name), self.value(self.one, name)
            if self.is_whole(name) and self._is_one_value(name):
                continue
            if ours and theirs and ours.meant != theirs.meant:
                clash = Clash(self.key(name), *ours[1:], *theirs[1:])
                yield _settled(name, clash, ours.meant, theirs.meant) or clash


def side_of(note: Note) -> Side | Refusal:
    """What a note says; a refusal when that can't be told for certain."""
    contact = contact_of(note)
    if contact is None:
        return Refusal(note.source.path, 1, "only notes of contacts can be merged")
    opened = open_note(note, "")
    if isinstance(opened, Refusal):
        return opened
    if opened.block is None:
        return Side(note, contact, NONE)
    head = read_head(opened, "")
    return head if isinstance(head, Refusal) else Side(note, contact, segments_of(head))


def contact_of(note: Note) -> Contact | None:
    """The contact of a note."""
    return parse_note(
        note.source, note.config, in_contacts=note.in_contacts, in_journal=note.in_journal
    ).contact


def chosen(pair: Pair, choices: Mapping[str, str]) -> dict[str, str]:
    """The text that stays of each field in which the two differ, by its key."""
    found: dict[str, str] = {}
    for each in pair.differing():
        if isinstance(each, Settled):
            found[each.clash.field] = each.value
        else:
            found[each.field] = choices.get(each.field, each.into)
    return found


def _settled(name: str, clash: Clash, ours: object, theirs: object) -> Settled | None:
    days = ours, theirs
    if name in _LATER and not any(isinstance(each, str) for each in days):
        is_ours = max(days, key=str) == ours
        return Settled(clash, clash.into if is_ours else clash.one, "the later day")
    if name == "met" and isinstance(ours, PartialDate) and isinstance(theirs, PartialDate):
        short, long = sorted(map(str, (ours, theirs)), key=len)
        if long.startswith(short):
            return Settled(clash, clash.into if str(ours) == long else clash.one, "the exacter day")
        is_ours = min(days, key=str) == ours
        return Settled(clash, clash.into if is_ours else clash.one, "the earlier day")
    return None
