"""Which files of the built site, and which of the vault, a request reaches."""

import os
import sys
from pathlib import Path

import pytest

from netjournal.render.links import note_address
from netjournal.vault.site_files import (
    named_file,
    named_path,
    read_plain_file,
    read_site_file,
    read_taken_file,
)


def read(site: Path, target: str) -> bytes | None:
    """What a request reaches in a site."""
    name = named_file(target)
    return None if name is None else read_site_file(site, name)


pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs links, pipes and odd names")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "vault" / "site"
    (folder / "people").mkdir(parents=True)
    (folder / "index.html").write_text("overview")
    (folder / "people" / "ana lópez.html").write_text("ana")
    (folder / ".hidden.html").write_text("hidden")
    (tmp_path / "vault" / "secret.html").write_text("secret")
    (folder / "link.html").symlink_to(tmp_path / "vault" / "secret.html")
    (folder / "away").symlink_to(tmp_path / "vault", target_is_directory=True)
    return folder


@pytest.mark.parametrize(
    ("target", "data"),
    [
        ("/", b"overview"),
        ("/index.html", b"overview"),
        ("/index.html?x=1#y", b"overview"),
        ("/people/ana%20l%C3%B3pez.html", b"ana"),
    ],
)
def test_file_of_the_site_is_read(site: Path, target: str, data: bytes) -> None:
    assert read(site, target) == data


@pytest.mark.parametrize(
    "target",
    [
        "/../secret.html",
        "/%2e%2e/secret.html",
        "/people/../../secret.html",
        "/..%2fsecret.html",
        "/..\\secret.html",
        "/link.html",
        "/away/secret.html",
        "/.hidden.html",
        "/people",
        "/people/",
        "/none.html",
        "/index.html%00.css",
        "/C:/secret.html",
        "//secret.html/",
        "/" + "x" * 5000,
    ],
)
def test_nothing_else_is_there(site: Path, target: str) -> None:
    assert read(site, target) is None


def test_linked_site_is_not_shown(tmp_path: Path, site: Path) -> None:
    (tmp_path / "other").symlink_to(site, target_is_directory=True)
    assert read(tmp_path / "other", "/index.html") is None


def test_pipe_in_the_site_holds_nobody_up(site: Path) -> None:
    os.mkfifo(site / "pipe.html")
    assert read(site, "/pipe.html") is None


def test_file_of_the_site_may_be_large_but_not_endless(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("netjournal.vault.site_files.MAX_FILE_BYTES", 7)
    assert read(site, "/") is None


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    (tmp_path / "contacts").mkdir()
    (tmp_path / "contacts" / "ana: 50 % #1?.md").write_text("ana")
    (tmp_path / "contacts" / "other.md").write_text("other")
    (tmp_path / "contacts" / "link.md").symlink_to(tmp_path / "contacts" / "other.md")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "ben.md").write_text("ben")
    (tmp_path / "away").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    return tmp_path


def test_note_is_read_by_the_address_that_pages_have_for_it(vault: Path) -> None:
    address = note_address("contacts/ana: 50 % #1?.md").removeprefix("..")
    assert read_taken_file(vault, named_path(address)) == b"ana"
    assert read_plain_file(vault, named_path(address)) == b"ana"


def test_only_what_was_taken_is_read_in_a_linked_folder(vault: Path) -> None:
    assert read_taken_file(vault, "away/ben.md") == b"ben"
    assert read_plain_file(vault, "away/ben.md") is None


def test_file_that_is_a_link_is_not_read(vault: Path) -> None:
    assert read_taken_file(vault, "contacts/link.md") is None
    assert read_plain_file(vault, "contacts/link.md") is None


@pytest.mark.parametrize("path", ["gone.md", "contacts", ""])
def test_what_is_no_file_is_not_there(vault: Path, path: str) -> None:
    assert read_taken_file(vault, path) is None
    assert read_plain_file(vault, path) is None


def test_file_that_has_become_a_pipe_holds_nobody_up(vault: Path) -> None:
    os.mkfifo(vault / "pipe.md")
    assert read_taken_file(vault, "pipe.md") is None
