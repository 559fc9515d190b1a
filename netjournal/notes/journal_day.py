"""The day that a journal note is about: from its file's name, or from a field `date`."""

import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import NamedTuple

from netjournal.model import codes
from netjournal.model.diagnostic import Diagnostic
from netjournal.model.fields import spelling
from netjournal.model.resolve import stem
from netjournal.notes.dated import DAY
from netjournal.notes.days import read_day
from netjournal.notes.hidden import layers
from netjournal.notes.inline_fields import read_inline_fields
from netjournal.notes.links import find_links, names_a_day
from netjournal.notes.loosely_dated import LOOSE_DAY, MONTH, WEEKDAY, read_loose_day
from netjournal.notes.raw import RawField, RawValue

_DAY_OF_NAME = re.compile(r"(?:.*/)?(\d{4})-(\d\d)-(\d\d)(?!\d)[^/]*", re.ASCII | re.DOTALL)
_DAY_OF_FOLDERS = re.compile(r"(?:.*/)?(\d{4})/(\d\d)/(\d\d)\.[^/.]*", re.ASCII | re.DOTALL)
_NO_WORD_BEFORE = r"(?<![^\W_])(?<![0-9][-./])"
_BETWEEN_DIGITS = re.compile(r"(?<=[0-9])_(?=[0-9])")
_HINT = "name the file as in 2026-11-03.md, or write `date: 2026-11-03` in its front matter"
_PLACEHOLDERS = ("{{", "<%")
"""How the placeholder of a template begins."""


@cache
def _day_in_name() -> re.Pattern[str]:
    """What may be a day in the name of a file."""
    return re.compile(rf"{_NO_WORD_BEFORE}{LOOSE_DAY}(?![^\W_])")


@cache
def _meant_as_a_day() -> re.Pattern[str]:
    """What a person may mean as a day there, clear or not."""
    return re.compile(
        r"(?<![0-9])(?:[0-9]{4}([-_./ ])[0-9]{1,2}\1[0-9]{1,4}|[0-9]{1,2}([-_./ ])[0-9]{1,2}\2"
        r"(?:[0-9]{4}|[0-9]{2})|[0-9]{6}|[0-9]{8})(?![0-9])"
        rf"|(?<![^\W_])(?:{MONTH}\.?[ ][0-9]{{1,2}}(?![0-9])|{WEEKDAY}(?![^\W_]))"
        rf"|(?<![0-9])[0-9]{{1,2}}(?i:st|nd|rd|th)?\.?[ ]{MONTH}(?![^\W_])"
    )


@cache
def _dated_line() -> re.Pattern[str]:
    """The start of a line that begins with a day."""
    return re.compile(
        r"^(?:#{1,6}[ \t]++|(?:[-*+]|[0-9]{1,3}[.)])[ \t]++(?:\[[^\[\]\n]\][ \t]++)?|(?=[*_=]))"
        rf"[*_=]{{0,3}}(?:\[\[(?:[^\[\]|#\n/]*+/)*+)?(?:{DAY}|{LOOSE_DAY})",
        re.MULTILINE,
    )


class JournalDay(NamedTuple):
    """The day of a journal note, None when it names none, and what is wrong with it."""

    day: date | None
    diagnostics: tuple[Diagnostic, ...] = ()


def journal_day(
    path: str, fields: Iterable[RawField], body: str = "", body_line: int = 1
) -> JournalDay:
    """The day that a journal note is about: by its file's name, else by its field `date`.

    The field stands in the front matter, or inline in the body, whose first line has a number.
    """
    match = _DAY_OF_NAME.fullmatch(path) or _DAY_OF_FOLDERS.fullmatch(path)
    if match:
        named = "-".join(match.groups())
        value, message, _ = read_day(named)
        if value:
            return JournalDay(value)
        hint = "rename the file to the day that it is about"
        return JournalDay(None, (_of_the_name(path, message, hint),))
    found = _days_in(stem(path))
    if len(found) == 1 and found[0]:
        return JournalDay(found[0])
    only = _date_field(fields)
    if only is None and "::" in body:
        shown, plain = layers(body)
        only = _date_field(read_inline_fields(plain, shown, body_line))
    if only is None or only.text.startswith(_PLACEHOLDERS):
        return JournalDay(None)
    value, message, hint = read_day(only.text)
    if not message:
        return JournalDay(value)
    code = codes.LOOSE_VALUE if value else codes.BAD_VALUE
    return JournalDay(value, (code.at(path, only.line, only.column, message, hint),))


def has_dated_parts(body: str) -> bool:
    """Whether a line of a journal note says of which day it tells, or what stands below it."""
    return _dated_line().search(body) is not None


def without_a_day(path: str, body: str) -> tuple[Diagnostic, ...]:
    """The problem of a journal note whose name is no clear day, although it links somebody."""
    name = stem(path)
    if "[" not in body or not _meant_as_a_day().search(name):
        return ()
    shown, plain = layers(body)
    if all(names_a_day(link) for _, link in find_links(plain, shown, 1, 1)):
        return ()
    found = _day_in_name().search(_evenly(name))
    reading = read_loose_day(found[0]) if found else None
    message = f"{name[:60]} names no day that is clear"
    if reading and reading.message and not reading.value:
        message = reading.message
    return (_of_the_name(path, f"{message}, so its links count for nobody", _HINT),)


def _of_the_name(path: str, message: str, hint: str) -> Diagnostic:
    return codes.BAD_VALUE.at(path, 1, 1, f"the file's name: {message}", hint)


def _days_in(name: str) -> list[date | None]:
    """The days in the name of a file, None for one that could be another."""
    readings = [read_loose_day(match[0]) for match in _day_in_name().finditer(_evenly(name))]
    return [reading.value for reading in readings if reading]


def _evenly(name: str) -> str:
    """A name with `-` or a space for each `_`, as a date may have it."""
    return _BETWEEN_DIGITS.sub("-", name).replace("_", " ")


def _date_field(fields: Iterable[RawField]) -> RawValue | None:
    """The first value of the field `date`, if there is one."""
    for raw in fields:
        if raw.values and spelling(raw.key) == "date":
            return raw.values[0]
    return None
