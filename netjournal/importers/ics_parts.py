"""The parts of an iCalendar file one after the other: of events only the lines that are read."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from netjournal.importers.byte_lines import decoded, plain_lines

_WANTED = {
    b"VEVENT": frozenset(
        (
            *(b"UID", b"SEQUENCE", b"SUMMARY", b"LOCATION", b"STATUS", b"DTSTART"),
            *(b"RECURRENCE-ID", b"RRULE", b"EXRULE", b"RDATE", b"EXDATE"),
            *(b"ORGANIZER", b"ATTENDEE"),
        )
    ),
    b"VTIMEZONE": frozenset((b"TZID", b"X-LIC-LOCATION")),
}
_OF_CALENDAR = frozenset((b"METHOD", b"X-WR-TIMEZONE", b"VERSION", b"TZ"))
_NAME = re.compile(rb"[A-Za-z0-9-]{1,60}(?=[;:])")
_QUOTED = b"QUOTED-PRINTABLE"
_MOST = 1024 * 1024
"""Bytes of an event that are kept."""


class Part(NamedTuple):
    """An event, a time zone, or a line of the calendar itself."""

    line: int
    """1-based, where it begins."""
    kind: str
    """`VEVENT`, `VTIMEZONE`, or the name of the calendar's line."""
    lines: tuple[str, ...]
    """Unfolded, without `BEGIN` and `END`."""
    places: dict[str, int]
    """The 1-based line of the first line with each name."""
    problem: str = ""
    """Why the part can't be read, as a sentence without stop."""


def parts(lines: Iterable[bytes]) -> Iterator[Part]:
    """The parts of a file in its order; what else is in it is passed over."""
    begun: _Begun | None = None
    for number, line in _unfolded(lines):
        found = _NAME.match(line)
        if found is None:
            continue
        name = found[0].upper()
        value = line[found.end() + 1 :].strip().upper() if name in (b"BEGIN", b"END") else b""
        is_new = name == b"BEGIN" and value in _WANTED
        if begun and (is_new or (name == b"END" and value in (begun.kind, b"VCALENDAR"))):
            yield begun.part("" if value == begun.kind and not is_new else "it isn't closed")
            begun = None
        if is_new:
            begun = _Begun(number, value)
        elif begun:
            begun.add(number, name, value, line)
        elif name in _OF_CALENDAR:
            said = decoded(line)
            yield Part(number, name.decode("ascii"), (said.partition(":")[2].strip(),), {})
    if begun:
        yield begun.part("it isn't closed")


def _unfolded(lines: Iterable[bytes]) -> Iterator[tuple[int, bytes]]:
    """Lines with what is folded below them, and their numbers; bytes that are too many are lost."""
    pieces: list[bytes] = []
    start = size = 0
    is_soft = False
    for number, piece in enumerate(plain_lines(lines), 1):
        if is_soft:
            pieces[-1] = pieces[-1][:-1]
            pieces.append(piece)
            size += len(piece)
            is_soft = size <= _MOST and piece.endswith(b"=")
            continue
        if piece[:1] in (b" ", b"\t") and start:
            if size <= _MOST:
                pieces.append(piece[1:])
                size += len(piece)
            continue
        if start:
            yield start, b"".join(pieces)
        pieces, start, size = [piece], number, len(piece)
        # Old calendars go on in the next line, however that begins.
        is_soft = piece.endswith(b"=") and _QUOTED in piece.partition(b":")[0].upper()
    if start:
        yield start, b"".join(pieces)


class _Begun:
    """A part that isn't closed yet."""

    def __init__(self, line: int, kind: bytes) -> None:
        self.kind = kind
        self._line = line
        self._inner: list[bytes] = []
        self._lines: list[str] = []
        self._places: dict[str, int] = {}
        self._size = 0

    def add(self, number: int, name: bytes, value: bytes, line: bytes) -> None:
        """Takes a line, or leaves it when it isn't one that is read."""
        if name == b"BEGIN":
            self._inner.append(value)
        elif name == b"END":
            if self._inner:
                self._inner.pop()
        elif self._is_wanted(name):
            self._size += len(line)
            if self._size <= _MOST:
                self._lines.append(decoded(line))
                self._places.setdefault(name.decode("ascii"), number)

    def _is_wanted(self, name: bytes) -> bool:
        if self._inner:
            return name == b"TZOFFSETTO" and self._inner == [b"STANDARD"]
        return name in _WANTED[self.kind]

    def part(self, problem: str) -> Part:
        """What has been read of it."""
        is_large = self._size > _MOST
        problem = problem or (f"it is larger than {_MOST:,} bytes" if is_large else "")
        kind = self.kind.decode("ascii")
        return Part(self._line, kind, tuple(self._lines), self._places, problem)
