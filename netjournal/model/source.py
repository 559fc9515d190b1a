"""Where text comes from: the bytes of a note and a place in them."""

from typing import NamedTuple


class Source(NamedTuple):
    """The bytes of one note as they were read, or as an editor holds them unsaved."""

    path: str
    """The path inside the vault, with `/` between folders."""
    data: bytes


class Place(NamedTuple):
    """A place in a note: the path inside the vault, and a 1-based line."""

    path: str
    line: int
