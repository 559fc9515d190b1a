"""What a note would be that may not be on the disk yet."""

from netjournal.model.config import Config
from netjournal.vault.leftovers import (
    NOTE_ENDINGS,
    SKIPPED_FOLDERS,
    conflict_copies,
    without_leftovers,
)
from netjournal.vault.scan import OUTPUT_FOLDERS, FoundNote
from netjournal.vault.zones import zones_of


def place_of(path: str, config: Config) -> FoundNote | None:
    """What a note at a path would be that may not be there yet; None where no note is read."""
    *above, name = path.split("/")
    hidden = [part for part in (*above, name) if part.startswith(".") or part in SKIPPED_FOLDERS]
    if (
        hidden
        or not name.lower().endswith(NOTE_ENDINGS)
        or not without_leftovers([name])
        or conflict_copies([name], by_likeness=False)
        or (above and above[0] in OUTPUT_FOLDERS)
    ):
        return None
    zones = zones_of(config.vault)
    zone, folder = zones.top, ""
    for part in above:
        folder = f"{folder}/{part}" if folder else part
        zone = zones.of(folder, zone)
    is_read = zone.reads_notes and not zone.ignored and not zones.ignores(path)
    return FoundNote(path, zone.in_contacts, zone.in_journal) if is_read else None
