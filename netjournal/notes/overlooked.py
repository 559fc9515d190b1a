"""What looks like an entry of a contact's note but stands where none is read."""

import re
from collections.abc import Iterator

from netjournal.model.codes import LOOSE_VALUE
from netjournal.model.diagnostic import Diagnostic
from netjournal.notes.dated import Dated, dated_at
from netjournal.notes.lines import Block, BlockKind
from netjournal.notes.reading import Reading

_CALLOUT = re.compile(r">[ \t]*+\[!(?P<kind>[^\[\]\n]++)\][-+]?")
_LINE_OF_A_CALLOUT = re.compile(
    r"^[ \t]*+(?:>[ \t]*+)++(?:\[![^\[\]\n]++\][-+]?[ \t]*+)?"
    r"(?:(?:[-*+]|[0-9]{1,3}[.)]|#++)[ \t]++)?",
    re.MULTILINE,
)
_CELL = re.compile(r"[| \t]*+")
_HINT = "an entry is a list item, such as `- 2026-11-03 Coffee`"

_Found = tuple[Block, Dated, str]
"""A block, a date in it, and where it stands."""


def overlooked(reading: Reading) -> list[Diagnostic]:
    """One warning about the first date at the start of a callout, a table row or a paragraph."""
    found = list(_found(reading))
    if not found:
        return []
    block, dated, place = found[0]
    more = len(found) - 1
    message = f"{dated.day} looks like an entry, but stands in {place}, which isn't read"
    if more:
        message += f"; so {'does' if more == 1 else 'do'} {more} more below"
    line, column = reading.place(dated.offset, block)
    width = len(dated.day)
    return [LOOSE_VALUE.at(reading.context.path, line, column, message, _HINT, width=width)]


def _found(reading: Reading) -> Iterator[_Found]:
    plain = reading.plain
    known = {marked.block.start for marked in reading.marked}
    for block in reading.blocks:
        if block.kind is BlockKind.ROW:
            starts, place = _ends(_CELL.match(plain, block.start)), "a table"
        elif block.kind is BlockKind.QUOTE and _CALLOUT.match(plain, block.start):
            lines = _LINE_OF_A_CALLOUT.finditer(plain, block.start, block.end)
            starts, place = [match.end() for match in lines], "a callout"
        elif block.kind is BlockKind.PARAGRAPH and not block.depth and block.start not in known:
            starts, place = [block.start], "a paragraph"
        else:
            continue
        for start in starts:
            dated = dated_at(plain, start)
            if dated and dated.value:
                yield block, dated, place


def _ends(match: re.Match[str] | None) -> list[int]:
    return [match.end()] if match else []
