"""Settling in at an editor: what would be written, said beforehand; and then written, or not."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from netjournal.app.changing import Because
from netjournal.app.homes import neovim, obsidian, vscode
from netjournal.app.homes.commented_json import as_data, parsed, with_members
from netjournal.app.homes.wanted import Editor, Home, JsonFile, WholeFile
from netjournal.app.workspace import Workspace
from netjournal.model.plain_data import json_text
from netjournal.vault.changes import FileChange, Written, change_files
from netjournal.vault.placing import NotChanged
from netjournal.vault.reader import TooLarge, read_bytes
from netjournal.vault.reasons import reason

EDITORS: tuple[Editor, ...] = (
    Editor("obsidian", "Obsidian", obsidian.home, "obsidian"),
    Editor("vscode", "VS Code", vscode.home, "vscode"),
    Editor("neovim", "Neovim", neovim.home),
)
"""The editors that `init` knows, in the order of the help."""

MAX_BYTES = 1_000_000
"""The size above which a file of an editor is left alone."""

_MARK = "\ufeff"


class Step(NamedTuple):
    """What becomes of one file."""

    path: str
    what: str
    """In words: `new: settings`, `12 more types of properties`, `all there already`."""
    change: FileChange | None = None
    """None when nothing is to be written."""
    kept: tuple[str, ...] = ()
    """Members that say something else than we would, and stay."""
    by_hand: str = ""
    """What to add by hand, where the file can't be added to."""


class Plan(NamedTuple):
    """What settling in at an editor would do."""

    title: str
    steps: tuple[Step, ...]
    said: tuple[str, ...]
    """What to do afterwards."""

    @property
    def changes(self) -> tuple[FileChange, ...]:
        """The files to write."""
        return tuple([step.change for step in self.steps if step.change])


def editor_called(slug: str) -> Editor:
    """The editor of that slug; raises KeyError for any other word."""
    return {each.slug: each for each in EDITORS}[slug]


def plan_home(workspace: Workspace, editor: Editor, as_of: date) -> Plan:
    """What `init` would write for an editor; raises NotChanged for a file that can't be read."""
    home: Home = editor.home(workspace, as_of)
    said = [*home.said]
    if editor.opens and not workspace.config.build.open_with:
        said.append(f"For pages in site/ whose links open a note in {editor.title}, write")
        said.append(f'open_with = "{editor.opens}" under [build] in netjournal.toml.')
    steps = [_step(workspace.root, file) for file in home.files]
    return Plan(editor.title, tuple(steps), tuple(said))


def write_home(root: Path, plans: Sequence[Plan], because: Because) -> Written:
    """Writes all files of some plans, or none; `undo` takes it back. Raises NotChanged."""
    changes = [change for plan in plans for change in plan.changes]
    return change_files(root, changes, *because)


def _step(root: Path, file: JsonFile | WholeFile) -> Step:
    real = (root / file.path).resolve()
    if not real.is_relative_to(root.resolve()):
        lines = (
            json_text(as_data(file.members)) if isinstance(file, JsonFile) else file.data.decode()
        )
        what = f"is {real}, outside of the vault, and left alone; {file.holds} to add by hand"
        return Step(file.path, what, by_hand=lines)
    before = _bytes(root, file.path)
    return _json_step(file, before) if isinstance(file, JsonFile) else _whole_step(file, before)


def _bytes(root: Path, path: str) -> bytes | None:
    try:
        return read_bytes(f"{root}/{path}", MAX_BYTES)
    except FileNotFoundError:
        return None
    except TooLarge:
        raise NotChanged(f"{path} is too large to be added to") from None
    except OSError as error:
        raise NotChanged(f"{path} can't be read: {reason(error)}") from error


def _json_step(file: JsonFile, before: bytes | None) -> Step:
    text = _text(before or b"")
    clashes = _clashes(file, text or "")
    left_out = file.together if clashes else ()
    members = {key: value for key, value in file.members.items() if key not in left_out}
    found = None if text is None else with_members(text, members, any_case=file.any_case)
    if found is None:
        lines = json_text(as_data(file.members))
        return Step(file.path, f"can't be added to; {file.holds} to add by hand", by_hand=lines)
    kept = (*clashes, *found.kept)
    if not found.added:
        return Step(file.path, f"has its {file.holds} already", kept=kept)
    mark = _MARK if (before or b"").startswith(_MARK.encode()) else ""
    change = FileChange(file.path, before, f"{mark}{found.text}".encode())
    what = (
        f"is new: {file.holds}" if before is None else f"gets {len(found.added)} more {file.holds}"
    )
    return Step(file.path, what, change, kept)


def _clashes(file: JsonFile, text: str) -> tuple[str, ...]:
    """Members that are set otherwise, of those that make sense together only."""
    before = parsed(text)
    if not isinstance(before, dict):
        return ()
    found = [key for key in file.members if key in file.together and key in before]
    return tuple([key for key in found if before[key] != file.members[key]])


def _text(data: bytes) -> str | None:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None


def _whole_step(file: WholeFile, before: bytes | None) -> Step:
    if before is None:
        return Step(file.path, f"is new: {file.holds}", FileChange(file.path, None, file.data))
    if before == file.data:
        return Step(file.path, f"has {file.holds} already")
    if file.mark and file.mark in before:
        return Step(
            file.path, f"is written anew: {file.holds}", FileChange(file.path, before, file.data)
        )
    if file.told_by and file.told_by not in before:
        lines = file.data.decode()
        return Step(file.path, f"is yours; {file.holds} to add by hand", by_hand=lines)
    return Step(file.path, "is yours, and stays as it is")
