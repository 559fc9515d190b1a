"""The files of the built site, and those of the vault, as a browser's request names them."""

import os
from pathlib import Path
from urllib.parse import unquote

from netjournal.vault.reader import MAX_NOTE_BYTES, TooLarge, read_bytes

OVERVIEW = "index.html"

MAX_FILE_BYTES = 50_000_000
"""The size above which a file of the site isn't shown."""


def named_file(target: str) -> str | None:
    """The path inside the site that a request's path means; `/` is the overview.

    None where it could lead out of the site, or to a hidden file.
    """
    name = named_path(target) or OVERVIEW
    parts = name.split("/")
    if any(part in {"", ".", ".."} or part[0] == "." for part in parts):
        return None
    return None if any(sign in name for sign in "\\\0:") else name


def read_site_file(site: Path, name: str) -> bytes | None:
    """The bytes of a file of the site, named as `named_file` says; None where there is none.

    Folders, and what a link leads to, aren't there.
    """
    return _read(site, name, MAX_FILE_BYTES)


def read_plain_file(root: Path, path: str) -> bytes | None:
    """The bytes of a file of the vault; None where there is none without following a link."""
    return _read(root, path, MAX_NOTE_BYTES)


def read_taken_file(root: Path, path: str) -> bytes | None:
    """The bytes of a file that a look at the vault has found, in linked folders as the look went.

    A file that is a link itself isn't shown: it may have come with a sync, and lead anywhere.
    """
    file = f"{root}/{path}"
    try:
        return None if os.path.islink(file) else read_bytes(file, MAX_NOTE_BYTES)  # noqa: PTH114
    except (OSError, TooLarge):
        return None


def named_path(target: str) -> str:
    """The path that a request's target stands for, without the slash at its beginning."""
    return unquote(target.partition("?")[0].partition("#")[0]).removeprefix("/")


def _read(folder: Path, name: str, limit: int) -> bytes | None:
    """The bytes of a file in a folder; None where there is none without following a link."""
    steps = name.split("/")
    ways = [folder, *(folder.joinpath(*steps[: end + 1]) for end in range(len(steps)))]
    try:
        if any(os.path.islink(way) for way in ways):  # noqa: PTH114 - false for what is no name
            return None
        return read_bytes(os.fspath(ways[-1]), limit)
    except (OSError, TooLarge):
        return None  # gone, no file, or no name that a file can have
