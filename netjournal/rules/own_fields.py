"""The fields of notes that netjournal doesn't know, and what they may have been meant to be."""

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from netjournal.model.config import Config
from netjournal.model.contact import Contact, FieldValue
from netjournal.model.fields import FIELDS, spelling
from netjournal.model.index import Index
from netjournal.rules.likeness import KnownWords

_OF_OTHER_TOOLS = """
    abstract author avatar banner banner-icon banner-x banner-y category categories class cid
    class-name color colour comments cover created created-at created-time creation-date css
    cssclass cssclasses ctime date date-created date-modified description dg-home dg-publish
    draft excalidrawplugin excalidraw-plugin file-class icon id image kanban-plugin keywords lang
    language last-edited last-modified last-updated layout mtime modified modified-at next note
    notes obsidianUIMode obsidianEditingMode parent permalink photo picture prev previous publish
    rating related same share slug source sticker subtitle summary template thumbnail toc type up
    down updated updated-at uuid version viewcount zettel-id
"""
_KNOWN = (
    *(field.name for field in FIELDS),
    *(synonym for field in FIELDS for synonym in field.synonyms),
)
KEYS_OF_OTHER_TOOLS = frozenset(map(spelling, _OF_OTHER_TOOLS.split()))
"""Keys that Obsidian, its usual plug-ins and site generators write, as `spelling` has them."""


MOST_BY_HAND = 200
"""Fields of its own that a note may have and still be a person's work; nothing is said of more."""


class OwnField(NamedTuple):
    """A key that netjournal doesn't know, in the first note that has it."""

    path: str
    field: FieldValue
    notes: int
    """How many notes have it."""


def own_fields(index: Index) -> Mapping[str, OwnField]:
    """The keys that netjournal doesn't know, in the order in which the notes bring them.

    Keys are given as `spelling` has them; those of other tools and those with an invisible
    character are left out, and so are notes with more fields than a person writes.
    """
    by_key: dict[str, list[Contact]] = defaultdict(list)
    for contact in index.with_own_fields:
        if len(contact.own_fields) <= MOST_BY_HAND:
            for key in contact.own_fields:
                by_key[key].append(contact)
    found: dict[str, OwnField] = {}
    for key, contacts in by_key.items():
        spelled = spelling(key)
        first = found.get(spelled)
        if first:
            found[spelled] = first._replace(notes=first.notes + len(contacts))
        elif spelled not in KEYS_OF_OTHER_TOOLS and key.isprintable():
            path, field = contacts[0].path, contacts[0].own_fields[key]
            found[spelled] = OwnField(path, field, len(contacts))
    return found


def meant(index: Index, config: Config) -> Mapping[str, str]:
    """The known spelling that each mistyped key stands for, by the key as `spelling` has it."""
    keys = own_fields(index)
    if not keys:
        return {}
    as_typed = dict[str, str]()
    for known in (*_KNOWN, *config.fields):
        as_typed.setdefault(spelling(known), known)
    words = KnownWords(as_typed, 2)
    likely = {key: words.most_like(key) for key in keys}
    return {key: as_typed[word] for key, word in likely.items() if word}
