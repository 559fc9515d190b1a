"""A body with its blocks, boxes, dates and links, as the steps that follow look them up."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from netjournal.model.contact import Kind, Link
from netjournal.notes.dated import EMPHASIS, HIDDEN, LOOSE_STARTS, Dated, dated_at
from netjournal.notes.hashtags import kinds_in
from netjournal.notes.hidden import layers
from netjournal.notes.lines import Block, BlockKind, scan
from netjournal.notes.links import FoundLink, find_links, names_a_day
from netjournal.notes.raw import BodyContext
from netjournal.notes.tasks import BOX, Box, box_meaning

_HEADING, _ITEM = BlockKind.HEADING, BlockKind.ITEM
_PARAGRAPH, _QUOTE, _CODE = BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.CODE
_BOX_NONE, _BOX_DONE = Box.NONE, Box.DONE
Span = tuple[int, int]


class Marked(NamedTuple):
    """A heading, a list item with a box or a date at its start, or a paragraph with a bold date."""

    block: Block
    box: Box
    content: int
    """Behind the box."""
    dated: Dated | None

    @property
    def happened(self) -> bool:
        """Whether it is not merely meant: no task that is open, cancelled or moved."""
        return self.box is _BOX_NONE or self.box is _BOX_DONE

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
    """As typed, without comments and code that is fenced or indented."""
    plain: str
    """Without any code."""
    counted: str
    """Without what doesn't count either: quotes, and tasks that aren't done."""
    blocks: tuple[Block, ...]
    marked: tuple[Marked, ...]
    links: tuple[FoundLink, ...]
    offsets: tuple[int, ...]
    """Of the links."""

    def place(self, offset: int, block: Block) -> tuple[int, int]:
        """The 1-based line and column in the file of an offset inside a block."""
        line = self.first_line + block.line + self.plain.count("\n", block.start, offset)
        return line, offset - self.plain.rfind("\n", 0, offset)

    def place_in_text(self, offset: int) -> tuple[int, int]:
        """The same of an offset anywhere, in the time that counting the lines before it takes."""
        line = self.first_line + self.plain.count("\n", 0, offset)
        return line, offset - self.plain.rfind("\n", 0, offset)

    def kinds_in(self, spans: Iterable[Span]) -> tuple[Kind, ...]:
        """The kinds that the hashtags in some spans name, where they count."""
        pieces = [self.counted[start:end] for start, end in spans]
        text = pieces[0] if len(pieces) == 1 else "\n".join(pieces)
        return kinds_in(text, self.context.hashtags) if "#" in text else ()

    def links_in(self, spans: Iterable[Span], *, meant: bool = False) -> tuple[Link, ...]:
        """The links to others than days in some spans, where they count or where all are meant."""
        offsets = self.offsets
        if not offsets:
            return ()
        found: list[Link] = []
        for start, end in spans:
            first = bisect_left(offsets, start)
            for offset, link in self.links[first : bisect_left(offsets, end, first)]:
                if (meant or self.counted[offset] == "[") and not names_a_day(link):
                    found.append(link)
        return tuple(found)


def take_apart(text: str, first_line: int, context: BodyContext) -> Reading:
    """The reading of a body whose lines end with line feeds and whose first line has a number."""
    shown, plain = layers(text)
    blocks = tuple(scan(plain))
    if "    " in plain or "\t" in plain:
        code = [(block.start, block.end, True) for block in blocks if block.kind is _CODE]
        shown, plain = blank_out(shown, code), blank_out(plain, code)
        blocks = tuple([block for block in blocks if block.kind is not _CODE])
    marked = tuple(filter(None, [_marked(plain, block) for block in blocks]))
    links = tuple(find_links(plain, shown, first_line, 1))
    offsets = tuple([offset for offset, _ in links])
    counted = blank_out(plain, _uncounted(blocks, marked)) if links or "#" in plain else plain
    return Reading(context, first_line, shown, plain, counted, blocks, marked, links, offsets)


def blank_out(text: str, spans: Sequence[tuple[int, int, bool]]) -> str:
    """A text with spaces over the lines of some spans; of two nested ones the inner one decides.

    The spans come in order of their start; the third value says whether to hide or to keep.
    """
    if not any(hide for _, _, hide in spans):
        return text
    hidden = bytearray(len(text))
    for start, end, hide in spans:
        if start < end and hidden[start] != hide:
            hidden[start:end] = (b"\x01" if hide else b"\x00") * (end - start)
    pieces: list[str] = []
    done = 0
    start = hidden.find(1)
    while start >= 0:
        end = hidden.find(0, start)
        end = end if end >= 0 else len(text)
        blank = [" " * len(line) for line in text[start:end].split("\n")]
        pieces += (text[done:start], "\n".join(blank))
        done = end
        start = hidden.find(1, end)
    return "".join([*pieces, text[done:]])


def _marked(plain: str, block: Block) -> Marked | None:
    """A heading, a list item if it has a box or a date, or a paragraph if it has a bold date."""
    content = block.content
    sign = plain[content : content + 1]
    if block.kind is _HEADING:
        return Marked(block, _BOX_NONE, content, dated_at(plain, content))
    if block.kind is _PARAGRAPH and not block.depth and sign in EMPHASIS:
        dated = dated_at(plain, content)
        return Marked(block, _BOX_NONE, content, dated) if dated else None
    if block.kind is not _ITEM or not sign:
        return None
    if sign not in LOOSE_STARTS and not HIDDEN.match(sign):
        return None
    match = BOX.match(plain, content) if sign == "[" else None
    box = box_meaning(match["sign"]) if match else _BOX_NONE
    content = match.end() if match else content
    dated = dated_at(plain, content)
    return Marked(block, box, content, dated) if match or dated else None


def _uncounted(blocks: Iterable[Block], marked: Iterable[Marked]) -> list[tuple[int, int, bool]]:
    """Quotes and unfinished tasks, in order; inside them what was done or has a date counts."""
    spans = [(block.start, block.end, True) for block in blocks if block.kind is _QUOTE]
    for item in marked:
        block = item.block
        if block.kind is _ITEM and (block.depth or not item.happened):
            spans.append((block.start, block.end, not item.happened))
    spans.sort()
    return spans
