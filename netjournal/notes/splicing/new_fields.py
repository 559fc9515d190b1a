"""Several fields that a note doesn't have yet, written all at once."""

from collections.abc import Iterable, Mapping, Sequence

from netjournal.model.fields import FieldType
from netjournal.notes.frontmatter import read_front_matter
from netjournal.notes.plaincontact import ATTRIBUTE_OF
from netjournal.notes.splicing.asked import UNREADABLE, holds_several
from netjournal.notes.splicing.facts import facts_of, new_problem, other_difference
from netjournal.notes.splicing.fields import NO_VALUE, is_value
from netjournal.notes.splicing.head import Head, field_of, read_head
from netjournal.notes.splicing.note import Note, Refusal, Splice, open_note, spliced
from netjournal.notes.splicing.quoting import written

_DAYS = (FieldType.DATE, FieldType.PARTIAL_DATE)


def add_fields(note: Note, fields: Mapping[str, Sequence[str]]) -> Note | Refusal:
    """The note with more fields, each with its values, behind those that it has.

    A refusal when it has one of them, or would say anything else besides; as for any change.
    Front matter that is missing is made.
    """
    wanted = {key: values for key, values in fields.items() if values}
    by_hand = "\n".join(_lines(note, wanted)) if _all_values(wanted) else ""
    if not by_hand:
        return Refusal(note.source.path, 1, NO_VALUE, "") if wanted else note
    head = _head(note, by_hand)
    if isinstance(head, Refusal):
        return head
    for key in wanted:
        there = head.named(key)
        if there:
            return head.refusal(there[0], f"{there[0].key} is there already", by_hand)
    place = head.end_of_fields()
    text = "".join(f"{head.indent()}{line}\n" for line in by_hand.split("\n"))
    changed = spliced(head.opened, [Splice(place, place, text)])
    reason = _difference(head.opened.note, changed, wanted)
    return head.opened.refusal(place, reason, by_hand) if reason else changed


def _head(note: Note, by_hand: str) -> Head | Refusal:
    opened = open_note(note, by_hand)
    if not isinstance(opened, Refusal) and opened.block is None:
        opened = open_note(spliced(opened, [Splice(0, 0, "---\n---\n")]), by_hand)
    return opened if isinstance(opened, Refusal) else read_head(opened, by_hand)


def _all_values(wanted: Mapping[str, Sequence[str]]) -> bool:
    return all(is_value(each) for values in wanted.values() for each in values)


def _lines(note: Note, wanted: Mapping[str, Sequence[str]]) -> Iterable[str]:
    """The fields as lines of YAML."""
    for key, values in wanted.items():
        known = field_of(note.config, key)
        is_day = known is not None and known.type in _DAYS
        if holds_several(known) or len(values) > 1:
            inside = ", ".join(written(each, in_brackets=True) for each in values)
            yield f"{key}: [{inside}]"
        else:
            yield f"{key}: {written(values[0], is_day=is_day)}"


def _difference(before: Note, after: Note, wanted: Mapping[str, Sequence[str]]) -> str:
    """Why a change is more or less than these fields; empty when it is just that."""
    then, now = facts_of(before), facts_of(after)
    opened = open_note(after, "")
    if then is None or now is None or isinstance(opened, Refusal):
        return UNREADABLE
    if now.body != then.body or now.fields[: len(then.fields)] != then.fields:
        return "something else would change as well"
    added = read_front_matter(opened.text, after.source.path).fields[len(then.fields) :]
    if [(raw.key, [value.text for value in raw.values]) for raw in added] != [
        (key, list(values)) for key, values in wanted.items()
    ]:
        return "a field wouldn't be read as it is meant"
    asked = set()
    for key in wanted:
        known = field_of(before.config, key)
        asked.add(ATTRIBUTE_OF[known.name] if known else f"own {key}")
    return other_difference(then, now, asked) or new_problem(then, now)
