"""The messages of a file one after the other: some of their headers, and nothing of the rest."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

_ONCE = frozenset((b"from", b"date", b"subject"))
_ALL = frozenset((b"to", b"cc", b"bcc", b"delivered-to"))
_SIGNS = frozenset(
    (
        *(b"list-id", b"list-unsubscribe", b"list-post", b"precedence", b"auto-submitted"),
        *(b"x-spam-flag", b"x-gmail-labels"),
    )
)
_WANTED = _ONCE | _ALL | _SIGNS
_LONGEST = 64 * 1024
"""Bytes of a header that are kept; who has more recipients than fit has written a circular."""

_ENVELOPE = re.compile(
    rb"From (?:maildir/|-[ \t\r\n]|[^\r\n]{0,900}[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?\b)"
)
_HEADER = re.compile(rb"([!-9;-~]{1,200})[ \t]*:")


class Header(NamedTuple):
    """The text of a header, unfolded, its encoded words as they are."""

    line: int
    """1-based."""
    text: str


class Message(NamedTuple):
    """What of a message is read: its headers of some names, in lower case."""

    line: int
    """1-based, where it begins."""
    headers: dict[str, Header]
    """Of several for recipients the first, with what all of them say."""

    def text(self, name: str) -> str:
        """The text of a header, empty without one."""
        header = self.headers.get(name)
        return header.text if header else ""


def begins_message(line: bytes) -> bool:
    """Whether a line is one that begins a message in a file of many."""
    return _ENVELOPE.match(line) is not None


def messages(lines: Iterable[bytes]) -> Iterator[Message]:
    """The messages of a file of many, or of a single one; nothing is kept of what they say."""
    begun: _Begun | None = None
    before = b""
    for number, (line, after) in enumerate(pairwise(_with_end(lines)), 1):
        is_blank = not line.strip(b"\r\n")
        if line.startswith(b"From ") and _is_between(line, before, after, begun):
            if begun:
                yield begun.message()
            begun = _Begun(number)
        elif begun is None and not is_blank:
            begun = _Begun(number)
            begun.add(number, line.removeprefix(b"\xef\xbb\xbf"))
        elif begun and begun.is_open:
            begun.add(number, line)
        before = b"" if is_blank else b"x"
    if begun:
        yield begun.message()


def _with_end(lines: Iterable[bytes]) -> Iterator[bytes]:
    yield from lines
    yield b""


def _is_between(line: bytes, before: bytes, after: bytes, begun: "_Begun | None") -> bool:
    """Whether a line that starts with From stands between two messages."""
    if line.startswith(b"From maildir/"):
        return True
    if before and not (begun and begun.is_open):
        return False
    # Some programs write no time, or nothing at all; a sentence has more words.
    is_bare = len(line.split()) <= 2 and not before
    return begins_message(line) or (is_bare and _HEADER.match(after) is not None)


class _Begun:
    """A message of which more headers may come."""

    def __init__(self, line: int) -> None:
        self.line = line
        self.is_open = True
        self._values: dict[bytes, tuple[int, bytearray]] = {}
        self._current: bytearray | None = None

    def add(self, number: int, line: bytes) -> None:
        """Reads a line of the headers, or the one that ends them."""
        if not line.strip(b"\r\n"):
            self.is_open = False
        elif line[:1] in (b" ", b"\t"):
            if self._current is not None and len(self._current) < _LONGEST:
                self._current += b" " + line.strip()[:_LONGEST]
        else:
            self._begin(number, line)

    def _begin(self, number: int, line: bytes) -> None:
        self._current = None
        found = _HEADER.match(line)
        name = found[1].lower() if found else b""
        if found is None or name not in _WANTED:
            return
        value = line[found.end() :].strip()[:_LONGEST]
        known = self._values.get(name)
        if known is None:
            self._current = bytearray(value)
            self._values[name] = (number, self._current)
        elif name in _ALL and len(known[1]) < _LONGEST:
            self._current = known[1]
            self._current += b", " + value

    def message(self) -> Message:
        """What has been read."""
        headers = {
            name.decode("ascii"): Header(line, _decoded(bytes(value)))
            for name, (line, value) in self._values.items()
        }
        return Message(self.line, headers)


def _decoded(value: bytes) -> str:
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value.decode("cp1252", "replace")
