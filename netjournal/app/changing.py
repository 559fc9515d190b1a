"""Changing notes for a command: read, spliced, checked and written, or refused; and taken back."""

import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeVar

from netjournal.model.config import Config
from netjournal.model.diagnostic import Diagnostic
from netjournal.model.source import Source
from netjournal.notes.splicing.note import Note, Refusal
from netjournal.notes.wholeness import looks_whole
from netjournal.vault.changes import FileChange, Written, change_files, changing_alone
from netjournal.vault.placing import ChangedMeanwhile
from netjournal.vault.reader import read_note
from netjournal.vault.scan import FoundNote

TRIES = 5
"""How often a change is made anew when another program saves a note at the same time."""


_WAITS = 6
_SECONDS_OF_A_WAIT = 0.05


class Because(NamedTuple):
    """For which command notes are changed, and when: so `undo --list` tells of it."""

    command: str
    """As a person would type it."""
    when: str
    """An ISO date and time."""


class Vault(NamedTuple):
    """Where notes are changed, and how they are read."""

    root: Path
    config: Config


class Changed(NamedTuple):
    """The notes that have been changed, by their paths inside the vault, and what to know."""

    paths: tuple[str, ...]
    """None when all said already what was asked for."""
    warnings: tuple[str, ...] = ()
    notes: Mapping[str, Note] = {}
    """The notes as they are now."""
    number: int = 0
    """By which the change can be taken back; 0 when nothing has changed."""


Change = Callable[[Note], Note | Refusal]
"""What is asked for of one note. It may be called again, with a newer text."""

Read = Callable[[FoundNote], Note | Refusal]
_Known = TypeVar("_Known")
_Planned = TypeVar("_Planned")

Plan = Callable[[Read], Sequence[FileChange] | Refusal]
"""Reads the notes that it needs and says what is to become of which files; called again as well."""


def change_notes(
    vault: Vault, changes: Sequence[tuple[FoundNote, Change]], because: Because
) -> Changed | Refusal:
    """Changes all of some notes, or none when a change is refused.

    A note that another program saves meanwhile is read again. Raises NotChanged when the disk
    refuses, or when a note won't stand still.
    """
    notes: dict[str, Note] = {}

    def plan(read: Read) -> Sequence[FileChange] | Refusal:
        notes.clear()
        before: dict[str, bytes] = {}
        for found, change in changes:
            note = notes.get(found.path) or read(found)
            if isinstance(note, Refusal):
                return note
            before.setdefault(found.path, note.source.data)
            after = change(note)
            if isinstance(after, Refusal):
                return after
            notes[found.path] = after
        return [FileChange(path, before[path], note.source.data) for path, note in notes.items()]

    done = change_vault(vault, plan, because)
    return done if isinstance(done, Refusal) else done._replace(notes=notes)


def change_vault(
    vault: Vault,
    plan: Plan,
    because: Because,
    progress: Callable[[int, int], None] | None = None,
    *,
    alone: bool = False,
) -> Changed | Refusal:
    """Makes all of the changes that a plan asks for, or none: notes may come and go as well.

    Other commands are kept out from the beginning if it plans `alone`. Raises NotChanged, as
    `change_notes` does.
    """
    for number in range(TRIES):
        # Another command that was in the way is kept out from the second try on. At the first one
        # a person may be asked, and nobody waits for that.
        kept_out = alone or number > 0
        with changing_alone(vault.root) if kept_out else nullcontext() as others_wait:
            files = plan(lambda found: read_for_change(vault, found))
            if isinstance(files, Refusal):
                return files
            change = others_wait.change if others_wait else partial(change_files, vault.root)
            try:
                written: Written = change(files, *because, progress=progress)
            except ChangedMeanwhile:
                if number + 1 == TRIES:
                    raise
            else:
                return Changed(written.paths, written.warnings, number=written.number)
    raise AssertionError


def change_as_planned(
    vault: Vault,
    known: _Known,
    know_again: Callable[[Path], _Known],
    plan: Callable[[_Known, Read], tuple[_Planned, Sequence[FileChange]] | Refusal],
    because: Because,
) -> tuple[_Planned, Changed] | Refusal:
    """Makes the change that is planned with what is known of a vault; the plan, and what was done.

    When another program saves meanwhile, the vault is read and the change is planned again. Raises
    NotChanged, as `change_notes` does.
    """
    fresh = [known]
    planned: list[_Planned] = []

    def files(read: Read) -> Sequence[FileChange] | Refusal:
        found = plan(fresh.pop() if fresh else know_again(vault.root), read)
        if isinstance(found, Refusal):
            return found
        planned[:] = [found[0]]
        return found[1]

    done = change_vault(vault, files, because)
    return done if isinstance(done, Refusal) else (planned[0], done)


def read_for_change(vault: Vault, found: FoundNote) -> Note | Refusal:
    """A note as it is on the disk now, or why it can't be read.

    A program that is just saving it is waited for a little.
    """
    source: Source | Diagnostic = read_note(vault.root, found.path)
    for _ in range(_WAITS):
        if isinstance(source, Source) and looks_whole(source):
            break
        time.sleep(_SECONDS_OF_A_WAIT)
        source = read_note(vault.root, found.path)
    if isinstance(source, Diagnostic):
        return Refusal(found.path, source.line, source.message)
    return Note(source, vault.config, found.in_contacts, found.in_journal)
