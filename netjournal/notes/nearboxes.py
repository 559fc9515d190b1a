"""Boxes of tasks that are none for one character: `- [] call`, `-[ ] call`, `- [x]call`."""

import re
from collections.abc import Iterator

from netjournal.model.codes import LOOSE_VALUE
from netjournal.model.diagnostic import Diagnostic
from netjournal.notes.reading import Reading

NEAR_BOX = r"\[(?:\](?=[ \t]++\S)|[ xX]\](?=[^\s\[\](){}:.,;]))"
"""What is nearly a box, at the start of a list item: without what stands in it or behind it."""
_NEAR = re.compile(
    rf"^[ \t>]*+(?:(?:[-*+]|[0-9]{{1,3}}[.)])[ \t]++(?P<box>{NEAR_BOX})"
    r"|(?P<glued>[-*+]\[[ xX]?\](?=[ \t]++\S)))",
    re.MULTILINE,
)
_HINT = "a task is written as `- [ ] call`"


def near_boxes(reading: Reading) -> list[Diagnostic]:
    """One warning for each box that is none; in a journal only where the line links somebody."""
    if "[" not in reading.plain:
        return []
    return list(_found(reading))


def _found(reading: Reading) -> Iterator[Diagnostic]:
    plain = reading.plain
    line, seen = reading.first_line, 0
    for match in _NEAR.finditer(plain):
        start = match.start(match.lastgroup or 0)
        if reading.context.is_journal:
            end = plain.find("\n", start)
            if not reading.links_in([(start, end if end >= 0 else len(plain))], meant=True):
                continue
        typed = match[match.lastgroup or 0]
        if match["glued"]:
            why = "no space stands behind its mark"
        elif typed == "[]":
            why = "a space is missing inside its box"
        else:
            why = "no space stands behind its box"
        message = f"{typed} looks like a task, but {why}, so it is none"
        line += plain.count("\n", seen, start)
        seen = start
        column = start - plain.rfind("\n", 0, start)
        yield LOOSE_VALUE.at(reading.context.path, line, column, message, _HINT, width=len(typed))
