"""The contacts' file names for shell completion, without reading a note."""

from pathlib import Path

from netjournal.model.resolve import stem
from netjournal.vault.scan import scan
from netjournal.vault.settings import find_vault, load_settings


def contact_names(start: Path, beginning: str) -> list[str]:
    """File names of contacts, without ending, that begin so; none where there is no vault."""
    root = find_vault(start)
    if root is None:
        return []
    notes = scan(root, load_settings(root).config).notes
    names = {stem(note.path) for note in notes if note.in_contacts}
    return sorted(name for name in names if name.casefold().startswith(beginning.casefold()))
