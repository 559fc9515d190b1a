"""One text on a line of a note in the place of another, as a person would type it."""

import re

from netjournal.notes.splicing.note import Note

_LINE_END = re.compile(r"\r\n|\n|\r")


def with_line_changed(note: Note, line: int, column: int, typed: str, better: str) -> Note | None:
    """The note with `better` for the first `typed` at or behind a place (1-based); None without."""
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
    changed = text[:found] + better + text[found + len(typed) :]
    return note._replace(source=note.source._replace(data=changed.encode()))
