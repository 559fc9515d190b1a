"""All links to a contact, in the notes and in the settings, led to where it is from now on."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from netjournal.app.changing import Read
from netjournal.app.relinking import Followed, Move, follow, new_target
from netjournal.app.workspace import Workspace
from netjournal.model.contact import Link
from netjournal.notes.splicing.note import Refusal
from netjournal.vault.changes import FileChange
from netjournal.vault.scan import FoundNote
from netjournal.vault.settings import read_settings
from netjournal.vault.settings_problems import SETTINGS_FILE
from netjournal.vault.settings_splice import NotSpliced, settings_bytes, with_other_names


class Renaming(NamedTuple):
    """What a new name does to a vault."""

    old: str
    """The path of the contact's note before, and after."""
    new: str
    links: Mapping[str, int]
    """How many links change in each note that has any, by its path afterwards, in order."""
    files: tuple[FileChange, ...]
    """None when everything says so already."""
    warnings: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    """What else was decided, each in words."""

    def moved_from(self, path: str) -> str:
        """The path before of a note, by its path afterwards."""
        return next((each.like for each in self.files if each.path == path and each.like), path)

    def texts(self) -> Iterator[tuple[str, bytes, bytes | None]]:
        """Each note that changes, by its path afterwards: its text before, and after.

        None for one that goes; one that is moved doesn't.
        """
        moved = {each.like: each.path for each in self.files if each.like}
        gone = {each.path: each.before for each in self.files if each.after is None}
        for path, before, after, like in self.files:
            if path not in moved:
                yield path, (gone[like] if like else before) or b"", after


class Own(NamedTuple):
    """What becomes of a contact's own note, or of those of two, their links led on already."""

    files: Sequence[FileChange]
    links: int
    """How many links in the note that stays have changed."""


def follow_everywhere(
    workspace: Workspace, places: Iterable[FoundNote], read: Read, move: Move, own: Own
) -> Renaming | Refusal:
    """What becomes of a vault whose links to a contact lead on: in some notes and in the settings.

    `places` are all notes but those of `own`.
    """
    notes = follow(workspace.root, places, read, move)
    if isinstance(notes, Refusal):
        return notes
    settings = _settings(workspace, move)
    if isinstance(settings, Refusal):
        return settings
    old, new = move.old.path, move.new.path
    links = {new: own.links} if own.links else {}
    files = (*own.files, *notes.files, *settings.files)
    return Renaming(old, new, {**links, **notes.links, **settings.links}, files)


def _settings(workspace: Workspace, move: Move) -> Followed | Refusal:
    """What becomes of the settings, which say who is not the same person."""
    if not workspace.config.duplicates.not_the_same:
        return Followed((), {})
    before = settings_bytes(workspace.root)
    if before is None or isinstance(before, NotSpliced):
        return Refusal(SETTINGS_FILE, *(before or (1, "the settings are gone")))
    names: dict[tuple[int, int], str] = {}
    for number, group in enumerate(read_settings(before).config.duplicates.not_the_same):
        for place, name in enumerate(group):
            target = new_target(Link(name, name, 1, 1), "", move)
            if target is not None and target != name:
                names[number, place] = target
    after = with_other_names(before, names) if names else before
    if isinstance(after, NotSpliced):
        return Refusal(SETTINGS_FILE, *after)
    links = {SETTINGS_FILE: len(names)} if names else {}
    return Followed((FileChange(SETTINGS_FILE, before, after),) if names else (), links)
