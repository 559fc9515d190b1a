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
    lines = _lines_of(found)
    if len(lines) > 1:
        return _changed_in_lines(note, lines, wanted)
    values = [wanted.value]
    if wanted.sign:
        said = [each.strip() for text in found.values for each in text.split(",")]
        others = [each for each in said if name_key(each) != name_key(wanted.value)]
        if (wanted.sign == "-") == (others == said):
            # It isn't there to be taken away, or is there already.
            return note
        values = [*others, *([] if wanted.sign == "-" else values)]
    value = ", ".join(values)
    return set_inline(note, found, value) if value else _left_to_you(note, found)


def _lines_of(found: FieldValue) -> list[FieldValue]:
    """A list that stands in the text in several fields of one name, each of them by itself."""
    at: dict[tuple[int, int], list[str]] = {}
    for value, place in zip(found.values, found.places, strict=False):
        at.setdefault(place, []).append(value)
    return [found._replace(values=(*at[a, b],), line=a, column=b, places=()) for a, b in at]


def _changed_in_lines(
    note: Note, lines: Sequence[FieldValue], wanted: Assignment
) -> Note | Refusal:
    """The note with a list changed that stands in several lines of its text."""
    key = name_key(wanted.value)
    has_it = [each for each in lines if key in map(name_key, each.values)]
    if not wanted.sign:
        return _not_one_line(note, lines, wanted.value)
    if bool(has_it) == (wanted.sign == "+"):
        return note
    line = has_it[0] if has_it else lines[-1]
    values = [each for each in line.values if name_key(each) != key]
    if wanted.sign == "+":
        values.append(wanted.value)
    if any("," in each for each in values):
        reason = f"a value of '{line.key}' holds a comma"
        by_hand = f"{line.key}:: {wanted.value}" if wanted.sign == "+" else ""
        return Refusal(note.source.path, line.line, reason, by_hand)
    if not values:
        return _left_to_you(note, line)
    whole = [value for each in lines for value in (values if each is line else each.values)]
    changed = set_inline(note, line, ", ".join(values), whole)
    # Another line may have the value to take away as well.
    return changed if isinstance(changed, Refusal) or not has_it else assigned(changed, wanted)


def _left_to_you(note: Note, line: FieldValue) -> Refusal:
    reason = f"'{line.key}' stands in the text here, not in the front matter"
    by_hand = f"delete `{line.key}:: {', '.join(line.values)}`"
    return Refusal(note.source.path, line.line, reason, by_hand)


def _not_one_line(note: Note, lines: Sequence[FieldValue], value: str) -> Refusal:
    """The refusal to set a list to one value that several lines of the text hold together."""
    first = lines[0]
    numbers = list(dict.fromkeys(str(each.line) for each in lines))
    reason = f"'{first.key}' stands in the text {len(lines)} times"
    these = f"the fields on {'line' if len(numbers) == 1 else 'lines'} {', '.join(numbers)}"
    by_hand = f"{first.key}:: {value}\ninstead of {these}" if value else f"delete {these}"
    return Refusal(note.source.path, first.line, reason, by_hand)


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
