"""A body with its blocks, boxes, dates and links, as the steps that follow look them up."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from netjournal.model.contact import Kind, Link
from netjournal.notes.dated import Dated, dated_at
from netjournal.notes.hashtags import kinds_in
from netjournal.notes.hidden import layers
from netjournal.notes.lines import Block, BlockKind, scan
from netjournal.notes.links import FoundLink, find_links, names_a_day
from netjournal.notes.raw import BodyContext
from netjournal.notes.tasks import BOX, Box, box_meaning

Span = tuple[int, int]
_HIDDEN = re.compile(b"\x01+")


class Marked(NamedTuple):
    """A heading or list item, its box, and the date with which it starts."""

    block: Block
    box: Box
    content: int
    """Behind the box."""
    dated: Dated | None

    @property
    def happened(self) -> bool:
        """Whether it is not merely meant: no task that is open, cancelled or moved."""
        return self.box is Box.NONE or self.box is Box.DONE

    @property
    def text_start(self) -> int:
        """Behind the box and the date."""
        return self.dated.text_start if self.dated else self.content


@dataclass(frozen=True, slots=True)
class Reading:
    """A body, taken apart; all places are offsets in its layers, which are equally long."""

    context: BodyContext
    first_line: int
    shown: str
    """As typed, without comments and fenced code."""
    plain: str
    """Without any code."""
    counted: str
    """Without what doesn't count either: quotes, and tasks that aren't done."""
    blocks: tuple[Block, ...]
    marked: tuple[Marked, ...]
    links: tuple[FoundLink, ...]

    def place(self, offset: int, block: Block) -> tuple[int, int]:
        """The 1-based line and column in the file of an offset inside a block."""
        line = self.first_line + block.line + self.plain.count("\n", block.start, offset)
        return line, offset - self.plain.rfind("\n", 0, offset)

    def kinds_in(self, spans: Iterable[Span]) -> tuple[Kind, ...]:
        """The kinds that the hashtags in some spans name, where they count."""
        text = "\n".join([self.counted[start:end] for start, end in spans])
        return kinds_in(text, self.context.hashtags) if "#" in text else ()

    def links_in(self, spans: Iterable[Span], *, meant: bool = False) -> tuple[Link, ...]:
        """The links to others than days in some spans, where they count or where all are meant."""
        found: list[Link] = []
        if self.links:
            for start, end in spans:
                first = bisect_left(self.links, start, key=_offset)
                last = bisect_left(self.links, end, first, key=_offset)
                for offset, link in self.links[first:last]:
                    if (meant or self.counted[offset] == "[") and not names_a_day(link):
                        found.append(link)
        return tuple(found)


def take_apart(text: str, first_line: int, context: BodyContext) -> Reading:
    """The reading of a body whose lines end with line feeds and whose first line has a number."""
    shown, plain = layers(text)
    blocks = tuple(scan(plain))
    marked = tuple(
        [
            _marked(plain, block)
            for block in blocks
            if block.kind is BlockKind.ITEM or block.kind is BlockKind.HEADING
        ]
    )
    links = tuple(find_links(plain, first_line, 1))
    counted = blank_out(plain, _uncounted(blocks, marked)) if links or "#" in plain else plain
    return Reading(context, first_line, shown, plain, counted, blocks, marked, links)


def blank_out(text: str, spans: Iterable[tuple[int, int, bool]]) -> str:
    """A text with spaces over some spans; of two nested spans the inner one decides.

    The spans come in order of their start; the third value says whether to hide or to keep.
    """
    hidden: bytearray | None = None
    for start, end, hide in spans:
        if hidden is None:
            if not hide:
                continue
            hidden = bytearray(len(text))
        if start < end and hidden[start] != hide:
            hidden[start:end] = (b"\x01" if hide else b"\x00") * (end - start)
    if hidden is None:
        return text
    pieces = []
    done = 0
    for match in _HIDDEN.finditer(hidden):
        pieces += (text[done : match.start()], " " * (match.end() - match.start()))
        done = match.end()
    return "".join([*pieces, text[done:]])


def _marked(plain: str, block: Block) -> Marked:
    content = block.content
    box = Box.NONE
    if block.kind is BlockKind.ITEM:
        match = BOX.match(plain, content)
        if match:
            box = box_meaning(match["sign"])
            content = match.end()
    return Marked(block, box, content, dated_at(plain, content))


def _uncounted(blocks: Iterable[Block], marked: Iterable[Marked]) -> list[tuple[int, int, bool]]:
    """Quotes and unfinished tasks, in order; inside them what was done or has a date counts."""
    spans = [(block.start, block.end, True) for block in blocks if block.kind is BlockKind.QUOTE]
    for item in marked:
        if item.block.kind is BlockKind.ITEM and (item.box is not Box.NONE or item.dated):
            spans.append((item.block.start, item.block.end, not item.happened))
    spans.sort()
    return spans


def _offset(found: FoundLink) -> int:
    return found[0]
