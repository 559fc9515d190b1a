"""The folders that settings name, and those that may be meant."""

import unicodedata
from pathlib import Path

import pytest

from netjournal.vault.folders import instead_of


@pytest.mark.parametrize(
    ("folder", "expected"),
    [
        (".", None),
        ("People", None),
        ("People/Work", None),
        ("Café", None),
        ("Peple", ("Café", "People")),
        ("Peple/Work", ("Café/Work", "People/Work")),
        ("People/Wrok", ("People/Work",)),
        ("People/Work/Old", ()),
    ],
)
def test_what_may_be_meant_stands_beside_the_missing_part(
    tmp_path: Path, folder: str, expected: tuple[str, ...] | None
) -> None:
    (tmp_path / "People" / "Work").mkdir(parents=True)
    (tmp_path / ".obsidian").mkdir()
    (tmp_path / unicodedata.normalize("NFD", "Café")).mkdir()
    (tmp_path / "note.md").touch()

    assert instead_of(tmp_path, folder) == expected


def test_a_vault_that_is_gone_holds_nothing(tmp_path: Path) -> None:
    assert instead_of(tmp_path / "gone", "People") == ()
