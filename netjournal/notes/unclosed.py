"""Comments and fences that are never closed, and hide entries or tasks to the end of a note."""

import re
from functools import cache

from netjournal.model.codes import LOOSE_VALUE
from netjournal.model.diagnostic import Diagnostic
from netjournal.notes.hidden import left_open
from netjournal.notes.loosely_dated import LOOSE_DAY
from netjournal.notes.reading import Reading

_MARK = r"^[ \t>]*+(?:(?:[-*+]|[0-9]{1,3}[.)]|#{1,6})[ \t]++|(?=[*_=]))"
_LINK = re.compile(r"\[\[[^\[\]\n]++\]\]")
_CLOSERS = {"<!--": "-->", "%%": "%%"}


@cache
def _entry_or_task() -> re.Pattern[str]:
    """What is worth a warning when it is hidden."""
    return re.compile(
        rf"{_MARK}(?:\[[ xX/]\][ \t]|[*_=]{{0,3}}[\[(]{{0,2}}{LOOSE_DAY}(?!\w|[-/]\w|\.\w))",
        re.MULTILINE,
    )


def unclosed(text: str, reading: Reading) -> list[Diagnostic]:
    """The warning about an opener that is never closed, if what it hides seems to be wanted.

    The text is that of the reading, with what is hidden. Wanted are dated entries and tasks, in
    a journal links as well.
    """
    if len(reading.plain.rstrip()) >= len(text.rstrip()):
        return []
    opened = left_open(text)
    if opened is None:
        return []
    start, opener = opened
    is_wanted = _entry_or_task().search(text, start + len(opener))
    if not is_wanted and reading.context.is_journal:
        is_wanted = _LINK.search(text, start + len(opener))
    if not is_wanted:
        return []
    line, column = reading.place_in_text(start)
    closer = _CLOSERS.get(opener, opener)
    message = f"{opener} is never closed, so nothing below it is read, though entries seem to be"
    hint = f"write {closer} where it is to end"
    return [LOOSE_VALUE.at(reading.context.path, line, column, message, hint, width=len(opener))]
