"""Whether the folders that the settings name are there, and what stands where they would be."""

import os
import unicodedata
from pathlib import Path


def instead_of(root: Path, folder: str) -> tuple[str, ...] | None:
    """None for a folder of the vault that is there; else the paths of those it may be meant for.

    They are the folders beside the first part of the path that is missing, sorted, each with the
    rest of the path. Raises nothing: what may not be looked at is empty.
    """
    disk, before = os.fspath(root), ""
    parts = [part for part in folder.split("/") if part not in ("", ".")]
    for depth, part in enumerate(parts):
        names = _folders(disk)
        if part not in names:
            rest = "".join(f"/{each}" for each in parts[depth + 1 :])
            return tuple(sorted(f"{before}{name}{rest}" for name in names))
        disk, before = f"{disk}/{names[part]}", f"{before}{part}/"
    return None


def names_in(root: Path, folder: str) -> tuple[str, ...]:
    """Everything that lies in a folder of the vault, hidden or not, by its name, sorted.

    Nothing when there is no such folder. Raises nothing: one that may not be looked at is empty.
    """
    try:
        with os.scandir(root / folder) as listing:
            return tuple(sorted([entry.name for entry in listing]))
    except OSError:
        return ()


def _folders(disk: str) -> dict[str, str]:
    """The names of the folders in a folder as they are on the disk, by how settings write them."""
    try:
        with os.scandir(disk) as listing:
            names = [entry.name for entry in listing if entry.is_dir()]
    except OSError:
        return {}
    shown = [name for name in names if not name.startswith(".")]
    return {unicodedata.normalize("NFC", name): name for name in shown}
