"""Folders that the settings name and that aren't in the vault."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from netjournal.model import codes
from netjournal.model.diagnostic import Diagnostic, Severity
from netjournal.model.names import did_you_mean
from netjournal.vault.folders import instead_of
from netjournal.vault.settings import Settings
from netjournal.vault.settings_problems import SETTINGS_FILE


def folder_problems(root: Path, settings: Settings) -> Iterator[Diagnostic]:
    """A warning for each folder of contacts, or of the journal, that netjournal.toml invents.

    A journal that isn't there yet is only told of when another folder may be meant.
    """
    layout = settings.config.vault
    for key, folders in (("contacts", layout.contacts), ("journal", layout.journal)):
        if ("vault", key) not in settings.places.keys:
            continue
        for number, folder in enumerate(folders):
            others = instead_of(root, folder)
            if others is None:
                continue
            likely = _likely(folder, others)
            if likely or key == "contacts":
                yield _missing(folder, likely, settings, ("vault", key, number))


def _likely(folder: str, others: tuple[str, ...]) -> str | None:
    by_key = {other.casefold(): other for other in others}
    found = did_you_mean(folder, by_key)
    return by_key[found] if found else None


def _missing(
    folder: str, likely: str | None, settings: Settings, path: tuple[str | int, ...]
) -> Diagnostic:
    spot = settings.places.value(path)
    hint = f"did you mean '{likely}'?" if likely else "make it, or name the folder with your notes"
    problem = codes.BAD_SETTING.at(
        SETTINGS_FILE,
        spot.line,
        spot.column,
        f"there is no folder '{folder}' in the vault",
        hint,
        width=spot.width,
    )
    # An empty folder is lost when a vault is copied with git: that hides nothing.
    return replace(problem, severity=Severity.WARNING)
