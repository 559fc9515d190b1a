"""Pages that say what they were made from, so that a build can leave them as they stand.

Such a page is known to be right by its seal, without being made again: a digest of what it rests
on, and one of its own bytes, by which a page that was changed by hand is found.
"""

import os
import re
import stat
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from pathlib import Path

from netjournal.model.review import Page
from netjournal.vault.generated import is_generated
from netjournal.vault.reader import read_bytes

_END = b" -->"
_SEAL = re.compile(rb" Made from ([0-9a-f]{32}), ([0-9a-f]{32})\.\Z")
_LARGEST = 50_000_000


def sealed(page: Page, rests_on: str) -> Page:
    """A page with its seal, behind the words that say that it is generated."""
    head, end, body = page.data.partition(_END)
    seal = f" Made from {rests_on}, {_digest(body)}."
    return Page(page.path, head + seal.encode() + end + body)


def standing(root: Path, wanted: Mapping[str, str]) -> Iterator[str]:
    """Which pages stand on the disk as they should; given by path with what they should rest on.

    Raises OSError for a file that can't be read.
    """
    for path, rests_on in wanted.items():
        if _stands(f"{root}/{path}", path, rests_on):
            yield path


def _stands(disk_path: str, path: str, rests_on: str) -> bool:
    try:
        status = os.lstat(disk_path)
        if not stat.S_ISREG(status.st_mode):
            return False
        data = read_bytes(disk_path, _LARGEST)
    except (FileNotFoundError, NotADirectoryError, PermissionError):
        return False  # whoever writes the page will see what is in its way
    head, _, body = data.partition(_END)
    seal = _SEAL.search(head)
    return (
        seal is not None
        and seal[1].decode() == rests_on
        and seal[2].decode() == _digest(body)
        and is_generated(path, head)
    )


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()
