"""Making vaults: nothing that is there is ever overwritten."""

import os
from pathlib import Path

import pytest

from netjournal.model.errors import NetjournalError
from netjournal.vault import create
from netjournal.vault.create import CannotCreate, copy_tree_new, make_folders, shipped, write_new


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A folder as the sample vault may be in a checkout, with pages built into it."""
    root = tmp_path / "source"
    for path in (
        "netjournal.toml",
        "contacts/ana.md",
        "contacts/office/ben.md",
        "review/today.md",
        "site/index.html",
        "__pycache__/x.pyc",
        ".hidden",
        ".git/config",
        "contacts/site/cem.md",
    ):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(path.encode() + b"\r\n")
    return root


def files(root: Path) -> list[str]:
    """The paths of all files below a folder."""
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())


COPIED = ("contacts/ana.md", "contacts/office/ben.md", "contacts/site/cem.md", "netjournal.toml")


def test_a_copy_has_the_files_without_hidden_and_generated_ones(
    source: Path, tmp_path: Path
) -> None:
    target = tmp_path / "new/vault"
    assert copy_tree_new(source, target) == (COPIED, ())
    assert list(COPIED) == files(target)
    assert (target / "contacts/ana.md").read_bytes() == b"contacts/ana.md\r\n"


def test_what_is_there_is_left_and_the_rest_is_made(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "vault"
    (target / "contacts").mkdir(parents=True)
    (target / "contacts/ana.md").write_text("mine", encoding="utf-8")
    assert (COPIED[1:], COPIED[:1]) == copy_tree_new(source, target)
    assert (target / "contacts/ana.md").read_text(encoding="utf-8") == "mine"
    assert copy_tree_new(source, target) == ((), COPIED)


def test_a_file_in_the_place_of_a_folder_stops_a_copy_before_it_starts(
    source: Path, tmp_path: Path
) -> None:
    target = tmp_path / "vault"
    target.mkdir()
    (target / "contacts").write_text("a file", encoding="utf-8")
    with pytest.raises(CannotCreate, match="contacts is in the way"):
        copy_tree_new(source, target)
    assert files(target) == ["contacts"]


def test_a_new_file_is_written_with_its_folders(tmp_path: Path) -> None:
    assert write_new(tmp_path / "a/b/netjournal.toml", "name = 'José'\n")
    assert "name = 'José'\n".encode() == (tmp_path / "a/b/netjournal.toml").read_bytes()


def test_a_file_that_is_there_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "netjournal.toml"
    path.write_text("mine", encoding="utf-8")
    assert not write_new(path, "theirs")
    assert path.read_text(encoding="utf-8") == "mine"


@pytest.mark.skipif(os.name == "nt", reason="needs links")
def test_a_link_that_leads_nowhere_is_something_that_is_there(tmp_path: Path) -> None:
    (tmp_path / "netjournal.toml").symlink_to(tmp_path / "nowhere")
    assert not write_new(tmp_path / "netjournal.toml", "theirs")
    assert not (tmp_path / "nowhere").exists()


def test_a_full_disk_leaves_no_half_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CannotCreate, match=r"netjournal\.toml can't be written: the disk is full"):
        write_new(tmp_path / "netjournal.toml", "text")
    assert files(tmp_path) == []


def test_folders_are_made_and_those_that_are_there_stay(tmp_path: Path) -> None:
    for _ in range(2):
        make_folders(tmp_path / "vault", ("contacts", "journal"))
    assert {"contacts", "journal"} == {path.name for path in (tmp_path / "vault").iterdir()}


def test_a_file_in_the_place_of_a_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "contacts").write_text("a file", encoding="utf-8")
    with pytest.raises(CannotCreate, match="contacts is in the way"):
        make_folders(tmp_path, ("contacts",))


def test_a_folder_that_can_not_be_made_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "mkdir", refuse)
    with pytest.raises(CannotCreate, match="contacts can't be made: permission denied"):
        make_folders(tmp_path, ("contacts",))


def test_shipped_data_is_found_in_the_package_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "netjournal"
    (package / "templates").mkdir(parents=True)
    (tmp_path / "templates").mkdir()
    (tmp_path / "sample-vault").mkdir()
    monkeypatch.setattr(create, "_PACKAGE", package)
    assert package / "templates" == shipped("templates")
    assert tmp_path / "sample-vault" == shipped("sample_vault")


def test_shipped_data_that_is_missing_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(create, "_PACKAGE", tmp_path / "netjournal")
    with pytest.raises(NetjournalError, match="came without its templates"):
        shipped("templates")


def test_the_sample_vault_of_this_checkout_is_found() -> None:
    assert (shipped("sample_vault") / "netjournal.toml").is_file()
