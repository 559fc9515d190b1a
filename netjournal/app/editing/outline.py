"""The outline of a note: headings, entries and promises, and the parts that fold."""

from collections.abc import Sequence
from enum import Enum
from typing import Final, NamedTuple

from netjournal.app.editing.contact_proposals import contacts_called
from netjournal.app.editing.open_notes import OpenNotes
from netjournal.model.contact import Contact, Interaction, Promise
from netjournal.notes.at_cursor import end_of_head
from netjournal.notes.headings import heading_text
from netjournal.notes.hidden import layers
from netjournal.notes.lines import BlockKind, scan
from netjournal.reviews.excerpts import clipped, plain_text

_LONGEST: Final = 80
MOST_FOUND: Final = 200
"""Contacts that a search among all of them lists."""


class PartKind(Enum):
    """What a part of an outline is."""

    HEADING = "heading"
    ENTRY = "entry"
    PROMISE = "promise"


class Part(NamedTuple):
    """A part of a note: its 1-based first and last line, and for headings the level, else 7."""

    kind: PartKind
    title: str
    first: int
    last: int
    level: int


class Fold(NamedTuple):
    """Lines that fold together, 1-based."""

    first: int
    last: int


def outline(notes: OpenNotes, path: str) -> tuple[Part, ...]:
    """The headings of a note with their sections, and its entries and promises."""
    lines = notes.lines(path)
    parts = _sections(lines)
    parsed = notes.parsed(path)
    headings = {part.first for part in parts}
    if parsed:
        parts += [
            Part(
                PartKind.ENTRY,
                f"{e.date.isoformat()} {_short(notes, e)}".strip(),
                e.line,
                e.line,
                7,
            )
            for e in parsed.interactions
            if e.line not in headings
        ]
        parts += [
            Part(
                PartKind.PROMISE,
                f"[{'x' if e.done else ' '}] {_short(notes, e)}",
                e.line,
                e.line,
                7,
            )
            for e in parsed.promises
        ]
    return tuple(sorted(parts, key=lambda part: (part.first, part.level)))


def _short(notes: OpenNotes, said: Interaction | Promise) -> str:
    return clipped(plain_text(said.text, notes.index, {}, said.path), _LONGEST)


def _sections(lines: Sequence[str]) -> list[Part]:
    """The headings, each with the lines down to the next of its level or above."""
    head = end_of_head(list(lines))
    plain = layers("\n".join(lines[head:])).plain
    found = [block for block in scan(plain) if block.kind is BlockKind.HEADING]
    parts = []
    last_line = len(lines)
    while last_line > 1 and not lines[last_line - 1].strip():
        last_line -= 1
    for number, block in enumerate(found):
        level = block.level or 1
        below = (other for other in found[number + 1 :] if (other.level or 1) <= level)
        next_one = next(below, None)
        first = block.line + 1 + head
        last = next_one.line + head if next_one else last_line
        while last > first and not lines[last - 1].strip():
            last -= 1
        title = heading_text(plain[block.content : block.text_end]) or "…"
        parts.append(Part(PartKind.HEADING, title, first, last, level))
    return parts


def folds(notes: OpenNotes, path: str) -> tuple[Fold, ...]:
    """The front matter, the sections and the list items with more than one line."""
    lines = notes.lines(path)
    head = end_of_head(lines)
    found = [Fold(1, min(head, len(lines)))] if head > 2 else []
    found += [Fold(each.first, each.last) for each in _sections(lines) if each.last > each.first]
    body = "\n".join(lines[head:])
    for block in scan(layers(body).plain):
        last = body.count("\n", 0, block.end) + 1 + head
        first = block.line + 1 + head
        if block.kind is BlockKind.ITEM and last > first:
            found.append(Fold(first, last))
    return tuple(dict.fromkeys(found))


def contacts_found(notes: OpenNotes, typed: str) -> list[tuple[Contact, str]]:
    """The contacts that are called as typed, each with a few words; a few hundred at most."""
    return contacts_called(notes, typed, MOST_FOUND)
