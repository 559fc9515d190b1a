"""Which known word a mistyped one may stand for, found without comparing it with all of them.

Words are compared by the number of slips between them (`measures.slips`). Two words with few
slips between them become the same when as few letters are left out of each, and that is how they
are found. A word that is alike begins with the first or the second letter of the other, for people
seldom mistype the first letter.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from netjournal.measures.slips import slips

LONGEST = 40
"""Characters above which a word is not compared at all."""

_SHORT, _LONG = 4, 8
"""Below the first, a replaced letter makes another word; from the second, two slips may be one."""


class KnownWords:
    """Words that a mistyped one may stand for, made ready letter by letter when asked about.

    With at most two slips the words of a small list are found; a large list allows one. `before`
    are much the same words with as many slips: what was made ready of them is taken over.
    """

    def __init__(
        self, words: Iterable[str], most_slips: int, before: "KnownWords | None" = None
    ) -> None:
        self._most_slips = most_slips
        self.by_initial: dict[str, list[str]] = defaultdict(list)
        self.near: dict[str, Mapping[str, list[str]]] = {}
        """What was made ready so far, by the letter with which the words begin."""
        for word in words:
            if 1 < len(word) <= LONGEST:
                self.by_initial[word[0]].append(word)
        if before:
            self.near |= {
                letter: near
                for letter, near in before.near.items()
                if self.by_initial.get(letter) == before.by_initial.get(letter)
            }

    def most_like(self, word: str) -> str | None:
        """The known word with the fewest slips, if there are few enough for the word's length.

        One slip, or two in a word of eight letters or more if the list allows it. In a word of
        fewer than four letters none may be replaced, for `vip` is not a mistyped `via`.
        """
        if not 1 < len(word) <= LONGEST:
            return None
        allowed = self._most_slips if len(word) >= _LONG else 1
        shortened = _shortened(word, allowed)
        candidates = {
            candidate
            for letter in dict.fromkeys(word[:2])
            for short in shortened
            for candidate in self._neighbours(letter).get(short, ())
        }
        replaced = 2 if len(word) < _SHORT else 1
        counted = [(slips(word, known, allowed, replaced), known) for known in candidates]
        count, likeliest = min(counted, default=(allowed + 1, ""))
        return likeliest if count <= allowed else None

    def _neighbours(self, letter: str) -> Mapping[str, list[str]]:
        """The words that begin with a letter, by what is left of them without a letter or two."""
        if letter not in self.near:
            near: dict[str, list[str]] = defaultdict(list)
            for word in self.by_initial.get(letter, ()):
                for short in _shortened(word, self._most_slips):
                    near[short].append(word)
            self.near[letter] = near
        return self.near[letter]


def _shortened(word: str, letters: int) -> set[str]:
    """A word, and all that is left of it without one letter, or without as many as given."""
    found = last = {word}
    for _ in range(letters):
        last = {each[:i] + each[i + 1 :] for each in last for i in range(len(each))}
        found = found | last
    return found
