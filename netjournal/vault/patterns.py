"""Patterns of paths, as in `archive/**`, `*.excalidraw.md` and `people/old/*`."""

import re
import unicodedata
from collections.abc import Callable, Iterable

_NOTHING = "(?!)"
_PIECES = re.compile(r"\*+|\?|\[[!^]?[^/][^\]/]*\]|[^*?\[]+|\[")


def path_matcher(patterns: Iterable[str]) -> Callable[[str], bool]:
    """A test of whether a path inside the vault, or a folder above it, fits one of the patterns.

    `*` is any part of a name, `?` one character, `[ab]` one of some, and `**` any folders. A
    pattern without `/` fits names at any depth; a folder's pattern fits all that is in it. Case
    counts; the Unicode form doesn't.
    """
    expressions = [_expression(pattern) for pattern in patterns]
    if not expressions:
        return _never
    fits = re.compile("|".join(expressions), re.DOTALL).match

    def matches(path: str) -> bool:
        plain = path if path.isascii() else unicodedata.normalize("NFC", path)
        return fits(plain) is not None

    return matches


def _never(_path: str) -> bool:
    return False


def _expression(pattern: str) -> str:
    """A regular expression for the start of a path; it tries every character at most once a star.

    The shortest way to fit what stands before a star leaves the most for what follows, so that
    an atomic group around it loses nothing and saves the way back.
    """
    pattern = unicodedata.normalize("NFC", pattern.strip()).removeprefix("./")
    segments = [segment for segment in pattern.split("/") if segment]
    if not segments:
        return _NOTHING
    if len(segments) == 1 and not pattern.startswith("/"):
        segments = ["**", *segments]
    runs: list[list[str]] = [[]]
    for segment in segments:
        if segment == "**":
            runs.append([])
        else:
            runs[-1].append(_segment(segment))
    expression = "/".join(runs[0]) + ("(?:/|$)" if runs[0] else "")
    for run in runs[1:]:
        if run:
            expression += "(?>(?:[^/]+/)*?" + "/".join(run) + "(?:/|$))"
    return expression


def _segment(segment: str) -> str:
    """A regular expression for one name of a path."""
    pieces = [""]
    for piece in _PIECES.findall(segment):
        if piece.startswith("*"):
            pieces.append("")
        elif piece == "?":
            pieces[-1] += "[^/]"
        elif len(piece) > 1 and piece.startswith("["):
            pieces[-1] += _choice(piece)
        else:
            pieces[-1] += re.escape(piece)
    first, *rest = pieces
    if not rest:
        return first
    *middle, last = rest
    return first + "".join(f"(?>[^/]*?{piece})" for piece in middle) + "[^/]*" + last


def _choice(piece: str) -> str:
    """A regular expression for one character of `[a-z_]`, or of none of `[!a-z_]`."""
    inside = piece[1:-1]
    negated = len(inside) > 1 and inside[0] in "!^"
    characters = inside[1:] if negated else inside
    parts = []
    while characters:
        low, high, length = characters[0], characters[0], 1
        if len(characters) > 2 and characters[1] == "-":
            high, length = characters[2], 3
        if low <= high:
            parts.append(f"{re.escape(low)}-{re.escape(high)}")
        characters = characters[length:]
    if negated:
        return "[^/" + "".join(parts) + "]"
    return "[" + "".join(parts) + "]" if parts else _NOTHING
