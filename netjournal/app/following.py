"""All links to a contact, in the notes and in the settings, led to where it is from now on."""

from collections.abc import Iterable

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


def follow_everywhere(
    workspace: Workspace, places: Iterable[FoundNote], read: Read, move: Move
) -> Followed | Refusal:
    """What becomes of some notes and of the settings so that links to the contact lead on."""
    notes = follow(workspace.root, places, read, move)
    if isinstance(notes, Refusal):
        return notes
    settings = _settings(workspace, move)
    if isinstance(settings, Refusal):
        return settings
    return Followed((*notes.files, *settings.files), {**notes.links, **settings.links})


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
