"""File names for contacts: safe on every system, and such that every kind of link can name them."""

import re
import unicodedata

from netjournal.model.names import ascii_key
from netjournal.model.resolve import without_ending

MOST_BYTES = 120
"""Of a file name without its ending, in UTF-8; sync tools add to names, and systems allow 255."""

NAMELESS = "contact"
"""The file name for a name of which nothing can stand in one."""

_RESERVED = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])", re.IGNORECASE)
_SIGNS = frozenset('<>:"/\\|?*[]#^`%')
"""What some system refuses in a file name, or some kind of link."""

_AT_THE_START = " .-~_$"
_AT_THE_END = " .~"
_JOINERS = "\u200c\u200d"
"""Invisible, but part of how words and pictures are written."""
_APOSTROPHES = re.compile("['’ʼ]")


def file_stem(name: str, like: str = "") -> str:
    """The file name, without ending, for somebody's name, in the style of another file name.

    That is `Ana Lopez`, or `ana-lopez` if the other one is in lower case without spaces; then with
    accents only if the other one has any letter beyond ASCII.
    """
    if like and like == like.lower() and not re.search(r"\s", like):
        separator = "_" if "_" in like and "-" not in like else "-"
        return _safe(_in_one_word(name, separator, keeps_accents=not like.isascii()))
    return _safe(name)


def _safe(name: str) -> str:
    text = "".join(map(_allowed, unicodedata.normalize("NFC", name)))
    stem = _stripped(" ".join(text.split()))
    while without_ending(stem) != stem:
        stem = _stripped(without_ending(stem))
    stem = _stripped(_shortened(stem)).strip(_JOINERS)
    first, dot, rest = stem.partition(".")
    if _RESERVED.fullmatch(first.rstrip()):
        stem = f"{first.rstrip()}_{dot}{rest}"
    return stem or NAMELESS


def _allowed(sign: str) -> str:
    """A character as it may stand in a file name: itself, a space, or nothing."""
    kind = unicodedata.category(sign)
    if sign in _SIGNS or kind in ("Cc", "Zl", "Zp", "Zs"):
        return " "
    return "" if kind in ("Cf", "Cs", "Co", "Cn") and sign not in _JOINERS else sign


def _stripped(stem: str) -> str:
    return stem.lstrip(_AT_THE_START).rstrip(_AT_THE_END)


def _shortened(stem: str) -> str:
    """The stem cut to the most bytes, never between a letter and the marks on it."""
    if len(stem.encode()) <= MOST_BYTES:
        return stem
    cut = len(stem.encode()[:MOST_BYTES].decode(errors="ignore"))
    while cut and (unicodedata.combining(stem[cut]) or stem[cut] in _JOINERS):
        cut -= 1
    return stem[:cut]


def _in_one_word(name: str, separator: str, *, keeps_accents: bool) -> str:
    text = _APOSTROPHES.sub("", name.lower())
    if not keeps_accents:
        text = ascii_key(text)
    text = "".join(each if _is_of_a_word(each) else " " for each in text)
    return separator.join(text.split())


def _is_of_a_word(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "LMN" or sign in _JOINERS
