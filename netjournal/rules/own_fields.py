"""The fields of notes that netjournal doesn't know, and what they may have been meant to be."""

from collections.abc import Mapping
from typing import NamedTuple

from netjournal.model.config import Config
from netjournal.model.contact import FieldValue
from netjournal.model.fields import FIELDS, spelling
from netjournal.model.index import Index
from netjournal.rules.likeness import known_words, most_like

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
KEYS_OF_OTHER_TOOLS = frozenset(map(spelling, _OF_OTHER_TOOLS.split()))
"""Keys that Obsidian, its usual plug-ins and site generators write, as `spelling` has them."""


class OwnField(NamedTuple):
    """A key that netjournal doesn't know, in the first note that has it."""

    path: str
    field: FieldValue
    notes: int
    """How many notes have it."""


def own_fields(index: Index) -> Mapping[str, OwnField]:
    """The keys that netjournal doesn't know, in the order in which the notes bring them.

    Keys are given as `spelling` has them; those of other tools are left out.
    """
    found: dict[str, OwnField] = {}
    for contact in index.contacts.values():
        if not contact.own_fields:
            continue
        spelled = {spelling(key): field for key, field in contact.own_fields.items()}
        for key, field in spelled.items():
            if key in found:
                first = found[key]
                found[key] = first._replace(notes=first.notes + 1)
            elif key not in KEYS_OF_OTHER_TOOLS:
                found[key] = OwnField(contact.path, field, 1)
    return found


def meant(index: Index, config: Config) -> Mapping[str, str]:
    """The known spelling that each mistyped key stands for, by the key as `spelling` has it."""
    keys = own_fields(index)
    if not keys:
        return {}
    as_typed = {spelling(known): known for f in FIELDS for known in (f.name, *f.synonyms)}
    as_typed |= {spelling(own): own for own in config.fields}
    known = known_words(as_typed)
    likely = {key: most_like(key, known) for key in keys}
    return {key: as_typed[word] for key, word in likely.items() if word}
