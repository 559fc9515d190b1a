"""Changing notes: all or none, as they were in all but the text, and back again."""

import errno
import os
import stat
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from netjournal.vault import placing, records, state, swap
from netjournal.vault.changes import (
    FileChange,
    Written,
    change_files,
    finish_interrupted,
    undo_change,
    undo_last,
    undoable,
)
from netjournal.vault.placing import ChangedMeanwhile, NotChanged
from netjournal.vault.state import changes_folder

WHEN = "2026-11-28T10:00:00"
posix = pytest.mark.skipif(sys.platform == "win32", reason="rights of POSIX systems")


@pytest.fixture(autouse=True)
def _state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(state, "user_state_path", lambda _: tmp_path / "state")


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    root = tmp_path / "vault"
    (root / "contacts").mkdir(parents=True)
    (root / "contacts/ana.md").write_bytes(b"old ana\r\n")
    (root / "contacts/ben.md").write_bytes(b"old ben\n")
    return root


def files(vault: Path) -> dict[str, bytes]:
    return {
        path.relative_to(vault).as_posix(): path.read_bytes()
        for path in vault.rglob("*")
        if path.is_file()
    }


OLD = {"contacts/ana.md": b"old ana\r\n", "contacts/ben.md": b"old ben\n"}
NEW = {"contacts/ana.md": b"new ana\n", "contacts/cy.md": b"cy\n"}
ALL_KINDS = (
    FileChange("contacts/ana.md", b"old ana\r\n", b"new ana\n"),
    FileChange("contacts/cy.md", None, b"cy\n"),
    FileChange("contacts/ben.md", b"old ben\n", None),
)


def change(vault: Path, *changes: FileChange) -> Written:
    return change_files(vault, changes, "log ana", WHEN)


def test_notes_change_come_and_go_together_and_back_again(vault: Path) -> None:
    assert change(vault, *ALL_KINDS).paths == (
        "contacts/ana.md",
        "contacts/cy.md",
        "contacts/ben.md",
    )
    assert files(vault) == NEW
    (only,) = undoable(vault)
    assert (only.command, only.when, len(only.paths)) == ("log ana", WHEN, 3)
    undone = undo_last(vault, WHEN)
    assert undone
    assert undone[0] == only
    assert files(vault) == OLD
    assert undo_last(vault, WHEN) is None


def test_who_waits_is_told_how_much_of_a_change_is_made(vault: Path) -> None:
    told: list[tuple[int, int]] = []
    change_files(vault, ALL_KINDS, "import", WHEN, lambda done, total: told.append((done, total)))
    assert told == [(number, 6) for number in range(6)]
    assert files(vault) == NEW


def test_changes_are_taken_back_one_after_the_other(vault: Path) -> None:
    texts = [b"old ben\n", b"1", b"2", b"3"]
    for before, after in pairwise(texts):
        change(vault, FileChange("contacts/ben.md", before, after))
    for text in (b"2", b"1", b"old ben\n"):
        undo_last(vault, WHEN)
        assert files(vault)["contacts/ben.md"] == text
    assert undoable(vault) == ()


def test_a_number_is_never_given_to_another_change(vault: Path) -> None:
    texts = [b"old ben\n", b"1", b"2", b"3"]
    steps = [FileChange("contacts/ben.md", *each) for each in pairwise(texts)]
    assert [change(vault, each).number for each in steps] == [1, 2, 3]
    for _ in steps:
        undo_last(vault, WHEN)
    assert undo_change(vault, 1, WHEN) is None
    assert change(vault, steps[0]).number == 4
    assert undo_change(vault, 1, WHEN) is None
    assert files(vault)["contacts/ben.md"] == b"1"
    undo_change(vault, 4, WHEN)
    assert change(vault, steps[0]).number == 5
    marks = [path.name for path in changes_folder(vault).glob("*.given")]
    assert marks == ["00000004.given"]


def test_a_change_of_what_somebody_has_saved_since_is_not_taken_back(vault: Path) -> None:
    change(vault, *ALL_KINDS)
    (vault / "contacts/cy.md").write_bytes(b"more\n")
    with pytest.raises(NotChanged, match=r"contacts/cy\.md has been changed since"):
        undo_last(vault, WHEN)
    assert files(vault) == {**NEW, "contacts/cy.md": b"more\n"}
    assert len(undoable(vault)) == 1


def test_no_more_than_a_hundred_changes_are_kept(
    vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(records, "KEPT", 3)
    for number in range(6):
        change(vault, FileChange(f"contacts/{number}.md", None, b"x"))
    assert [each.paths[0] for each in undoable(vault)] == [
        "contacts/5.md",
        "contacts/4.md",
        "contacts/3.md",
    ]


@pytest.mark.parametrize(
    "wrong",
    [
        FileChange("contacts/ben.md", b"another text\n", b"x"),
        FileChange("contacts/ben.md", None, b"x"),
        FileChange("contacts/ben.md", None, b"old ben\n"),
        FileChange("contacts/dan.md", b"x", b"y"),
        FileChange("contacts/dan.md", b"x", None),
        FileChange("contacts/ben.md", b"another text\n", None),
    ],
)
def test_nothing_changes_when_a_file_is_not_what_was_read(vault: Path, wrong: FileChange) -> None:
    with pytest.raises(ChangedMeanwhile):
        change(vault, *ALL_KINDS[:2], wrong)
    assert files(vault) == OLD
    assert undoable(vault) == ()


@pytest.mark.parametrize("path", ["../out.md", "/etc/x.md", "a/../../x.md", "", "a\0b"])
def test_no_path_leads_out_of_the_vault(vault: Path, path: str) -> None:
    with pytest.raises(ValueError):
        change(vault, FileChange(path, None, b"x"))


@posix
def test_a_new_file_is_made_like_another_one(vault: Path) -> None:
    (vault / "contacts/ana.md").chmod(0o600)
    moved = [
        FileChange("contacts/anna.md", None, b"anna\n", like="contacts/ana.md"),
        FileChange("contacts/ana.md", b"old ana\r\n", None),
    ]

    change_files(vault, moved, "rename", WHEN)

    assert stat.S_IMODE((vault / "contacts/anna.md").stat().st_mode) == 0o600


@posix
def test_a_file_that_was_moved_is_moved_back_with_its_attributes(vault: Path) -> None:
    ana, anna = vault / "contacts/ana.md", vault / "contacts/anna.md"
    ana.write_bytes(b"ana\n")
    ana.chmod(0o640)
    try:
        os.setxattr(ana, "user.mood", b"good")
    except (OSError, AttributeError):
        pytest.skip("a disk without extended attributes")
    moved = [
        FileChange("contacts/anna.md", None, b"anna\n", like="contacts/ana.md"),
        FileChange("contacts/ana.md", b"ana\n", None),
    ]
    change_files(vault, moved, "rename", WHEN)
    assert os.getxattr(anna, "user.mood") == b"good"
    undo_last(vault, WHEN)
    assert not anna.exists()
    assert ana.read_bytes() == b"ana\n"
    assert (os.getxattr(ana, "user.mood"), stat.S_IMODE(ana.stat().st_mode)) == (b"good", 0o640)


@posix
def test_a_file_keeps_its_mode_and_its_attributes(vault: Path) -> None:
    ana = vault / "contacts/ana.md"
    ana.chmod(0o640)
    try:
        os.setxattr(ana, "user.mood", b"good")
    except (OSError, AttributeError):
        pytest.skip("a disk without extended attributes")
    change(vault, ALL_KINDS[0])
    assert stat.S_IMODE(ana.stat().st_mode) == 0o640
    assert os.getxattr(ana, "user.mood") == b"good"
    undo_last(vault, WHEN)
    assert os.getxattr(ana, "user.mood") == b"good"


@posix
def test_a_file_keeps_its_owner(vault: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root may give a file away")
    ana = vault / "contacts/ana.md"
    os.chown(ana, 1234, 1235)
    change(vault, ALL_KINDS[0])
    assert (ana.stat().st_uid, ana.stat().st_gid) == (1234, 1235)


@posix
def test_a_link_stays_a_link(vault: Path, tmp_path: Path) -> None:
    real = tmp_path / "real.md"
    real.write_bytes(b"old\n")
    (vault / "contacts/linked.md").symlink_to(real)
    change(vault, FileChange("contacts/linked.md", b"old\n", b"new\n"))
    assert (vault / "contacts/linked.md").is_symlink()
    assert real.read_bytes() == b"new\n"
    undo_last(vault, WHEN)
    assert real.read_bytes() == b"old\n"


@posix
def test_a_second_name_of_a_file_is_warned_about(vault: Path) -> None:
    os.link(vault / "contacts/ana.md", vault / "contacts/also.md")
    (warning,) = change(vault, ALL_KINDS[0]).warnings
    assert "contacts/ana.md" in warning
    assert files(vault)["contacts/also.md"] == b"old ana\r\n"


def test_a_file_that_is_read_only_is_refused(vault: Path) -> None:
    (vault / "contacts/ben.md").chmod(0o444)
    with pytest.raises(NotChanged, match="read-only"):
        change(vault, *ALL_KINDS)
    assert files(vault) == OLD


def test_a_folder_in_the_place_of_a_note_is_refused(vault: Path) -> None:
    (vault / "contacts/dir.md").mkdir()
    with pytest.raises(NotChanged, match="no file"):
        change(vault, FileChange("contacts/dir.md", b"", b"x"))


def test_what_is_remembered_is_outside_the_vault_and_nobody_elses(vault: Path) -> None:
    change(vault, *ALL_KINDS)
    folder = changes_folder(vault)
    assert vault not in folder.parents
    if os.name == "posix":
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert stat.S_IMODE((folder / "00000001.json").stat().st_mode) == 0o600


@pytest.mark.parametrize("exchanges", [True, False])
def test_an_editor_that_saves_in_the_last_moment_keeps_its_text(
    vault: Path, monkeypatch: pytest.MonkeyPatch, *, exchanges: bool
) -> None:
    """It saves behind the last look, before the files change places."""
    if not exchanges or not _can_exchange(vault):
        monkeypatch.setattr(placing, "exchange", lambda *_: False)
    ben = vault / "contacts/ben.md"
    real_look = placing._expect

    def look(file: placing.Target, path: str) -> None:
        real_look(file, path)
        if path == file.real and exchanges and _can_exchange(vault):
            ben.write_bytes(b"saved by an editor\n")

    monkeypatch.setattr(placing, "_expect", look)
    if exchanges and _can_exchange(vault):
        with pytest.raises(ChangedMeanwhile):
            change(vault, FileChange("contacts/ben.md", b"old ben\n", b"x"))
        assert files(vault) == {**OLD, "contacts/ben.md": b"saved by an editor\n"}
    else:
        change(vault, *ALL_KINDS)
        assert files(vault) == NEW


def test_what_an_editor_goes_on_writing_to_the_displaced_file_is_kept(
    vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not _can_exchange(vault):
        pytest.skip("a disk on which files can't change places")

    def place(file: placing.Target) -> None:
        with (vault / file.path).open("ab") as editor:
            placing.place(file)
            editor.write(b"the rest\n")

    monkeypatch.setattr("netjournal.vault.making.place", place)
    with pytest.raises(ChangedMeanwhile):
        change(vault, ALL_KINDS[0])
    assert files(vault) == {**OLD, "contacts/ana.md": b"old ana\r\nthe rest\n"}


def _can_exchange(folder: Path) -> bool:
    one, other = folder / ".one", folder / ".other"
    one.write_bytes(b"1")
    other.write_bytes(b"2")
    done = swap.exchange(str(one), str(other))
    assert one.read_bytes() == (b"2" if done else b"1")
    one.unlink()
    other.unlink()
    return done


CALLS = {
    "os.open": (os, "open"),
    "os.write": (os, "write"),
    "os.fsync": (os, "fsync"),
    "os.read": (os, "read"),
    "os.replace": (os, "replace"),
    "os.rename": (os, "rename"),
    "os.chmod": (os, "chmod"),
    "os.link": (os, "link"),
    "Path.replace": (Path, "replace"),
    "Path.mkdir": (Path, "mkdir"),
    "exchange": (placing, "exchange"),
    "move_new": (placing, "move_new"),
}
ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EMFILE)


@pytest.mark.parametrize("error", ERRORS)
@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("exchanges", [True, False])
def test_an_error_at_any_call_leaves_every_file_as_it_was(
    vault: Path,
    monkeypatch: pytest.MonkeyPatch,
    call: str,
    error: int,
    *,
    exchanges: bool,
) -> None:
    if not exchanges:
        monkeypatch.setattr(placing, "exchange", lambda *_: False)
    owner, name = CALLS[call]
    real: Callable[..., Any] = getattr(owner, name)
    for fails_at in range(100):
        count = [0]

        def failing(*given: Any, **named: Any) -> Any:  # noqa: ANN401
            count[0] += 1  # noqa: B023
            if count[0] == fails_at + 1:  # noqa: B023
                raise OSError(error, os.strerror(error), "x")
            return real(*given, **named)

        monkeypatch.setattr(owner, name, failing)
        try:
            change(vault, *ALL_KINDS)
        except NotChanged as refusal:
            said = str(refusal)
        else:
            said = ""
        monkeypatch.setattr(owner, name, real)
        if said:
            finish_interrupted(vault)
            assert files(vault) == OLD, (call, fails_at)
        else:
            # All of the calls have had their error, or it didn't matter.
            assert files(vault) == NEW
            undo_last(vault, WHEN)
            assert files(vault) == OLD
            if count[0] <= fails_at:
                return
    pytest.fail("it never came to an end")


def test_a_full_disk_is_named(vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(placing, "create_file", full)
    with pytest.raises(NotChanged, match=r"contacts/ana\.md can't be written: the disk is full"):
        change(vault, *ALL_KINDS)
    assert files(vault) == OLD
