"""Writing the generated pages: only those that differ, each whole, none over another's file."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from netjournal.model.diagnostic import Diagnostic, in_reading_order
from netjournal.model.errors import NetjournalError
from netjournal.model.review import Page
from netjournal.vault.atomic import flush_folder, replace_file
from netjournal.vault.generated import Stale, find_stale
from netjournal.vault.page_places import Compared, compare_pages
from netjournal.vault.reasons import reason


class PageNotWritten(NetjournalError):
    """A page that the disk refused to take or to give up; the text says which and why."""


class Written(NamedTuple):
    """What became of the pages: paths inside the vault, sorted."""

    changed: tuple[str, ...]
    removed: tuple[str, ...]
    """Generated files that belong to no page any more."""
    unchanged: int
    diagnostics: tuple[Diagnostic, ...]
    """What stands where a page belongs and isn't ours (NJ403), in reading order."""


NOTHING_WRITTEN = Written((), (), 0, ())


def together(one: Written, other: Written) -> Written:
    """What became of two lots of pages."""
    return Written(
        tuple(sorted((*one.changed, *other.changed))),
        tuple(sorted((*one.removed, *other.removed))),
        one.unchanged + other.unchanged,
        tuple(sorted((*one.diagnostics, *other.diagnostics), key=in_reading_order)),
    )


def write_pages(root: Path, pages: Sequence[Page], keep: Collection[str] | None = ()) -> Written:
    """Writes the pages whose bytes differ; removes generated files that are neither pages nor kept.

    When all others are to be kept, None, nothing is removed. Folders that become empty stay. Raises
    PageNotWritten when the disk refuses; every page is then the old one or the new one, whole.
    """
    compared, stale = _look(root, pages, keep)
    for path in (*stale.temporary, *stale.pages):
        with _refusal(path, "removed"):
            (root / path).unlink(missing_ok=True)
    _write(root, compared)
    for folder in _folders((*stale.pages, *(page.path for page, _ in compared.changed))):
        with _refusal(folder, "written"):
            flush_folder(f"{root}/{folder}")
    return _written(compared, stale)


def add_pages(root: Path, pages: Sequence[Page]) -> Written:
    """Writes the pages whose bytes differ, and removes nothing; raises PageNotWritten.

    They are written through to the disk only with others: what a power cut leaves of one is found
    by its seal.
    """
    compared = _compared(root, pages)
    _write(root, compared, durable=False)
    return _written(compared, _NOTHING_STALE)


def check_added_pages(root: Path, pages: Sequence[Page]) -> Written:
    """What `add_pages` would do, without doing it; raises PageNotWritten for unreadable pages."""
    return _written(_compared(root, pages), _NOTHING_STALE)


def _write(root: Path, compared: Compared, *, durable: bool = True) -> None:
    for folder in _folders(page.path for page, _ in compared.changed):
        with _refusal(folder, "made"):
            (root / folder).mkdir(parents=True, exist_ok=True)
    for page, mode in compared.changed:
        with _refusal(page.path, "written"):
            replace_file(f"{root}/{page.path}", page.data, mode, durable=durable)


def check_pages(root: Path, pages: Sequence[Page], keep: Collection[str] = ()) -> Written:
    """What `write_pages` would do, without doing it; raises PageNotWritten for unreadable pages."""
    return _written(*_look(root, pages, keep))


def _look(
    root: Path, pages: Sequence[Page], keep: Collection[str] | None
) -> tuple[Compared, Stale]:
    if keep is None:
        return _compared(root, pages), _NOTHING_STALE
    wanted = {*keep, *(page.path for page in pages)}
    with refusal_to_read():
        return compare_pages(root, pages), find_stale(root, wanted)


def _compared(root: Path, pages: Sequence[Page]) -> Compared:
    with refusal_to_read():
        return compare_pages(root, pages)


@contextmanager
def refusal_to_read() -> Iterator[None]:
    """Turns the disk's refusal to have pages read into a sentence: raises PageNotWritten."""
    try:
        yield
    except OSError as error:
        raise PageNotWritten(f"{error.filename} can't be read: {reason(error)}") from error


def _written(compared: Compared, stale: Stale) -> Written:
    return Written(
        tuple(sorted(page.path for page, _ in compared.changed)),
        stale.pages,
        compared.unchanged,
        tuple(sorted(compared.diagnostics, key=in_reading_order)),
    )


_NOTHING_STALE = Stale((), ())


def _folders(paths: Iterable[str]) -> Sequence[str]:
    """The folders of some paths, each once, sorted."""
    return sorted({path.rpartition("/")[0] for path in paths})


@contextmanager
def _refusal(path: str, done: str) -> Iterator[None]:
    """Turns the disk's refusal into a sentence about a page or folder."""
    try:
        yield
    except OSError as error:
        raise PageNotWritten(f"{path} can't be {done}: {reason(error)}") from error
