"""Making the changes of a record: every file written beside the old one, then put in its place."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from netjournal.vault.atomic import flush_folder
from netjournal.vault.placing import (
    NotChanged,
    Target,
    clean,
    look_again,
    place,
    prepare,
    take_back,
)
from netjournal.vault.reasons import reason
from netjournal.vault.records import Record, finish, give_up

Progress = Callable[[int, int], None]


def make(folder: Path, record: Record, targets: Sequence[Target], progress: Progress | None) -> int:
    """Makes all changes or none, and gives the number of the record; raises NotChanged.

    `progress` is told how many steps of how many are done.
    """
    placed: list[Target] = []
    at = ""
    try:
        for number, file in enumerate(targets):
            at = file.path
            prepare(file)
            if progress:
                progress(number, 2 * len(targets))
        for number, file in enumerate(targets, len(targets)):
            at = file.path
            # Also one that fails half-way: what isn't changed isn't taken back.
            placed.append(file)
            place(file)
            if progress:
                progress(number, 2 * len(targets))
        for parent in sorted({os.path.dirname(file.real) for file in targets}):  # noqa: PTH120
            flush_folder(parent)
        for file in targets:
            at = file.path
            look_again(file)
        for file in targets:
            clean(file.temporary)
        return finish(folder, record)
    except BaseException as error:
        _unmake(folder, targets, placed)
        if isinstance(error, OSError):
            raise NotChanged(f"{at} can't be written: {reason(error)}; it is as it was") from error
        raise


def _unmake(folder: Path, targets: Sequence[Target], placed: Sequence[Target]) -> None:
    """Puts everything back; what can't be is done at the next change."""
    try:
        for file in reversed(placed):
            take_back(file)
        for file in targets:
            clean(file.temporary)
        give_up(folder)
    except OSError as error:
        what = "the change is half made; it is taken back before the next one"
        raise NotChanged(f"{what}: {reason(error)}") from error
