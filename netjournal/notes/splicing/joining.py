"""Two notes of the same person made one: both texts, all fields, and no value lost unasked."""

from collections.abc import Callable, Iterator, Mapping

from netjournal.model.fields import FIELD_BY_NAME
from netjournal.model.names import name_key
from netjournal.model.resolve import stem
from netjournal.notes.splicing.bodies import with_text
from netjournal.notes.splicing.carrying import carried, replaced, with_comments
from netjournal.notes.splicing.fields import remove_field, set_field
from netjournal.notes.splicing.items import add_items, remove_items
from netjournal.notes.splicing.kept import difference
from netjournal.notes.splicing.note import Note, Refusal
from netjournal.notes.splicing.pairs import (
    Meaning,
    Pair,
    Side,
    chosen,
    contact_of,
    side_of,
)
from netjournal.notes.splicing.segments import Segment


def pair_of(one: Note, into: Note, meaning: Meaning) -> Pair | Refusal:
    """Two notes to be joined; a refusal when one of them can't be read for certain."""
    sides = [side_of(note) for note in (one, into)]
    first, second = sides
    if isinstance(first, Refusal):
        return first
    return second if isinstance(second, Refusal) else Pair(first, second, meaning)


def joined(pair: Pair, choices: Mapping[str, str]) -> Note | Refusal:
    """The note that stays, with the text and the fields of the other one.

    `choices` has the value of each clash. The other name becomes an alias. A refusal when
    anything that either note says would be read otherwise, or not at all.
    """
    texts = chosen(pair, choices)
    changed = _with_aliases(_without_themselves(pair), pair)
    for name in pair.shared():
        if isinstance(changed, Note):
            changed = _with_shared(changed, name, texts, pair)
    if isinstance(changed, Note):
        changed = _with_lines(changed, list(_to_carry(pair)), pair)
    for name in _without_place(pair):
        if isinstance(changed, Note):
            changed = _with_values(changed, name, pair)
    if isinstance(changed, Refusal):
        return changed
    return _with_body(changed, texts, pair)


def _without_themselves(pair: Pair) -> Note | Refusal:
    """The note that stays, without the fields in which it names the one who goes."""
    note, into = pair.into.note, pair.into.contact
    if into.introduced_by and pair.meaning(into.introduced_by) is None:
        without = remove_field(note, "introduced_by")
        if isinstance(without, Refusal):
            return without
        note = without
    if all(pair.meaning(link) is not None for link in into.knows):
        return note
    kept = pair.into.texts("knows", pair.meaning)
    if not kept:
        return remove_field(note, "knows")
    gone = [text for text in into.fields["knows"].values if text not in kept.values()]
    return remove_items(note, "knows", gone)


def _with_aliases(note: Note | Refusal, pair: Pair) -> Note | Refusal:
    one, into = pair.one.contact, pair.into.contact
    known = {name_key(into.name), *map(name_key, into.aliases)}
    # Of several names in one field the first is read.
    aliases = dict.fromkeys((one.name, *pair.one.values("name")[1:], *one.aliases))
    new = [each for each in aliases if name_key(each) not in known]
    if isinstance(note, Refusal) or not new:
        return note
    there = () if pair.into.segments("aliases") else into.aliases
    return add_items(note, "aliases", (*there, *new), make_head=True)


def _with_shared(note: Note, name: str, texts: Mapping[str, str], pair: Pair) -> Note | Refusal:
    """The note with a field that both have."""
    key = pair.key(name)
    if name == "aliases" or (key not in texts and not pair.is_list(name)):
        return note
    if pair.is_list(name):
        ours, theirs = (each.texts(name, pair.meaning) for each in (pair.into, pair.one))
        new = [text for meant, text in theirs.items() if meant not in ours]
        # What stands below the front matter isn't read any more once it has the field.
        there = () if pair.into.segments(name) else ours.values()
        return add_items(note, key, (*there, *new), make_head=True) if new else note
    if pair.is_whole(name):
        is_ours = texts[key] == pair.into.whole(name).text
        return note if is_ours else _with_their_lines(note, name, pair)
    changed = set_field(note, key, texts[key], make_head=True)
    if isinstance(changed, Refusal) and texts[key] != pair.into.values(name)[0]:
        # A value that isn't understood isn't set, but it was the writer's.
        changed = _with_their_lines(note, name, pair)
    return changed


def _with_their_lines(note: Note, name: str, pair: Pair) -> Note | Refusal:
    """The note with the lines of a field as the other one has it, in the place of its own."""
    now = side_of(note)
    if isinstance(now, Refusal):
        return now
    old, new = now.segments(name), pair.one.segments(name)
    if len(old) != 1 or len(new) != 1:
        reason = f"{pair.key(name)} is given twice, or in the text below the front matter"
        return Refusal(pair.one.note.source.path, pair.one.line(name), reason)
    return replaced(note, old[0], new[0])


def _only_theirs(pair: Pair) -> Iterator[str]:
    """The fields that only the note that goes has."""
    ours = pair.into.names()
    for name in pair.one.names():
        if name not in (*ours, "name", "aliases"):
            yield name


def _without_place(pair: Pair) -> Iterator[str]:
    """Of these those that aren't brought over line by line, as the lines say something else too."""
    for name in _only_theirs(pair):
        if not pair.one.segments(name) or (
            name in ("knows", "introduced_by") and _names_themselves(name, pair)
        ):
            yield name


def _names_themselves(name: str, pair: Pair) -> bool:
    one = pair.one.contact
    links = one.knows if name == "knows" else (one.introduced_by,)
    return any(link and pair.meaning(link) is None for link in links)


def _to_carry(pair: Pair) -> Iterator[Segment]:
    """The lines of the fields that only the note that goes has."""
    names = {*_only_theirs(pair)} - {*_without_place(pair)}
    for each in pair.one.front.fields:
        # What has no text as its key isn't read, and kept.
        if (each.has_value and pair.one.name_of(each.key) in names) or not each.key:
            yield each


def _with_lines(note: Note, segments: list[Segment], pair: Pair) -> Note | Refusal:
    """The note with fields as they are typed; where that isn't possible, with their values."""
    waiting = [each for each in segments if pair.into.segments(pair.one.name_of(each.key))]
    others = [each for each in segments if each not in waiting]
    whole = carried(note, others)
    if isinstance(whole, Note):
        note = whole
        others = []
    for each in others:
        changed = carried(note, [each])
        if isinstance(changed, Refusal):
            changed = _with_values(note, pair.one.name_of(each.key), pair)
        if isinstance(changed, Refusal):
            return changed
        note = changed
    for each in waiting:
        changed = _in_empty_field(note, each, pair)
        if isinstance(changed, Refusal):
            return changed
        note = changed
    return note


def _in_empty_field(note: Note, segment: Segment, pair: Pair) -> Note | Refusal:
    """The note with a field for which it has a key without a value."""
    name = pair.one.name_of(segment.key)
    if pair.one.values(name) and not pair.one.is_whole(name):
        changed = _with_values(note, name, pair)
        if isinstance(changed, Note):
            return changed
    now = side_of(note)
    return now if isinstance(now, Refusal) else replaced(note, now.segments(name)[0], segment)


def _with_values(note: Note, name: str, pair: Pair) -> Note | Refusal:
    """The note with the values of a field that only the other one has."""
    key, one = pair.key(name), pair.one
    now = side_of(note)
    if isinstance(now, Refusal) or now.values(name):
        # A line that has been brought over says it already, through an alias.
        return now if isinstance(now, Refusal) else note
    if not one.values(name) or one.is_whole(name):
        reason = f"{key} can't stand in another note as it is typed"
        return Refusal(one.note.source.path, one.line(name), reason)
    if one.is_list(name) or (name not in FIELD_BY_NAME and pair.into.is_list(name)):
        texts = tuple(one.texts(name, pair.meaning).values())
        return add_items(note, key, texts, make_head=True) if texts else note
    single = one.single(name, pair.meaning)
    return set_field(note, key, single.text, make_head=True) if single else note


def _with_body(note: Note, texts: Mapping[str, str], pair: Pair) -> Note | Refusal:
    """The note with the text of the other one, in the best way that changes nothing it says."""
    one, into = pair.one.note, pair.into
    refusal = Refusal(into.note.source.path, 1, "the texts can't be put together")
    for way in with_text(note, one, pair.one.contact.name, _names(note, into)):
        if isinstance(way, Refusal):
            return way
        named = _named(way.note, into.contact.name)
        whole = named
        if isinstance(named, Note):
            whole = with_comments(named, (pair.one.front, into.front))
        if isinstance(whole, Refusal):
            refusal = whole
            continue
        lost = way.loses(one, into.note)
        reason = f"{lost} would be lost" if lost else difference(whole, texts, pair)
        if not reason:
            return whole
        refusal = Refusal(into.note.source.path, 1, reason)
    return refusal


def _named(note: Note, name: str) -> Note | Refusal:
    contact = contact_of(note)
    is_called = contact is not None and contact.name == name
    return note if is_called else set_field(note, "name", name, make_head=True)


def _names(note: Note, into: Side) -> Callable[[str], bool]:
    """Whether a heading only names the person, as the note that stays does already."""
    contact = contact_of(note)
    said = {*contact.aliases, contact.name} if contact else set()
    # A name that is only the file's has no capitals.
    is_stem = into.contact.name == stem(into.contact.path)
    return lambda title: title in said or (not is_stem and name_key(title) in map(name_key, said))
