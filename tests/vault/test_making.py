"""All files of a change are put in their places, or all are as they were."""

from pathlib import Path

import pytest

from netjournal.vault import making
from netjournal.vault.making import make
from netjournal.vault.placing import NotChanged, Target, target
from netjournal.vault.records import Record, begin, pending

RECORD = Record("log", "2026-11-28T10:00:00", ())


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    root = tmp_path / "vault"
    root.mkdir()
    folder_of(root).mkdir()
    (root / "a.md").write_bytes(b"old\n")
    begin(folder_of(root), RECORD)
    return root


def folder_of(root: Path) -> Path:
    """Where the records of a vault's changes are."""
    return root.parent / "state"


def two(root: Path) -> list[Target]:
    return [target(root, "a.md", b"old\n", b"new\n"), target(root, "b.md", None, b"b\n")]


def files(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in root.iterdir()}


def test_every_file_is_in_its_place_and_who_waits_is_told(vault: Path) -> None:
    steps: list[tuple[int, int]] = []

    assert make(folder_of(vault), RECORD, two(vault), lambda *step: steps.append(step)) == 1

    assert files(vault) == {"a.md": b"new\n", "b.md": b"b\n"}
    assert steps == [(0, 4), (1, 4), (2, 4), (3, 4)]
    assert pending(folder_of(vault)) is None


@pytest.mark.parametrize("step", ["prepare", "place", "look_again"])
def test_what_fails_at_the_last_file_leaves_all_as_they_were(
    vault: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    taken = getattr(making, step)

    def fails_at_the_last(file: Target) -> None:
        if file.path == "b.md":
            raise OSError(28, "no space left")
        taken(file)

    monkeypatch.setattr(making, step, fails_at_the_last)
    with pytest.raises(NotChanged, match=r"b\.md can't be written: .*it is as it was"):
        make(folder_of(vault), RECORD, two(vault), None)

    assert files(vault) == {"a.md": b"old\n"}
    assert pending(folder_of(vault)) is None


def test_what_cant_be_taken_back_is_left_for_the_next_change(
    vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: Target) -> None:
        raise OSError(5, "input/output error")

    monkeypatch.setattr(making, "look_again", fails)
    monkeypatch.setattr(making, "take_back", fails)
    with pytest.raises(NotChanged, match="half made; it is taken back before the next one"):
        make(folder_of(vault), RECORD, two(vault), None)

    assert pending(folder_of(vault)) == RECORD
