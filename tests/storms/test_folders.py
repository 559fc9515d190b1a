"""Folders are renamed, moved and replaced, and so is the vault itself."""

import shutil
import sys
from pathlib import Path

import pytest
from storming import make_vault, note, save, storm

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="a watch ends by a signal"),
]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A vault of some hundred contacts, a few of them in a folder."""
    make_vault(tmp_path / "vault", 300)
    team = tmp_path / "vault" / "contacts" / "team"
    team.mkdir()
    for number in range(20):
        (team / f"mate-{number}.md").write_text(note(number).replace("Person", "Mate"))
    return tmp_path / "vault"


def test_folder_is_renamed_and_moved_out_and_in(root: Path, tmp_path: Path) -> None:
    team, crew, out = root / "contacts" / "team", root / "contacts" / "crew", tmp_path / "out"
    with storm(root) as under:
        team.rename(crew)
        under.settles()
        save(crew / "mate-1.md")
        under.settles()
        crew.rename(out)
        under.settles()
        save(out / "mate-2.md")
        out.rename(team)
        under.settles()
        save(team / "mate-3.md")
        under.settles()
        under.ends()


def test_all_contacts_are_renamed_and_moved_out_and_in(root: Path, tmp_path: Path) -> None:
    with storm(root) as under:
        for elsewhere in (root / "people", tmp_path / "out"):
            under.contacts.rename(elsewhere)
            under.settles()
            save(elsewhere / "person-0004.md")
            elsewhere.rename(under.contacts)
            under.settles()
            save(under.contacts / "team" / "mate-4.md")
            under.settles()
        under.ends()


def test_folder_of_the_same_name_takes_the_place_of_another(root: Path, tmp_path: Path) -> None:
    team, crew, out = root / "contacts" / "team", root / "contacts" / "crew", tmp_path / "out"
    with storm(root) as under:
        for _ in range(2):
            crew.mkdir()
            under.settles()
            team.rename(out)
            crew.rename(team)
            (team / "new.md").write_text(note(7))
            under.settles()
            team.joinpath("new.md").unlink()
            team.rmdir()
            under.settles()
            out.rename(team)
            under.settles()
            save(team / "mate-5.md")
            under.settles()
        team.rename(out)
        team.mkdir()
        team.rmdir()
        shutil.rmtree(out)
        under.settles()
        save(under.contacts / "person-0005.md")
        under.settles()
        under.ends()


def test_nested_folders_come_and_go(root: Path) -> None:
    with storm(root) as under:
        for _ in range(5):
            for number in range(100):
                deep = under.contacts / f"new-{number}" / "and" / "deep"
                deep.mkdir(parents=True)
                (deep / f"new-{number}.md").write_text(note(number).replace("Person", "New"))
            for number in range(100):
                shutil.rmtree(under.contacts / f"new-{number}")
        for number in range(100):
            (under.contacts / f"kept-{number}" / "and" / "deep").mkdir(parents=True)
        under.settles()
        for number in range(100):
            deep = under.contacts / f"kept-{number}" / "and" / "deep"
            (deep / f"kept-{number}.md").write_text(note(number).replace("Person", "Kept"))
        under.settles()
        save(under.contacts / "kept-99" / "and" / "deep" / "kept-99.md")
        under.settles()
        printed = under.ends()
        assert "max_user_watches" not in printed


def test_vault_goes_away_and_is_replaced(root: Path, tmp_path: Path) -> None:
    old = tmp_path / "old"
    with storm(root) as under:
        root.rename(old)
        shutil.copytree(old, root)
        save(root / "contacts" / "person-0006.md")
        under.settles()
        save(root / "contacts" / "person-0007.md")
        under.settles()
        shutil.rmtree(root)
        old.rename(root)
        under.settles()
        save(root / "contacts" / "team" / "mate-7.md")
        under.settles()
        under.ends()


def test_vault_that_is_a_link_is_set_elsewhere(root: Path, tmp_path: Path) -> None:
    link, other = tmp_path / "link", tmp_path / "other"
    make_vault(other, 200)
    link.symlink_to(root, target_is_directory=True)
    with storm(link) as under:
        save(root / "contacts" / "person-0008.md")
        under.settles()
        link.unlink()
        link.symlink_to(other, target_is_directory=True)
        under.settles()
        save(other / "contacts" / "person-0009.md")
        under.settles()
        under.ends()
