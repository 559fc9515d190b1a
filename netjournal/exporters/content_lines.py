"""The lines of vCard and iCalendar: escaped, folded, and never more than they were meant to be."""

import re

from netjournal.exporters.plain_text import plain

_MOST_BYTES = 75
"""Of a line, without what ends it."""

_BARE = re.compile(r"[\w.-]+", re.ASCII)
_CARET = str.maketrans({"^": "^^", '"': "^'", "\n": "^n"})


def escaped(text: str) -> str:
    """A text as a value, or as one part of a value with several."""
    return address(text).replace(",", "\\,").replace(";", "\\;")


def address(text: str) -> str:
    """A text as the value of a property that holds an address, in which `,` and `;` are signs."""
    return plain(text).replace("\\", "\\\\").replace("\n", "\\n")


def parameter(name: str, value: str) -> str:
    """A parameter, to be put behind the name of a property with `;` between."""
    if _BARE.fullmatch(value):
        return f"{name}={value}"
    return f'{name}="{plain(value).translate(_CARET)}"'


def content_line(name: str, value: str) -> bytes:
    """A property with a value that is escaped already, folded between characters, with CRLF."""
    data = f"{name}:{value}".encode()
    if len(data) <= _MOST_BYTES:
        return data + b"\r\n"
    parts = []
    start, room = 0, _MOST_BYTES
    while start < len(data):
        end = min(start + room, len(data))
        while end < len(data) and data[end] & 0xC0 == 0x80:
            end -= 1
        parts.append(data[start:end])
        # The space before the rest of a folded line counts as well.
        start, room = end, _MOST_BYTES - 1
    return b"\r\n ".join(parts) + b"\r\n"
