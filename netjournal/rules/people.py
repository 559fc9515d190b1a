"""The contacts of a vault by the words of their names, to guess whom a wrong link means."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from netjournal.model.index import Index
from netjournal.model.names import name_key
from netjournal.model.resolve import stem, without_ending
from netjournal.rules.likeness import LONGEST, KnownWords, known_words, most_like

_MOST = 3
"""Contacts that may share a word and still be listed; a commoner word says little."""

_BETWEEN_WORDS = re.compile(r"[\s\-_.,()]+")


class Called(NamedTuple):
    """What a contact may be called, and the path of its note."""

    text: str
    path: str


@dataclass(frozen=True, slots=True)
class Directory:
    """Everything that the contacts of a vault may be called."""

    by_key: Mapping[str, Called]
    """File names, names and aliases, by their form in `name_key`."""
    known: KnownWords
    by_word: Mapping[str, list[Called]]
    """Names alone, by each of their words."""

    def likely(self, target: str) -> tuple[Called, ...]:
        """Whom a link that names nobody may mean; nobody, one, or up to three.

        A name with a slip or two, or else the contacts whose names have all the words of the
        link (`bob` is `Bob Smith`), or all of whose words it has (`Dr Priya Raman`).
        """
        name = name_key(without_ending(target).rpartition("/")[2][: LONGEST + 1])
        similar = most_like(name, self.known)
        if similar:
            return (self.by_key[similar],)
        words = _words(name)
        sharing = (self.by_word.get(word, ()) for word in words)
        telling = {called for them in sharing if len(them) <= _MOST for called in them}
        return tuple(sorted(called for called in telling if _fits(called, words)))[:_MOST]


def directory(index: Index) -> Directory:
    """The directory of a vault's contacts."""
    by_key: dict[str, Called] = {}
    by_word: dict[str, list[Called]] = defaultdict(list)
    for contact in index.contacts.values():
        for text in (stem(contact.path), contact.name, *contact.aliases):
            by_key.setdefault(name_key(text), Called(text, contact.path))
        for word in _words(name_key(contact.name)):
            by_word[word].append(Called(contact.name, contact.path))
    return Directory(by_key, known_words(by_key), by_word)


def _words(name: str) -> set[str]:
    return {word for word in _BETWEEN_WORDS.split(name) if len(word) > 1}


def _fits(called: Called, words: set[str]) -> bool:
    own = _words(name_key(called.text))
    return words <= own or (own <= words and len(own) > 1)
