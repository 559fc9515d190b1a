"""The rows of a table of text, each with the line on which it begins."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from netjournal.importers.byte_lines import decoded
from netjournal.importers.texts import shown
from netjournal.model.imported import Skipped

MOST_LINES = 1_000
"""Lines of one row, of which the cells may have several."""

MOST_CHARACTERS = 200_000
"""Of one row."""


class Row(NamedTuple):
    """The cells of a row."""

    line: int
    """1-based."""
    cells: tuple[str, ...]

    @property
    def is_blank(self) -> bool:
        """Whether no cell has anything."""
        return not any(map(str.strip, self.cells))


class _Open(NamedTuple):
    """Lines in which a quote is open."""

    line: int
    texts: list[str]


def rows(lines: Iterable[bytes], delimiter: str, first: int = 1) -> Iterator[Row | Skipped]:
    """The rows of plain lines, the first of which has the number given.

    A row with a quote that never closes is left out, and reading goes on below its first line.
    """
    numbered = ((number, decoded(line)) for number, line in enumerate(lines, first))
    again: list[tuple[int, str]] = []
    held: _Open | None = None
    while True:
        each = again.pop() if again else next(numbered, None)
        if each is None and held is None:
            return
        if each is not None:
            number, text = each
            held, found = _with_line(held, number, text, delimiter)
        else:
            found = "broken"
        if isinstance(found, Row):
            yield found
        elif found == "broken" and held is not None:
            yield Skipped(held.line, shown(held.texts[0]), "a quote in it never closes")
            later = list(enumerate(held.texts[1:], held.line + 1))
            again += reversed(later)
            held = None
        elif found == "long":
            yield Skipped(number, shown(text), f"it has more than {MOST_CHARACTERS:,} characters")


def _with_line(
    held: _Open | None, number: int, text: str, delimiter: str
) -> tuple[_Open | None, Row | str]:
    """What is open with one more line, and the row, or what keeps the lines from being one."""
    if held is not None:
        return _closed(held, text, delimiter)
    if len(text) > MOST_CHARACTERS:
        return None, "long"
    cells = cells_of(text, delimiter)
    return (_Open(number, [text]), "") if cells is None else (None, Row(number, tuple(cells)))


def _closed(held: _Open, text: str, delimiter: str) -> tuple[_Open | None, Row | str]:
    """The same where a quote is open."""
    held.texts.append(text)
    is_endless = len(held.texts) > MOST_LINES or len(text) > MOST_CHARACTERS
    if not is_endless and '"' not in text:
        return held, ""
    whole = "\n".join(held.texts)
    if is_endless or len(whole) > MOST_CHARACTERS:
        return held, "broken"
    cells = cells_of(whole, delimiter)
    if cells is None:
        return held, ""
    return (None, Row(held.line, tuple(cells))) if cells else (held, "broken")


def cells_of(text: str, delimiter: str) -> list[str] | None:
    """The cells of a row; None when a quote is open, and none when one closes amid a word.

    On one line a quote amid a word is part of it.
    """
    if '"' not in text:
        return text.split(delimiter)
    cells: list[str] = []
    place = 0
    while True:
        start = _after_spaces(text, place, delimiter)
        if text.startswith('"', start):
            found = _quoted(text, start + 1, delimiter)
            if found is None:
                return None
            cell, place = found
            if place < 0:
                return []
        else:
            end = text.find(delimiter, place)
            end = len(text) if end < 0 else end
            cell, place = text[place:end], end
        cells.append(cell)
        if place >= len(text):
            return cells
        place += 1


def _quoted(text: str, start: int, delimiter: str) -> tuple[str, int] | None:
    """A cell between quotes, and where it ends: below 0 when it can't be one."""
    place = start
    while True:
        quote = text.find('"', place)
        if quote < 0:
            return None
        if text.startswith('"', quote + 1):
            place = quote + 2
            continue
        end = _after_spaces(text, quote + 1, delimiter)
        if end >= len(text) or text[end] == delimiter:
            return text[start:quote].replace('""', '"'), end
        if "\n" in text[start:quote]:
            return "", -1
        place = quote + 1


def _after_spaces(text: str, place: int, delimiter: str) -> int:
    while place < len(text) and text[place] in " \t" and text[place] != delimiter:
        place += 1
    return place
