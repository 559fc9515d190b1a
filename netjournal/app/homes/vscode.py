"""A home in VS Code: settings, snippets, the schema, and the extension that runs our server."""

from datetime import date

from netjournal.app.homes.commented_json import Items
from netjournal.app.homes.snippets import as_members, snippets
from netjournal.app.homes.wanted import Home, JsonFile, WholeFile
from netjournal.app.schema import front_matter_schema
from netjournal.app.workspace import Workspace
from netjournal.model.plain_data import json_text
from netjournal.vault.scan import OUTPUT_FOLDERS

FOLDER = ".vscode"
SCHEMA = f"{FOLDER}/netjournal-front-matter.schema.json"

_CLIENT = "zsol.vscode-glspc"
"""Starts any language server: VS Code does so for extensions only."""

_OF_CLIENT = frozenset(
    ("glspc.server.command", "glspc.server.commandArguments", "glspc.server.languageId")
)
"""Its settings, of which it has one set: who runs another server with it goes on doing so."""

_YAML = "redhat.vscode-yaml"
_MARK = b'"$id": "urn:netjournal:front-matter:'

_SAID = (
    "VS Code proposes the two extensions when you open the folder: one runs 'netjournal lsp', the",
    "other checks files of YAML. VS Code has to find netjournal on its PATH, with its extra lsp",
    "(docs/editors.md).",
    "In a note, type nj for the snippets.",
)


def home(workspace: Workspace, _as_of: date) -> Home:
    """Settings of the folder; those of the user, and what the folder says already, stay."""
    settings = {
        # Snippets and what the server proposes come as you type, which Markdown has switched off.
        "[markdown]": {
            "editor.quickSuggestions": {"other": "on", "comments": "off", "strings": "off"},
            "editor.wordBasedSuggestions": "off",
        },
        "glspc.server.command": "netjournal",
        "glspc.server.commandArguments": ["lsp"],
        "glspc.server.languageId": ["markdown"],
        "search.exclude": dict.fromkeys(sorted(OUTPUT_FOLDERS), True),
        "yaml.schemas": {f"./{SCHEMA}": _yaml_files(workspace)},
    }
    words = as_members(snippets(workspace.config))
    extensions = {"recommendations": Items((_CLIENT, _YAML))}
    schema = json_text(front_matter_schema()).encode()
    return Home(
        (
            JsonFile(f"{FOLDER}/settings.json", "settings", settings, together=_OF_CLIENT),
            JsonFile(f"{FOLDER}/netjournal.code-snippets", "snippets", words),
            JsonFile(f"{FOLDER}/extensions.json", "recommended extensions", extensions),
            WholeFile(SCHEMA, "the schema of the front matter, for files of YAML", schema, _MARK),
        ),
        _SAID,
    )


def _yaml_files(workspace: Workspace) -> list[str]:
    """Patterns of files of YAML beside the contacts."""
    folders = [each for each in workspace.config.vault.contacts if each != "."]
    return [f"{folder}/**/*.yaml" for folder in folders] or ["*.yaml"]
