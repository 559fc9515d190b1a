"""A note that is to be changed, and splices that leave every other byte of it alone."""

from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from netjournal.model import codes
from netjournal.model.config import Config
from netjournal.model.source import Source
from netjournal.notes.conflicts import without_conflicts
from netjournal.notes.decode import decode
from netjournal.notes.fences import Block, find_block
from netjournal.notes.nearfences import near_block
from netjournal.notes.second_block import with_second_block
from netjournal.notes.tomlfence import toml_block

_MARK = "\ufeff"
_UNCERTAIN = (codes.UNCLOSED_FRONT_MATTER.code, codes.YAML_SYNTAX.code)
"""Problems of fences after which nobody knows where the front matter ends."""


class Note(NamedTuple):
    """The bytes of a note, and all that has to be known to read them."""

    source: Source
    config: Config
    in_contacts: bool
    in_journal: bool


class Refusal(NamedTuple):
    """Why a note isn't changed, and what a person can do instead."""

    path: str
    line: int
    """1-based: where in the note it would have been changed, or what stands in the way."""
    reason: str
    """Without full stop."""
    by_hand: str = ""
    """The line to write by hand; empty when there is none."""


class Splice(NamedTuple):
    """A piece of a note's text, by its offsets, and what comes in its place."""

    start: int
    end: int
    text: str


class Opened(NamedTuple):
    """A note whose text can be spliced; lines end with a line feed alone."""

    note: Note
    text: str
    block: Block | None
    """The front matter between its fences, if there is one."""
    body_start: int
    body_line: int
    """The 1-based line on which the body begins."""

    @property
    def body(self) -> str:
        """What stands below the front matter."""
        return self.text[self.body_start :]

    def line_of(self, offset: int) -> int:
        """The 1-based line on which an offset of the text lies."""
        return self.text.count("\n", 0, offset) + 1

    def refusal(self, offset: int, reason: str, by_hand: str = "") -> Refusal:
        """The refusal to change something at an offset of the text."""
        return Refusal(self.note.source.path, self.line_of(offset), reason, by_hand)


def open_note(note: Note, by_hand: str) -> Opened | Refusal:
    """The text of a note; a refusal, with the line to write, when it can't be read for certain."""
    path = note.source.path
    decoded = decode(note.source)
    merged = without_conflicts(decoded.text, path)
    for problem in (*decoded.diagnostics, *merged.diagnostics):
        if problem.code != codes.EMPTY_FILE.code:
            return Refusal(path, problem.line, problem.message, by_hand)
    text = decoded.text
    block = find_block(text, path) or near_block(text, path) or toml_block(text, path)
    if block is None:
        return Opened(note, text, None, 0, 1)
    block = with_second_block(block, text, path)
    for problem in block.diagnostics:
        if problem.code in _UNCERTAIN:
            return Refusal(path, problem.line, problem.message, by_hand)
    return Opened(note, text, block, block.body_start, block.body_line)


def spliced(opened: Opened, splices: Iterable[Splice]) -> Note:
    """The note with pieces of its text replaced; new lines end as those around them do.

    The splices don't overlap; those at one place come in the order in which they are given.
    """
    typed = opened.note.source.data.decode()
    mark, raw = (_MARK, typed[1:]) if typed.startswith(_MARK) else ("", typed)
    places = _Places(raw)
    pieces = [mark]
    done = 0
    for start, end, text in sorted(splices, key=lambda each: (each.start, each.end)):
        first = places.in_bytes(start)
        ending = places.line_ending(opened.text, start)
        pieces += (raw[done:first], text.replace("\n", ending))
        done = places.in_bytes(end)
    pieces.append(raw[done:])
    source = opened.note.source._replace(data="".join(pieces).encode())
    return opened.note._replace(source=source)


class _Places:
    """Where in a text as it is written the offsets of the text with bare line feeds are."""

    def __init__(self, raw: str) -> None:
        self._raw = raw
        self._pairs: list[int] = []
        """Offsets of line feeds that are written as two characters."""
        found = raw.find("\r\n")
        while found >= 0:
            self._pairs.append(found - len(self._pairs))
            found = raw.find("\r\n", found + 2)

    def in_bytes(self, offset: int) -> int:
        """The offset in the text as written."""
        return offset + bisect_left(self._pairs, offset)

    def line_ending(self, text: str, offset: int) -> str:
        """How the line above an offset ends, else the one it stands on."""
        found = text.rfind("\n", 0, offset)
        if found < 0:
            found = text.find("\n", offset)
        if found < 0:
            return "\n"
        place = self.in_bytes(found)
        if self._raw[place] == "\n":
            return "\n"
        return "\r\n" if self._raw.startswith("\r\n", place) else "\r"


def is_writable(text: str) -> bool:
    """Whether a text can stand in a note: no half characters, no control characters but tabs."""
    return not any(
        (character < " " and character not in "\t\n") or "\ud800" <= character <= "\udfff"
        for character in text
    )
