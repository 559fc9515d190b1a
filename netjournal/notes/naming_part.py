"""Where a note may say what somebody is called and how to reach them: a look without reading it."""

import re
from collections.abc import Iterable, Sequence

from netjournal.model.glimpse import Clue, Glimpse, glimpse_of
from netjournal.model.source import Source
from netjournal.notes.loosely_dated import INVISIBLE, WIDE_SPACES

_FENCE = "---"
_HEADING = re.compile(r"#(?<!##)(?:[^\S\n]|<!--)[^\n]*")
"""One of level 1, which may be a name, wherever in its line it seems to begin.

It begins with the sign itself, which is found ten times as fast as what comes before it.
"""
_UNDERLINE = re.compile(rf"\n(?:[^\n=]*-->)?[ \t{INVISIBLE}{WIDE_SPACES}]*+=")
"""What makes a heading of the line above, as far as it takes to see it."""
_IN_THE_BODY = ("::", f"\n{_FENCE}", "\n+++", "<<<<<<<")
"""Signs of inline fields and of a front matter that may end elsewhere."""
_OPEN_BOXES = (b"[ ]", b"[/]")
_SPELLED_OTHERWISE = ("\\", "%", "&")
"""Signs of escapes, with which a link may be written."""
_MARKS = frozenset("*_=~[<%")
"""What may stand in the middle of a heading's word, and isn't shown."""


def may_tell(source: Source, clues: Iterable[Clue]) -> bool:
    """Whether a note may call somebody what one of some clues stands for; False is for sure.

    What only reading can tell, as with another encoding or with escapes, may be.
    """
    data = source.data
    if data.isascii() and not (b"\\" in data or b"%" in data or b"\0" in data):
        # Most notes are out of the question at once, whatever part of them says so.
        text = data.decode()
        glimpse = glimpse_of(f"{source.path}\n{text}")
        clues = [clue for clue in clues if glimpse.may_hold(clue)]
        if not clues:
            return _has_marked_heading(_with_line_feeds(text))
    part = _part_of(source)
    return part is None or any(part.may_hold(clue) for clue in clues)


def may_promise(source: Source, clues: Sequence[Clue]) -> bool:
    """Whether a note may hold an open task and name somebody by one of some clues."""
    data = source.data
    if b"\0" not in data and not any(box in data for box in _OPEN_BOXES):
        return False
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return True
    if not any(sign in text for sign in _SPELLED_OTHERWISE):
        glimpse = glimpse_of(f"{source.path}\n{text}")
        return any(glimpse.may_hold(clue) for clue in clues)
    return True


def _part_of(source: Source) -> Glimpse | None:
    """The path of a note and all of its text that may hold fields or a name; None if unclear."""
    try:
        part = _part(source.data.decode())
    except UnicodeDecodeError:
        return None
    if part is None or any(sign in part for sign in ("\\", "%", "\0")):
        return None
    return glimpse_of(f"{source.path}\n{part}")


def _part(text: str) -> str | None:
    text = _with_line_feeds(text.removeprefix("\ufeff"))
    if _has_marked_heading(text):
        return None
    end = text.find(f"\n{_FENCE}", len(_FENCE))
    if not text.startswith(_FENCE) or end < 0:
        return text
    body = end + len(_FENCE)
    is_closed = not text[body + 1 :].partition("\n")[0].strip()
    if not is_closed or any(text.find(sign, body) >= 0 for sign in _IN_THE_BODY):
        return text
    return "\n".join((text[:end], *_HEADING.findall(text, body)))


def _has_marked_heading(text: str) -> bool:
    """Whether a heading may have marks inside a word; so may any that is underlined."""
    if "#" in text and not _MARKS.isdisjoint("".join(_HEADING.findall(text))):
        return True
    return "=" in text and _UNDERLINE.search(text) is not None


def _with_line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
