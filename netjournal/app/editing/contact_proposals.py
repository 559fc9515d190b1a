"""The contacts whom a few typed letters may mean, the likeliest first."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from heapq import nlargest
from typing import NamedTuple

from netjournal.app.editing.open_notes import OpenNotes
from netjournal.app.editing.proposal import MOST
from netjournal.app.find import about
from netjournal.model.contact import Contact
from netjournal.model.index import Index
from netjournal.model.names import plain_key
from netjournal.model.resolve import stem


class _Called(NamedTuple):
    """Everything that a contact is called, in the form in which fingers in a hurry type it."""

    path: str
    keys: tuple[str, ...]


def contacts_called(notes: OpenNotes, typed: str) -> list[tuple[Contact, str]]:
    """The contacts of whom a name, alias or file name begins so, or a word of one, or holds it.

    Each with a few words about the person. Without anything typed, those last in touch.
    """
    contacts = notes.index.contacts
    paths = _last_in_touch(notes) if not typed.strip() else _called(notes.index, typed)
    return [(contacts[path], about(contacts[path])) for path in paths]


def _last_in_touch(notes: OpenNotes) -> Sequence[str]:
    people = notes.assessment().people.values()
    newest = nlargest(MOST, people, key=lambda each: each.standing.last_contact or date.min)
    return [person.contact.path for person in newest]


def _called(index: Index, typed: str) -> Sequence[str]:
    key = plain_key(typed)
    inside = f" {key}"
    ranked: tuple[list[str], list[str], list[str]] = ([], [], [])
    for path, keys in _directory(index):
        for name in keys:
            if name.startswith(key):
                ranked[0].append(path)
                break
            if inside in name:
                ranked[1].append(path)
                break
        else:
            if any(key in name for name in keys):
                ranked[2].append(path)
    return [*ranked[0], *ranked[1], *ranked[2]]


def _directory(index: Index) -> tuple[_Called, ...]:
    return _made(tuple([(e.path, e.name, e.aliases) for e in index.contacts.values()]))


@lru_cache(maxsize=1)
def _made(contacts: tuple[tuple[str, str, tuple[str, ...]], ...]) -> tuple[_Called, ...]:
    """The names of all contacts, by name."""
    found = [
        _Called(path, tuple(dict.fromkeys(map(plain_key, (name, *aliases, stem(path))))))
        for path, name, aliases in contacts
    ]
    return tuple(sorted(found, key=lambda each: (each.keys[0], each.path)))
