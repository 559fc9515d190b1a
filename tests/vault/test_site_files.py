"""Which files of the built site a request reaches."""

from pathlib import Path

import pytest

from netjournal.vault.site_files import read_site_file


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
    found = read_site_file(site, target)
    assert found is not None
    assert found[1] == data


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
    assert read_site_file(site, target) is None


def test_linked_site_is_not_shown(tmp_path: Path, site: Path) -> None:
    (tmp_path / "other").symlink_to(site, target_is_directory=True)
    assert read_site_file(tmp_path / "other", "/index.html") is None
