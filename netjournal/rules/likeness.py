"""Which known word a mistyped one may stand for, found without comparing it with all of them.

Words are compared by the number of slips between them: a letter missing, added, replaced, or
two neighbours swapped (the optimal string alignment distance). People seldom mistype the first
letter for another one, so words that begin differently are only alike when a letter is missing
or added there, or the first two are swapped.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

LONGEST = 64
"""Characters above which a word is not compared at all."""

_SHORT, _LONG = 4, 8
"""Below the first, a replaced letter makes another word; from the second, two slips may be one."""


@dataclass(frozen=True, slots=True)
class KnownWords:
    """Words, by length with their first letter and by length with their second."""

    by_first: Mapping[tuple[str, int], list[str]]
    by_second: Mapping[tuple[str, int], list[str]]


def known_words(words: Iterable[str]) -> KnownWords:
    """Some words, made ready to be looked through; they are compared as they are."""
    by_first: dict[tuple[str, int], list[str]] = defaultdict(list)
    by_second: dict[tuple[str, int], list[str]] = defaultdict(list)
    for word in dict.fromkeys(words):
        if 1 < len(word) <= LONGEST:
            by_first[word[0], len(word)].append(word)
            by_second[word[1], len(word)].append(word)
    return KnownWords(by_first, by_second)


def most_like(word: str, known: KnownWords) -> str | None:
    """The known word with the fewest slips, if there are few enough for the word's length.

    One slip, or two in a word of eight letters or more; in a word of fewer than four letters
    none may be replaced, for `dob` is not a mistyped `job`.
    """
    if not 1 < len(word) <= LONGEST:
        return None
    allowed = 2 if len(word) >= _LONG else 1
    letters = set(word)
    best: tuple[int, str] | None = None
    for candidate in _candidates(word, allowed, known):
        if len(letters.symmetric_difference(candidate)) <= 2 * allowed:
            count = slips(word, candidate, of_a_replaced=2 if len(word) < _SHORT else 1)
            if count <= allowed and (best is None or (count, candidate) < best):
                best = (count, candidate)
    return best[1] if best else None


def _candidates(word: str, allowed: int, known: KnownWords) -> Iterator[str]:
    for length in range(len(word) - allowed, len(word) + allowed + 1):
        for letter in dict.fromkeys(word[:2]):
            yield from known.by_first.get((letter, length), ())
        yield from known.by_second.get((word[0], length), ())


def slips(one: str, other: str, *, of_a_replaced: int = 1) -> int:
    """How many slips lie between two words; a replaced letter may count as more than one."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            count = min(
                before[j] + 1, row[j - 1] + 1, before[j - 1] + (0 if a == b else of_a_replaced)
            )
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                count = min(count, earlier[j - 2] + 1)
            row.append(count)
    return row[-1]
