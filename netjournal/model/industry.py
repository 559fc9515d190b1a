"""Industries and their groups, and how a typed word resolves to one."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from netjournal.model.names import name_key

_GROUPS: Final[Mapping[str, str]] = {
    "digital": "Digital",
    "business": "Business services",
    "people": "Health & public life",
    "culture": "Media & arts",
    "make": "Making & building",
    "trade": "Trade & travel",
}
"""What the groups of the built-in industries are called."""


@dataclass(frozen=True, slots=True)
class Industry:
    """One industry of the taxonomy, or one that a note named."""

    key: str
    label: str
    group: str
    """The family of industries that it belongs to."""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Taxonomy:
    """The industries to look for, in order, and the words that mean them."""

    industries: Mapping[str, Industry]
    """By key, in the order in which pages list them."""

    @cached_property
    def _by_word(self) -> Mapping[str, str]:
        words: dict[str, str] = {}
        for industry in self.industries.values():
            for word in (industry.key, industry.label, *industry.aliases):
                words.setdefault(industry_key(word), industry.key)
        return words

    def words(self) -> tuple[str, ...]:
        """Every word that means an industry, in the form in which words are compared."""
        return tuple(self._by_word)

    def group_label(self, group: str) -> str:
        """What pages call a group; one of a single industry is called as that industry is."""
        alone = self.industries.get(group)
        named = alone.label if alone and alone.group == group else _GROUPS.get(group)
        words = group.replace("-", " ").replace("_", " ")
        return named or words[:1].upper() + words[1:]

    def resolve(self, word: str) -> Industry | None:
        """The industry that a typed word means; None when the taxonomy doesn't know it."""
        key = self._by_word.get(industry_key(word))
        return self.industries[key] if key else None


def industry_key(word: str) -> str:
    """The form in which two industry words are the same: `&` is `and`, `-` and `_` are spaces."""
    spaced = word.replace("&", " and ").replace("-", " ").replace("_", " ").replace("/", " ")
    return name_key(spaced.replace(",", " "))


def own_industry(word: str) -> Industry:
    """The industry that stands for a word outside the taxonomy: a group of its own."""
    key = industry_key(word).replace(" ", "-")
    return Industry(key, word.strip(), key)
