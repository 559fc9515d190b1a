"""Contacts of the same name, the words that tell them apart, and who is said to be different."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, product
from typing import NamedTuple

from netjournal.model.contact import Contact, Link
from netjournal.model.names import name_key
from netjournal.model.resolve import NameTable, Paths

_LONGEST = 60
"""Characters of an organization up to which it tells contacts apart."""


class Distinction(NamedTuple):
    """Two contacts of whom the settings say that they are different people."""

    pair: tuple[str, str]
    """Their paths, in order."""
    number: int
    """Which group of the settings says so, from 0."""


def distinctions(groups: Iterable[Iterable[str]], names: NameTable) -> Iterator[Distinction]:
    """Every two contacts who stand in one group of `[duplicates] not_the_same`."""
    for number, group in enumerate(groups):
        meant = [names.find(Link(name, name, 1, 1), "") for name in group]
        for some, others in combinations(meant, 2):
            for one, other in product(some, others):
                if one != other:
                    yield Distinction((min(one, other), max(one, other)), number)


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
