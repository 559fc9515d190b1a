"""How much two names are alike, as people write the name of one person: a likeness, no proof.

The weights are our choice; names alone never prove anything, and the false friends among them
(Maria and Mario Lopez, John and Joan Smith) count for nothing.
"""

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from netjournal.measures.slips import slips
from netjournal.model.names import ascii_key, name_key

Nicknames = Mapping[str, frozenset[str]]
"""The full first names that a first name may stand for, in the form of `ascii_key`."""


class Way(StrEnum):
    """How two names are alike."""

    SAME = "same"
    ACCENTS = "accents"
    ORDER = "order"
    MIDDLE = "middle"
    PART = "part"
    NICKNAME = "nickname"
    SLIP = "slip"
    INITIAL = "initial"


_WEIGHTS: Mapping[Way, float] = {
    Way.SAME: 0.7,
    Way.ACCENTS: 0.65,
    Way.ORDER: 0.6,
    Way.MIDDLE: 0.5,
    Way.PART: 0.45,
    Way.NICKNAME: 0.45,
    Way.SLIP: 0.35,
    Way.INITIAL: 0.3,
}
_ONE_WORD = 0.35
"""The same name that is one word, which may be a first name: half of what a whole one counts."""

_TITLES = frozenset(
    [
        "dr",
        "prof",
        "mr",
        "mrs",
        "ms",
        "mx",
        "miss",
        "sir",
        "dame",
        "herr",
        "frau",
        "dipl",
        "ing",
        "mag",
        "rev",
    ]
)
_DEGREES = frozenset(
    ["phd", "md", "mba", "msc", "bsc", "ma", "ba", "esq", "dds", "jd", "cpa", "pe"]
)
_GENERATIONS = {"junior": "jr", "senior": "sr", "jnr": "jr", "snr": "sr"}
_GENERATION = frozenset(("jr", "sr", "ii", "iii", "iv"))
_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_APOSTROPHES = re.compile("['’ʼ`´]")
_BETWEEN = re.compile(r"[^\w]+|_+")
_LONG_FIRST, _LONG_LAST = 3, 5
"""Letters from which a slip in a first or a last name is one, and not another name."""


class NameParts(NamedTuple):
    """A name taken apart."""

    typed: str
    """In the form of `name_key`, titles and all."""
    words: tuple[str, ...]
    """Without accents, titles and degrees, the first name first."""
    spelled: tuple[str, ...]
    """The same with their accents."""
    generation: str = ""
    """`jr`, `sr`, `ii` and the like."""
    apart: str = ""
    """What stands in brackets to tell the person from others."""

    @property
    def first(self) -> str:
        """The first word; empty when there is none."""
        return self.words[0] if self.words else ""

    @property
    def last(self) -> str:
        """The last word; empty when there is none."""
        return self.words[-1] if self.words else ""


class Alike(NamedTuple):
    """That two names are alike, and how much it counts, up to 1."""

    way: Way
    weight: float
    one: str = ""
    """The words that are not the same, one of each name."""
    other: str = ""


@lru_cache(maxsize=65_536)
def name_parts(name: str) -> NameParts:
    """A name taken apart; `Lopez, Ana` is turned round."""
    typed = name_key(name)
    aside = " ".join(_BRACKETS.findall(typed)).strip()
    bare = _APOSTROPHES.sub("", _BRACKETS.sub(" ", typed))
    parts = [_words(part) for part in bare.split(",")]
    generation = next((word for part in parts for word in part if word in _GENERATION), "")
    kept = [[word for word in part if _is_of_the_name(word)] for part in parts]
    whole = [part for part in kept if part]
    if len(whole) == 2:
        whole.reverse()
    spelled = tuple([word for part in whole for word in part])
    return NameParts(typed, tuple(map(ascii_key, spelled)), spelled, generation, ascii_key(aside))


def names_alike(one: NameParts, other: NameParts, nicknames: Nicknames) -> Alike | None:
    """How two names are alike; None when they aren't. The order of the two makes no difference."""
    if one.words and one.words == other.words:
        way = Way.SAME if one.spelled == other.spelled else Way.ACCENTS
        return Alike(way, _WEIGHTS[way] if len(one.words) > 1 else _ONE_WORD)
    if min(len(one.words), len(other.words)) < 2:
        return None
    if sorted(one.words) == sorted(other.words):
        return _alike(Way.ORDER)
    fit = _fit_between(one, other)
    if fit and one.first == other.first and one.last == other.last:
        return _alike(Way.MIDDLE)
    if one.first == other.first and _is_part(one, other):
        return _alike(Way.PART)
    return _nearly(one, other, nicknames) if fit else None


def full_names(first: str, nicknames: Nicknames) -> frozenset[str]:
    """The full first names that a first name may stand for; itself when it is none's short form."""
    return nicknames.get(first) or frozenset((first,))


def is_initial(word: str) -> bool:
    """Whether a word is the first letter of a name; a sign of Chinese may be a whole one."""
    return len(word) == 1 and word.upper() != word


def _words(text: str) -> list[str]:
    words = [word for word in _BETWEEN.split(text) if word]
    return [_GENERATIONS.get(word, word) for word in words]


def _is_of_the_name(word: str) -> bool:
    return word not in _TITLES and word not in _DEGREES and word not in _GENERATION


def _alike(way: Way, one: str = "", other: str = "") -> Alike:
    return Alike(way, _WEIGHTS[way], one, other)


def _fit_between(one: NameParts, other: NameParts) -> bool:
    """Whether the middle names of two can be the same person's: missing, the same, or initials."""
    fewer, more = sorted((one.words[1:-1], other.words[1:-1]), key=len)
    is_fit = _are_among(fewer, more)
    # Of as many each has to be among the others: Ana A. A. Lopez isn't Ana A. B. Lopez.
    return is_fit and (len(fewer) < len(more) or _are_among(more, fewer))


def _are_among(words: Sequence[str], others: Sequence[str]) -> bool:
    return all(any(_same_or_initial(word, each) for each in others) for word in words)


def _same_or_initial(one: str, other: str) -> bool:
    return one == other or _is_initial_of(one, other) or _is_initial_of(other, one)


def _is_initial_of(short: str, word: str) -> bool:
    return is_initial(short) and word.startswith(short)


def _is_part(one: NameParts, other: NameParts) -> bool:
    fewer, more = sorted((one.words, other.words), key=len)
    return len(fewer) < len(more) and set(fewer) <= set(more)


def _nearly(one: NameParts, other: NameParts, nicknames: Nicknames) -> Alike | None:
    """How two names are alike that differ in the first or in the last word, not in both."""
    if one.last == other.last:
        way = _way_of_first(one.first, other.first, nicknames)
        return _alike(way, one.spelled[0], other.spelled[0]) if way else None
    if one.first == other.first and not is_initial(one.first):
        way = _way_of_last(one.last, other.last)
        return _alike(way, one.spelled[-1], other.spelled[-1]) if way else None
    return None


def _way_of_first(one: str, other: str, nicknames: Nicknames) -> Way | None:
    if is_initial(one) or is_initial(other):
        return Way.INITIAL if _same_or_initial(one, other) else None
    if full_names(one, nicknames) & full_names(other, nicknames):
        return Way.NICKNAME
    return Way.SLIP if _slip_inside(one, other) else None


def _way_of_last(one: str, other: str) -> Way | None:
    if is_initial(one) or is_initial(other):
        return Way.INITIAL if _same_or_initial(one, other) else None
    is_long = min(len(one), len(other)) >= _LONG_LAST
    return Way.SLIP if is_long and slips(one, other, at_most=1) <= 1 else None


def _slip_inside(one: str, other: str) -> bool:
    """Whether a first name has a letter more inside, as Anna and Ana.

    Another letter makes another person (Maria, Mario), and so does one at the end (Paul, Paula).
    """
    short, long = sorted((one, other), key=len)
    if len(long) != len(short) + 1 or len(short) < _LONG_FIRST or short[-1] != long[-1]:
        return False
    return any(short == shorter for shorter in without_a_letter(long))


def without_a_letter(word: str) -> Sequence[str]:
    """All that is left of a word when one letter is left out."""
    return [word[:place] + word[place + 1 :] for place in range(len(word))]
