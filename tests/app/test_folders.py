"""Folders that the settings name and that aren't there."""

from pathlib import Path

import pytest

from netjournal.app.folders import folder_problems
from netjournal.model.diagnostic import Severity
from netjournal.vault.settings import load_settings


def said(root: Path, settings: str) -> list[tuple[int, int, str, str]]:
    """Line, column, message and hint of each problem of a vault with these settings."""
    (root / "netjournal.toml").write_text(settings, encoding="utf-8")
    for folder in ("People", "Daily"):
        (root / folder).mkdir()
    found = list(folder_problems(root, load_settings(root)))
    assert all((d.code, d.severity) == ("NJ502", Severity.WARNING) for d in found)
    return [(d.line, d.column, d.message, d.hint) for d in found]


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ("", []),
        ('[vault]\ncontacts = ["People"]\njournal = ["Daily"]\n', []),
        (
            '[vault]\ncontacts = ["People", "Peple"]\n',
            [(2, 23, "there is no folder 'Peple' in the vault", "did you mean 'People'?")],
        ),
        (
            '[vault]\ncontacts = "people"\n',
            [(2, 12, "there is no folder 'people' in the vault", "did you mean 'People'?")],
        ),
        (
            'vault.contacts = ["contacts"]\n',
            [
                (
                    1,
                    19,
                    "there is no folder 'contacts' in the vault",
                    "make it, or name the folder with your notes",
                )
            ],
        ),
        ('[vault]\njournal = ["journal"]\n', []),
        (
            '[vault]\njournal = ["Dailly"]\n',
            [(2, 12, "there is no folder 'Dailly' in the vault", "did you mean 'Daily'?")],
        ),
    ],
)
def test_a_folder_that_is_not_there_is_told(
    tmp_path: Path, settings: str, expected: list[tuple[int, int, str, str]]
) -> None:
    assert said(tmp_path, settings) == expected
