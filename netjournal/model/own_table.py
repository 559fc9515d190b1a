"""The table that netjournal exports, as both sides know it: its columns, and lists in a cell."""

import re
from collections.abc import Iterable

ID = "netjournal_id"
"""The first column: what other programs may call the contact by."""

OF_THE_DAY = ("state", "due", "path")
"""Columns that follow from the notes and the day, and are no fields."""

OWN = " (own)"
"""Stands behind the key of a field of the user's own that is called like another column."""

_BETWEEN = "; "
_SIGN = re.compile(r"\\(?P<meant>[\\;])|; ")
"""A sign that a backslash makes one of a value, or what parts two values."""


def joined(values: Iterable[str]) -> str:
    """The values of a list in one cell; a backslash stands before what they have of its signs."""
    return _BETWEEN.join(
        value.replace("\\", "\\\\").replace(_BETWEEN, f"\\{_BETWEEN}") for value in values
    )


def parted(cell: str) -> tuple[str, ...]:
    """The values of a list that stand in one cell."""
    values: list[str] = []
    value, seen = "", 0
    for sign in _SIGN.finditer(cell):
        value += cell[seen : sign.start()] + (sign["meant"] or "")
        seen = sign.end()
        if not sign["meant"]:
            values.append(value)
            value = ""
    return (*values, value + cell[seen:])
