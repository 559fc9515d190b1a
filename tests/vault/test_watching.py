"""Being told of changes by the system's real events."""

import logging
import shutil
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path

import pytest

from netjournal.vault.native_watching import surplus_of_watches
from netjournal.vault.noticing import Noticed
from netjournal.vault.watching import Watcher

linux = pytest.mark.skipif(sys.platform != "linux", reason="these watches are Linux's")


def wait(noticed: Noticed) -> bool:
    """Whether anything is noticed within some seconds."""
    return noticed.wait(5)


def test_saved_file_is_noticed(tmp_path: Path) -> None:
    noticed = Noticed()
    with Watcher(tmp_path, noticed) as watcher:
        assert watcher.polls == ""
        (tmp_path / "ana.md").write_text("x")
        assert wait(noticed)
        (tmp_path / "new" / "folder").mkdir(parents=True)
        (tmp_path / "new" / "folder" / "ben.md").write_text("x")
        assert wait(noticed)


@pytest.mark.parametrize("path", [".git/x", "a.md~", ".a.md.swp", "node_modules/x/README.md"])
def test_other_programs_files_are_not_noticed(tmp_path: Path, path: str) -> None:
    (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
    noticed = Noticed()
    with Watcher(tmp_path, noticed):
        (tmp_path / path).write_text("x")
        assert not noticed.wait(0.4)


@pytest.mark.parametrize("path", ["review/today.md", "site/a.html"])
def test_pages_are_noticed_as_such(tmp_path: Path, path: str) -> None:
    (tmp_path / path).parent.mkdir()
    noticed = Noticed()
    with Watcher(tmp_path, noticed):
        (tmp_path / path).write_text("x")
        assert wait(noticed)
        assert noticed.only_pages


def test_reading_is_not_noticed(tmp_path: Path) -> None:
    (tmp_path / "ana.md").write_text("x")
    noticed = Noticed()
    with Watcher(tmp_path, noticed):
        (tmp_path / "ana.md").read_text()
        assert not noticed.wait(0.4)


def test_linked_vault_is_watched_where_it_is(tmp_path: Path) -> None:
    real, link = tmp_path / "real", tmp_path / "link"
    real.mkdir()
    link.symlink_to(real, target_is_directory=True)
    noticed = Noticed()
    with Watcher(link, noticed):
        (real / "ana.md").write_text("x")
        assert wait(noticed)


def test_folder_that_takes_the_place_of_the_vault_is_watched(tmp_path: Path) -> None:
    root = tmp_path / "vault"
    root.mkdir()
    noticed = Noticed()
    with Watcher(root, noticed) as watcher:
        assert not watcher.follow()
        root.rename(tmp_path / "old")
        assert watcher.follow()
        assert watcher.polls == ""
        root.mkdir()
        assert watcher.follow()
        while noticed.wait(0):
            pass
        (root / "ana.md").write_text("x")
        assert wait(noticed)


def test_lost_events_are_noticed(tmp_path: Path) -> None:
    noticed = Noticed()
    with Watcher(tmp_path, noticed):
        logging.getLogger("watchdog.observers.inotify_c").warning("Inotify queue overflowed")
        assert wait(noticed)


def test_folder_that_cannot_be_watched_is_polled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("netjournal.vault.watching.surplus_of_watches", lambda _: -1)
    with Watcher(tmp_path, Noticed()) as watcher:
        assert "max_user_watches" in watcher.polls


def test_silent_file_system_is_polled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("netjournal.vault.watching.silent_file_system", lambda _: "nfs4")
    with Watcher(tmp_path, Noticed()) as watcher:
        assert "nfs4" in watcher.polls
        assert not watcher.follow()


def test_saved_file_is_noticed_by_its_path(tmp_path: Path) -> None:
    (tmp_path / "contacts").mkdir()
    noticed = Noticed()
    with Watcher(tmp_path, noticed):
        (tmp_path / "contacts" / "ana.md").write_text("x")
        assert wait(noticed)
        assert noticed.take() == {"contacts/ana.md"}


def test_moved_folder_may_hide_any_file(tmp_path: Path) -> None:
    (tmp_path / "contacts").mkdir()
    noticed = Noticed()
    with Watcher(tmp_path, noticed):
        (tmp_path / "contacts").rename(tmp_path / "people")
        assert wait(noticed)
        assert noticed.take() == frozenset()


def test_watches_that_are_too_few_later_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    noticed = Noticed()
    with Watcher(tmp_path, noticed) as watcher:
        assert watcher.polls == ""
        monkeypatch.setattr("netjournal.vault.watching.surplus_of_watches", lambda _: -1)
        assert not watcher.follow()
        (tmp_path / "people").mkdir()
        assert wait(noticed)
        assert watcher.follow()
        assert "max_user_watches" in watcher.polls
        assert not watcher.follow()


@pytest.mark.parametrize("error", [OSError(24, "too many"), OSError(28, "no space")])
def test_limit_that_is_met_at_once_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr("netjournal.vault.watching.observe", fail)
    with Watcher(tmp_path, Noticed()) as watcher:
        assert "fs.inotify.max_user_" in watcher.polls
        assert not watcher.follow()


@linux
def test_folder_that_was_moved_out_is_watched_no_longer(tmp_path: Path) -> None:
    root, out = tmp_path / "vault", tmp_path / "out"
    (root / "people" / "team").mkdir(parents=True)
    noticed = Noticed()
    with Watcher(root, noticed) as watcher:
        (root / "people").rename(out)
        assert wait(noticed)
        assert watcher.follow()
        assert surplus_of_watches(root) == 0
        while noticed.wait(0.3):
            pass
        (out / "team" / "ana.md").write_text("x")
        assert not noticed.wait(0.4)


@linux
def test_folders_that_replace_each_other_end_nothing(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    root, out = tmp_path / "vault", tmp_path / "out"
    root.mkdir()
    noticed = Noticed()
    with warnings.catch_warnings(action="default"), Watcher(root, noticed) as watcher:
        for _ in range(3):
            (root / "a").mkdir()
            (root / "b").mkdir()
            assert wait(noticed)
            (root / "a").rename(out)
            (root / "b").rename(root / "a")
            (root / "a").rmdir()
            out.rename(root / "b")
            shutil.rmtree(root / "b")
            until(lambda: wait(noticed) and not watcher.follow())
        while noticed.wait(0.3):
            pass
        watcher.follow()
        (root / "ana.md").write_text("x")
        assert wait(noticed)
    assert capfd.readouterr() == ("", "")


def until(is_reached: Callable[[], bool]) -> None:
    """Waits until something is reached, but not for ever."""
    end = time.monotonic() + 10
    while not is_reached():
        assert time.monotonic() < end
