"""What makes a note a contact wherever it lies: a tag or a type."""

from collections.abc import Iterable

from netjournal.model.config import VaultLayout
from netjournal.model.fields import spelling
from netjournal.notes.raw import RawField

_TAG_KEYS = frozenset(("tags", "tag"))


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
