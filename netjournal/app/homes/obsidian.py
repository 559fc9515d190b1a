"""A home in Obsidian: the types of properties, and a base of the contacts."""

import json
from datetime import date
from pathlib import Path

from netjournal.app.exporting import exporter_called, prepare_export
from netjournal.app.homes.wanted import Home, JsonFile, WholeFile
from netjournal.app.workspace import Workspace
from netjournal.vault.create import has_folder

_FOLDER = ".obsidian"
TYPES = f"{_FOLDER}/types.json"

_SAID = ("Restart Obsidian if it is open: it reads the types when it starts.",)
_ABOVE = (
    "'netjournal export obsidian --folder DIR' makes the files, for you to put there.",
    "The folders that the views name begin at this vault: adapt them.",
)


def home(workspace: Workspace, as_of: date) -> Home:
    """The types of all fields, as most notes spell them, and the base that `export` makes."""
    above = _vault_above(workspace.root)
    if above:
        return Home((), (f"Obsidian opens {above}, which this folder is inside of.", *_ABOVE))
    exporter = exporter_called("obsidian")
    files = {
        file.name: file.data for file in exporter.write(prepare_export(workspace, as_of, "")[0])
    }
    types = JsonFile(TYPES, "types of properties", json.loads(files["types.json"]), any_case=True)
    base = WholeFile("contacts.base", "views of your contacts", files["contacts.base"])
    return Home((types, base), _SAID)


def _vault_above(root: Path) -> Path | None:
    """The vault of Obsidian that a folder is inside of, without being one itself."""
    if has_folder(root, _FOLDER):
        return None
    return next((each for each in root.resolve().parents if has_folder(each, _FOLDER)), None)
