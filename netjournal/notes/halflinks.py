"""Links of a journal note that are half written, so that nobody is met: `[[ana`, `[ana]]`."""

import re
from collections.abc import Iterator

from netjournal.model.codes import LOOSE_VALUE
from netjournal.model.diagnostic import Diagnostic
from netjournal.notes.reading import Reading

_OPEN_DESTINATION = re.compile(r"\]\((?=[^()\n]*+$)[^()\n]*?\.md", re.MULTILINE)
_HINT = "a link is written as `[[ana]]` or as `[Ana](ana.md)`, on one line"


def half_links(reading: Reading) -> list[Diagnostic]:
    """One warning for each line with a link that isn't closed, or isn't opened."""
    plain = reading.plain
    if "[" not in plain:
        return []
    opened, closed = plain.count("[["), plain.count("]]")
    found: list[tuple[int, str, str]] = []
    if opened != closed or opened != len(reading.links):
        found += _half_wikilinks(plain)
    if "](" in plain:
        found += [
            (match.start(), "](", "never closed, by `)`")
            for match in _OPEN_DESTINATION.finditer(plain)
        ]
    problems = []
    line, seen = reading.first_line, 0
    for offset, sign, why in sorted(found):
        line += plain.count("\n", seen, offset)
        seen = offset
        column = offset - plain.rfind("\n", 0, offset)
        message = f"{sign} is {why}, so nobody is linked here"
        place = (reading.context.path, line, column)
        problems.append(LOOSE_VALUE.at(*place, message, _HINT, width=len(sign)))
    return problems


def _half_wikilinks(plain: str) -> Iterator[tuple[int, str, str]]:
    start = 0
    for line in plain.split("\n"):
        opened = line.rfind("[[")
        if opened >= 0:
            is_half = line.find("]]", opened) < 0 and line[opened + 2 :].strip()
            if is_half and line[max(opened - 1, 0)] != "\\":
                yield start + opened, "[[", "never closed, by `]]`"
        elif "]]" in line and line.count("[") == 1 and line.count("]") == 2:
            opened = line.find("[")
            if line[opened + 1 : line.find("]]")].strip():
                yield start + opened, "[", "no link: a second `[` is missing"
        start += len(line) + 1
