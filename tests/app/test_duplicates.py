"""Likely doubles of a vault, and what its settings say of them."""

from pathlib import Path

import pytest

from netjournal.app.changing import Because, Changed
from netjournal.app.duplicates import duplicates, in_words, staying, tell_apart, told_different
from netjournal.app.following import Renaming
from netjournal.app.merging import Two, merge
from netjournal.app.renaming import Wish, rename
from netjournal.app.workspace import Workspace
from netjournal.notes.splicing.note import Refusal
from netjournal.vault import state
from netjournal.vault.changes import undo_last

WHY = Because("duplicates", "2026-11-28T10:00:00")
NOTES = {
    "contacts/ana.md": "---\nname: Ana Lopez\ntitle: x\n---\n- 2026-01-01 Coffee.\n",
    "contacts/old/ana.md": "---\nname: Ana López\n---\n",
    "contacts/al.md": "---\nname: Ana Lopez\n---\n",
}


@pytest.fixture(autouse=True)
def _state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(state, "user_state_path", lambda _: tmp_path / "state")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for path, text in NOTES.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def pairs(root: Path) -> list[tuple[str, str]]:
    return [(each.one, each.other) for each in duplicates(Workspace.load(root))]


def test_a_pair_that_is_told_apart_is_proposed_no_more_until_that_is_undone(root: Path) -> None:
    before = pairs(root)
    done = tell_apart(Workspace.load(root), "contacts/old/ana.md", "contacts/al.md", WHY)

    assert isinstance(done, Changed)
    assert done.paths == ("netjournal.toml",)
    text = (root / "netjournal.toml").read_text(encoding="utf-8")
    assert text == '[duplicates]\nnot_the_same = [\n    ["al", "contacts/old/ana"],\n]\n'
    gone = ("contacts/al.md", "contacts/old/ana.md")
    assert pairs(root) == [pair for pair in before if pair != gone]
    workspace = Workspace.load(root)
    assert told_different(workspace.index, workspace.settings, *gone) == 3
    assert told_different(workspace.index, workspace.settings, gone[0], "contacts/ana.md") == 0
    again = tell_apart(workspace, *gone, WHY)
    assert isinstance(again, Changed)
    assert again.paths == ()
    undo_last(root, "later")
    assert pairs(root) == before
    assert not (root / "netjournal.toml").exists()


def test_a_group_of_the_settings_is_all_different_people_however_they_are_named(root: Path) -> None:
    text = '[duplicates]\nnot_the_same = [["contacts/ana.md", "Ana López", "al"], ["x", "y"]]\n'
    (root / "netjournal.toml").write_text(text, encoding="utf-8")

    assert pairs(root) == []


def test_settings_that_cant_be_read_stay_as_they_are(root: Path) -> None:
    (root / "netjournal.toml").write_text("[me\n", encoding="utf-8")
    done = tell_apart(Workspace.load(root), "contacts/ana.md", "contacts/al.md", WHY)

    assert isinstance(done, Refusal)
    assert '["al", "contacts/ana"]' in done.by_hand
    assert (root / "netjournal.toml").read_text(encoding="utf-8") == "[me\n"


TOLD = '[duplicates]\nnot_the_same = [["ben", "al"], ["contacts/al", "Ana López"]] # mine\n'


@pytest.mark.parametrize(
    ("do", "settings"),
    [
        (Wish("contacts/al.md", "Alba"), '[["ben", "alba"], ["contacts/alba", "Ana López"]]'),
        (
            Two("contacts/al.md", "contacts/ana.md"),
            '[["ben", "contacts/ana"], ["contacts/ana", "Ana López"]]',
        ),
    ],
)
def test_who_is_told_apart_stays_so_under_another_name(
    root: Path, do: Wish | Two, settings: str
) -> None:
    (root / "contacts/ben.md").write_text("---\nname: Ben\n---\n", encoding="utf-8")
    (root / "netjournal.toml").write_text(TOLD, encoding="utf-8")
    workspace = Workspace.load(root)
    if isinstance(do, Wish):
        done: object = rename(workspace, do, WHY)
    else:
        done = merge(workspace, do, lambda _: {}, WHY)

    assert isinstance(done, Renaming)
    assert done.links == {"netjournal.toml": 2}
    text = (root / "netjournal.toml").read_text(encoding="utf-8")
    assert text == f"[duplicates]\nnot_the_same = {settings} # mine\n"
    undo_last(root, "later")
    assert (root / "netjournal.toml").read_text(encoding="utf-8") == TOLD


def test_the_note_that_says_more_stays(root: Path) -> None:
    workspace = Workspace.load(root)
    (double,) = (each for each in duplicates(workspace) if each.other == "contacts/ana.md")

    assert staying(double, workspace.index) == ("contacts/al.md", "contacts/ana.md")


def test_how_sure_it_is_is_said_in_words() -> None:
    assert list(map(in_words, (1.0, 0.8, 0.6, 0.3))) == [
        "very likely",
        "very likely",
        "likely",
        "perhaps",
    ]
