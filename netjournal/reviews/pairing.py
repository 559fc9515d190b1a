"""Which contacts I could introduce to each other: one needs what the other offers."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from netjournal.measures.cadence import State
from netjournal.model.contact import Kind
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.connections import know_each_other
from netjournal.reviews.matching import Offer, offers_of, stems
from netjournal.reviews.person import Person
from netjournal.reviews.presence import readiness

MOST_HELPERS = 3
"""People who are named for one need."""

MOST_PAIRS = 200
"""Pairs that are looked for, with the needs of those most in touch first."""

_MOST_NEEDS = 20
"""Needs of one contact that are looked at."""

_MOST_OFFERS = 50
"""Offers with one word in common that are looked at, of those most in touch."""

_MOST_LINKS = 50


class Match(NamedTuple):
    """A need, and an offer that may meet it."""

    asker: Person
    need: str
    offer: Offer


class Pair(NamedTuple):
    """Two contacts who may have something for each other."""

    one: Person
    other: Person
    matches: tuple[Match, ...]
    """What the one needs of the other, or the other of the one."""


def pairs(assessment: Assessment) -> tuple[Pair, ...]:
    """The pairs in rhythm who don't know each other yet; those most in touch first."""
    people = assessment.ranked(_most_in_rhythm)
    offers = assessment.kept(_by_word, people, lambda some: _by_word(offers_of(some)))
    found: dict[frozenset[str], list[Match]] = {}
    for match in _matches(people, offers, assessment):
        if len(found) == MOST_PAIRS:
            break
        key = frozenset((match.asker.contact.path, match.offer.person.contact.path))
        found.setdefault(key, []).append(match)
    made = [Pair(each[0].asker, each[0].offer.person, tuple(each)) for each in found.values()]
    return tuple(sorted(made, key=_order))


def _most_in_rhythm(person: Person) -> tuple[float] | None:
    """The most in touch first; None for who hasn't heard from me within the cadence, or rests."""
    contact, stands = person.contact, person.standing
    is_in_rhythm = (
        person.active
        and bool(contact.needs or contact.offers)
        and (stands.state is State.FRESH or stands.state is State.DUE)
        and stands.overdue_ratio is not None
        and stands.overdue_ratio <= 1
    )
    return (-readiness(person),) if is_in_rhythm else None


def _order(pair: Pair) -> tuple[float, str, str]:
    ready = min(readiness(pair.one), readiness(pair.other))
    return -ready, pair.one.contact.path, pair.other.contact.path


def _by_word(offers: Iterable[Offer]) -> Mapping[str, list[Offer]]:
    """The offers by each telling word, those most in touch first; not all of a common word."""
    found: defaultdict[str, list[Offer]] = defaultdict(list)
    for offer in sorted(offers, key=_most_in_touch):
        for word in offer.stems:
            if len(found[word]) < _MOST_OFFERS:
                found[word].append(offer)
    return found


def _most_in_touch(offer: Offer) -> tuple[float, str, str]:
    return -readiness(offer.person), offer.person.contact.path, offer.text


def _matches(
    people: Iterable[Person], offers: Mapping[str, list[Offer]], assessment: Assessment
) -> Iterable[Match]:
    known: dict[frozenset[str], list[Offer]] = {}
    for person in people:
        for need in person.contact.needs[:_MOST_NEEDS]:
            wanted = stems(need)
            if wanted not in known:
                known[wanted] = _meeting(wanted, offers)
            yield from _helpers(person, need, known[wanted], assessment)


def _meeting(wanted: frozenset[str], offers: Mapping[str, list[Offer]]) -> list[Offer]:
    """The offers that share at least half of the telling words of a need, or of their own."""
    found = [offer for word in wanted for offer in offers.get(word, ())]
    shared = Counter([(offer.person.contact.path, offer.text) for offer in found])
    by_key = {(offer.person.contact.path, offer.text): offer for offer in found}
    met = [
        (-count, _most_in_touch(by_key[key]), by_key[key])
        for key, count in shared.items()
        if 2 * count >= min(len(wanted), len(by_key[key].stems))
    ]
    return [offer for _, _, offer in sorted(met, key=lambda each: each[:2])]


def _helpers(
    person: Person, need: str, offers: Iterable[Offer], assessment: Assessment
) -> Iterable[Match]:
    helpers: set[str] = set()
    for offer in offers:
        if len(helpers) == MOST_HELPERS:
            break
        path = offer.person.contact.path
        if path in helpers or path == person.contact.path:
            continue
        if not know_each_other(person, offer.person, assessment) and not _introduced(
            person, path, assessment
        ):
            helpers.add(path)
            yield Match(person, need, offer)


def _introduced(person: Person, other: str, assessment: Assessment) -> bool:
    """Whether an entry says that I introduced a contact to another one, or the other to them."""
    return _says_so(person.contact.path, other, assessment) or _says_so(
        other, person.contact.path, assessment
    )


def _says_so(path: str, other: str, assessment: Assessment) -> bool:
    find = assessment.index.names.find
    return any(
        find(link, entry.path) == (other,)
        for entry in assessment.index.interactions.get(path, ())
        if Kind.INTRO in entry.kinds
        for link in entry.links[:_MOST_LINKS]
    )
