"""The contacts whom a few typed letters may mean, the likeliest first."""

from collections.abc import Iterator
from functools import lru_cache
from heapq import nsmallest
from typing import NamedTuple

from netjournal.app.editing.open_notes import OpenNotes
from netjournal.app.editing.proposal import MOST
from netjournal.app.find import about
from netjournal.model.contact import Contact
from netjournal.model.names import plain_key
from netjournal.model.resolve import stem

_KEPT = 100_000
"""Contacts whose names are remembered in the form in which they are looked through."""


class _Called(NamedTuple):
    """A contact that is called so: 0 where a name begins so, 1 where a word does, 2 for others."""

    rank: int
    names: str
    contact: Contact


def contacts_called(
    notes: OpenNotes, typed: str, most: int = MOST, *, but: str = ""
) -> list[tuple[Contact, str]]:
    """The contacts of whom a name, alias or file name begins so, or a word of one, or holds it.

    Each with a few words about the person; within each of the three, those last in touch first.
    `but` is the path of one who isn't meant: nobody links to a note in itself.
    """
    people = notes.assessment().people

    def likeliest(found: _Called) -> tuple[int, int, str, str]:
        person = people.get(found.contact.path)
        last = person and person.standing.last_contact
        return found.rank, -last.toordinal() if last else 0, found.names, found.contact.path

    called = (each for each in _called(notes, typed) if each.contact.path != but)
    found = nsmallest(most, called, key=likeliest)
    return [(each.contact, about(each.contact)) for each in found]


def _called(notes: OpenNotes, typed: str) -> Iterator[_Called]:
    key = plain_key(typed)
    name, word = f"\n{key}", f" {key}"
    for path, contact in notes.index.contacts.items():
        names = _names(contact.name, contact.aliases, path)
        if key in names:
            rank = 0 if name in names else 1 if word in names else 2
            yield _Called(rank, names, contact)


@lru_cache(maxsize=_KEPT)
def _names(name: str, aliases: tuple[str, ...], path: str) -> str:
    """All that a contact is called, as fingers in a hurry type it, each behind a line feed."""
    return "".join(f"\n{plain_key(each)}" for each in (name, *aliases, stem(path)))
