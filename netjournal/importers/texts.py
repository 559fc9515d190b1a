"""Texts of other programs as a note can hold them: values on one line, notes, keys of fields."""

import re

from netjournal.model.fields import field_spellings, spelling

_HIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
    "\u00ad\u180e\u200b\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\ud800-\udfff]"
)
"""What no note holds, hides text or turns it round; the joiners of emoji and scripts may stay."""

_LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_NO_KEY = re.compile(r"[^\w]+")
_LONGEST_KEY = 60
_SHOWN = 60

_TAKEN = frozenset(field_spellings({})) | {"date", "type", "created", "updated", "template"}
"""Keys that a field of the user's own can't have: a note may say with them what it is."""


def one_line(text: str) -> str:
    """A text on one line with single spaces, and without what nobody sees in it."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    return " ".join(_HIDDEN.sub("", text).replace("\x1f", " ").split())


def note_text(text: str) -> str:
    """A text of several lines, none of them ending in spaces, without empty ones around it."""
    lines = _LINE_END.split(text)
    return "\n".join(_HIDDEN.sub("", line).replace("\x1f", "").rstrip() for line in lines).strip(
        "\n"
    )


def shown(text: str) -> str:
    """A text short enough to name something by."""
    line = one_line(text[: _SHOWN * 4])
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1].rstrip()}…"


def own_key(label: str) -> str:
    """The key of a field of the user's own for what another program calls so: `home_fax`.

    Never one that is read as a field of the table, nor one that says what a note is.
    """
    words = _NO_KEY.sub("_", one_line(label[:200]).casefold())
    key = re.sub("_+", "_", words)[:_LONGEST_KEY].strip("_")
    if not key or not key[0].isalpha():
        key = f"field_{key}".rstrip("_")
    return f"other_{key}" if spelling(key) in _TAKEN else key
