"""A field that stands in a note's text, as `key:: value`: its value replaced where it is."""

from collections.abc import Sequence

from netjournal.model.contact import FieldValue
from netjournal.notes.inline_fields import value_span
from netjournal.notes.parse import parse_note
from netjournal.notes.plaincontact import ATTRIBUTE_OF
from netjournal.notes.splicing.facts import facts_of, new_problem, other_difference
from netjournal.notes.splicing.head import field_of, offset_of_line
from netjournal.notes.splicing.note import Note, Refusal, Splice, open_note, spliced


def set_inline(
    note: Note, found: FieldValue, value: str, whole: Sequence[str] = ()
) -> Note | Refusal:
    """The note with another value of a field that stands in its text.

    `found` is the field as it is read; its key keeps its spelling. Where it is one of several
    lines of a list, `whole` has what all of them say together afterwards.
    """
    by_hand = f"{found.key}:: {value}"
    opened = open_note(note, by_hand)
    if isinstance(opened, Refusal):
        return opened
    start = offset_of_line(opened.text, found.line) + found.column - 1
    span = value_span(opened.text, start)
    if span is None:
        return opened.refusal(start, f"{found.key} isn't written as it is read", by_hand)
    typed = opened.text[slice(*span)]
    quote = '"' if len(typed) > 1 and typed[0] == typed[-1] == '"' else ""
    gap = "" if typed or opened.text[span[0] - 1] in " \t" else " "
    changed = spliced(opened, [Splice(*span, f"{gap}{quote}{value}{quote}")])
    reason = _difference(note, changed, found, ", ".join(whole) or value)
    return opened.refusal(start, reason, by_hand) if reason else changed


def _difference(before: Note, after: Note, found: FieldValue, value: str) -> str:
    """Why a change isn't the one asked for; empty when it is."""
    then, now = facts_of(before), facts_of(after)
    if then is None or now is None:
        return "the note couldn't be read after the change"
    known = field_of(before.config, found.key)
    name = known.name if known else found.key
    contact = parse_note(after.source, after.config, in_contacts=True, in_journal=False).contact
    said = contact and (contact.fields.get(name) or contact.own_fields.get(name))
    if not said or ", ".join(said.values) != value:
        return f"{found.key} wouldn't be read as it is meant"
    same = ("fields", "interactions", "promises")
    if any(getattr(then, each) != getattr(now, each) for each in same):
        return "something else would change as well"
    asked = {ATTRIBUTE_OF[name]} if known else {f"own {found.key}"}
    return other_difference(then, now, asked) or new_problem(then, now)
