"""Merge conflicts that git or another tool has left in a note."""

import re

from netjournal.model import codes
from netjournal.model.diagnostic import Diagnostic
from netjournal.notes.decode import Decoded

_MARKER = re.compile(r"^(<{7}|\|{7}|={7}|>{7})(?=[ \n]|\Z)", re.MULTILINE)
_HINT = "keep the lines that are right, and delete the lines of <<<<<<<, ======= and >>>>>>>"
_REPORTED = 20


def without_conflicts(text: str, path: str) -> Decoded:
    """The text with every marker line blank, and a diagnostic for each of the first conflicts.

    Both versions of a body stay, since each may tell of an interaction; of a front matter only the
    first does, since a field can't be read twice. No line moves.
    """
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return Decoded(text)
    lines = text.split("\n")
    fences = [number for number, line in enumerate(lines) if line.rstrip() == "---"]
    front_matter_end = fences[1] if len(fences) > 1 else -1
    problems: list[Diagnostic] = []
    for first, last, separators in _conflicts(text):
        if len(problems) < _REPORTED:
            problems.append(_conflict(path, first, last))
        blank = set(separators)
        base = [number for number in separators if lines[number].startswith("|")]
        theirs = [number for number in separators if lines[number].startswith("=")]
        if base and theirs:
            blank.update(range(base[0], theirs[0]))
        if theirs and first <= front_matter_end:
            blank.update(range(theirs[0], last))
        for number in blank:
            lines[number] = ""
    return Decoded("\n".join(lines), tuple(problems))


def _conflicts(text: str) -> list[tuple[int, int, list[int]]]:
    """The first line, the last line and the marker lines of each conflict, counted from 0.

    A half-resolved one counts too; a row of `=` alone is an underlined heading.
    """
    conflicts: list[list[int]] = []
    open_one: list[int] = []
    line = offset = 0
    for match in _MARKER.finditer(text):
        line += text.count("\n", offset, match.start())
        offset = match.start()
        kind = match[1][0]
        if kind == "<":
            open_one = [line]
            conflicts.append(open_one)
        elif kind == ">":
            if open_one:
                open_one.append(line)
            else:
                conflicts.append([line])
            open_one = []
        elif open_one:
            open_one.append(line)
    return [(lines[0], lines[-1], lines) for lines in conflicts]


def _conflict(path: str, first: int, last: int) -> Diagnostic:
    where = f"lines {first + 1}-{last + 1}" if last > first else f"line {first + 1}"
    message = f"unresolved merge conflict ({where})"
    return codes.CONFLICT_MARKER.at(path, first + 1, 1, message, _HINT, width=7)
