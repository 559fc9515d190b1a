"""A note for somebody new, from the vault's template, over no other note."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from netjournal.app.blank_note import blank_note, contact_template
from netjournal.app.changing import Because, Read, change_as_planned
from netjournal.app.find import about
from netjournal.app.new_place import Places
from netjournal.app.set_fields import Assignment, assigned
from netjournal.app.who import Desk
from netjournal.model.config import Config
from netjournal.model.contact import Contact
from netjournal.model.fields import FIELDS
from netjournal.model.glimpse import clue_of
from netjournal.model.index import Index
from netjournal.model.names import plain_key
from netjournal.notes.characters import without_hidden
from netjournal.notes.splicing.head import field_of
from netjournal.notes.splicing.note import Refusal
from netjournal.notes.splicing.template import Filling, contact_in
from netjournal.reviews.doubles import find_doubles
from netjournal.reviews.doubles_clues import clues_of_doubles
from netjournal.vault.changes import FileChange
from netjournal.vault.nicknames import full_names_of
from netjournal.vault.reader import CONTACT_TEMPLATE
from netjournal.vault.scan import FoundNote

_MOST_LIKELY = 3


class Wish(NamedTuple):
    """Who is to get a note."""

    name: str
    fields: Sequence[Assignment]
    day: date


class Namesake(NamedTuple):
    """Somebody who is called so already."""

    name: str
    path: str
    about: str
    is_alias: bool


class Likely(NamedTuple):
    """Somebody who may be the same person, and why."""

    name: str
    path: str
    why: tuple[str, ...]


class Made(NamedTuple):
    """A note for somebody new."""

    place: FoundNote
    name: str
    data: bytes
    template: str
    """The path of the vault's template, if it has one."""
    namesakes: tuple[Namesake, ...]
    likely: tuple[Likely, ...] = ()
    """Those besides the namesakes, the likeliest first."""
    warnings: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """Where it lies in the vault."""
        return self.place.path


def plain_name(typed: str) -> str:
    """A name as it is written: with single spaces, and without what nobody sees in it."""
    return " ".join(without_hidden(typed).split())


def new_contact(desk: Desk, wish: Wish, because: Because) -> Made | Refusal:
    """Writes a note for somebody new; raises NotChanged.

    A note of the same name that comes meanwhile is left alone: then the new one is called
    otherwise.
    """

    def plan(known: Desk, _: Read) -> tuple[Made, Sequence[FileChange]] | Refusal:
        found = plan_contact(known, wish)
        if isinstance(found, Refusal):
            return found
        return found, [FileChange(found.path, None, found.data)]

    done = change_as_planned(desk.vault, desk, Desk, plan, because)
    return done if isinstance(done, Refusal) else done[0]._replace(warnings=done[1].warnings)


def plan_contact(desk: Desk, wish: Wish, places: Places | None = None) -> Made | Refusal:
    """The note that somebody new would get; nothing is written.

    `places` are those of which others who are new have got theirs.
    """
    config = desk.settings.config
    place = (places or Places(desk)).take(wish.name, _organization(wish, config))
    if isinstance(place, Refusal):
        return place
    template = contact_template(desk.root)
    if isinstance(template, Refusal):
        return template
    note = blank_note(place, template, Filling(wish.name, wish.day), config)
    if isinstance(note, Refusal):
        return note
    wanted = sorted(wish.fields, key=lambda each: _order(each, config))
    for each in wanted:
        changed = assigned(note, each)
        if isinstance(changed, Refusal):
            return changed
        note = changed
    where = CONTACT_TEMPLATE if template else ""
    new = contact_in(note)
    clues = clues_of_doubles(new, full_names_of()) if new else ()
    index = desk.index_of_those(clue_of(wish.name), *clues)
    namesakes = _namesakes(index, wish.name)
    likely = _likely(index, new, {each.path for each in namesakes})
    return Made(place, wish.name, note.source.data, where, namesakes, likely)


def _organization(wish: Wish, config: Config) -> str:
    for key, _, value in wish.fields:
        known = field_of(config, key)
        if known and known.name == "organization":
            return value
    return ""


_ORDER: Mapping[str, int] = {field.name: number for number, field in enumerate(FIELDS)}


def _order(wanted: Assignment, config: Config) -> int:
    known = field_of(config, wanted.key)
    return _ORDER[known.name] if known else len(_ORDER)


def _namesakes(index: Index, name: str) -> tuple[Namesake, ...]:
    """Those who have that name or alias already, accents or not."""
    key = plain_key(name)
    named = [each for each in index.contacts.values() if plain_key(each.name) == key]
    known = [each for each in index.contacts.values() if key in map(plain_key, each.aliases)]
    others = [each for each in known if each not in named]
    return (
        *(_namesake(each, is_alias=False) for each in named),
        *(_namesake(each, is_alias=True) for each in others),
    )


def _likely(index: Index, new: Contact | None, known: Collection[str]) -> tuple[Likely, ...]:
    """Those whom a new contact may be, but for some who are known; a few of them."""
    if new is None:
        return ()
    all_of_them = replace(index, contacts={**index.contacts, new.path: new})
    found = []
    for double in find_doubles(all_of_them, full_names_of(), of=new.path):
        path = double.other if double.one == new.path else double.one
        if path not in known:
            why = tuple([reason.text for reason in double.reasons])
            found.append(Likely(index.contacts[path].name, path, why))
    return tuple(found[:_MOST_LIKELY])


def _namesake(contact: Contact, *, is_alias: bool) -> Namesake:
    return Namesake(contact.name, contact.path, about(contact), is_alias)
