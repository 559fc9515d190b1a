"""The lock that one process holds at a time."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from netjournal.vault.locking import Taken, holding

HOLDER = """
import sys
from pathlib import Path
from netjournal.vault.locking import holding
with holding(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_lock_that_another_process_holds_is_taken(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    command = (sys.executable, "-c", HOLDER, str(lock))
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as other:
        assert other.stdout
        assert other.stdout.readline() == "held\n"
        with pytest.raises(Taken), holding(lock):
            pass
        # However it ends, the system lets go of its lock.
        other.kill()
        other.wait()
        with holding(lock):
            pass


def test_a_lock_that_comes_free_is_waited_for(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    is_held, may_end = threading.Event(), threading.Event()

    def hold() -> None:
        with holding(lock):
            is_held.set()
            may_end.wait(30)

    holder = threading.Thread(target=hold)
    holder.start()
    assert is_held.wait(30)
    threading.Timer(0.05, may_end.set).start()
    with holding(lock, 30):
        assert may_end.is_set()
    holder.join()


def test_a_lock_is_free_again_after_a_failure(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    with pytest.raises(ZeroDivisionError), holding(lock):
        raise ZeroDivisionError
    with holding(lock):
        pass


def test_a_folder_that_is_not_there_is_the_disks_refusal(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), holding(tmp_path / "none" / "lock"):
        pass
