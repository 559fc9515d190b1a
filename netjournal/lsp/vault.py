"""A vault that a client has notes of open: where they are, and what was published of them."""

import asyncio
import os
from collections.abc import Mapping
from pathlib import Path

from pygls import uris

from netjournal.app.editing.open_notes import OpenNotes
from netjournal.app.workspace import Day
from netjournal.model.diagnostic import Diagnostic
from netjournal.vault.settings import find_vault, vault_among


class OpenVault:
    """A vault, the addresses that the client uses for its notes, and the problems it was told."""

    def __init__(self, root: Path, typed: Path, day: Day) -> None:
        self.root = root
        self.typed = typed
        """The root as the client's last address had it, which may lead there by links."""
        self.notes = OpenNotes(root, day)
        self.loaded = asyncio.Event()
        """Set once every note has been read."""
        self.published: Mapping[str, tuple[Diagnostic, ...]] = {}
        self.untold: set[str] = set()
        """The notes that were opened before anything was known of them."""
        self.is_publishing = False
        """Whether the problems will be told soon."""
        self._uris: dict[str, str] = {}

    def opened(self, path: str, uri: str) -> None:
        """Remembers the address under which the client has opened a note."""
        self._uris[path] = uri

    def uri(self, path: str) -> str:
        """The address of a file inside the vault: the client's own, where it has one."""
        return self._uris.get(path) or (self.typed / path).as_uri()


class Vaults:
    """The vaults of a client, found from the addresses of its notes."""

    def __init__(self, only: Path | None, day: Day) -> None:
        self._only = only and only.absolute()
        self._day = day
        self._by_root: dict[Path, OpenVault] = {}
        self._roots: dict[Path, Path] = {}

    def all(self) -> tuple[OpenVault, ...]:
        """Those that have been met so far."""
        return tuple(self._by_root.values())

    def of_folder(self, uri: str) -> OpenVault | None:
        """The vault that a folder is in, if it is in one."""
        typed = _path_of(uri)
        return self._vault_of(Path(os.path.normpath(typed))) if typed else None

    def only(self) -> OpenVault | None:
        """The vault that was asked for when the server was started, if one was."""
        return self._vault(self._only) if self._only else None

    def find(self, uri: str) -> tuple[OpenVault, str] | None:
        """The vault in which a file lies, and its path there; None for one in no vault."""
        typed = _path_of(uri)
        if not typed:
            return None
        file = Path(os.path.normpath(typed))
        vault = self._vault_of(file.parent)
        inside = _inside(file, vault) if vault else None
        return (vault, inside) if vault and inside else None

    def _vault_of(self, folder: Path) -> OpenVault | None:
        if self._only:
            return self._vault(self._only)
        if folder not in self._roots:
            # Nearest by the address, as a folder in the vault may be a link to elsewhere.
            root = vault_among((folder, *folder.parents)) or find_vault(folder)
            if root is None:
                return None
            self._roots[folder] = root
        return self._vault(self._roots[folder])

    def _vault(self, typed: Path) -> OpenVault:
        root = typed.resolve()
        if root not in self._by_root:
            self._by_root[root] = OpenVault(root, typed, self._day)
        vault = self._by_root[root]
        vault.typed = typed
        return vault


def _path_of(uri: object) -> str | None:
    """The path of a file's address; None for another address, and for what no path can be."""
    path = uris.to_fs_path(uri) if isinstance(uri, str) else None
    return path if path and "\0" not in path else None


def _inside(file: Path, vault: OpenVault) -> str | None:
    """The path of a file inside the vault, with `/`; also where a link leads there."""
    for each in (file, file.parent.resolve() / file.name):
        for root in (vault.typed, vault.root):
            if each.is_relative_to(root):
                return each.relative_to(root).as_posix()
    return None
