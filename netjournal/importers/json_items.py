"""The items of a large JSON file with the lines on which they begin, up to where it is broken."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from netjournal.model.imported import NotReadable

LARGEST = 200_000_000
"""Bytes of a file that is read whole; one of this format is never larger."""

Path = tuple[str, ...]
"""Keys from the outside to the inside; `[]` for an item of a list."""

_GAP = re.compile(r"[ \t\r\n]*")
_END = {"{": "}", "[": "]"}
_DECODER = json.JSONDecoder()


class Item(NamedTuple):
    """A value of the file."""

    path: Path
    line: int
    """1-based, where it begins."""
    value: object


class BrokenAt(ValueError):
    """The file isn't JSON from a line on, or is nested too deeply."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def whole_text(lines: Iterable[bytes]) -> str:
    """The text of a file; bytes that are no UTF-8 become `�`. Raises NotReadable."""
    pieces: list[bytes] = []
    size = 0
    for line in lines:
        size += len(line)
        if size > LARGEST:
            raise NotReadable(f"it is larger than {LARGEST // 1_000_000} MB")
        pieces.append(line)
    data = b"".join(pieces)
    pieces.clear()
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    return data.decode("utf-8-sig", "replace")


def items(text: str, opens: Callable[[Path], bool]) -> Iterator[Item]:
    """Every value of a text that stands in an object or list that is to be opened, in its order.

    Raises BrokenAt behind the last item that can be read.
    """
    lines = _Lines(text)
    try:
        yield from _items(text, _skip(text, 0), (), opens, lines)
    except _Broken as broken:
        raise BrokenAt(lines.of(broken.offset)) from None


class _Broken(ValueError):
    def __init__(self, offset: int) -> None:
        super().__init__(offset)
        self.offset = offset


class _Lines:
    """Line numbers of offsets that only grow."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._line, self._seen = 1, 0

    def of(self, offset: int) -> int:
        """The 1-based line of an offset."""
        if offset > self._seen:
            self._line += self._text.count("\n", self._seen, offset)
            self._seen = offset
        return self._line


def _items(
    text: str, start: int, path: Path, opens: Callable[[Path], bool], lines: _Lines
) -> Iterator[Item]:
    """The items of the value that begins at an offset and is all of the text."""
    stack: list[tuple[str, Path]] = []
    at = start
    while True:
        sign = text[at : at + 1]
        if sign in _END and sign and opens(path):
            stack.append((_END[sign], path))
            at = _skip(text, at + 1)
            if text.startswith(_END[sign], at):
                at, path = _close(text, at, stack)
        else:
            line = lines.of(at)
            value, at = _value(text, at)
            yield Item(path, line, value)
            at, path = _close(text, _skip(text, at), stack)
        if not stack:
            return
        end, outer = stack[-1]
        if end == "}":
            key, at = _value(text, at)
            at = _skip(text, at)
            if not isinstance(key, str) or not text.startswith(":", at):
                raise _Broken(at)
            path, at = (*outer, key), _skip(text, at + 1)
        else:
            path = (*outer, "[]")


def _close(text: str, at: int, stack: list[tuple[str, Path]]) -> tuple[int, Path]:
    """Where the next value or key begins, behind everything that ends here."""
    while stack:
        end, path = stack[-1]
        if text.startswith(",", at):
            return _skip(text, at + 1), path
        if not text.startswith(end, at):
            raise _Broken(at)
        stack.pop()
        at = _skip(text, at + 1)
    if at < len(text):
        raise _Broken(at)
    return at, ()


def _skip(text: str, at: int) -> int:
    found = _GAP.match(text, at)
    return found.end() if found else at


def _value(text: str, at: int) -> tuple[object, int]:
    try:
        return _DECODER.raw_decode(text, at)
    except (ValueError, RecursionError, StopIteration):
        raise _Broken(at) from None
