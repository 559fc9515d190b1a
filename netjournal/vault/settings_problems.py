"""The reading of a settings table key by key, in which a wrong key costs that key alone."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from netjournal.model import codes
from netjournal.model.diagnostic import Code, Diagnostic
from netjournal.vault.reasons import shown
from netjournal.vault.settings_places import KeyPath, Places, Spot
from netjournal.vault.settings_values import Reader, Wrong, kind_of, likely

SETTINGS_FILE = "netjournal.toml"
"""The name of a vault's settings, at its top."""


@dataclass(slots=True)
class Problems:
    """What is wrong in a settings text so far, with its places."""

    places: Places
    found: list[Diagnostic] = field(default_factory=list)

    def read(
        self,
        path: KeyPath,
        table: Mapping[str, object],
        readers: Mapping[str, Reader],
        elsewhere: Mapping[str, str] | None = None,
    ) -> dict[str, Any]:
        """The settings of a table by key; unknown and wrong ones are problems and left out.

        `elsewhere` gives the table in which a key would be known, for the hint.
        """
        given = {}
        for key, value in table.items():
            if key in readers:
                setting = readers[key](value)
                if isinstance(setting, Wrong):
                    self.wrong((*path, key), setting)
                else:
                    given[key] = setting
            else:
                self.unknown((*path, key), readers, elsewhere or {})
        return given

    def read_entries(self, path: KeyPath, value: object, reader: Reader) -> dict[str, Any]:
        """The settings of a table in which every key is a word of the vault's own."""
        if not isinstance(value, Mapping):
            self.not_a_table(path, value)
            return {}
        return self.read(path, value, dict.fromkeys(value, reader))

    def wrong(self, path: KeyPath, wrong: Wrong) -> None:
        """Reports a value that can't be the setting at a path."""
        spot = self.places.value((*path, *wrong.below))
        message = f"{_dotted(path)} {wrong.message}"
        self._add(codes.BAD_SETTING, spot, message, wrong.hint)

    def not_a_table(self, path: KeyPath, value: object) -> None:
        """Reports a value where a table belongs."""
        hint = f"write [{_dotted(path)}], and its keys below it"
        self.wrong(path, Wrong(f"must be a table; it is {kind_of(value)}", hint))

    def unknown(self, path: KeyPath, known: Collection[str], elsewhere: Mapping[str, str]) -> None:
        """Reports a key or table that netjournal doesn't know."""
        key = str(path[-1])
        if key in elsewhere:
            hint = f"'{key}' belongs in [{elsewhere[key]}]"
        else:
            hint = likely(key, known) or f"what is known here: {', '.join(known)}"
        where = f" in [{_dotted(path[:-1])}]" if len(path) > 1 else ""
        self._add(
            codes.UNKNOWN_SETTING,
            self.places.key(path),
            f"there is no setting {shown(key)}{where}",
            hint,
        )

    def _add(self, code: Code, spot: Spot, message: str, hint: str) -> None:
        self.found.append(
            code.at(SETTINGS_FILE, spot.line, spot.column, message, hint, width=spot.width)
        )


def _dotted(path: KeyPath) -> str:
    """A key as it may be written: `cadence.tags.berlin`."""
    parts = (str(part) for part in path)
    return ".".join(p if p.replace("-", "").replace("_", "").isalnum() else shown(p) for p in parts)
