"""The sections of a note's text: what stands below which headings, and pieces cut out of it."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from netjournal.model.names import name_key
from netjournal.notes.headings import heading_text, without_closing
from netjournal.notes.lines import Block, BlockKind
from netjournal.notes.reading import Reading, blank_out
from netjournal.notes.splicing.entries import end_of_block, is_log, section_end
from netjournal.notes.splicing.logs import Log

EMPTY_ITEM = re.compile(r"[ \t]*[-*+][ \t]*")
"""An item of a list that says nothing."""

_BLANK_LINES = re.compile(r"(?:[ \t]*+\n)*+")

Where = tuple[tuple[int, str], ...]
"""The headings above a place, each with its level, without the title of the note."""


class Cut(NamedTuple):
    """A piece that is left out, or put elsewhere; the places are offsets in the text."""

    start: int
    below: int
    """Behind its heading, or behind all that it says."""
    end: int


class Section(NamedTuple):
    """A heading, and where it stands."""

    heading: Block
    where: Where | None
    """With itself; None when one of the headings says more than a title."""


class Text(NamedTuple):
    """The text of a note, taken apart."""

    body: str
    reading: Reading

    def headings(self) -> Iterator[Block]:
        """Its headings, in order."""
        return (each for each in self.reading.blocks if each.kind is BlockKind.HEADING)

    def title_of(self, heading: Block) -> str:
        """What a heading says, if that is all that stands there; else nothing."""
        typed = without_closing(self.body[heading.content : heading.text_end]).strip()
        return typed if typed == heading_text(typed) else ""

    def is_empty(self, heading: Block, level: int) -> bool:
        """Whether nothing stands below a heading, up to the next one of a level."""
        end = section_end(self.reading, heading, level)
        below = self.body[end_of_block(self.body, heading) : end]
        lines = below.split("\n")
        return all(not each.strip() or EMPTY_ITEM.fullmatch(each) for each in lines)

    def cut(self, heading: Block, level: int) -> Cut:
        """The section of a heading, up to the next one of a level."""
        start = self.body.rfind("\n", 0, heading.start) + 1
        end = section_end(self.reading, heading, level)
        return Cut(start, end_of_block(self.body, heading), end)

    def without(self, cuts: Sequence[Cut]) -> "Text":
        """The text with spaces where some pieces of it stand."""
        body = blank_out(self.body, [(each.start, each.end, True) for each in sorted(cuts)])
        return self._replace(body=body)

    def log(self) -> Log | None:
        """The section of its log, if there is one that has nothing else in its heading."""
        for each in self.headings():
            if is_log(self.reading, each) and self.title_of(each):
                return Log(self.body, self.reading, each)
        return None


def sections(text: Text, is_name: Callable[[str], bool]) -> Iterator[Section]:
    """The headings of a text, in order, with those above them.

    `is_name` says whether a first heading only names the person; that one stands in no path.
    """
    above: list[tuple[int, str]] = []
    for number, heading in enumerate(text.headings()):
        while above and above[-1][0] >= heading.level:
            above.pop()
        title = text.title_of(heading)
        if not (number == 0 and is_name(title)):
            above.append((heading.level, name_key(title)))
        yield Section(heading, tuple(above) if all(key for _, key in above) else None)


def behind_blank_lines(body: str, place: int) -> int:
    """The place, or the one behind the blank lines that begin there."""
    found = _BLANK_LINES.match(body, place)
    return found.end() if found else place
