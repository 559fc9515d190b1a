"""A field with a single value: set, and taken away."""

from yaml.nodes import ScalarNode

from netjournal.model.fields import FieldType
from netjournal.notes.splicing.asked import holds_several, values_of, with_values
from netjournal.notes.splicing.head import Entry, Head, field_of, read_head
from netjournal.notes.splicing.note import (
    Note,
    Refusal,
    Splice,
    is_writable,
    open_note,
    spliced,
)
from netjournal.notes.splicing.quoting import written

_DAYS = (FieldType.DATE, FieldType.PARTIAL_DATE)


NO_VALUE = "a value is text on one line"


def set_field(note: Note, key: str, value: str, *, make_head: bool = False) -> Note | Refusal:
    """The note with a field that has a value and no other, under whatever key it has there.

    A key that is missing comes last. Front matter that is missing is made if asked for. The same
    note when it says so already.
    """
    known = field_of(note.config, key)
    is_day = known is not None and known.type in _DAYS
    by_hand = f"{key}: {written(value, is_day=is_day) if value else ''}".rstrip()
    if not is_value(value):
        return Refusal(note.source.path, 1, NO_VALUE, by_hand)
    found = find_entry(note, key, by_hand, make_head=make_head)
    if isinstance(found, Refusal):
        return found
    head, entry = found
    if entry:
        by_hand = by_hand.replace(key, entry.key, 1)
    if entry is None:
        place = head.end_of_fields()
        splice = Splice(place, place, f"{head.indent()}{key}: {_written(head, key, value)}\n")
    elif values_of(head, key) == (value,):
        return note
    elif head.is_text(entry.value):
        splice = _set(head, entry, value)
    else:
        return head.refusal(entry, f"{entry.key} holds a list, or fields of its own", by_hand)
    return with_values(head, key, [splice], [value], by_hand)


def with_empty_field(note: Note, key: str) -> Note | Refusal:
    """The note with a field that waits for its value; the same note when the field is there."""
    by_hand = f"{key}:"
    found = find_entry(note, key, by_hand, make_head=True)
    if isinstance(found, Refusal):
        return found
    head, entry = found
    if entry is not None:
        return note
    place = head.end_of_fields()
    return spliced(head.opened, [Splice(place, place, f"{head.indent()}{key}: \n")])


def remove_field(note: Note, key: str) -> Note | Refusal:
    """The note without a field: its lines are taken out, with comments on them.

    The only field of a note keeps its key, without a value. The same note when it has no such.
    """
    by_hand = f"delete the line `{key}:`"
    found = find_entry(note, key, by_hand)
    if isinstance(found, Refusal):
        return found
    head, entry = found
    if entry is None:
        return note
    if len(head.entries) == 1:
        splice = Splice(entry.colon, entry.value_end, "")
    else:
        end = head.opened.text.find("\n", entry.value_end) + 1
        splice = Splice(entry.start, end, "")
    return with_values(head, key, [splice], [], by_hand)


def is_value(text: str) -> bool:
    """Whether a text can be the value of a field, on one line and as it is."""
    return bool(text) and text == text.strip() and "\n" not in text and is_writable(text)


def find_entry(
    note: Note, key: str, by_hand: str, *, make_head: bool = False
) -> tuple[Head, Entry | None] | Refusal:
    """The front matter of a note, made if asked for when there is none, and a field's entry in it.

    A refusal when the field is there twice.
    """
    opened = open_note(note, by_hand)
    if not isinstance(opened, Refusal) and opened.block is None and make_head:
        opened = open_note(spliced(opened, [Splice(0, 0, "---\n---\n")]), by_hand)
    head = opened if isinstance(opened, Refusal) else read_head(opened, by_hand)
    if isinstance(head, Refusal):
        return head
    entries = head.named(key)
    if len(entries) > 1:
        first, second = (head.opened.line_of(entry.start) for entry in entries[:2])
        reason = f"{key} is given twice, on lines {first} and {second}"
        return head.refusal(entries[1], reason, by_hand)
    return head, entries[0] if entries else None


def _set(head: Head, entry: Entry, value: str) -> Splice:
    """A value in the place of what is typed behind a key, or behind the colon."""
    node = entry.value
    quote = node.style if isinstance(node, ScalarNode) and node.style in ("'", '"') else ""
    if entry.value_end == entry.colon:
        return Splice(entry.colon, entry.colon, " " + _written(head, entry.key, value))
    return Splice(entry.value_start, entry.value_end, _written(head, entry.key, value, quote or ""))


def _written(head: Head, key: str, value: str, quote: str = "") -> str:
    known = head.known(key)
    if not quote and "," in value and holds_several(known):
        quote = '"'
    return written(value, quote=quote, is_day=known is not None and known.type in _DAYS)
