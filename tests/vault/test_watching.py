"""Being told of changes: quiet periods by a clock of our own, and the system's real events."""

import logging
from pathlib import Path

import pytest

from netjournal.vault.watching import LONGEST, QUIET, Noticed, Watcher


class Clock:
    """A clock that goes on by itself whenever somebody waits."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        """The time, in seconds."""
        self.now += 0.01
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_nothing_noticed_ends_the_wait(clock: Clock) -> None:
    assert not Noticed(clock).wait(0.005)


def test_change_is_told_once_it_is_quiet(clock: Clock) -> None:
    noticed = Noticed(clock)
    noticed.note("a.md", closed=True)
    started = clock.now
    clock.now += QUIET
    assert noticed.wait(10)
    assert clock.now - started < QUIET + 0.1
    assert not noticed.wait(0.005)


def test_file_that_is_not_closed_is_waited_for(clock: Clock) -> None:
    noticed = Noticed(clock)
    noticed.note("a.md", written=True)
    clock.now += QUIET
    assert not noticed.is_due()
    noticed.note("a.md", closed=True)
    clock.now += QUIET
    assert noticed.is_due()


def test_file_that_is_never_closed_is_not_waited_for_long(clock: Clock) -> None:
    noticed = Noticed(clock)
    noticed.note("a.md", written=True)
    clock.now += LONGEST
    assert noticed.is_due()


def test_endless_events_do_not_hide_the_first(clock: Clock) -> None:
    noticed = Noticed(clock)
    for _ in range(200):
        noticed.note("a.md", written=True)
        clock.now += 0.01
    assert noticed.is_due()


def wait(noticed: Noticed) -> bool:
    """Whether anything is noticed within some seconds."""
    return noticed.wait(5)


def test_files_that_were_noticed_are_told_once(clock: Clock) -> None:
    noticed = Noticed(clock)
    noticed.note("a.md", written=True)
    noticed.note("a.md", closed=True)
    noticed.note("b.md", closed=True)
    assert noticed.take() == {"a.md", "b.md"}
    assert noticed.take() == frozenset()


def test_something_anywhere_hides_the_files(clock: Clock) -> None:
    noticed = Noticed(clock)
    noticed.note("a.md", closed=True)
    noticed.note()
    assert noticed.take() == frozenset()
    noticed.note("b.md", closed=True)
    assert noticed.take() == {"b.md"}


def test_saved_file_is_noticed(tmp_path: Path) -> None:
    noticed = Noticed()
    with Watcher(tmp_path, noticed) as watcher:
        assert watcher.polls == ""
        (tmp_path / "ana.md").write_text("x")
        assert wait(noticed)
        (tmp_path / "new" / "folder").mkdir(parents=True)
        (tmp_path / "new" / "folder" / "ben.md").write_text("x")
        assert wait(noticed)


@pytest.mark.parametrize("path", ["review/today.md", "site/a.html", ".git/x", "a.md~", ".a.md.swp"])
def test_pages_and_other_programs_files_are_not_noticed(tmp_path: Path, path: str) -> None:
    (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
    noticed = Noticed()
    with Watcher(tmp_path, noticed):
        (tmp_path / path).write_text("x")
        assert not noticed.wait(0.4)


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
    monkeypatch.setattr("netjournal.vault.watching.watches_too_few", lambda _: True)
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
