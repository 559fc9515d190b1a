"""The blocks of a body: headings, list items with their depth, paragraphs, table rows, quotes."""

import re
from dataclasses import dataclass
from enum import Enum

from netjournal.notes.dated import EMPHASIS, dated_at
from netjournal.notes.loosely_dated import INVISIBLE, WIDE_SPACES


class BlockKind(Enum):
    """What a block of a body is."""

    HEADING = "heading"
    ITEM = "item"
    PARAGRAPH = "paragraph"
    ROW = "row"
    QUOTE = "quote"
    CODE = "code"
    """Indented code, of which nothing is read."""


@dataclass(slots=True)
class Block:
    """A block of a body, growing while its lines are read; places are offsets in the text."""

    kind: BlockKind
    start: int
    """The first character that isn't white space."""
    content: int
    """Behind the mark of a heading or list item."""
    text_end: int
    """Where its own paragraph ends; that of a list item doesn't hold its sub-items."""
    end: int
    """Where it ends, with its sub-items, or with the line that underlines it."""
    line: int
    """Counted from 0."""
    depth: int
    """In how many list items it stands."""
    level: int = 0
    """Of a heading, 1 to 6."""


# Module names are much faster to read than members of an enumeration.
_HEADING, _ITEM, _PARAGRAPH = BlockKind.HEADING, BlockKind.ITEM, BlockKind.PARAGRAPH
_ROW, _QUOTE, _CODE = BlockKind.ROW, BlockKind.QUOTE, BlockKind.CODE
_GAP = f"(?:[ \t]++|$|(?=[{WIDE_SPACES}]))"
"""Behind a mark; also one that Markdown doesn't see, so that what follows isn't lost."""
_MARK = re.compile(
    r"(?P<rule>(?:-[ \t]*+){3,}+$|(?:\*[ \t]*+){3,}+$|(?:_[ \t]*+){3,}+$|=++[ \t]*+$|--[ \t]*+$)"
    rf"|(?P<item>[-*+]|[0-9]{{1,3}}[.)]){_GAP}"
    rf"|(?P<heading>#{{1,6}}){_GAP}"
    r"|(?P<quote>>)"
    r"|(?P<row>\|)"
)
_MARK_STARTS = frozenset("#-*_=+>|0123456789")
_UNDERLINE = re.compile(r"(?:=+|--+)[ \t]*")
_DELIMITER_ROW = re.compile(r":?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)++\|?[ \t]*+")
_UNSEEN = re.compile(f"[{INVISIBLE}{WIDE_SPACES}][ \t{INVISIBLE}{WIDE_SPACES}]*+")
_BLANK = frozenset(("", " ", "\t"))
_CODE_INDENT = 4
_NESTING = 2
"""Characters by which a line is indented further than the list item that it belongs to."""


def scan(plain: str) -> list[Block]:
    """The blocks of a text from which comments and code are gone, in order, in linear time.

    A list item holds what is indented by at least two characters more than its mark, and the
    lines that continue its paragraph without being indented. Lines indented by four characters
    outside of a list are code, unless the first of them has the mark of a list item: a list that
    somebody has indented is a list.
    """
    return _Scanner().read(plain)


def _begins_with_a_date(bare: str) -> bool:
    """Whether a line begins with a date that is set off, as entries in paragraphs do."""
    return bare[0] in EMPHASIS and dated_at(bare, 0) is not None


class _Scanner:
    """What is known of the blocks so far, while the lines come one by one."""

    def __init__(self) -> None:
        self._blocks: list[Block] = []
        self._open: list[tuple[int, Block]] = []
        """The list items that go on, with the indent of what is inside them."""
        self._flow: Block | None = None
        """The block that a line of mere text continues."""
        self._in_table = False
        self._line = -1
        self._last_end = 0

    def read(self, text: str) -> list[Block]:
        """The blocks of a text."""
        next_start = 0
        for line in text.split("\n"):
            self._line += 1
            end = next_start + len(line)
            next_start = end + 1
            bare = line
            indent = 0
            if line[:1] in _BLANK:
                bare = line.lstrip(" \t")
                indent = len(line[: len(line) - len(bare)].expandtabs(4))
            if not bare.isascii() and _UNSEEN.match(bare):
                bare = _UNSEEN.sub("", bare, count=1)
            if not bare:
                self._flow = None
                self._in_table = False
                continue
            start = end - len(bare)
            mark = _MARK.match(bare) if bare[0] in _MARK_STARTS else None
            if indent >= _CODE_INDENT and self._take_code(mark, start, end):
                continue
            if mark is None or not self._take_marked(mark, start, end, indent):
                self._take_text(bare, start, end, indent)
            self._last_end = end
        self._close(-1)
        return self._blocks

    def _take_code(self, mark: re.Match[str] | None, start: int, end: int) -> bool:
        """Takes an indented line that is code, or goes on with it; False when it is none."""
        last = self._blocks[-1] if self._blocks else None
        if last and last.kind is _CODE:
            last.text_end = last.end = end
            return True
        if self._open or self._flow or (mark and mark.lastgroup == "item"):
            return False
        self._add(_CODE, start, start, end)
        self._flow = None
        return True

    def _take_marked(self, mark: re.Match[str], start: int, end: int, indent: int) -> bool:
        """Adds a line that starts with a mark; False when it is mere text after all."""
        kind = mark.lastgroup
        content = start + mark.end()
        if kind == "rule":
            return self._take_rule(mark.string, end, indent)
        above = self._flow
        if kind == "quote" and above and self._is_quote_here(above, indent):
            above.text_end = above.end = end
            return True
        self._close(indent)
        self._in_table = False
        if kind == "item":
            item = self._add(_ITEM, start, content, end)
            self._open.append((indent + _NESTING, item))
            if mark.string.startswith(">", mark.end()):
                self._add(_QUOTE, content, content, end)
        elif kind == "quote":
            self._add(_QUOTE, start, content, end)
        elif kind == "row":
            self._add(_ROW, start, content, end)
            self._flow = None
        elif self._open:
            self._add(_PARAGRAPH, start, content, end)
            self._flow = None
        else:
            self._add(_HEADING, start, content, end).level = len(mark["heading"])
            self._flow = None
        return True

    def _is_outside(self, above: Block, indent: int) -> bool:
        """Whether a line of text would only continue a list item because nothing ends it."""
        is_text = above.kind is _PARAGRAPH or above.kind is _ITEM
        return is_text and not (self._open and indent >= self._open[-1][0])

    def _is_quote_here(self, above: Block, indent: int) -> bool:
        return above.kind is _QUOTE and not (self._open and indent < self._open[-1][0])

    def _take_rule(self, bare: str, end: int, indent: int) -> bool:
        """Takes a line across the page, or one that makes a heading of the paragraph above."""
        above = self._flow
        self._flow = None
        if (
            above is not None
            and above.kind is _PARAGRAPH
            and not self._open
            and _UNDERLINE.fullmatch(bare)
        ):
            above.kind = _HEADING
            above.level = 1 if bare[0] == "=" else 2
            above.end = end
        elif bare[0] == "=" or bare.rstrip() == "--":
            self._flow = above
            return False
        else:
            self._close(indent)
            self._in_table = False
        return True

    def _take_text(self, bare: str, start: int, end: int, indent: int) -> None:
        above = self._flow
        if above is None or self._in_table:
            self._close(indent)
        elif self._is_table_head(above, bare):
            above.kind = _ROW
            self._in_table = True
        elif self._is_outside(above, indent) and _begins_with_a_date(bare):
            self._close(indent)
        else:
            above.text_end = above.end = end
            return
        self._add(_ROW if self._in_table else _PARAGRAPH, start, start, end)

    def _is_table_head(self, above: Block, bare: str) -> bool:
        """Whether a line under a paragraph of one line says that the two are a table's head."""
        return (
            bare[0] in ":-"
            and above.kind is _PARAGRAPH
            and above.line == self._line - 1
            and _DELIMITER_ROW.fullmatch(bare) is not None
        )

    def _add(self, kind: BlockKind, start: int, content: int, end: int) -> Block:
        block = Block(kind, start, content, end, end, self._line, len(self._open))
        self._blocks.append(block)
        self._flow = block
        return block

    def _close(self, indent: int) -> None:
        """Ends the list items that a line with this indent is not part of; -1 ends all."""
        opened = self._open
        while opened and indent < opened[-1][0]:
            opened.pop()[1].end = self._last_end
