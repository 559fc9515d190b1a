"""What the folders of a vault mean for the notes in them, as the settings say it."""

import unicodedata
from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from netjournal.model.config import VaultLayout
from netjournal.vault.patterns import path_matcher

TEMPLATES: Final = "templates"
"""The folder at the top of a vault in which no note is read."""


class Zone(NamedTuple):
    """What a folder means for the notes in it."""

    in_contacts: bool = False
    in_journal: bool = False
    reads_notes: bool = False
    ignored: bool = False


class Zones(NamedTuple):
    """What each folder that the settings name means, and which paths they ignore."""

    by_folder: Mapping[str, Zone]
    ignores: Callable[[str], bool]
    top: Zone
    """What the vault's own folder means."""

    def of(self, path: str, above: Zone) -> Zone:
        """What a folder means: what the settings say of it, else the same as the one above."""
        if above.ignored:
            return above
        if self.ignores(path):
            return Zone(ignored=True)
        key = path if path.isascii() else unicodedata.normalize("NFC", path)
        return Zone() if key.lower() == TEMPLATES else self.by_folder.get(key, above)


def zones_of(layout: VaultLayout) -> Zones:
    """The zones of a vault."""
    contacts = set(map(_folder_key, layout.contacts))
    journal = set(map(_folder_key, layout.journal))
    by_folder = {
        folder: Zone(folder in contacts, folder in journal, reads_notes=True)
        for folder in contacts | journal
    }
    anywhere = Zone(reads_notes=bool(layout.contact_tag or layout.contact_type))
    found = Zones(by_folder, path_matcher(layout.ignore), anywhere)
    return found._replace(top=found.of("", anywhere))


def _folder_key(folder: str) -> str:
    """The path that a folder of the settings means; empty for `.`."""
    parts = unicodedata.normalize("NFC", folder).split("/")
    return "/".join(part for part in parts if part not in ("", "."))
