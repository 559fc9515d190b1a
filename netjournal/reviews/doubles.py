"""Likely doubles: contacts who may be one person, each pair with its reasons and how sure it is.

Nothing is compared with everything: only contacts that share something are, be it an e-mail
address, a number, a profile, or a part of the name. What too many share says nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from netjournal.measures.details import email_of, phone_of, profile_of
from netjournal.measures.names_alike import (
    NameParts,
    Nicknames,
    full_names,
    is_initial,
    name_parts,
    without_a_letter,
)
from netjournal.model.contact import Contact
from netjournal.model.index import Index
from netjournal.reviews.doubles_weighing import Known, Reason, weighed

LIKELY = 0.3
"""The strength from which a pair is worth a look."""

MOST_NAMESAKES = 30
"""Contacts that share a part of the name, above which it says nothing."""

_MOST_FULL = 3
"""Contacts that an initial may stand for, above which it says nothing."""

TAIL = 7
"""Digits at the end of a number by which it is found with and without the country's code."""

_LONG_LAST = 5
Pair = tuple[str, str]


class Double(NamedTuple):
    """Two contacts who may be one person."""

    one: str
    """The paths of their notes, in order."""
    other: str
    strength: float
    """From 0.3 to 1."""
    reasons: tuple[Reason, ...]
    """What speaks for it, the strongest first."""
    against: tuple[str, ...]
    """What speaks against it."""


def find_doubles(
    index: Index,
    nicknames: Nicknames,
    different: frozenset[Pair] = frozenset(),
    of: str = "",
) -> tuple[Double, ...]:
    """The likely doubles of a vault, or of the contact at one path, the likeliest first.

    `different` are the pairs of paths, in order, of which is known that they aren't one person.
    """
    known = _known(index, nicknames)
    pairs = _candidates(index.contacts, known) - different
    if of:
        pairs = {pair for pair in pairs if of in pair}
    found = [_double(index, known, pair) for pair in sorted(pairs)]
    likely = [each for each in found if each.strength >= LIKELY]
    return tuple(sorted(likely, key=lambda each: (-each.strength, each.one, each.other)))


def _double(index: Index, known: Known, pair: Pair) -> Double:
    one, other = (index.contacts[path] for path in pair)
    strength, reasons, against = weighed(one, other, index, known)
    return Double(one.path, other.path, strength, reasons, against)


def _known(index: Index, nicknames: Nicknames) -> Known:
    """Everything by which contacts are compared, taken apart once."""
    contacts = index.contacts.values()
    return Known(
        nicknames,
        {each.path: _names(each) for each in contacts},
        _by((each.path, key) for each in contacts for key in _emails(each)),
        _by((each.path, key) for each in contacts for key in _phones(each)),
        _by((each.path, key) for each in contacts for key in _profiles(each)),
    )


def _names(contact: Contact) -> tuple[NameParts, ...]:
    return tuple(map(name_parts, (contact.name, *contact.aliases)))


def _emails(contact: Contact) -> Iterator[str]:
    yield from dict.fromkeys(each.key for each in map(email_of, contact.emails) if each)


def _phones(contact: Contact) -> Iterator[str]:
    yield from dict.fromkeys(each[-TAIL:] for each in map(phone_of, contact.phones) if each)


def _profiles(contact: Contact) -> Iterator[str]:
    yield from dict.fromkeys(each.key for each in map(profile_of, contact.urls) if each)


def _by(pairs: Iterable[tuple[str, str]]) -> Mapping[str, Sequence[str]]:
    """The paths by each key that several have."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for path, key in pairs:
        found[key].append(path)
    return {key: paths for key, paths in found.items() if len(paths) > 1}


def _candidates(contacts: Mapping[str, Contact], known: Known) -> set[Pair]:
    """The pairs that share something, each in order."""
    shared = [*known.emails.values(), *known.phones.values(), *known.profiles.values()]
    shared += _by(_name_keys(contacts, known)).values()
    found: set[Pair] = set()
    for paths in shared:
        if len(paths) <= MOST_NAMESAKES:
            found.update(_pairs(paths))
    found.update(_by_initials(contacts, known))
    return found


def _pairs(paths: Iterable[str]) -> Iterator[Pair]:
    return combinations(sorted(set(paths)), 2)


def _name_keys(contacts: Iterable[str], known: Known) -> Iterator[tuple[str, str]]:
    for path in contacts:
        keys = {key for parts in known.names[path] for key in _keys_of(parts, known.nicknames)}
        for key in keys:
            yield path, key


def _keys_of(parts: NameParts, nicknames: Nicknames) -> Iterator[str]:
    """What a name shares with those that are like it, whichever way."""
    words, first, last = parts.words, parts.first, parts.last
    if not words:
        return
    yield f"all {' '.join(sorted(words))}"
    if len(words) < 2:
        return
    for full in full_names(first, nicknames):
        for word in words[1:]:
            yield f"part {full} {word}"
    for short in (first, *without_a_letter(first)):
        yield f"first {short} {last}"
    if len(last) >= _LONG_LAST:
        for short in (last, *without_a_letter(last)):
            yield f"last {first} {short}"


def _by_initials(contacts: Iterable[str], known: Known) -> Iterator[Pair]:
    """Each name with an initial, and those few whom it may stand for."""
    short: defaultdict[str, set[str]] = defaultdict(set)
    full: defaultdict[str, set[str]] = defaultdict(set)
    for path in contacts:
        for parts in known.names[path]:
            if len(parts.words) > 1:
                first, last = parts.first, parts.last
                (short if is_initial(first) else full)[f"{first[0]}. {last}"].add(path)
                (short if is_initial(last) else full)[f"{first} {last[0]}."].add(path)
    for key, paths in short.items():
        if len(full[key]) <= _MOST_FULL:
            for path in paths:
                for other in full[key] - {path}:
                    yield (path, other) if path < other else (other, path)
