"""Making files that weren't there: a new vault, the sample vault; and what ships to make them."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from netjournal.model.errors import NetjournalError
from netjournal.vault.atomic import create_file
from netjournal.vault.reasons import reason
from netjournal.vault.scan import OUTPUT_FOLDERS

_PACKAGE = Path(__file__).resolve().parents[1]


class CannotCreate(NetjournalError):
    """A file or folder that can't be made; the text says which and why."""


class Copied(NamedTuple):
    """What a copy did: paths inside the target, with `/` between folders, sorted."""

    created: tuple[str, ...]
    left: tuple[str, ...]
    """What was there already and has been left as it was."""


def shipped(name: str) -> Path:
    """The folder of data that ships with netjournal: `templates` or `sample_vault`.

    It is inside the package when netjournal is installed, and beside it in a checkout, where the
    name has `-` for `_`. Raises NetjournalError when it is in neither place.
    """
    for folder in (_PACKAGE / name, _PACKAGE.parent / name.replace("_", "-")):
        if folder.is_dir():
            return folder
    raise NetjournalError(f"this netjournal came without its {name}; install it again")


def has_folder(root: Path, name: str) -> bool:
    """Whether a folder holds one of that name; false for what may not be looked at."""
    return os.path.isdir(f"{root}/{name}")  # noqa: PTH112 - Path.is_dir raises


def copy_tree_new(source: Path, target: Path) -> Copied:
    """Copies the files of a folder that the target doesn't have; it overwrites nothing.

    Hidden files and generated pages are not copied. Raises CannotCreate; when a file stands where
    a folder belongs, before anything is written.
    """
    paths = sorted(_files(source, ""))
    for folder in {parent for path in paths for parent in (target / path).parents}:
        if os.path.lexists(folder) and not folder.is_dir():
            raise CannotCreate(f"{folder} is in the way: a folder belongs there")
    created: list[str] = []
    left: list[str] = []
    for path in paths:
        is_new = _create(target / path, (source / path).read_bytes())
        (created if is_new else left).append(path)
    return Copied(tuple(created), tuple(left))


def write_new(path: Path, text: str) -> bool:
    """Writes a text file that isn't there yet, with the folders above it; false when it is.

    Raises CannotCreate.
    """
    return _create(path, text.encode("utf-8"))


def make_folders(root: Path, names: Iterable[str]) -> None:
    """Makes folders inside another one, which is made as well; those that are there stay.

    Raises CannotCreate.
    """
    for name in names:
        _make_folder(root / name)


def _create(path: Path, data: bytes) -> bool:
    _make_folder(path.parent)
    try:
        create_file(str(path), data)
    except FileExistsError:
        return False
    except OSError as error:
        raise CannotCreate(f"{path} can't be written: {reason(error)}") from error
    return True


def _make_folder(path: Path) -> None:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise CannotCreate(f"{path} is in the way: a folder belongs there") from error
    except OSError as error:
        raise CannotCreate(f"{path} can't be made: {reason(error)}") from error


def _files(folder: Path, prefix: str) -> Iterator[str]:
    """The paths of the files in a folder that belong in a copy."""
    with os.scandir(folder) as listing:
        entries = list(listing)
    for entry in entries:
        path = prefix + entry.name
        if entry.name.startswith(".") or path in OUTPUT_FOLDERS or entry.name == "__pycache__":
            continue
        if entry.is_dir():
            yield from _files(folder / entry.name, f"{path}/")
        else:
            yield path
