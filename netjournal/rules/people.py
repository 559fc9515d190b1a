"""The contacts of a vault by the words of their names, to guess whom a wrong link means."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from netjournal.model.index import Index
from netjournal.model.names import name_key
from netjournal.model.resolve import stem, without_ending
from netjournal.rules.likeness import LONGEST, KnownWords

_MOST = 3
"""Contacts that may share a word and still be listed; a commoner word says little."""

_BETWEEN_WORDS = re.compile(r"[\s\-_.,()]+")


class Called(NamedTuple):
    """What a contact may be called, and the path of its note."""

    text: str
    path: str


class _Names(NamedTuple):
    """The names of a contact."""

    path: str
    name: str
    aliases: tuple[str, ...]


class Directory:
    """Everything that the contacts of a vault may be called, to look up wrong names in."""

    def __init__(self, contacts: Iterable[_Names]) -> None:
        self._by_key: dict[str, Called] = {}
        self._by_word: dict[str, list[Called]] = defaultdict(list)
        for path, name, aliases in contacts:
            for text in (stem(path), name, *aliases):
                self._by_key.setdefault(name_key(text), Called(text, path))
            for word in _words(name_key(name)):
                self._by_word[word].append(Called(name, path))
        self._known = KnownWords(self._by_key, 1)
        self._known_words = KnownWords(self._by_word, 1)

    def likely(self, target: str) -> tuple[Called, ...]:
        """Whom a link that names nobody may mean; nobody, one, or up to three.

        A name with one slip, or else the contacts whose names have all the words of the link
        (`bob` is `Bob Smith`), or all of whose words it has (`Dr Priya Raman`), one slip in each.
        """
        name = name_key(without_ending(target).rpartition("/")[2][: LONGEST + 1])
        similar = self._known.most_like(name)
        if similar:
            return (self._by_key[similar],)
        words = {self._known_word(word) for word in _words(name)}
        sharing = (self._by_word.get(word, ()) for word in words)
        telling = {called for them in sharing if len(them) <= _MOST for called in them}
        return tuple(sorted(called for called in telling if _fits(called, words)))[:_MOST]

    def _known_word(self, word: str) -> str:
        return word if word in self._by_word else self._known_words.most_like(word) or word


def directory_of(index: Index) -> Directory:
    """The directory of a vault; the one before while nobody is called otherwise."""
    contacts = index.contacts.values()
    return _directory(tuple([_Names(each.path, each.name, each.aliases) for each in contacts]))


@lru_cache(maxsize=1)
def _directory(contacts: tuple[_Names, ...]) -> Directory:
    return Directory(contacts)


def _words(name: str) -> set[str]:
    return {word for word in _BETWEEN_WORDS.split(name) if len(word) > 1}


def _fits(called: Called, words: set[str]) -> bool:
    own = _words(name_key(called.text))
    return words <= own or (own <= words and len(own) > 1)
