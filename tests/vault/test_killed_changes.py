"""A process killed in the middle of a change: the old notes or the new ones, all of them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="a system without fork")

KILLER = '''
import os, signal, sys
from pathlib import Path
from netjournal.vault import state
from netjournal.vault.changes import FileChange, change_files, finish_interrupted
from netjournal.vault.changes import undo_last, undoable

root, first, step = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
state.user_state_path = lambda _: root.parent / "state"
OLD = {"ana.md": b"old ana", "ben.md": b"old ben"}
NEW = {"ana.md": b"new ana", "c/cy.md": b"cy"}
CHANGES = [
    FileChange("ana.md", b"old ana", b"new ana"),
    FileChange("c/cy.md", None, b"cy"),
    FileChange("ben.md", b"old ben", None),
]


def files():
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in root.rglob("*") if p.is_file()}


def killed_at(number, act):
    """Whether the act was killed at the call of the system's with that number."""
    child = os.fork()
    if not child:
        calls = [0]

        def count(frame, event, _):
            if event == "c_call":
                calls[0] += 1
                if calls[0] == number:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.setprofile(count)
        act()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0
    return os.WIFSIGNALED(status)


def change():
    change_files(root, CHANGES, "test", "now")


def undo():
    undo_last(root, "now")


seen, gone = set(), set()


def check(number):
    ended = finish_interrupted(root)
    assert files() in (OLD, NEW), (number, files(), ended)
    there = {each.number for each in undoable(root)}
    assert len(there) == (files() == NEW), number
    assert not there & gone, (number, "a number of a change that was taken back")
    seen.update(there)
    gone.update(seen - there)
    return files() == NEW


number, outcomes = first, set()
while True:
    killed = killed_at(number, change)
    is_new = check(number)
    outcomes.add(("change", is_new))
    if not killed:
        assert is_new
    if not is_new:
        change()
        assert check(number)
    if not killed:
        break
    undo()
    number += step
number = first
while True:
    killed = killed_at(number, undo)
    is_new = check(number)
    outcomes.add(("undo", is_new))
    if not killed:
        assert not is_new
        break
    if not is_new:
        change()
        assert check(number)
    number += step
print(len(outcomes))
'''


def killed_everywhere(tmp_path: Path, first: int, step: int) -> None:
    root = tmp_path / "vault"
    root.mkdir()
    (root / "ana.md").write_bytes(b"old ana")
    (root / "ben.md").write_bytes(b"old ben")
    done = subprocess.run(
        [sys.executable, "-c", KILLER, str(root), str(first), str(step)],
        check=False,
        capture_output=True,
        text=True,
        timeout=900,
    )
    assert done.returncode == 0, done.stderr
    # Each of the two has ended both ways.
    assert done.stdout.strip() == "4"


def test_killed_at_many_calls(tmp_path: Path) -> None:
    killed_everywhere(tmp_path, 1, 53)


@pytest.mark.slow
def test_killed_at_any_call(tmp_path: Path) -> None:
    killed_everywhere(tmp_path, 1, 3)
