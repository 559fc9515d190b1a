"""Where a vault is in its repository."""

from pathlib import Path

import pytest

from netjournal.vault.repository import path_in_repository


@pytest.mark.parametrize(
    ("repository", "here", "expected"),
    [
        ("", ".", "notes/vault"),
        ("", "notes/vault/contacts", "notes/vault"),
        ("notes", ".", "vault"),
        ("notes/vault", ".", ""),
        (None, ".", "notes/vault"),
        (None, "notes", "vault"),
        (None, "notes/vault", ""),
        (None, "notes/vault/contacts", ""),
        (None, "elsewhere", ""),
    ],
)
def test_the_path_starts_at_the_repository_else_here(
    tmp_path: Path, repository: str | None, here: str, expected: str
) -> None:
    vault = tmp_path / "notes" / "vault"
    (vault / "contacts").mkdir(parents=True)
    if repository is not None:
        (tmp_path / repository / ".git").mkdir()

    assert path_in_repository(vault, tmp_path / here) == expected


def test_a_repository_may_be_marked_by_a_file(tmp_path: Path) -> None:
    (tmp_path / "vault").mkdir()
    (tmp_path / ".git").write_text("gitdir: elsewhere\n", encoding="utf-8")

    assert path_in_repository(tmp_path / "vault", tmp_path / "vault") == "vault"
