"""How names are compared: by what a reader sees, not by how it was typed."""

import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

_LIKENESS = 0.75


def name_key(name: str) -> str:
    """The form in which two names are the same: one Unicode form, one case, single spaces."""
    if name.isascii():
        return " ".join(name.lower().split())
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def plain_key(name: str) -> str:
    """The form in which two names are the same to a finger in a hurry: without accents as well."""
    key = name_key(name)
    if key.isascii():
        return key
    parts = unicodedata.normalize("NFD", key)
    return "".join([part for part in parts if not unicodedata.combining(part)])


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """The known word that is most like a word that isn't known, if one is like enough.

    Only the first 64 characters of the word are looked at, so that a huge one costs nothing.
    """
    matches = get_close_matches(word[:64].casefold(), list(known), n=1, cutoff=_LIKENESS)
    return matches[0] if matches else None
