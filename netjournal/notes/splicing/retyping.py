"""One text on a line of a note in the place of another, as a person would type it."""

import re

from netjournal.notes.at_cursor import is_table_row, lines_with_ends
from netjournal.notes.splicing.note import Note

_GOES_ON = re.compile(r"[ \t]*+(?:[#^|]|\\\|)")


def with_line_changed(note: Note, line: int, column: int, typed: str, better: str) -> Note | None:
    """The note with `better` for the first `typed` at or behind a place (1-based); None without.

    The label that a better link brings is left out where the link goes on with a heading or has
    a label; in a row of a table its bar is escaped.
    """
    text = note.source.data.decode("utf-8", "replace")
    lines = lines_with_ends(text)
    row = lines[line - 1] if line <= len(lines) else ""
    found = row.find(typed, column - 1)
    if found < 0 or not typed:
        return None
    before, after = row[:found], row[found + len(typed) :]
    lines[line - 1] = f"{before}{_fitting(better, before, after)}{after}"
    return note._replace(source=note.source._replace(data="".join(lines).encode()))


def _fitting(better: str, before: str, after: str) -> str:
    target, bar, label = better.partition("|")
    if not bar or not before.endswith("[["):
        return better
    if _GOES_ON.match(after):
        return target
    return f"{target}\\|{label}" if is_table_row(before) else better
