"""What front matter and body hand to each other: fields as typed, before they mean anything.

The text of a note, wherever one is passed on, is decoded, has no byte order mark, and ends its
lines with a line feed alone, so that counting line feeds counts lines.
"""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from netjournal.model.contact import Interaction, Kind, Link, Promise
from netjournal.model.diagnostic import Diagnostic

ABSENT = ("", "~", "null")
"""Unquoted values that mean that there is none."""


class RawValue(NamedTuple):
    """A value as typed, and the 1-based line and column of its first character."""

    text: str
    line: int
    column: int
    quoted: bool = False
    """Whether it stood in quotes or in a block: then commas and words like `null` are text."""
    nested: bool = False
    """Whether it is a list or a mapping inside another, as typed: no field takes one."""


class RawField(NamedTuple):
    """A key as typed with its values, and the 1-based line and column of the key."""

    key: str
    values: tuple[RawValue, ...]
    line: int
    column: int
    is_list: bool = False
    """Whether it was written as a list: then a comma inside a value is part of it."""
    quoted: bool = False
    """Whether the key stood in quotes."""


class BodyContext(NamedTuple):
    """What reading a body has to know of the note around it."""

    path: str
    """The path of the note inside the vault, with `/` between folders."""
    journal_day: date | None
    """The day that a journal note is about; None when only its headings say."""
    is_journal: bool
    """False in a contact's note, where dated list items and headings are interactions."""
    hashtags: Mapping[str, Kind]
    """Kind by hashtag word, in lower case, without `#`."""


class Body(NamedTuple):
    """What a note says below its front matter."""

    heading: str = ""
    """The first heading's text."""
    interactions: tuple[Interaction, ...] = ()
    promises: tuple[Promise, ...] = ()
    links: tuple[Link, ...] = ()
    inline_fields: tuple[RawField, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


class Fields(NamedTuple):
    """The fields of a front matter, and what was wrong with them."""

    fields: tuple[RawField, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
