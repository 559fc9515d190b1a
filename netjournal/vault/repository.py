"""The repository that a vault is kept in, to which code hosts relate the paths of its notes."""

import os
from pathlib import Path

_MARK = ".git"


def path_in_repository(root: Path, here: Path) -> str:
    """The path of a vault as code hosts name it, with `/` between folders; empty for their root.

    It starts at the repository that the vault is in, the nearest folder with a `.git`; without one
    at `here` if the vault is below it, else at the vault.
    """
    vault = Path(os.path.realpath(root))
    for folder in (vault, *vault.parents):
        # In a linked work tree or a submodule it is a file.
        if os.path.lexists(folder / _MARK):
            return _inside(vault, folder)
    start = Path(os.path.realpath(here))
    return _inside(vault, start) if start in vault.parents else ""


def _inside(path: Path, folder: Path) -> str:
    return "" if path == folder else path.relative_to(folder).as_posix()
