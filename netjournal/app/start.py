"""Starting a vault: an empty one, the sample, or settings for a folder that already holds notes."""

from pathlib import Path
from typing import NamedTuple

from netjournal.app.look import Sighting, look
from netjournal.model.config import VaultLayout
from netjournal.vault.create import copy_tree_new, make_folders, shipped, write_new
from netjournal.vault.settings_problems import SETTINGS_FILE
from netjournal.vault.taxonomy import default_taxonomy


class Started(NamedTuple):
    """What `init` made, what it left alone, and what it saw in a folder that held notes."""

    created: tuple[str, ...]
    left: tuple[str, ...]
    sighting: Sighting | None = None


def start_sample(root: Path) -> Started:
    """Copies the sample vault; a file that is there already is left as it is."""
    copied = copy_tree_new(shipped("sample_vault"), root)
    return Started(copied.created, copied.left)


def start_vault(root: Path, open_with: str = "") -> Started:
    """Starts a vault; in a folder that holds notes, writes nothing but netjournal.toml.

    Where that is new, it says with which program the pages open a note.
    """
    sighting = look(root, default_taxonomy()) if root.is_dir() else None
    seen = sighting if sighting and sighting.notes else None
    text = settings_text(seen, open_with)
    if not seen:
        make_folders(root, ("contacts", "journal"))
    if write_new(root / SETTINGS_FILE, text):
        return Started((SETTINGS_FILE,), (), seen)
    return Started((), (SETTINGS_FILE,), seen)


def settings_text(sighting: Sighting | None, open_with: str = "") -> str:
    """The text of a first netjournal.toml, with what a look at the folder suggests."""
    layout = sighting.layout if sighting else VaultLayout()
    lines = [
        "# Settings of this vault. Every line is optional: delete what you don't need.",
        "",
        "[me]",
        'name = ""',
        'industry = ""  # your own field, for example "technology"',
        "emails = []  # your own addresses, by which you are known in calendars and mail",
        "",
        "[vault]",
        *_layout_lines(layout),
    ]
    if sighting and sighting.own_spellings:
        lines += ["", "[fields]  # a spelling of yours = the field that it means"]
        lines += [f"{_quoted(key)} = {_quoted(f)}" for key, f in sighting.own_spellings.items()]
    lines += [
        "",
        "[cadence]  # how often to be in touch, where a note doesn't say",
        'ally = "30d"',
        'acquaintance = "180d"',
        "",
    ]
    if not open_with and sighting and sighting.has_obsidian:
        open_with = "obsidian"
    if open_with:
        comment = "# links in site/ open the note there"
        lines += ["[build]", f"open_with = {_quoted(open_with)}  {comment}", ""]
    return "\n".join(lines)


def _layout_lines(layout: VaultLayout) -> list[str]:
    lines = [f"contacts = {_list(layout.contacts)}"]
    if layout.contact_tag:
        lines.append(f"contact_tag = {_quoted(layout.contact_tag)}")
    if layout.contact_type:
        lines.append(f"contact_type = {_quoted(layout.contact_type)}")
    lines.append(f"journal = {_list(layout.journal)}")
    if layout.ignore:
        lines.append(f"ignore = {_list(layout.ignore)}")
    return lines


def _list(items: tuple[str, ...]) -> str:
    return "[" + ", ".join(map(_quoted, items)) + "]"


def _quoted(text: str) -> str:
    """A TOML basic string."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return (
        '"' + "".join(c if c >= " " and c != "\x7f" else f"\\u{ord(c):04x}" for c in escaped) + '"'
    )
