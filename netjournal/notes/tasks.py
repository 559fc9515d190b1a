"""Tasks: what their boxes mean, and the promises that they are."""

import re
from datetime import date
from enum import Enum
from typing import NamedTuple

from netjournal.notes.dated import DAY, Dated, day_of
from netjournal.notes.entry_text import entry_text


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

_DATE = rf"[ \t]*+(?:\[\[)?({DAY})(?![0-9])(?:\]\])?"
_WHEN = (
    r"(?:\[\[[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}\]\]|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?![0-9])"
    r"(?:(?:T|[ \t]++)[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?![0-9:]))?"
)
_CALENDAR = "📅📆🗓"
_WITH_DATE = "📅📆🗓✅❌➕⏳🛫🏁"
_ALONE = "🔺⏫🔼🔽⏬"
_WITH_WORD = "🆔⛔"
_NAMES = "completion|created|scheduled|start|cancelled|priority|repeat|id|dependsOn"
_TIMING = re.compile(
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
    wrong_day: str = ""
    """A day that doesn't exist, as typed."""
    offset: int = 0
    """Of the wrong day, from where the text starts."""
    is_at_start: bool = False
    """Whether it is the date at the start, right or wrong."""


def box_meaning(sign: str) -> Box:
    """What the character in a box means."""
    return _MEANINGS.get(sign, Box.NONE)


def without_signs(typed: str) -> str:
    """The text of a ticked task without dates and the signs of task plugins, such as `✅`."""
    return typed if typed.isascii() else _TIMING.sub("", typed)


def due(plain: str, shown: str, dated: Dated | None) -> Due:
    """The due date of a task, and its text without dates and the signs of task plugins.

    A due date is written as `📅 2026-12-01`, `due: 2026-12-01` or `due:: 2026-12-01`, in brackets
    or not, or as `(due 2026-12-01)`; the first one counts. Without one it is the date at the
    start. The two layers of the text behind that date are as long as each other.
    """
    name, offset = "", 0
    if not plain.isascii() or "due" in plain.lower() or "::" in plain:
        pieces = []
        done = 0
        for match in _TIMING.finditer(plain):
            start, end = match.span()
            pieces.append(shown[done:start])
            done = end
            group = match.lastindex
            if group and not name:
                name, offset = match[group], match.start(group)
        shown = "".join([*pieces, shown[done:]]) if pieces else shown
    text = entry_text(shown, dated)
    if dated and not name:
        return Due(text, dated.value, is_at_start=True)
    day = day_of(name) if name else None
    return Due(text, day) if day or not name else Due(text, None, name, offset)
