"""How a person writes the entries of a log: bullet, date, what stands between date and text."""

import re
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from netjournal.notes.lines import BlockKind
from netjournal.notes.reading import Marked, Reading
from netjournal.notes.tasks import Box

BULLET = re.compile(r"[ \t]*(?:[-*+]|[0-9]{1,3}[.)])[ \t]+")
"""What stands before a list item."""

_GAP = re.compile(r"[ \t]*(?:[:;,|·•–—-]+(?=[ \t\n]|\Z))?[ \t]*")
_WORDS = re.compile(r"\w")
_KINDS = (BlockKind.ITEM, BlockKind.HEADING, BlockKind.PARAGRAPH)


class Style(NamedTuple):
    """How an entry is set off."""

    kind: BlockKind
    mark: str
    """What stands before the date: a bullet with its indent, or the signs of a heading."""
    before_day: str
    after_day: str
    """Up to the text, or nothing."""

    def entry(self, day: date, text: str) -> str:
        """An entry without line feed at its end; lines below the first belong to it."""
        first, *others = text.split("\n")
        gap = self.after_day if not first or self.after_day[-1:].isspace() else self.after_day + " "
        head = f"{self.mark}{self.before_day}{day.isoformat()}{gap}{first}".rstrip()
        if self.kind is BlockKind.HEADING:
            return "\n".join([head, "", *others] if others else [head])
        indent = " " * len(self.mark.expandtabs(4)) if self.kind is BlockKind.ITEM else ""
        return "\n".join([head, *(f"{indent}{each}".rstrip() for each in others)])


PLAIN = Style(BlockKind.ITEM, "- ", "", "")
"""The style of who has none yet."""


def dated_blocks(reading: Reading) -> list[Marked]:
    """The entries that stand on their own and aren't tasks, in order; of the commonest kind."""
    found = [
        marked
        for marked in reading.marked
        if marked.dated and marked.dated.value and marked.box is Box.NONE and not marked.block.depth
    ]
    counts = [sum(marked.block.kind is kind for marked in found) for kind in _KINDS]
    kind = _KINDS[counts.index(max(counts))]
    return [marked for marked in found if marked.block.kind is kind]


def style_of(body: str, marked: Marked) -> Style:
    """The style of an entry; days are written as 2026-11-03 even where it has another form."""
    block = marked.block
    line_start = body.rfind("\n", 0, block.start) + 1
    mark = body[line_start : block.content]
    if block.kind is BlockKind.ITEM and not BULLET.fullmatch(mark):
        mark = "- "
    if block.kind is BlockKind.HEADING:
        mark = "#" * block.level + " "
    before, after = _around_day(body, marked)
    if block.kind is BlockKind.PARAGRAPH and not before:
        before = after = "**"
    return Style(block.kind, mark, before, after)


def _around_day(body: str, marked: Marked) -> tuple[str, str]:
    dated = marked.dated
    if dated is None or dated.is_loose or dated.hidden or dated.text_start < dated.offset:
        return "", ""
    before = body[marked.content : dated.offset]
    gap = _GAP.match(body, dated.text_start)
    end = gap.end() if gap else dated.text_start
    after = body[dated.offset + len(dated.day) : end]
    # A time, a folder or a label belongs to that one entry.
    return ("", "") if _WORDS.search(before + after) else (before, after)


def newest_first(days: list[date]) -> bool:
    """Whether entries are in the order of a log that grows at its top; so is one with a single day.

    A log with days in both orders has that of most of its neighbours.
    """
    steps = list(pairwise(days))
    return sum(a < b for a, b in steps) <= sum(a > b for a, b in steps)
