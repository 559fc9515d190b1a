"""The contacts whom a few typed letters may mean, the likeliest first."""

from collections.abc import Mapping
from functools import lru_cache
from heapq import nsmallest

from netjournal.app.editing.open_notes import OpenNotes
from netjournal.app.editing.proposal import MOST
from netjournal.app.find import about
from netjournal.model.contact import Contact
from netjournal.model.names import plain_key
from netjournal.model.resolve import stem

_KEPT = 100_000
"""Contacts whose names are remembered in the form in which they are looked through."""

_Called = tuple[str, str]
"""All that a contact is called, and its path."""


def contacts_called(
    notes: OpenNotes, typed: str, most: int = MOST, *, but: str = ""
) -> list[tuple[Contact, str]]:
    """The contacts of whom a name, alias or file name begins so, or a word of one, or holds it.

    Each with a few words about the person; within each of the three, those last in touch first.
    `but` is the path of one who isn't meant: nobody links to a note in itself.
    """
    people = notes.assessment().people

    def likeliest(called: _Called) -> tuple[int, str, str]:
        names, path = called
        person = people.get(path)
        last = person and person.standing.last_contact
        return -last.toordinal() if last else 0, names, path

    found: list[str] = []
    for some in _called(notes.index.contacts, typed, but):
        # The others need not be put in an order.
        if len(found) < most:
            found += [path for _, path in nsmallest(most - len(found), some, key=likeliest)]
    contacts = [notes.index.contacts[path] for path in found]
    return [(contact, about(contact)) for contact in contacts]


def _called(
    contacts: Mapping[str, Contact], typed: str, but: str
) -> tuple[list[_Called], list[_Called], list[_Called]]:
    """Those of whom a name begins so, those of whom a word does, and others that hold it."""
    key = plain_key(typed)
    name, word = f"\n{key}", f" {key}"
    begins: list[_Called] = []
    words: list[_Called] = []
    others: list[_Called] = []
    for path, contact in contacts.items():
        names = _names(contact.name, contact.aliases, path)
        if key in names and path != but:
            some = begins if name in names else words if word in names else others
            some.append((names, path))
    return begins, words, others


@lru_cache(maxsize=_KEPT)
def _names(name: str, aliases: tuple[str, ...], path: str) -> str:
    """All that a contact is called, as fingers in a hurry type it, each behind a line feed."""
    return "".join(f"\n{plain_key(each)}" for each in (name, *aliases, stem(path)))
