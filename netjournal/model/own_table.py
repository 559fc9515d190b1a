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
_ESCAPED = "\\; "
_CUT = re.compile(r"(?<!\\); ")


def joined(values: Iterable[str]) -> str:
    """The values of a list in one cell; where one of them holds what parts them, it is escaped."""
    return _BETWEEN.join(value.replace(_BETWEEN, _ESCAPED) for value in values)


def parted(cell: str) -> tuple[str, ...]:
    """The values of a list that stand in one cell."""
    return tuple(value.replace(_ESCAPED, _BETWEEN) for value in _CUT.split(cell))
