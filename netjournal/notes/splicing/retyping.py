"""One text on a line of a note in the place of another, as a person would type it."""

import re

from netjournal.notes.at_cursor import is_table_row
from netjournal.notes.splicing.note import Note

_LINE_END = re.compile(r"\r\n|\n|\r")
_GOES_ON = re.compile(r"[ \t]*+(?:[#^|]|\\\|)")


def with_line_changed(note: Note, line: int, column: int, typed: str, better: str) -> Note | None:
    """The note with `better` for the first `typed` at or behind a place (1-based); None without.

    The label that a better link brings is left out where the link goes on with a heading or has
    a label; in a row of a table its bar is escaped.
    """
    text = note.source.data.decode("utf-8", "replace")
    start = 0
    for _ in range(line - 1):
        match = _LINE_END.search(text, start)
        if match is None:
            return None
        start = match.end()
    ending = _LINE_END.search(text, start)
    end = ending.start() if ending else len(text)
    found = text.find(typed, start + column - 1, end)
    if found < 0 or not typed:
        return None
    better = _fitting(better, text[start:found], text[found + len(typed) : end])
    changed = text[:found] + better + text[found + len(typed) :]
    return note._replace(source=note.source._replace(data=changed.encode()))


def _fitting(better: str, before: str, after: str) -> str:
    target, bar, label = better.partition("|")
    if not bar or not before.endswith("[["):
        return better
    if _GOES_ON.match(after):
        return target
    return f"{target}\\|{label}" if is_table_row(before) else better
