"""Setting fields of a contact's note from what a person types: `industry+=finance`."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from netjournal.app.changing import Because, Changed, change_notes
from netjournal.app.who import Desk, Someone
from netjournal.model.config import Config
from netjournal.model.contact import FieldValue
from netjournal.model.fields import FIELDS
from netjournal.model.names import did_you_mean, name_key
from netjournal.notes.parse import parse_note
from netjournal.notes.splicing.fields import remove_field, set_field
from netjournal.notes.splicing.head import field_of
from netjournal.notes.splicing.inline import set_inline
from netjournal.notes.splicing.items import add_items, items_of, remove_items
from netjournal.notes.splicing.note import Note, Refusal, open_note

_ASSIGNMENT = re.compile(r"(?P<key>[^=+\-\n][^=\n]*?)(?P<sign>[+-]?)=(?P<value>.*)", re.DOTALL)
_KEY = re.compile(r"[^\W_][\w -]{0,60}")


class Assignment(NamedTuple):
    """What is to become of a field."""

    key: str
    sign: str
    """`+` adds to a list, `-` takes out of it, and nothing sets it."""
    value: str


def read_assignment(typed: str, config: Config) -> Assignment | str:
    """What `field=value` asks for; a sentence when it can't be understood.

    A field that netjournal doesn't know is one of the user's own, unless it is nearly a known one.
    """
    match = _ASSIGNMENT.fullmatch(typed)
    key = match["key"].strip() if match else ""
    if match is None or not _KEY.fullmatch(key):
        return f"'{typed}' is no change of a field; write it as field=value"
    known = field_of(config, key)
    likely = None if known else did_you_mean(key, [field.name for field in FIELDS])
    if likely:
        return f"no field is called '{key}'; did you mean '{likely}'?"
    value = match["value"].strip()
    if match["sign"] and not value:
        return f"'{typed}' names no value"
    return Assignment(key, match["sign"], value)


def set_fields(
    desk: Desk, person: Someone, wanted: Sequence[Assignment], because: Because
) -> Changed | Refusal:
    """Makes all of the changes in somebody's note, or none; raises NotChanged."""

    def change(note: Note) -> Note | Refusal:
        for each in wanted:
            changed = assigned(note, each)
            if isinstance(changed, Refusal):
                return changed
            note = changed
        return note

    return change_notes(desk.vault, [(person.note, change)], because)


def assigned(note: Note, wanted: Assignment) -> Note | Refusal:
    """The note with one change made in its fields."""
    found = _in_the_text(note, wanted.key)
    return _changed_there(note, found, wanted) if found else _changed(note, wanted)


def _in_the_text(note: Note, key: str) -> FieldValue | None:
    """A field that stands in the text, as `industry:: finance`; None for any other.

    One of the same name in the front matter would hide it.
    """
    opened = open_note(note, "")
    if isinstance(opened, Refusal):
        return None
    contact = parse_note(note.source, note.config, in_contacts=True, in_journal=False).contact
    known = field_of(note.config, key)
    name = known.name if known else key
    found = contact and (contact.fields.get(name) or contact.own_fields.get(name))
    return found if found and found.line >= opened.body_line else None


def _changed_there(note: Note, found: FieldValue, wanted: Assignment) -> Note | Refusal:
    """The note with a field changed that stands in its text."""
    values = [wanted.value]
    if wanted.sign:
        said = [each.strip() for text in found.values for each in text.split(",")]
        others = [each for each in said if name_key(each) != name_key(wanted.value)]
        if wanted.sign == "-" and others == said:
            return note
        values = [*others, *([] if wanted.sign == "-" else values)]
    value = ", ".join(values)
    if not value:
        reason = f"'{found.key}' stands in the text here, not in the front matter"
        by_hand = f"delete `{found.key}:: {', '.join(found.values)}`"
        return Refusal(note.source.path, found.line, reason, by_hand)
    return set_inline(note, found, value)


def _changed(note: Note, wanted: Assignment) -> Note | Refusal:
    key, sign, value = wanted
    if sign == "+":
        return add_items(note, key, [value], make_head=True)
    if sign == "-":
        return remove_items(note, key, [value])
    if not value:
        return remove_field(note, key)
    changed = set_field(note, key, value, make_head=True)
    return _only_item(note, key, value) or changed if isinstance(changed, Refusal) else changed


def _only_item(note: Note, key: str, value: str) -> Note | None:
    """The note with a list of which the value is the only item; None where there is no list."""
    added = add_items(note, key, [value])
    present = [] if isinstance(added, Refusal) else items_of(added, key)
    others = [each for each in present if name_key(each) != name_key(value)]
    alone = remove_items(added, key, others) if isinstance(added, Note) and others else None
    return alone if isinstance(alone, Note) and items_of(alone, key) == (value,) else None
