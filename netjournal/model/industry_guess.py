"""An industry guessed from an organization's name or a job title, where the words say it plainly.

A guess is shown to the user and counts nowhere. Titles are weak evidence (the head of marketing of
a bank works in finance), so only those that name a trade of their own are looked at, and only
where the organization's name says nothing.
"""

import re
from collections.abc import Iterator

from netjournal.model.industry import Taxonomy, industry_key

_WORD = re.compile(r"\w+")
_MOST_WORDS = 5
"""Of the longest alias that is looked for."""

_COMMON = """
    agency ai apps art association bars brand building car chips city climate cloud
    coaching communications computer creative credit culture data delivery design
    digital energy engineering events film food foundation gaming gas growth home hr
    industrial infrastructure investing investment ip it leisure luxury mobility news
    oil operations people policy power pr property radio research school science
    security services space sport sports strategy tax tech trading training translation
    transport travel video water web wind
"""
"""Words that stand in the names of organizations of every industry."""

_TOO_COMMON = frozenset(_COMMON.split())

_TRADES = {
    "attorney": "legal",
    "banker": "finance",
    "barrister": "legal",
    "dentist": "health",
    "farmer": "agriculture",
    "journalist": "media",
    "lawyer": "legal",
    "lecturer": "education",
    "notary": "legal",
    "nurse": "health",
    "pharmacist": "health",
    "physician": "health",
    "professor": "education",
    "psychologist": "health",
    "realtor": "real-estate",
    "solicitor": "legal",
    "teacher": "education",
}
"""Titles that name a trade, each with the key of its industry."""


def guess_industry(taxonomy: Taxonomy, organization: str, title: str) -> str:
    """The key of the industry that an organization's name, else a title, says plainly.

    Empty when it says none, or several.
    """
    found = set(_in_name(taxonomy, organization)) or set(_by_trade(taxonomy, title))
    return found.pop() if len(found) == 1 else ""


def _in_name(taxonomy: Taxonomy, organization: str) -> Iterator[str]:
    """The industries that words of a name mean; the longest runs of words first, each word once."""
    words = _WORD.findall(industry_key(organization))
    for length in range(min(_MOST_WORDS, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            phrase = " ".join(words[start : start + length])
            meant = None if phrase in _TOO_COMMON else taxonomy.resolve(phrase)
            if meant and phrase.strip():
                words[start : start + length] = [" "] * length
                yield meant.key


def _by_trade(taxonomy: Taxonomy, title: str) -> Iterator[str]:
    for word in _WORD.findall(industry_key(title)):
        industry = taxonomy.resolve(_TRADES.get(word, ""))
        if industry:
            yield industry.key
