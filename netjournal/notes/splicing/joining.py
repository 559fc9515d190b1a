"""Two notes of the same person made one: both texts, all fields, and no value lost unasked."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from netjournal.model.contact import Contact, Link
from netjournal.model.fields import FIELD_BY_NAME, FieldType, spelling
from netjournal.model.names import name_key
from netjournal.model.resolve import stem
from netjournal.notes.parse import parse_note
from netjournal.notes.plaincontact import ATTRIBUTE_OF
from netjournal.notes.splicing.bodies import with_text
from netjournal.notes.splicing.facts import facts_of
from netjournal.notes.splicing.fields import remove_field, set_field
from netjournal.notes.splicing.items import add_items, remove_items
from netjournal.notes.splicing.note import Note, Refusal
from netjournal.notes.splicing.unkept import unkept

Meaning = Callable[[Link], object]
"""Whom a link of either note means; None for one of the two who are joined."""

_SEVERAL = (FieldType.LIST, FieldType.LINKS)


class Clash(NamedTuple):
    """A field of which there can be one value, and of which the two notes have different ones."""

    field: str
    into: str
    into_line: int
    one: str
    one_line: int


class _Ask(NamedTuple):
    """What is to be said of a field in the note that stays."""

    field: str
    values: tuple[str, ...]
    is_list: bool


class _Pair(NamedTuple):
    """Both contacts, and whom links mean."""

    one: Contact
    into: Contact
    meaning: Meaning


def clashes(one: Note, into: Note, meaning: Meaning) -> tuple[Clash, ...]:
    """The fields for which somebody has to say which value is right."""
    pair = _pair(one, into, meaning)
    return tuple(_clashes(pair)) if pair else ()


def joined(one: Note, into: Note, choices: Mapping[str, str], meaning: Meaning) -> Note | Refusal:
    """The note that stays, with the text and the fields of the other one.

    `choices` has the value of each clash. The other name becomes an alias. A refusal when
    anything that either note says would be read otherwise, or not at all.
    """
    pair = _pair(one, into, meaning)
    if pair is None:
        return Refusal(one.source.path, 1, "only notes of contacts can be merged")
    stays_behind = unkept(one, pair.one)
    if stays_behind:
        return stays_behind
    changed: Note | Refusal = _without_themselves(into, pair)
    for ask in _asks(pair, choices):
        if isinstance(changed, Refusal):
            return changed
        if ask.is_list:
            changed = add_items(changed, ask.field, ask.values, make_head=True)
        else:
            changed = set_field(changed, ask.field, ask.values[0], make_head=True)
    return (
        changed if isinstance(changed, Refusal) else _with_body(changed, one, into, choices, pair)
    )


def _with_body(
    note: Note, one: Note, into: Note, choices: Mapping[str, str], pair: _Pair
) -> Note | Refusal:
    """The note with the text of the other one, in the best way that changes nothing it says."""
    refusal = Refusal(into.source.path, 1, "the texts can't be put together")
    for way in with_text(note, one, pair.one.name, _names(note, pair)):
        if isinstance(way, Refusal):
            return way
        named: Note | Refusal = way.note
        if _contact(way.note) != pair.into.name:
            named = set_field(way.note, "name", pair.into.name, make_head=True)
        if isinstance(named, Refusal):
            refusal = named
            continue
        lost = way.loses(one, into)
        reason = f"{lost} would be lost" if lost else _difference(one, into, named, choices, pair)
        if not reason:
            return named
        refusal = Refusal(into.source.path, 1, reason)
    return refusal


def _names(note: Note, pair: _Pair) -> Callable[[str], bool]:
    """Whether a heading only names the person, as the note that stays does already."""
    contact = _parsed(note)
    said = {*contact.aliases, contact.name} if contact else set()
    # A name that is only the file's has no capitals.
    is_stem = pair.into.name == stem(pair.into.path)
    return lambda title: title in said or (not is_stem and name_key(title) in map(name_key, said))


def _pair(one: Note, into: Note, meaning: Meaning) -> _Pair | None:
    contacts = [_parsed(note) for note in (one, into)]
    first, second = contacts
    return _Pair(first, second, meaning) if first and second else None


def _parsed(note: Note) -> Contact | None:
    return parse_note(
        note.source, note.config, in_contacts=note.in_contacts, in_journal=note.in_journal
    ).contact


def _contact(note: Note) -> str:
    contact = _parsed(note)
    return contact.name if contact else ""


def _singles(contact: Contact, meaning: Meaning) -> dict[str, tuple[object, str, int]]:
    """The fields that have one value: what is meant, as typed, and on which line."""
    found: dict[str, tuple[object, str, int]] = {}
    for name, field in contact.fields.items():
        if name == "name" or FIELD_BY_NAME[name].type in _SEVERAL or not field.values:
            continue
        meant = getattr(contact, ATTRIBUTE_OF[name]) or field.values[0]
        if isinstance(meant, Link):
            meant = meaning(meant)
        if meant is not None:
            found[name] = (meant, field.values[0], field.line)
    for key, field in contact.own_fields.items():
        if len(field.values) == 1:
            found[f"own {spelling(key)}"] = (field.values[0], field.values[0], field.line)
    return found


def _clashes(pair: _Pair) -> Iterator[Clash]:
    ours, theirs = (_singles(each, pair.meaning) for each in (pair.into, pair.one))
    for name, (meant, text, line) in theirs.items():
        if name in ours and ours[name][0] != meant:
            yield Clash(_key(name, pair), *ours[name][1:], text, line)


def _key(name: str, pair: _Pair) -> str:
    """The key of a field as the note that stays has it, else as the other one does."""
    if not name.startswith("own "):
        return name
    keys = [*pair.into.own_fields, *pair.one.own_fields]
    return next(key for key in keys if f"own {spelling(key)}" == name)


def _asks(pair: _Pair, choices: Mapping[str, str]) -> Iterator[_Ask]:
    aliases = [pair.one.name, *pair.one.aliases]
    known = {name_key(pair.into.name), *map(name_key, pair.into.aliases)}
    new = [each for each in dict.fromkeys(aliases) if name_key(each) not in known]
    if new:
        yield _Ask("aliases", (*pair.into.aliases, *new), is_list=True)
    ours, theirs = (_singles(each, pair.meaning) for each in (pair.into, pair.one))
    for name, (meant, text, _) in theirs.items():
        key = _key(name, pair)
        if name not in ours:
            yield _Ask(key, (text,), is_list=False)
        elif ours[name][0] != meant:
            yield _Ask(key, (choices.get(key, ours[name][1]),), is_list=False)
    for name in pair.one.fields:
        if FIELD_BY_NAME[name].type in _SEVERAL and name != "aliases":
            ours_of = _texts(pair.into, name, pair)
            new_ones = [
                text for meant, text in _texts(pair.one, name, pair).items() if meant not in ours_of
            ]
            if new_ones:
                yield _Ask(name, (*ours_of.values(), *new_ones), is_list=True)
    for key, field in pair.one.own_fields.items():
        if len(field.values) > 1:
            yield _Ask(_key(f"own {spelling(key)}", pair), field.values, is_list=True)


def _texts(contact: Contact, name: str, pair: _Pair) -> dict[object, str]:
    """The values of a list as typed, by what they mean, without the two who are joined."""
    values = getattr(contact, ATTRIBUTE_OF[name])
    if FIELD_BY_NAME[name].type is FieldType.LIST:
        return {name_key(value): value for value in values}
    typed = contact.fields[name].values if name in contact.fields else ()
    if len(typed) != len(values):
        typed = tuple([f"[[{link.target}]]" for link in values])
    found = {pair.meaning(link): text for text, link in zip(typed, values, strict=True)}
    return {meant: text for meant, text in found.items() if meant is not None}


def _without_themselves(note: Note, pair: _Pair) -> Note | Refusal:
    """The note that stays, without the fields in which it names the one who goes."""
    into = pair.into
    if into.introduced_by and pair.meaning(into.introduced_by) is None:
        without = remove_field(note, "introduced_by")
        if isinstance(without, Refusal):
            return without
        note = without
    if all(pair.meaning(link) is not None for link in into.knows):
        return note
    kept = _texts(into, "knows", pair)
    if not kept:
        return remove_field(note, "knows")
    gone = [text for text in into.fields["knows"].values if text not in kept.values()]
    return remove_items(note, "knows", gone)


def _difference(one: Note, into: Note, after: Note, choices: Mapping[str, str], pair: _Pair) -> str:
    """Why something that either note says would be lost, or be read otherwise."""
    facts = [facts_of(note) for note in (one, into, after)]
    theirs, ours, now = facts
    contact = _parsed(after)
    if theirs is None or ours is None or now is None or contact is None:
        return "the note couldn't be read after the change"
    for what, before, said in (
        ("an interaction", (*ours.interactions, *theirs.interactions), now.interactions),
        ("a promise", (*ours.promises, *theirs.promises), now.promises),
    ):
        if Counter(before) != Counter(said):
            return f"{what} would be read otherwise, or be lost"
    for _, message in now.problems - (ours.problems + theirs.problems):
        return message
    return _other_fields(contact, choices, pair)


def _other_fields(contact: Contact, choices: Mapping[str, str], pair: _Pair) -> str:
    if contact.name != pair.into.name:
        return "the name would change as well"
    before = _singles(pair.one, pair.meaning) | _singles(pair.into, pair.meaning)
    now = _singles(contact, pair.meaning)
    for name, (meant, _, _) in before.items():
        key = _key(name, pair)
        said = now.get(name)
        if said is None or (said[1] != choices[key] if key in choices else said[0] != meant):
            return f"{key} would be read otherwise, or be lost"
    for name in {**pair.one.fields, **pair.into.fields}:
        if FIELD_BY_NAME[name].type in _SEVERAL:
            wanted = {*_texts(pair.one, name, pair), *_texts(pair.into, name, pair)}
            if not wanted - {name_key(contact.name)} <= {*_texts(contact, name, pair)}:
                return f"a value of {name} would be lost"
    own = {spelling(key): set(field.values) for key, field in contact.own_fields.items()}
    for key, field in (*pair.one.own_fields.items(), *pair.into.own_fields.items()):
        if len(field.values) > 1 and not set(field.values) <= own.get(spelling(key), set()):
            return f"a value of {key} would be lost"
    return ""
