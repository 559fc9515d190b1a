"""Contacts of the same name, and the words that tell them apart."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from netjournal.model.contact import Contact
from netjournal.model.names import name_key
from netjournal.model.resolve import Paths

_LONGEST = 60
"""Characters of an organization up to which it tells contacts apart."""


def told_apart(contacts: Mapping[str, Contact], shared: Iterable[Paths]) -> Mapping[str, str]:
    """By path of each contact that shares its name: what it alone has among those so called.

    `shared` has the paths of each name, as in `NameTable.shared`.
    The organization, else the name of the file, else that of its folder, else the whole path.
    """
    found: dict[str, str] = {}
    for paths in shared:
        found.update(_told_apart([contacts[path] for path in paths]))
    return found


def _told_apart(namesakes: Iterable[Contact]) -> Iterator[tuple[str, str]]:
    words = {contact.path: _words(contact) for contact in namesakes}
    # A word of one kind that is also another's word of any kind tells nobody apart.
    uses = Counter(key for each in words.values() for key in set(map(name_key, each)))
    for path, each in words.items():
        yield path, next((word for word in each if word and uses[name_key(word)] == 1), path)


def _words(contact: Contact) -> tuple[str, str, str]:
    folder, _, file = contact.path.rpartition("/")
    work = contact.organization
    return (work if len(work) <= _LONGEST else "", file, folder)
