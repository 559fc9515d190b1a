"""The ISO date with which an entry starts, however it is set off."""

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from netjournal.model.codes import BAD_VALUE
from netjournal.model.diagnostic import Diagnostic
from netjournal.notes.days import read_day

SEPARATORS = " \t\n:;,|·•–—-"
"""What may stand between a date and the text of its entry."""
ENTRY_HINT = "Correct the date; until then the entry isn't counted."
PROMISE_HINT = "Correct the date; until then the promise is due on no day."
DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"

_DATE_AND_TIME = (
    rf"(?P<day>{DAY})(?:T(?P<time>[0-9]{{2}}:[0-9]{{2}}(?::[0-9]{{2}})?)"
    r"(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?"
    r"(?![^\W_]|_++[^\W_]|-[^\s-]|\.\w)"
)
_MARKS = frozenset("*_=[(")
_BARE = re.compile(_DATE_AND_TIME)
_SET_OFF = re.compile(
    r"(?P<mark>[*_=]{1,3})?(?P<bracket>\[\[(?:[^\[\]|#\n/]*+/)*+|[\[(])?" + _DATE_AND_TIME
)
_AFTER_BRACKET = {
    "[[": re.compile(r"(?:#[^\[\]|\n]*+)?(?:\\?\|[^\[\]\n]*+)?\]\]"),
    "[": re.compile(r"\](?:\([^()\n]*+\))?"),
    "(": re.compile(r"\)"),
}
_TIME_AND_STOP = re.compile(r"(?P<time>[ \t]+[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?[ \t]*[:.]?")


class Dated(NamedTuple):
    """A date at the start of an entry, and where the text of the entry begins."""

    day: str
    """As typed; it need not exist."""
    offset: int
    """Of the first digit."""
    text_start: int
    prefix: str
    """What belongs to the text although it stands before it: a time, or bold that goes on."""


def dated_at(plain: str, start: int) -> Dated | None:
    """The date that stands at an offset: bare, bold, a link, with a time; None when none does."""
    bare = _BARE.match(plain, start)
    if bare:
        day, time = bare.groups()
        return Dated(day, start, bare.end(), f"{time} " if time else "")
    match = _SET_OFF.match(plain, start) if plain[start : start + 1] in _MARKS else None
    if match is None:
        return None
    mark, bracket, day, time = match.groups()
    offset = match.start("day")
    prefix = f"{time} " if time else ""
    end = match.end()
    if bracket:
        closing = _AFTER_BRACKET[bracket[:2]].match(plain, end)
        if closing is None:
            return Dated(day, offset, start, "")
        end = closing.end()
    if mark:
        stop = _TIME_AND_STOP.match(plain, end)
        if stop and plain.startswith(mark[::-1], stop.end()):
            end = stop.end() + len(mark)
            prefix = f"{stop['time'].strip()} " if stop["time"] else prefix
        else:
            prefix = mark + prefix
    return Dated(day, offset, end, prefix)


@lru_cache(maxsize=20_000)
def day_of(text: str) -> date | None:
    """The day that ten characters name; None when there is no such day."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def no_such_day(day: str, path: str, line: int, column: int, hint: str = ENTRY_HINT) -> Diagnostic:
    """The problem with a date that doesn't exist, at a 1-based line and column."""
    message = read_day(day).message
    return BAD_VALUE.at(path, line, column, message, hint, width=len(day))
