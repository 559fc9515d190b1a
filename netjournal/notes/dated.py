"""The date with which an entry starts, however it is set off."""

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from netjournal.model.codes import BAD_VALUE, HIDDEN_CHARACTER, LOOSE_VALUE
from netjournal.model.diagnostic import Diagnostic, Fix
from netjournal.notes.days import read_day
from netjournal.notes.loosely_dated import (
    INVISIBLE,
    LOOSE_DAY,
    MISTYPED_DAY,
    STARTS,
    WIDE_SPACES,
    read_loose_day,
    what_is_mistyped,
)

SEPARATORS = " \t\n:;,|·•–—-"
"""What may stand between a date and the text of its entry."""
ENTRY_LOST = "the entry isn't counted"
"""What follows from a date that can't be read."""
JOURNAL_LOST = "the entry counts on the day of the note or its heading"
PROMISE_LOST = "the promise is due on no day"
DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
HIDDEN = re.compile(f"[{INVISIBLE}{WIDE_SPACES}]")
"""A character that nobody sees, and behind which Markdown sees no mark."""

_TIME = (
    r"(?:T(?P<time>[0-9]{2}:[0-9]{2}(?::[0-9]{2})?)(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?"
    r"(?![^\W_]|_++[^\W_]|-[^\s-]|\.\w)"
)
_DATE_AND_TIME = rf"(?P<day>{DAY}){_TIME}"
EMPHASIS = frozenset("*_=")
"""What sets off a date at the start of a paragraph, which is an entry then."""
_MARKS = EMPHASIS | frozenset("[(")
LOOSE_STARTS = _MARKS | frozenset(STARTS)
"""What a date may begin with that is not written as 2026-11-03, or is set off."""
_MISTYPED_STARTS = EMPHASIS | frozenset("0123456789")
_BARE = re.compile(_DATE_AND_TIME)
_SET_OFF = re.compile(
    r"(?P<mark>[*_=]{1,3})?(?P<bracket>\[\[(?:[^\[\]|#\n/]*+/)*+|[\[(])?" + _DATE_AND_TIME
)
_LOOSE = re.compile(
    rf"(?P<mark>[*_=]{{1,3}})?(?P<bracket>\[\[|[\[(])?(?P<day>{LOOSE_DAY}){_TIME}(?!/\w)"
)
_MISTYPED = re.compile(rf"[*_=]{{0,3}}(?P<day>{MISTYPED_DAY})(?!\w|[-/]\w|\.\w|\]|[^\S\n]*\.\w)")
_HIDDEN_BEFORE = re.compile(f"[{INVISIBLE}{WIDE_SPACES} \t]+")
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
    """Of its first character."""
    text_start: int
    prefix: str
    """What belongs to the text although it stands before it: a time, or bold that goes on."""
    value: date | None = None
    """The day that it means; None when it doesn't exist, or could be another one."""
    is_loose: bool = False
    """Whether it is not written as 2026-11-03."""
    mistake: str = ""
    """What is wrong with one that is no date for one mistake."""
    hidden: str = ""
    """What stands before it, when the first of it is a character that nobody sees."""


def dated_at(plain: str, start: int) -> Dated | None:
    """The date that stands at an offset: bare, bold, a link, with a time; None when none does."""
    bare = _BARE.match(plain, start)
    if bare:
        day, time = bare.groups()
        return Dated(day, start, bare.end(), f"{time} " if time else "", day_of(day))
    sign = plain[start : start + 1]
    match = _SET_OFF.match(plain, start) if sign in _MARKS else None
    if match:
        return _set_off(plain, start, match, day_of(match["day"]))
    match = _LOOSE.match(plain, start) if sign in LOOSE_STARTS else None
    reading = read_loose_day(match["day"]) if match else None
    if match and reading:
        return _set_off(plain, start, match, reading.value)._replace(is_loose=True)
    match = _MISTYPED.match(plain, start) if sign in _MISTYPED_STARTS else None
    if match:
        day = match["day"]
        return Dated(day, match.start("day"), start, "", mistake=what_is_mistyped(day))
    hidden = HIDDEN.match(sign) and _HIDDEN_BEFORE.match(plain, start)
    dated = dated_at(plain, hidden.end()) if hidden else None
    return dated._replace(hidden=plain[start : dated.offset]) if dated else None


def _set_off(plain: str, start: int, match: re.Match[str], value: date | None) -> Dated:
    """The date that a match has found, and what of its marks and brackets closes behind it."""
    mark, bracket, day, time = match.groups()
    offset = match.start("day")
    prefix = f"{time} " if time else ""
    end = match.end()
    if bracket:
        closing = _AFTER_BRACKET[bracket[:2]].match(plain, end)
        if closing is None:
            return Dated(day, offset, start, "", value)
        end = closing.end()
    if mark:
        stop = _TIME_AND_STOP.match(plain, end)
        if stop and plain.startswith(mark[::-1], stop.end()):
            end = stop.end() + len(mark)
            prefix = f"{stop['time'].strip()} " if stop["time"] else prefix
        else:
            prefix = mark + prefix
    return Dated(day, offset, end, prefix, value)


@lru_cache(maxsize=20_000)
def day_of(text: str) -> date | None:
    """The day that ten characters name, such as `2026-11-03`; None when there is no such day."""
    try:
        return date.fromisoformat(text) if text[5:6] != "W" else None
    except ValueError:
        return None


def date_problems(
    dated: Dated, path: str, line: int, column: int, lost: str = ENTRY_LOST
) -> list[Diagnostic]:
    """What is odd or wrong with a date that stands at a 1-based line and column."""
    problems = []
    if dated.hidden:
        place = (path, line, column - len(dated.hidden))
        problems.append(hidden_before(dated.hidden[0], *place))
    is_read = dated.is_loose and not dated.mistake
    reading = read_loose_day(dated.day) if is_read else None
    if reading and reading.value:
        message, hint, width = reading.message, f"write it as {reading.value}", len(dated.day)
        fixes = (Fix(dated.day, str(reading.value)),)
        problems.append(LOOSE_VALUE.at(path, line, column, message, hint, width=width, fixes=fixes))
    elif dated.value is None:
        message = f"{dated.day} is not a date: {dated.mistake}" if dated.mistake else ""
        message = reading.message if reading else message
        problems.append(no_such_day(dated.day, path, line, column, lost, message))
    return problems


def hidden_before(character: str, path: str, line: int, column: int) -> Diagnostic:
    """The problem with an invisible character at the start of an entry."""
    message = f"an invisible character (U+{ord(character):04X}) stands before the date"
    hint = "delete what is before the date, and type it again"
    return HIDDEN_CHARACTER.at(path, line, column, message, hint, width=1)


def no_such_day(
    day: str, path: str, line: int, column: int, lost: str = ENTRY_LOST, message: str = ""
) -> Diagnostic:
    """The problem with a date that can't be read, at a 1-based line and column.

    The message is what is wrong with one that isn't written as 2026-11-03.
    """
    advice = "write it as 2026-11-03" if message else "correct the date"
    message = message or read_day(day).message
    hint = f"{advice}; until then {lost}"
    return BAD_VALUE.at(path, line, column, message, hint, width=len(day))
