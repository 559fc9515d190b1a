"""One watcher a vault."""

from pathlib import Path

import pytest

from netjournal.vault import watch_lock
from netjournal.vault.watch_lock import AlreadyWatched, is_watched, lock_path, watching_alone


@pytest.fixture(autouse=True)
def _state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch_lock, "user_state_path", lambda _: tmp_path / "state")


def test_second_watcher_of_a_vault_is_refused(tmp_path: Path) -> None:
    assert not is_watched(tmp_path)
    with watching_alone(tmp_path):
        assert is_watched(tmp_path)
        with pytest.raises(AlreadyWatched, match="already"), watching_alone(tmp_path):
            pass
    assert not is_watched(tmp_path)
    with watching_alone(tmp_path):
        assert is_watched(tmp_path)


def test_lock_stands_outside_the_vault_and_is_each_vaults_own(tmp_path: Path) -> None:
    vault = tmp_path / "vault"
    assert vault not in lock_path(vault).parents
    assert lock_path(vault) != lock_path(tmp_path)


def test_lock_file_that_a_crash_has_left_locks_nobody_out(tmp_path: Path) -> None:
    lock_path(tmp_path).parent.mkdir(parents=True)
    lock_path(tmp_path).touch()
    assert not is_watched(tmp_path)
    with watching_alone(tmp_path):
        assert is_watched(tmp_path)
