"""Whether a page may be written where it belongs, and whether it is there already."""

import os
import re
import stat
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from netjournal.model import codes
from netjournal.model.diagnostic import Diagnostic
from netjournal.model.review import Page
from netjournal.vault.generated import MARK_WITHIN, is_generated, mark
from netjournal.vault.reader import read_head
from netjournal.vault.reasons import shown
from netjournal.vault.scan import OUTPUT_FOLDERS

_NOT_IN_NAMES = r'/\\\0:*?"<>|' if os.name == "nt" else r"/\\\0"
_PLACE = re.compile(
    rf"(?:{'|'.join(OUTPUT_FOLDERS)})(?:/(?!\.{{1,2}}(?:/|\Z))[^{_NOT_IN_NAMES}]+)+", re.DOTALL
)


class ChangedPage(NamedTuple):
    """A page whose bytes aren't on the disk yet, and the permissions of the file in its place."""

    page: Page
    mode: int | None


class Compared(NamedTuple):
    """How some pages compare with the disk."""

    changed: tuple[ChangedPage, ...]
    unchanged: int
    diagnostics: tuple[Diagnostic, ...]


def compare_pages(root: Path, pages: Iterable[Page]) -> Compared:
    """Which pages have to be written, and which may not be (NJ403); nothing is changed.

    Raises OSError for a file that can't be read.
    """
    folders = _Folders(root, Path(os.path.realpath(root)))
    changed: list[ChangedPage] = []
    problems: dict[Diagnostic, None] = {}
    unchanged = 0
    for page in pages:
        problem = _misplaced(page) or folders.problem(page.path.rpartition("/")[0])
        found = problem or _compare(root, page)
        if found is None:
            unchanged += 1
        elif isinstance(found, Diagnostic):
            problems[found] = None
        else:
            changed.append(found)
    return Compared(tuple(changed), unchanged, tuple(problems))


def _misplaced(page: Page) -> Diagnostic | None:
    """The problem of a page that has no place among the generated files."""
    if not _PLACE.fullmatch(page.path):
        message = f"{shown(page.path)} is no place for a page, so it isn't written"
        return codes.FOREIGN_FILE.at(page.path, 1, 1, message, "pages are in review/ and site/")
    if not is_generated(page.path, page.data):
        return codes.FOREIGN_FILE.at(
            page.path,
            1,
            1,
            "the page doesn't say that it is generated, so it isn't written",
            f"it has to begin with a comment that says '{mark(page.path)}'",
        )
    return None


def _compare(root: Path, page: Page) -> ChangedPage | Diagnostic | None:
    """What to do with a page: write it, leave a file that isn't ours, or nothing."""
    disk_path = f"{root}/{page.path}"
    try:
        status = os.lstat(disk_path)
    except FileNotFoundError:
        return ChangedPage(page, None)
    if not stat.S_ISREG(status.st_mode):
        is_folder = stat.S_ISDIR(status.st_mode)
        return _in_the_way(page.path, "a folder" if is_folder else "a link or device")
    same_size = status.st_size == len(page.data)
    try:
        data = read_head(disk_path, len(page.data) + 1 if same_size else MARK_WITHIN)
    except PermissionError:
        return _in_the_way(page.path, "a file that can't be read")
    if data == page.data:
        return None
    # A power cut may leave an empty page; nobody loses anything with it.
    if data and not is_generated(page.path, data):
        return _in_the_way(page.path, "a file that netjournal didn't generate")
    return ChangedPage(page, stat.S_IMODE(status.st_mode))


def _in_the_way(path: str, what: str) -> Diagnostic:
    message = f"{what} is in the place of a page, so it is left alone and the page isn't written"
    return codes.FOREIGN_FILE.at(path, 1, 1, message, "move it elsewhere, and build again")


@dataclass(slots=True)
class _Folders:
    """The folders of pages that were looked at, each with its problem if there is one."""

    root: Path
    real_root: Path
    _known: dict[str, Diagnostic | None] = field(default_factory=dict)

    def problem(self, folder: str) -> Diagnostic | None:
        """Why no page may be written into a folder of the vault, or None."""
        if folder not in self._known:
            above = folder.rpartition("/")[0]
            found = self.problem(above) if above else None
            self._known[folder] = found or self._look(folder)
        return self._known[folder]

    def _look(self, folder: str) -> Diagnostic | None:
        path = self.root / folder
        if not os.path.lexists(path):
            return None
        if not path.is_dir():
            what = "a file, or a link that leads nowhere,"
            hint = "move it elsewhere, and build again"
        elif not Path(os.path.realpath(path)).is_relative_to(self.real_root):
            what = "a link that leaves the vault"
            hint = "put a folder in its place, and build again; pages stay inside the vault"
        else:
            return None
        message = f"{what} is in the place of a folder of pages, so nothing is written there"
        return codes.FOREIGN_FILE.at(folder, 1, 1, message, hint)
