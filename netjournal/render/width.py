"""How many columns of a terminal a text takes, and texts cut to a number of columns."""

import unicodedata
from functools import lru_cache
from typing import Final

_JOINER: Final = "\u200d"
_NO_WIDTH: Final = frozenset({"Mn", "Me", "Cf"})
_WIDE: Final = frozenset({"W", "F"})


def width(text: str) -> int:
    """The columns that a text takes: two for a wide character, none for a combining mark."""
    if text.isascii():
        return len(text)
    columns = 0
    joined = False
    for character in text:
        if joined:
            # A joined pair of emoji is drawn as one.
            joined = False
        elif character == _JOINER:
            joined = True
        else:
            columns += _columns(character)
    return columns


@lru_cache(maxsize=4096)
def _columns(character: str) -> int:
    if character.isascii():
        return 1
    if unicodedata.category(character) in _NO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1


def padded(text: str, columns: int, *, right: bool = False) -> str:
    """The text with spaces to a number of columns, after it or before it."""
    space = " " * (columns - width(text))
    return space + text if right else text + space


def wrapped(text: str, columns: int) -> list[str]:
    """The text in lines of at most so many columns, cut between words where it can be.

    At least one line, which is empty for an empty text.
    """
    lines: list[str] = []
    line, taken = "", 0
    for word in text.split():
        needed = width(word)
        if line and taken + 1 + needed <= columns:
            line, taken = f"{line} {word}", taken + 1 + needed
            continue
        if line:
            lines.append(line)
        pieces = [word] if needed <= columns else _pieces(word, columns)
        lines += pieces[:-1]
        line = pieces[-1]
        taken = width(line)
    return [*lines, line]


def _pieces(word: str, columns: int) -> list[str]:
    """A word in pieces of at most so many columns; one character at least in each."""
    pieces, piece, taken = [], "", 0
    for character in word:
        needed = _columns(character)
        if piece and taken + needed > columns:
            pieces.append(piece)
            piece, taken = "", 0
        piece, taken = piece + character, taken + needed
    return [*pieces, piece]
