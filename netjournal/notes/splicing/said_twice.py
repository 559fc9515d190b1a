"""What a note says word for word as another one does, in the same place: it need not stand twice.

Whether two texts are the same statement depends on where they stand: *Max* is one person below the
heading *Kids* and another one below *Dogs*. So a piece counts as said twice only where its place
leaves no doubt; whatever is doubtful is kept twice, which costs a line and loses nothing.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from netjournal.notes.lines import Block, BlockKind
from netjournal.notes.splicing.entries import end_of_block, section_end
from netjournal.notes.splicing.sections import Cut, Text, Where, behind_blank_lines, sections

_HEADING, _ITEM, _PARAGRAPH = BlockKind.HEADING, BlockKind.ITEM, BlockKind.PARAGRAPH
_LEADING = re.compile(r"[:?][*_\"')]*$|^([*_]{2,3})(?:(?!\1).)+\1$")
"""The end of a text that what follows belongs to, or a line in bold that stands for a heading."""
_BULLETS = "-*+"


class _Said(NamedTuple):
    where: Where
    text: str
    cut: Cut


def said_twice(ours: Text, theirs: Text, is_name: Callable[[str], bool]) -> list[Cut]:
    """The pieces of a text that surely say what the one that stays says, as often as there.

    These are whole sections that are equal, and paragraphs and items of lists that stand under the
    same headings. What stands in the log is no matter of this.
    """
    whole = _pairs(_whole_sections(ours, is_name), _whole_sections(theirs, is_name))
    found = [each for _, each in whole]
    known = _outside([each for each, _ in whole], _pieces(ours, is_name))
    found += [each for _, each in _pairs(known, _outside(found, _pieces(theirs, is_name)))]
    return found


def _pairs(known: Iterable[_Said], said: Iterable[_Said]) -> list[tuple[Cut, Cut]]:
    """What is the same on both sides, each piece once; of pieces in others the outer one."""
    waiting: dict[tuple[Where, str], list[Cut]] = {}
    for each in known:
        waiting.setdefault((each.where, each.text), []).append(each.cut)
    pairs: list[tuple[Cut, Cut]] = []
    taken = 0
    for each in said:
        same = waiting.get((each.where, each.text))
        if same and each.cut.start >= taken:
            pairs.append((same.pop(0), each.cut))
            taken = each.cut.end
    return pairs


def _outside(cuts: Sequence[Cut], said: Iterable[_Said]) -> Iterator[_Said]:
    ordered = sorted(cuts)
    for each in said:
        number = bisect_right(ordered, each.cut.start, key=lambda cut: cut.start)
        if not number or each.cut.start >= ordered[number - 1].end:
            yield each


def _whole_sections(text: Text, is_name: Callable[[str], bool]) -> Iterator[_Said]:
    log = text.log()
    for heading, where in sections(text, is_name):
        start = text.body.rfind("\n", 0, heading.start) + 1
        end = section_end(text.reading, heading, heading.level)
        has_log = log and heading.start < log.end and log.heading.start < end
        if where and not has_log:
            yield _Said(where, text.body[start:end].rstrip(), Cut(start, end, end))


def _pieces(text: Text, is_name: Callable[[str], bool]) -> Iterator[_Said]:
    """The paragraphs and items that mean the same wherever they stand under their headings."""
    paths = {section.heading.start: section.where for section in sections(text, is_name)}
    dated = {each.block.start for each in text.reading.marked if each.dated}
    log = text.log()
    outer = [each for each in text.reading.blocks if not each.depth]
    for heading, below in _by_heading(outer):
        where = paths[heading.start] if heading else ()
        for block in _on_their_own(text, below, dated):
            is_logged = log and log.heading.start < block.start < log.end
            cut = None if where is None or is_logged else _cut(text, block)
            if cut and where is not None:
                yield _Said(where, text.body[cut.start : cut.below].rstrip(), cut)


def _by_heading(blocks: Iterable[Block]) -> Iterator[tuple[Block | None, list[Block]]]:
    """Each heading with the blocks up to the next one."""
    heading: Block | None = None
    below: list[Block] = []
    for each in blocks:
        if each.kind is _HEADING:
            yield heading, below
            heading, below = each, []
        else:
            below.append(each)
    yield heading, below


def _on_their_own(text: Text, blocks: Sequence[Block], dated: set[int]) -> Iterator[Block]:
    """Of the blocks below a heading those that are about none of the others."""
    above: Block | None = None
    before_list: Block | None = None
    for block, below in zip_longest(blocks, blocks[1:]):
        if block.start in dated and block.kind is _PARAGRAPH:
            # What follows is about that day.
            return
        if block.kind is not _ITEM or not above or above.kind is not _ITEM:
            before_list = above
        # An entry is told by its day; any other item may be about the paragraph above its list.
        is_about = before_list is not None and block.kind is _ITEM and block.start not in dated
        is_led = any(_belongs_to(text, each, dated) for each in (above, before_list))
        if not is_about and not is_led and not _leads(text, block, below, dated):
            yield block
        above = block


def _belongs_to(text: Text, above: Block | None, dated: set[int]) -> bool:
    """Whether what follows a block may be about it."""
    if above is None:
        return False
    if above.kind not in (_ITEM, _PARAGRAPH):
        return True
    said = text.body[above.content : above.text_end].strip()
    return above.start not in dated and _LEADING.search(said) is not None


def _leads(text: Text, block: Block, below: Block | None, dated: set[int]) -> bool:
    """Whether a block may be needed to understand the one below it, or is none that is told."""
    if block.kind is _ITEM:
        is_told = text.body[block.start] in _BULLETS
        return not is_told or _belongs_to(text, block, dated)
    is_above_text = below is None or below.kind in (_HEADING, _PARAGRAPH)
    return block.kind is not _PARAGRAPH or not is_above_text or _belongs_to(text, block, dated)


def _cut(text: Text, block: Block) -> Cut | None:
    """The lines of a block; None beside code, comments, or what would come to stand in an item."""
    body, plain = text.body, text.reading.plain
    start = body.rfind("\n", 0, block.start) + 1
    below = end_of_block(body, block)
    end = behind_blank_lines(body, below)
    before = start
    while before and body[before - 1] in " \t\n":
        before -= 1
    line_above = body.rfind("\n", 0, before) + 1
    line_end = body.find("\n", end)
    line_end = len(body) if line_end < 0 else line_end
    beside = (line_above, before), (end, line_end)
    is_hidden = any(body[a:b].strip() and not plain[a:b].strip() for a, b in beside)
    if is_hidden or body[end : end + 1] in (" ", "\t"):
        return None
    has_gap = body.count("\n", before, start) > 1
    # Without a blank line the text below would go on with the one above.
    return Cut(start, below, end if has_gap or not before else min(below + 1, len(body)))
