"""The files of the built site, as a browser's request names them."""

import os
from pathlib import Path
from urllib.parse import unquote


def read_site_file(site: Path, target: str) -> tuple[str, bytes] | None:
    """The name and the bytes of the file that a request's path names; None where there is none.

    `/` is the overview. Folders aren't listed; hidden files, links and what is outside the site
    aren't there.
    """
    try:
        path = _inside(site, target)
        return None if path is None else (path.name, path.read_bytes())
    except OSError:
        return None  # gone, or no name that a file can have


def _inside(site: Path, target: str) -> Path | None:
    """The place of a request's path in the site, which no link leads to."""
    name = unquote(target.partition("?")[0].partition("#")[0])
    parts = name.lstrip("/").split("/") if name.strip("/") else ["index.html"]
    if any(part in {"", ".", ".."} or part[0] == "." for part in parts):
        return None
    if any(sign in name for sign in "\\\0:"):
        return None
    path = site.joinpath(*parts)
    steps = [site, *(site.joinpath(*parts[:end]) for end in range(1, len(parts) + 1))]
    if any(os.path.islink(step) for step in steps) or not path.is_file():  # noqa: PTH114 - as a str
        return None
    return path
