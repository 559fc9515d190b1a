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


def test_saved_file_is_seen_without_a_look_at_the_others(root: Path) -> None:
    before = everything(root)
    (root / "contacts/ana.md").write_text("longer")
    (root / "templates/x.md.j2").write_text("longer too")
    seen = look_at(root, ["contacts/ana.md"], before)
    assert seen is not None
    assert seen.found is before.found
    assert seen.stamps["contacts/ana.md"].size == len("longer")
    assert seen.stamps["templates/x.md.j2"] is before.stamps["templates/x.md.j2"]


def test_file_that_was_there_for_a_moment_is_nothing(root: Path) -> None:
    before = everything(root)
    assert look_at(root, ["contacts/4913"], before) == before


@pytest.mark.parametrize("path", ["contacts/ben.md", "contacts/ana.png", "contacts"])
def test_file_that_is_no_known_note_takes_a_look_at_everything(root: Path, path: str) -> None:
    before = everything(root)
    (root / "contacts/ben.md").write_text("x")
    assert look_at(root, [path], before) is None


def test_lost_file_takes_a_look_at_everything(root: Path) -> None:
    before = everything(root)
    (root / "contacts/ana.md").unlink()
    assert look_at(root, ["contacts/ana.md"], before) is None


def test_note_that_has_become_a_link_takes_a_look_at_everything(root: Path) -> None:
    before = everything(root)
    (root / "contacts/ana.md").unlink()
    try:
        (root / "contacts/ana.md").symlink_to(root / "contacts/ana.png")
    except OSError:
        pytest.skip("no links may be made here")
    assert look_at(root, ["contacts/ana.md"], before) is None
