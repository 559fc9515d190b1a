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
_DUE_BY_NAME = re.compile(
    rf"\([ \t]*+due(?:[ \t]*+::?|(?=[ \t])){_DATE}[ \t]*+\)"
    rf"|\[[ \t]*+due[ \t]*+::?{_DATE}[ \t]*+\]"
    rf"|(?<![\w-])due[ \t]*+::?{_DATE}",
    re.IGNORECASE,
)
_DUE_BY_SIGN = re.compile(rf"[📅📆🗓]\ufe0f?{_DATE}")
_SIGNS = re.compile(
    rf"[📅📆🗓✅❌➕⏳🛫🏁]\ufe0f?(?:[ \t]*+{DAY})?|[🔺⏫🔼🔽⏬]\ufe0f?"
    r"|🔁\ufe0f?[^📅📆🗓✅❌➕⏳🛫🏁🔺⏫🔼🔽⏬🆔⛔#\[\n]*+|[🆔⛔]\ufe0f?[ \t]*+[\w,-]*+"
)
_NAMED_SIGNS = re.compile(
    r"\[(?:completion|created|scheduled|start|cancelled|priority|repeat|id|dependsOn)::[^\[\]\n]*+\]"
    r"|\((?:completion|created|scheduled|start|cancelled|priority|repeat|id|dependsOn)::[^()\n]*+\)"
)


class Due(NamedTuple):
    """What a task says of its day, and its text without that, on one line."""

    text: str
    day: date | None
    wrong_day: str = ""
    """A day that doesn't exist, as typed."""
    offset: int = 0
    """Of the wrong day, from where the text starts; negative when it stands before it."""


def box_meaning(sign: str) -> Box:
    """What the character in a box means."""
    return _MEANINGS.get(sign, Box.NONE)


def due(plain: str, shown: str, dated: Dated | None) -> Due:
    """The due date of a task, and its text without dates and the signs of task plugins.

    A due date is written as `📅 2026-12-01`, `due: 2026-12-01` or `due:: 2026-12-01`, in brackets
    or not, or as `(due 2026-12-01)`; the first one counts. Without one it is the date at the
    start. The two layers of the text behind that date are as long as each other.
    """
    dues, signs = _due_dates(plain), _signs(plain)
    typed = _without(shown, sorted([match.span() for match in dues + signs]))
    text = entry_text(typed, dated)
    if dues:
        first = min(dues, key=re.Match.start)
        name, offset = str(first[first.lastindex or 0]), first.start(first.lastindex or 0)
    elif dated:
        name, offset = dated.day, dated.offset - dated.text_start
    else:
        return Due(text, None)
    day = day_of(name)
    return Due(text, None, name, offset) if day is None else Due(text, day)


def _due_dates(plain: str) -> list[re.Match[str]]:
    dues: list[re.Match[str]] = []
    if not plain.isascii():
        dues += _DUE_BY_SIGN.finditer(plain)
    if "due" in plain or "due" in plain.lower():
        dues += _DUE_BY_NAME.finditer(plain)
    return dues


def _signs(plain: str) -> list[re.Match[str]]:
    signs: list[re.Match[str]] = []
    if not plain.isascii():
        signs += _SIGNS.finditer(plain)
    if "::" in plain:
        signs += _NAMED_SIGNS.finditer(plain)
    return signs


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    if not spans:
        return text
    pieces = []
    done = 0
    for start, end in spans:
        if start >= done:
            pieces.append(text[done:start])
        done = max(done, end)
    return "".join([*pieces, text[done:]])
