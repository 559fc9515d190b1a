"""What one contact needs against what another offers."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from netjournal.measures.cadence import State
from netjournal.model.index import Index
from netjournal.model.names import name_key
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.excerpts import plain_text
from netjournal.reviews.person import Person

_WORD = re.compile(r"\w+")
_STEM = 6
"""Letters by which two words are the same, so that an engineer meets engineering."""

_VAGUE_WORDS = """
a an and any as at by for from her his in into is it my new of off on or our some that the their
them to who with
about advice contact contacts expert experts find good great help intro introduction introductions
looking more need needs people person review reviews somebody someone support work
"""
"""Words that say nothing about what is needed."""

_VAGUE = frozenset(word[:_STEM] for word in _VAGUE_WORDS.split())

_READ = 200
"""Characters of a need or an offer that are looked at."""

_TEXTS_KEPT = 16_384
"""Needs and offers whose words are remembered, as most are the same after a change."""


class Offer(NamedTuple):
    """Something that a contact can help with."""

    person: Person
    text: str
    stems: frozenset[str]


def said_by(offer: Offer, index: Index) -> str:
    """What is offered, as a reader sees it."""
    return plain_text(offer.text, index, path=offer.person.contact.path)


@lru_cache(_TEXTS_KEPT)
def stems(text: str) -> frozenset[str]:
    """The beginnings of the words of a need or an offer that say something."""
    words = _WORD.findall(name_key(text[:_READ]))
    return frozenset(word[:_STEM] for word in words) - _VAGUE


def offers_of(people: Iterable[Person]) -> tuple[Offer, ...]:
    """Everything that some people offer, in the order of people."""
    return tuple(
        Offer(person, text, stems(text)) for person in people for text in person.contact.offers
    )


def offers_in_touch(assessment: Assessment) -> tuple[Offer, ...]:
    """Everything that active contacts offer who are in touch."""
    people = assessment.those(_offers_in_touch)
    return assessment.kept(offers_in_touch, people, offers_of)


def _offers_in_touch(person: Person) -> bool:
    state = person.standing.state
    is_in_touch = state is State.FRESH or state is State.DUE
    return person.active and bool(person.contact.offers) and is_in_touch


def offer_for(need: str, asker: Person, offers: Iterable[Offer], index: Index) -> Offer | None:
    """The offer that meets a need best, from somebody whom the asker doesn't know yet.

    It shares at least half of the telling words of the need, or of its own.
    """
    wanted = stems(need)
    best, most = None, 0
    for offer in offers:
        shared = len(wanted & offer.stems)
        if shared > most and 2 * shared >= min(len(wanted), len(offer.stems)):
            if offer.person is asker or know_each_other(asker, offer.person, index):
                continue
            best, most = offer, shared
    return best


def know_each_other(one: Person, other: Person, index: Index) -> bool:
    """Whether a note says that two contacts know each other."""
    return _names(one, other, index) or _names(other, one, index)


def _names(one: Person, other: Person, index: Index) -> bool:
    contact = one.contact
    links = (*contact.knows, contact.introduced_by) if contact.introduced_by else contact.knows
    path = (other.contact.path,)
    return any(index.names.find(link, contact.path) == path for link in links)
