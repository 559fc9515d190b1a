"""What has been seen of a vault: everything, or a few files again."""

from pathlib import Path

import pytest
from building import config

from netjournal.vault.seen import Seen, look_at, look_at_all


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A vault with a note, a template and a picture."""
    for path in ("contacts/ana.md", "templates/x.md.j2", "netjournal.toml", "contacts/ana.png"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text("x")
    return tmp_path


def everything(root: Path) -> Seen:
    return look_at_all(root, config())


def test_notes_templates_and_settings_have_a_say(root: Path) -> None:
    seen = everything(root)
    assert sorted(seen.stamps) == ["contacts/ana.md", "netjournal.toml", "templates/x.md.j2"]
    assert seen.notes == {"contacts/ana.md"}
    assert "contacts/ana.png" in seen.found.other_files


def test_nothing_new_is_the_same_object(root: Path) -> None:
    before = everything(root)
    after = look_at_all(root, config(), before)
    assert after.found is before.found
    assert after.notes is before.notes
    assert after == before


def look(root: Path, before: Seen, *marked: str) -> Seen:
    """A look at some files."""
    return look_at(root, config(), before, marked)


def test_saved_file_is_seen_without_a_look_at_the_others(root: Path) -> None:
    before = everything(root)
    (root / "contacts/ana.md").write_text("longer")
    (root / "templates/x.md.j2").write_text("longer too")
    seen = look(root, before, "contacts/ana.md")
    assert seen.found is before.found
    assert seen.stamps["contacts/ana.md"].size == len("longer")
    assert seen.stamps["templates/x.md.j2"] is before.stamps["templates/x.md.j2"]


def test_file_that_was_there_for_a_moment_is_nothing(root: Path) -> None:
    before = everything(root)
    assert look(root, before, "contacts/4913")._replace(among=None) == before


def test_new_file_is_seen_without_a_look_at_the_others(root: Path) -> None:
    before = everything(root)
    (root / "contacts/ben.md").write_text("x")
    (root / "contacts/ana.md").write_text("longer")
    seen = look(root, before, "contacts/ben.md")
    assert seen.notes == {"contacts/ana.md", "contacts/ben.md"}
    assert seen.stamps["contacts/ana.md"] is before.stamps["contacts/ana.md"]
    assert "contacts/ben.md" in seen.stamps


def test_lost_file_is_seen_without_a_look_at_the_others(root: Path) -> None:
    before = everything(root)
    (root / "contacts/ben.md").write_text("x")
    both = everything(root)
    (root / "contacts/ben.md").unlink()
    (root / "contacts/ana.md").write_text("longer")
    seen = look(root, both, "contacts/ben.md", "contacts/ana.md")
    assert seen.notes == before.notes
    assert seen.stamps["contacts/ana.md"].size == len("longer")
    assert "contacts/ben.md" not in seen.stamps


def test_note_that_has_become_a_link_is_seen_as_one(root: Path) -> None:
    before = everything(root)
    (root / "contacts/ana.md").unlink()
    try:
        (root / "contacts/ana.md").symlink_to(root / "contacts/nothing.md")
    except OSError:
        pytest.skip("no links may be made here")
    seen = look(root, before, "contacts/ana.md")
    assert seen.notes == frozenset()
    assert seen == everything(root)
