"""What looks like an entry of a contact's note but stands where none is read."""

import re
from collections.abc import Iterator

from netjournal.model.codes import LOOSE_VALUE
from netjournal.model.diagnostic import Diagnostic
from netjournal.notes.dated import Dated, dated_at
from netjournal.notes.lines import BlockKind
from netjournal.notes.loosely_dated import INVISIBLE
from netjournal.notes.reading import Reading

_CALLOUT = re.compile(r">[ \t]*+\[!(?P<kind>[^\[\]\n]++)\][-+]?")
_LINE_OF_A_CALLOUT = re.compile(
    r"^[ \t]*+(?:>[ \t]*+)++(?:\[![^\[\]\n]++\][-+]?[ \t]*+)?"
    r"(?:(?:[-*+]|[0-9]{1,3}[.)]|#++)[ \t]++)?",
    re.MULTILINE,
)
_CELL = re.compile(r"[| \t]*+")
_HINT = "an entry is a list item, such as `- 2026-11-03 Coffee`"

_DATE_SOON = r"(?=[*_=]{0,3}\[{0,2}[0-9]{4}-[0-9]{2}-[0-9]{2})"
SIGN_AND_DATE = (
    rf"(?![{INVISIBLE}])[^\w\s\[\](){{}}<>`*_=#|\"'\\~.,:;/+-]{{1,3}}[ \t]*+{_DATE_SOON}"
)
"""A sign and a date, at the start of a list item: no entry is read behind a sign."""
NEAR_ENTRY = rf"(?:[-+]|#{{1,6}}|[0-9]{{1,3}}[.)]|[•‣◦▪●·–—][ \t]*+){_DATE_SOON}"
"""How a line begins that would be an entry if its mark were one."""
_NEAR = re.compile(
    rf"^[ \t]*+(?:(?P<mark>{NEAR_ENTRY})|(?:[-*+]|#{{1,6}})[ \t]++(?P<sign>{SIGN_AND_DATE}))",
    re.MULTILINE,
)
_LONGEST_HINT = 40

_Found = tuple[Dated, str, str]
"""A date, why it isn't read, and what to do."""


def overlooked(reading: Reading) -> list[Diagnostic]:
    """One warning about the first date that nearly begins an entry, or begins no list item.

    It may stand at the start of a callout, a table row or a paragraph, or behind a mark that is
    none.
    """
    found = sorted([*_found(reading), *_near(reading.plain)], key=_offset)
    if not found:
        return []
    dated, why, hint = found[0]
    more = len(found) - 1
    message = f"{dated.day} looks like an entry, but {why}"
    if more:
        message += f"; so {'does' if more == 1 else 'do'} {more} more below"
    line, column = reading.place_in_text(dated.offset)
    width = len(dated.day)
    return [LOOSE_VALUE.at(reading.context.path, line, column, message, hint, width=width)]


def _offset(found: _Found) -> int:
    return found[0].offset


def _near(plain: str) -> Iterator[_Found]:
    """The dates behind a mark without a space, a sign that is no mark, or a sign too many."""
    for match in _NEAR.finditer(plain):
        dated = dated_at(plain, match.end())
        if dated is None or dated.value is None:
            continue
        mark, sign = (match["mark"] or "").strip(), (match["sign"] or "").strip()
        end = plain.find("\n", match.end())
        text = plain[match.end() : end if end >= 0 else len(plain)].strip()
        text = text if len(text) <= _LONGEST_HINT else f"{text[:_LONGEST_HINT].rstrip()}…"
        if sign:
            why = f"stands behind `{sign}`, so it isn't read"
        elif mark[0] in "-+#0123456789":
            why = f"no space stands before it, behind `{mark}`, so it isn't read"
        else:
            why = f"`{mark}` is no mark of a list, so it isn't read"
        yield dated, why, f"write `{mark if mark[:1] == '#' else '-'} {text}`"


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
                yield dated, f"stands in {place}, which isn't read", _HINT


def _ends(match: re.Match[str] | None) -> list[int]:
    return [match.end()] if match else []
