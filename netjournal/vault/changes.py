"""Changing notes: all of some files or none, whatever happens meanwhile, and the way back."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from filelock import FileLock, Timeout

from netjournal.vault.making import Progress, make
from netjournal.vault.placing import (
    NotChanged,
    Target,
    bytes_at,
    made_like,
    target,
)
from netjournal.vault.reasons import reason
from netjournal.vault.records import (
    FileRecord,
    Record,
    begin,
    digest,
    pending,
)
from netjournal.vault.recovery import recover
from netjournal.vault.state import changes_folder
from netjournal.vault.taking_back import Undoable, remembered

_SECONDS = 10.0
"""How long another netjournal that changes notes is waited for."""

_SECONDS_BETWEEN_TRIES = 0.005


class FileChange(NamedTuple):
    """What is to become of a file at a path inside the vault."""

    path: str
    before: bytes | None
    """What was read; None for a file that mustn't be there."""
    after: bytes | None
    """None for a file that is to go."""
    like: str = ""
    """For a new file, the path of one whose mode, owner and extended attributes it gets."""


class Written(NamedTuple):
    """What a change has done."""

    paths: tuple[str, ...]
    """Inside the vault, in the order of the change."""
    warnings: tuple[str, ...] = ()
    number: int = 0
    """By which it can be taken back; 0 when nothing can."""


class ChangedSince(NotChanged):
    """A change that isn't taken back, as a file of it has been changed since."""


class Alone(NamedTuple):
    """The notes of a vault while no other netjournal changes them."""

    root: Path
    folder: Path
    """Where the changes are remembered."""

    def change(
        self,
        changes: Sequence[FileChange],
        command: str,
        when: str,
        progress: Progress | None = None,
    ) -> Written:
        """Makes all of some changes, or none, as `change_files` does."""
        files = [(each, None) for each in changes]
        return _change(self.root, self.folder, files, command, when, progress=progress)


@contextmanager
def changing_alone(root: Path) -> Iterator[Alone]:
    """Keeps other netjournals from changing notes, for whoever reads before it changes.

    Raises NotChanged when another one doesn't come to an end.
    """
    with _alone(root) as folder:
        yield Alone(root, folder)


def change_files(
    root: Path,
    changes: Sequence[FileChange],
    command: str,
    when: str,
    progress: Progress | None = None,
) -> Written:
    """Makes all of some changes, or none, and remembers them for `undo_last`.

    `progress` is told how many steps of how many are done.

    Raises NotChanged, with every file as it was, and ChangedMeanwhile when one isn't any more what
    was read.
    """
    with changing_alone(root) as alone:
        return alone.change(changes, command, when, progress)


def undo_last(
    root: Path, when: str, *, passes_over: bool = False
) -> tuple[Undoable, Written] | None:
    """Takes back the last change that wasn't yet; None when there is none.

    Raises ChangedSince when a file of it has been changed since, unless it passes over such changes
    to the last one that can be taken back; they stay remembered. Raises NotChanged.
    """
    return _undo(root, when, lambda each: not (passes_over and each.changed))


def undo_change(root: Path, number: int, when: str) -> tuple[Undoable, Written] | None:
    """Takes back one change by its number; None when it isn't remembered any more.

    Raises ChangedSince when a file of it has been changed since. Raises NotChanged.
    """
    return _undo(root, when, lambda each: each.number == number)


def _undo(
    root: Path, when: str, is_meant: Callable[[Undoable], bool]
) -> tuple[Undoable, Written] | None:
    with _alone(root) as folder:
        with _refusal(""):
            found = next((each for each in remembered(root, folder) if is_meant(each[0])), None)
        if found is None:
            return None
        last, record = found
        # What was moved is moved back, with all that it has besides its bytes.
        moved = {file.like: file.path for file in record.files if file.like}
        back = [
            (_back(root, last, file)._replace(like=moved.get(file.path, "")), file.mode)
            for file in record.files
        ]
        return last, _change(root, folder, back, f"undo {last.command}", when, last.number)


def undoable(root: Path) -> tuple[Undoable, ...]:
    """The changes that are remembered, the last one first; raises NotChanged."""
    with _refusal(""):
        return tuple([each for each, _ in remembered(root, changes_folder(root))])


def finish_interrupted(root: Path) -> tuple[str, ...]:
    """Ends a change in whose middle its process was killed; the paths that are as before again.

    Raises NotChanged.
    """
    if not changes_folder(root).is_dir():
        return ()
    with _alone(root, recovers=False) as folder, _refusal(""):
        record = pending(folder)
        return recover(root, folder, record) if record else ()


def _back(root: Path, last: Undoable, file: FileRecord) -> FileChange:
    """The change that takes back what another one did to a file."""
    with _refusal(file.path):
        now = bytes_at(f"{root}/{file.path}")
    if (None if now is None else digest(now)) != file.after:
        since = f"{file.path} has been changed since, so this was not taken back"
        raise ChangedSince(f"{since}: {last.command}")
    return FileChange(file.path, now, file.before)


@contextmanager
def _alone(root: Path, *, recovers: bool = True) -> Iterator[Path]:
    """Keeps other netjournals from changing notes; ends first what was interrupted."""
    folder = changes_folder(root)
    with _refusal("the journal of changes"):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with _locked(folder):
        if recovers:
            with _refusal("a change that was interrupted"):
                record = pending(folder)
                if record:
                    recover(root, folder, record)
        yield folder


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Holds the lock of the journal of changes; raises NotChanged when it doesn't come free."""
    lock = FileLock(folder / "lock", timeout=_SECONDS)
    with _refusal("the journal of changes"):
        try:
            lock.acquire(poll_interval=_SECONDS_BETWEEN_TRIES)
        except Timeout:
            raise NotChanged("another netjournal is changing notes just now; try again") from None
    try:
        yield
    finally:
        lock.release()


def _change(
    root: Path,
    folder: Path,
    changes: Sequence[tuple[FileChange, int | None]],
    command: str,
    when: str,
    undoes: int = 0,
    progress: Progress | None = None,
) -> Written:
    targets: list[Target] = []
    files: list[FileRecord] = []
    for (path, before, after, like), mode in changes:
        _check_inside(path)
        if before == after:
            continue
        with _refusal(path):
            file = target(root, path, before, after, mode)
            targets.append(made_like(file, root, like) if like else file)
        files.append(_recorded(file, like))
    if not targets and not undoes:
        return Written(())
    record = Record(command, when, tuple(files), undoes)
    with _refusal("the journal of changes"):
        begin(folder, record)
    number = make(folder, record, targets, progress)
    linked = [each.path for each in targets if each.other_names > 0 and each.before is not None]
    warnings = [
        f"{path} has another name (a hard link), where the old text stays" for path in linked
    ]
    return Written(tuple(each.path for each in targets), tuple(warnings), number)


def _check_inside(path: str) -> None:
    parts = PurePosixPath(path).parts
    if not parts or ".." in parts or parts[0] == "/" or "\0" in path or Path(path).is_absolute():
        raise ValueError(f"{path!r} is no path inside a vault")


def _recorded(file: Target, like: str) -> FileRecord:
    after = None if file.after is None else digest(file.after)
    return FileRecord(file.path, file.temporary, file.before, after, file.mode, like)


@contextmanager
def _refusal(what: str) -> Iterator[None]:
    """Turns the disk's refusal into a sentence."""
    try:
        yield
    except OSError as error:
        name = what or str(error.filename)
        raise NotChanged(f"{name} can't be read or written: {reason(error)}") from error
