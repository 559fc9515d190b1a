"""A change in whose middle its process was killed: made to the end, or taken back."""

import os
from pathlib import Path

from netjournal.vault.atomic import flush_folder
from netjournal.vault.placing import bytes_at, clean, put
from netjournal.vault.records import FileRecord, Record, digest, finish, give_up
from netjournal.vault.swap import exchange


def recover(root: Path, folder: Path, record: Record) -> tuple[str, ...]:
    """Ends a change: it is finished if all of it was made, else every file gets its old text.

    A file that somebody has saved since stays as it is. The paths of those that were put back.
    Raises OSError; then it can be tried again.
    """
    for file in record.files:
        _give_back_what_was_displaced(root, file)
    if all(_now(root, file) == file.after for file in record.files):
        _clean(root, record)
        finish(folder, record)
        return ()
    put_back = [file for file in reversed(record.files) if _now(root, file) == file.after]
    for file in put_back:
        _put_back(root, file)
    _clean(root, record)
    give_up(folder)
    return tuple(file.path for file in reversed(put_back))


def _now(root: Path, file: FileRecord) -> str | None:
    data = bytes_at(f"{root}/{file.path}")
    return None if data is None else digest(data)


def _give_back_what_was_displaced(root: Path, file: FileRecord) -> None:
    """Lets an editor's text have its place again that was saved in the moment of the change."""
    if file.after is None or file.before is None or _now(root, file) != file.after:
        return
    displaced = bytes_at(file.temporary)
    if displaced is not None and displaced != file.before and digest(displaced) != file.after:
        real = str(Path(f"{root}/{file.path}").resolve())
        exchange(file.temporary, real)


def _put_back(root: Path, file: FileRecord) -> None:
    real = Path(f"{root}/{file.path}").resolve()
    if file.before is None:
        if not os.path.lexists(file.temporary):
            real.unlink(missing_ok=True)
        return
    displaced = bytes_at(file.temporary)
    if displaced == file.before and file.after is not None and exchange(file.temporary, str(real)):
        return
    put(str(real), file.before, file.mode)


def _clean(root: Path, record: Record) -> None:
    for file in record.files:
        clean(file.temporary)
    for parent in sorted(
        {str(Path(f"{root}/{file.path}").resolve().parent) for file in record.files}
    ):
        if Path(parent).is_dir():
            flush_folder(parent)
