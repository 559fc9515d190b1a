"""What a note is to netjournal: a contact, a part of the journal, or neither."""

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from netjournal.model import codes
from netjournal.model.config import VaultLayout
from netjournal.model.diagnostic import Diagnostic
from netjournal.model.fields import spelling
from netjournal.notes.days import read_day
from netjournal.notes.raw import RawField

_TAG_KEYS = frozenset(("tags", "tag"))
_DAY_OF_NAME = re.compile(r"(?:.*/)?(\d{4})-(\d\d)-(\d\d)(?!\d)[^/]*", re.ASCII | re.DOTALL)
_DAY_OF_FOLDERS = re.compile(r"(?:.*/)?(\d{4})/(\d\d)/(\d\d)\.[^/.]*", re.ASCII | re.DOTALL)
DAY_HEADING = re.compile(r"^#{1,6}[ \t]+(?:\[\[)?\d{4}-\d\d-\d\d", re.ASCII | re.MULTILINE)
"""A heading that says of which day a part of a long journal note tells."""


class JournalDay(NamedTuple):
    """The day of a journal note, None when it names none, and what is wrong with it."""

    day: date | None
    diagnostics: tuple[Diagnostic, ...] = ()


def is_marked_contact(fields: Iterable[RawField], layout: VaultLayout) -> bool:
    """Whether a note's front matter has the tag or the type that makes it a contact anywhere."""
    tag = layout.contact_tag.strip("# ").casefold()
    kind = layout.contact_type.strip().casefold()
    for raw in fields:
        key = spelling(raw.key)
        if tag and key in _TAG_KEYS and any(_has_tag(value.text, tag) for value in raw.values):
            return True
        if kind and key == "type" and any(_word(value.text) == kind for value in raw.values):
            return True
    return False


def _has_tag(text: str, tag: str) -> bool:
    """Whether a tag, or one nested in it, is among the tags in a text."""
    words = (word.lstrip("#") for word in text.casefold().replace(",", " ").split())
    return any(word == tag or word.startswith(tag + "/") for word in words)


def _word(text: str) -> str:
    return text.strip().strip("#[]").casefold()


def journal_day(path: str, fields: Iterable[RawField]) -> JournalDay:
    """The day that a journal note is about: by its file name, else by its field `date`."""
    match = _DAY_OF_NAME.fullmatch(path) or _DAY_OF_FOLDERS.fullmatch(path)
    if match:
        named = "-".join(match.groups())
        value, message, _ = read_day(named)
        if value:
            return JournalDay(value)
        hint = "Rename the file to the day that it is about."
        problem = codes.BAD_VALUE.at(path, 1, 1, f"the file's name: {message}", hint)
        return JournalDay(None, (problem,))
    for raw in fields:
        if raw.values and spelling(raw.key) == "date":
            only = raw.values[0]
            value, message, hint = read_day(only.text)
            if not message:
                return JournalDay(value)
            code = codes.LOOSE_VALUE if value else codes.BAD_VALUE
            return JournalDay(value, (code.at(path, only.line, only.column, message, hint),))
    return JournalDay(None)
