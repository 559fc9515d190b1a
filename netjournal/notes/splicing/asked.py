"""Whether a front matter says what was asked for after a change, and nothing else otherwise."""

from collections.abc import Iterable, Sequence

from netjournal.model.fields import Field, FieldType
from netjournal.notes.frontmatter import read_front_matter
from netjournal.notes.linkvalues import between_commas
from netjournal.notes.notebook import Notebook, texts_of
from netjournal.notes.plaincontact import ATTRIBUTE_OF
from netjournal.notes.raw import RawField
from netjournal.notes.splicing.facts import Facts, facts_of, new_problem, other_difference
from netjournal.notes.splicing.head import Head, read_head, said_by
from netjournal.notes.splicing.note import Note, Refusal, Splice, open_note, spliced

UNREADABLE = "the note couldn't be read after the change"


def with_values(
    head: Head, key: str, splices: Iterable[Splice], values: Sequence[str], by_hand: str
) -> Note | Refusal:
    """The note with pieces of its front matter replaced, if these are the field's values then."""
    opened = head.opened
    changed = spliced(opened, splices)
    reason = _difference(changed, head, key, values)
    problem = reason or _problem(changed, head)
    if problem:
        entries = head.named(key)
        place = entries[0].start if entries else head.start
        # A value that would be a problem is one by hand as well.
        return opened.refusal(place, problem, by_hand if reason else "")
    return changed


def values_of(head: Head, key: str) -> tuple[str, ...]:
    """The values of a field as they are read; none when it isn't there."""
    return _values_in(head.opened.note, head, key)


def _values_in(note: Note, head: Head, key: str) -> tuple[str, ...]:
    opened = open_note(note, "")
    if isinstance(opened, Refusal):
        return ()
    fields = read_front_matter(opened.text, note.source.path).fields
    named = [raw for raw in fields if head.same_field(raw.key, key)]
    known = head.known(key)
    return tuple(text for raw in named for text in _texts(raw, known))


def holds_several(known: Field | None) -> bool:
    """Whether commas in a single value of a field divide it into several."""
    return known is not None and known.type in (FieldType.LIST, FieldType.LINKS)


def _texts(raw: RawField, known: Field | None) -> Sequence[str]:
    if not raw.values or any(value.nested for value in raw.values):
        return [value.text for value in raw.values]
    if known and known.type is FieldType.LIST:
        return [value.text for value in texts_of(Notebook(""), raw, known)]
    only = raw.values[0]
    if known and known.type is FieldType.LINKS and not (raw.is_list or only.quoted):
        return between_commas(only.text)
    return [value.text for value in raw.values]


def _difference(after: Note, head: Head, key: str, values: Sequence[str]) -> str:
    """Why a change isn't the one asked for; empty when it is."""
    then, now = facts_of(head.opened.note), facts_of(after)
    if then is None or now is None:
        return UNREADABLE
    if tuple(values) != _values_in(after, head, key):
        return f"{key} wouldn't be read as it is meant"
    if now.body != then.body:
        return "the text below the front matter would change as well"
    if _others(then, head, key) != _others(now, head, key):
        return "another field would change as well"
    if _said_by_others(head, head.opened.note, key) != _said_by_others(head, after, key):
        return "another field would change as well"
    known = head.known(key)
    asked = {ATTRIBUTE_OF[known.name]} if known else {f"own {each.key}" for each in head.named(key)}
    asked |= set() if known else {f"own {key}"}
    return other_difference(then, now, asked)


def _problem(after: Note, head: Head) -> str:
    """What would be wrong in the note that isn't now; empty when nothing would."""
    then, now = facts_of(head.opened.note), facts_of(after)
    return new_problem(then, now) if then and now else ""


def _others(facts: Facts, head: Head, key: str) -> list[object]:
    return [field for field in facts.fields if not head.same_field(field[0], key)]


def _said_by_others(head: Head, note: Note, key: str) -> list[object] | None:
    """What YAML makes of the other fields, to the last line feed."""
    opened = open_note(note, "")
    found = opened if isinstance(opened, Refusal) else read_head(opened, "")
    if isinstance(found, Refusal):
        return None
    others = [each for each in found.entries if not head.same_field(each.key, key)]
    return [(each.key, said_by(each.value)) for each in others]
