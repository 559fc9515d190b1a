"""The blocks of a body: headings, list items with their depth, paragraphs, table rows, quotes."""

import re
from enum import Enum
from typing import NamedTuple


class BlockKind(Enum):
    """What a block of a body is."""

    HEADING = "heading"
    ITEM = "item"
    PARAGRAPH = "paragraph"
    ROW = "row"
    QUOTE = "quote"


class Block(NamedTuple):
    """A block of a body; all places are offsets in the text that was scanned."""

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
    level: int
    """Of a heading, 1 to 6."""
    depth: int
    """In how many list items it stands."""


_MARK = re.compile(
    r"(?P<heading>#{1,6})(?:[ \t]++|$)"
    r"|(?P<rule>(?:-[ \t]*+){3,}+$|(?:\*[ \t]*+){3,}+$|(?:_[ \t]*+){3,}+$|={1,}+[ \t]*$|--[ \t]*$)"
    r"|(?P<item>[-*+]|[0-9]{1,3}[.)])(?:[ \t]++|$)"
    r"|(?P<quote>>)"
    r"|(?P<row>\|)"
)
_MARK_STARTS = frozenset("#-*_=+>|0123456789")
_UNDERLINE = re.compile(r"(?:=+|--+)[ \t]*")
_DELIMITER_ROW = re.compile(r":?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)++\|?[ \t]*+")
_NESTING = 2
"""Characters by which a line is indented further than the list item that it belongs to."""


def scan(plain: str) -> list[Block]:
    """The blocks of a text from which comments and code are gone, in order, in linear time.

    A list item holds what is indented by at least two characters more than its mark, and the
    lines that continue its paragraph without being indented. Indented code is text.
    """
    scanner = _Scanner()
    for line in plain.split("\n"):
        scanner.take(line)
    return scanner.finish()


class _Scanner:
    """What is known of the blocks so far, while the lines come one by one."""

    def __init__(self) -> None:
        self._line = -1
        self._next_start = 0
        self._last_end = 0
        self._flowing = False
        self._in_table = False
        self._open: list[tuple[int, int]] = []
        self._kinds: list[BlockKind] = []
        self._places: list[tuple[int, int, int, int, int]] = []
        self._text_ends: list[int] = []
        self._ends: list[int] = []

    def finish(self) -> list[Block]:
        """The blocks of the lines so far."""
        self._close(-1)
        return [
            Block(kind, start, content, text_end, end, line, level, depth)
            for kind, (start, content, line, level, depth), text_end, end in zip(
                self._kinds, self._places, self._text_ends, self._ends, strict=True
            )
        ]

    def take(self, line: str) -> None:
        """Adds the next line."""
        self._line += 1
        bare = line.lstrip(" \t")
        lead = len(line) - len(bare)
        start = self._next_start + lead
        end = self._next_start + len(line)
        self._next_start = end + 1
        if not bare:
            self._flowing = self._in_table = False
            return
        indent = len(line[:lead].expandtabs(4)) if "\t" in line[:lead] else lead
        mark = _MARK.match(bare) if bare[0] in _MARK_STARTS else None
        if mark is None or not self._marked(mark, start, end, indent):
            self._text(bare, start, end, indent)
        self._last_end = end

    def _marked(self, mark: re.Match[str], start: int, end: int, indent: int) -> bool:
        """Adds a line that starts with a mark; False when it is mere text after all."""
        kind = mark.lastgroup
        content = start + mark.end()
        if kind == "rule":
            return self._rule(mark.string, end, indent)
        if kind == "quote" and self._continues_quote(indent):
            self._text_ends[-1] = self._ends[-1] = end
            return True
        self._close(indent)
        self._in_table = False
        if kind == "item":
            self._add(BlockKind.ITEM, start, content, end)
            self._open.append((indent + _NESTING, len(self._kinds) - 1))
            if content < end and mark.string[mark.end()] == ">":
                self._add(BlockKind.QUOTE, content, content, end)
        elif kind == "heading" and not self._open:
            self._add(BlockKind.HEADING, start, content, end, len(mark["heading"]))
            self._flowing = False
        elif kind == "quote":
            self._add(BlockKind.QUOTE, start, content, end)
        elif kind == "row":
            self._add(BlockKind.ROW, start, content, end)
            self._flowing = False
        else:
            self._add(BlockKind.PARAGRAPH, start, content, end)
            self._flowing = False
        return True

    def _continues_quote(self, indent: int) -> bool:
        return (
            self._flowing
            and self._kinds[-1] is BlockKind.QUOTE
            and not (self._open and indent < self._open[-1][0])
        )

    def _rule(self, bare: str, end: int, indent: int) -> bool:
        """Takes a line across the page, or one that makes a heading of the paragraph above."""
        after_paragraph = self._flowing and self._kinds[-1] is BlockKind.PARAGRAPH
        if after_paragraph and not self._open and _UNDERLINE.fullmatch(bare):
            start, content, line, _, depth = self._places[-1]
            self._kinds[-1] = BlockKind.HEADING
            self._places[-1] = (start, content, line, 1 if bare[0] == "=" else 2, depth)
            self._ends[-1] = end
            self._flowing = False
            return True
        if bare[0] == "=" or bare.rstrip() == "--":
            return False
        self._close(indent)
        self._flowing = self._in_table = False
        return True

    def _text(self, bare: str, start: int, end: int, indent: int) -> None:
        if self._flowing and not self._in_table:
            if self._is_table_head(bare):
                self._kinds[-1] = BlockKind.ROW
                self._in_table = True
            else:
                self._text_ends[-1] = self._ends[-1] = end
                return
        else:
            self._close(indent)
        self._add(BlockKind.ROW if self._in_table else BlockKind.PARAGRAPH, start, start, end)

    def _is_table_head(self, bare: str) -> bool:
        """Whether a line under a paragraph of one line says that the two are a table's head."""
        return (
            bare[0] in ":-"
            and self._kinds[-1] is BlockKind.PARAGRAPH
            and self._text_ends[-1] == self._last_end
            and self._places[-1][2] == self._line - 1
            and _DELIMITER_ROW.fullmatch(bare) is not None
        )

    def _add(self, kind: BlockKind, start: int, content: int, end: int, level: int = 0) -> None:
        self._kinds.append(kind)
        self._places.append((start, content, self._line, level, len(self._open)))
        self._text_ends.append(end)
        self._ends.append(end)
        self._flowing = True

    def _close(self, indent: int) -> None:
        """Ends the list items that a line with this indent is not part of; -1 ends all."""
        opened = self._open
        while opened and indent < opened[-1][0]:
            self._ends[opened.pop()[1]] = self._last_end
