"""How names are compared: by what a reader sees, not by how it was typed."""

import unicodedata
from collections.abc import Iterable

_LIKENESS = 0.75

WRITTEN_OUT = {
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "æ": "ae",
    "œ": "oe",
    "ı": "i",
    "ħ": "h",
}
"""Latin letters that no accent makes of others; ß is ss in one case."""

_WRITTEN_OUT = str.maketrans(WRITTEN_OUT)


def name_key(name: str) -> str:
    """The form in which two names are the same: one Unicode form, one case, single spaces."""
    if name.isascii():
        return " ".join(name.lower().split())
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def plain_key(name: str) -> str:
    """The form in which two names are the same to a finger in a hurry: without accents as well.

    `Strøm` and `Łukasz` are found as `strom` and `lukasz`, too.
    """
    key = name_key(name)
    if key.isascii():
        return key
    parts = unicodedata.normalize("NFD", key)
    bare = "".join([part for part in parts if not unicodedata.combining(part)])
    return bare if bare.isascii() else bare.translate(_WRITTEN_OUT)


def ascii_key(name: str) -> str:
    """The form in which two names are the same to somebody who can't type Latin accents.

    In other scripts marks are part of the spelling, and stay.
    """
    key = name_key(name)
    return key if key.isascii() else without_accents(key.translate(_WRITTEN_OUT))


def without_accents(text: str) -> str:
    """Latin letters without the marks on them; elsewhere marks are part of the spelling."""
    kept: list[str] = []
    is_latin = False
    for sign in unicodedata.normalize("NFD", text):
        if not unicodedata.combining(sign):
            is_latin = "LATIN" in unicodedata.name(sign, "")
        elif is_latin:
            continue
        kept.append(sign)
    return unicodedata.normalize("NFC", "".join(kept))


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """The known word that is most like a word that isn't known, if one is like enough.

    Only the first 64 characters of the word are looked at, so that a huge one costs nothing.
    """
    from difflib import get_close_matches

    matches = get_close_matches(word[:64].casefold(), list(known), n=1, cutoff=_LIKENESS)
    return matches[0] if matches else None
