"""Tasks: what their boxes mean, and the promises that they are."""

import re
from datetime import date
from enum import Enum
from functools import cache
from typing import NamedTuple

from netjournal.notes.dated import DAY, Dated, day_of
from netjournal.notes.entry_text import entry_text
from netjournal.notes.loosely_dated import (
    LOOSE_DAY,
    MISTYPED_DAY,
    read_loose_day,
    what_is_mistyped,
)


class Box(Enum):
    """What the box of a list item says."""

    NONE = "none"
    """No box, or one that only decorates, such as `[!]`."""
    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"
    """Cancelled or moved elsewhere: `[-]`, `[>]`, `[<]`."""


BOX = re.compile(r"\[(?P<sign>[^\[\]\n])\](?:[ \t]++|$|(?=\n))")
_MEANINGS = {
    " ": Box.OPEN,
    "/": Box.OPEN,
    "x": Box.DONE,
    "X": Box.DONE,
    "-": Box.DROPPED,
    ">": Box.DROPPED,
    "<": Box.DROPPED,
}

_STRICT_DAY = re.compile(DAY)
_MISTYPED_DAY = re.compile(MISTYPED_DAY)
_DATE = (
    rf"[ \t]*+(?:\[\[)?(?:({DAY})(?![0-9])"
    rf"|((?:{LOOSE_DAY}|{MISTYPED_DAY})(?!\w|[-/.][0-9])))(?:\]\])?"
)
_WHEN = (
    r"(?:\[\[[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}\]\]|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?![0-9])"
    r"(?:(?:T|[ \t]++)[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?![0-9:]))?"
)
_CALENDAR = "📅📆🗓"
_WITH_DATE = "📅📆🗓✅❌➕⏳🛫🏁"
_ALONE = "🔺⏫🔼🔽⏬"
_WITH_WORD = "🆔⛔"
_NAMES = "completion|created|scheduled|start|cancelled|priority|repeat|id|dependsOn"


@cache
def _timing() -> re.Pattern[str]:
    """Days, and the signs of task plugins; few notes need it, and it takes long to compile."""
    return re.compile(
        rf"[{_CALENDAR}]\ufe0f?{_DATE}"
        rf"|[dD](?<![\w-][dD])(?i:ue)[ \t]*+::?{_DATE}"
        rf"|\([ \t]*+(?i:due)(?:[ \t]*+::?|(?=[ \t])){_DATE}[ \t]*+\)"
        rf"|\[[ \t]*+(?i:due)[ \t]*+::?{_DATE}[ \t]*+\]"
        rf"|\((?:{_NAMES})::[^()\n]*+\)|\[(?:{_NAMES})::[^\[\]\n]*+\]"
        rf"|[{_WITH_DATE}]\ufe0f?(?:[ \t]*+{_WHEN})?|[{_ALONE}]\ufe0f?"
        rf"|🔁\ufe0f?[^{_WITH_DATE}{_ALONE}{_WITH_WORD}#\[\n]*+"
        rf"|[{_WITH_WORD}]\ufe0f?[ \t]*+[\w,-]*+"
    )


class Due(NamedTuple):
    """What a task says of its day, and its text without that, on one line."""

    text: str
    day: date | None
    odd: Dated | None = None
    """A day that can't be read, or isn't written as 2026-11-03; from where the text starts."""
    is_at_start: bool = False
    """Whether it is the date at the start, right or wrong."""


def box_meaning(sign: str) -> Box:
    """What the character in a box means."""
    return _MEANINGS.get(sign, Box.NONE)


def without_signs(typed: str) -> str:
    """The text of a ticked task without dates and the signs of task plugins, such as `✅`."""
    return typed if typed.isascii() else _timing().sub("", typed)


def due(plain: str, shown: str, dated: Dated | None) -> Due:
    """The due date of a task, and its text without dates and the signs of task plugins.

    A due date is written as `📅 2026-12-01`, `due: 2026-12-01` or `due:: 2026-12-01`, in brackets
    or not, or as `(due 2026-12-01)`; the first one counts. Without one it is the date at the
    start. The two layers of the text behind that date are as long as each other.
    """
    found: Dated | None = None
    if not plain.isascii() or "due" in plain.lower() or "::" in plain:
        pieces = []
        done = 0
        for match in _timing().finditer(plain):
            start, end = match.span()
            group = match.lastindex
            day = _due_day(match[group], match.start(group)) if group else None
            found = found or day
            if day and day.is_loose and not day.value:
                continue
            pieces.append(shown[done:start])
            done = end
        shown = "".join([*pieces, shown[done:]]) if pieces else shown
    text = entry_text(shown, dated)
    if found:
        is_odd = found.is_loose or not found.value
        return Due(text, found.value, found if is_odd else None)
    return Due(text, dated.value, is_at_start=True) if dated else Due(text, None)


def _due_day(typed: str, offset: int) -> Dated:
    """The due date that is typed at an offset."""
    if _STRICT_DAY.fullmatch(typed):
        return Dated(typed, offset, offset, "", day_of(typed))
    if _MISTYPED_DAY.fullmatch(typed):
        mistake = what_is_mistyped(typed)
        return Dated(typed, offset, offset, "", is_loose=True, mistake=mistake)
    reading = read_loose_day(typed)
    value = reading.value if reading else None
    mistake = "" if reading else "there is no such day"
    return Dated(typed, offset, offset, "", value, is_loose=True, mistake=mistake)
