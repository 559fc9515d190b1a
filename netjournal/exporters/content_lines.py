"""The lines of vCard and iCalendar: escaped, folded, and never more than they were meant to be."""

import re

_MOST_BYTES = 75
"""Of a line, without what ends it."""

_LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_HALF = re.compile("[\ud800-\udfff]")
_BARE = re.compile(r"[\w.-]+", re.ASCII)
_CARET = str.maketrans({"^": "^^", '"': "^'", "\n": "^n"})


def plain(text: str) -> str:
    """A text without control characters, with line feeds alone between its lines."""
    if text.isascii() and text.isprintable():
        return text
    return _HALF.sub("\ufffd", _CONTROL.sub("", _LINE_END.sub("\n", text)))


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
