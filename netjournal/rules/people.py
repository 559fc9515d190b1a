"""The contacts of a vault by the words of their names, to guess whom a wrong link means."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from netjournal.model.index import Index
from netjournal.model.names import name_key
from netjournal.model.resolve import stem, without_ending
from netjournal.rules.likeness import LONGEST, KnownWords

_MOST = 3
"""Contacts that may share a word and still be listed; a commoner word says little."""

_KEPT = 100_000
"""Contacts of whom it is remembered by what they are looked up."""

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


class _LookedUp(NamedTuple):
    """By what a contact is looked up."""

    whole: tuple[tuple[str, Called], ...]
    """File name, name and aliases, in the form in which names are the same."""
    own: Called
    """The name."""
    words: tuple[str, ...]
    """Of the name."""


class Directory:
    """Everything that the contacts of a vault may be called, to look up wrong names in.

    `before` is a directory of much the same contacts, of which this one takes over what it can.
    """

    def __init__(self, contacts: Iterable[_Names], before: "Directory | None" = None) -> None:
        self._by_key: dict[str, Called] = {}
        self._by_word: dict[str, list[Called]] = defaultdict(list)
        for contact in contacts:
            whole, own, words = _looked_up(contact)
            for key, called in whole:
                self._by_key.setdefault(key, called)
            for word in words:
                self._by_word[word].append(own)
        known, known_words = (before.known, before.known_words) if before else (None, None)
        self.known: KnownWords = KnownWords(self._by_key, 1, known)
        self.known_words: KnownWords = KnownWords(self._by_word, 1, known_words)

    def likely(self, target: str) -> tuple[Called, ...]:
        """Whom a link that names nobody may mean; nobody, one, or up to three.

        A name with one slip, or else the contacts whose names have all the words of the link
        (`bob` is `Bob Smith`), or all of whose words it has (`Dr Priya Raman`), one slip in each.
        """
        name = name_key(without_ending(target).rpartition("/")[2][: LONGEST + 1])
        similar = self.known.most_like(name)
        if similar:
            return (self._by_key[similar],)
        words = {self._known_word(word) for word in _words(name)}
        sharing = (self._by_word.get(word, ()) for word in words)
        telling = {called for them in sharing if len(them) <= _MOST for called in them}
        return tuple(sorted(called for called in telling if _fits(called, words)))[:_MOST]

    def _known_word(self, word: str) -> str:
        return word if word in self._by_word else self.known_words.most_like(word) or word


def directory_of(index: Index) -> Directory:
    """The directory of a vault; the one before while nobody is called otherwise."""
    contacts = index.contacts.values()
    names = [_Names(each.path, each.name, each.aliases) for each in contacts]
    if names != _LATEST.names:
        _LATEST.directory = Directory(names, _LATEST.directory)
        _LATEST.names = names
    return _LATEST.directory


class _Latest:
    """The last directory that was made, and of whom."""

    names: Sequence[_Names] = ()
    directory = Directory(())


_LATEST = _Latest()


@lru_cache(maxsize=_KEPT)
def _looked_up(contact: _Names) -> _LookedUp:
    """By what a contact is looked up: most are called as before when a directory is made again."""
    path, name, aliases = contact
    texts = (stem(path), name, *aliases)
    whole = tuple([(name_key(text), Called(text, path)) for text in texts])
    return _LookedUp(whole, Called(name, path), tuple(_words(name_key(name))))


def _words(name: str) -> set[str]:
    return {word for word in _BETWEEN_WORDS.split(name) if len(word) > 1}


def _fits(called: Called, words: set[str]) -> bool:
    own = _words(name_key(called.text))
    return words <= own or (own <= words and len(own) > 1)
