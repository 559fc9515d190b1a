"""Real editors save a note again and again: one rebuild a save, and no wrong state in between.

The vault stands in the home folder, since editors save otherwise below the temporary one.
"""

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from netjournal.app.watch import Watched
from netjournal.vault.watching import Noticed, Watcher

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="these editors are Unix programs"),
]

TODAY = date(2026, 11, 24)
SAVES = 12
LOOKS = 200
"""Looks after which a test has waited in vain."""

NOTE = "---\nname: Ana\nrelationship: ally\n---\n## Log\n"
ENTRY = "- 2026-11-03 Coffee"

Command = Callable[[Path], list[str]]


def vim(*options: str, program: str = "vim") -> Command:
    """Vim without a terminal, with some options."""

    def command(note: Path) -> list[str]:
        settings = [f"+set {option}" for option in options]
        write = [f"+call append(line('$'), '{ENTRY}')", "+wq"]
        return [program, "-es", "-u", "NONE", "-i", "NONE", *settings, *write, str(note)]

    return command


def emacs(note: Path) -> list[str]:
    """Emacs without a terminal, with backups and locks as they come."""
    lisp = f'(progn (goto-char (point-max)) (insert "{ENTRY}\\n") (save-buffer))'
    return ["emacs", "-Q", "--batch", str(note), "--eval", lisp]


def ed(note: Path) -> list[str]:
    """The standard editor, which writes over the file."""
    return ["sh", "-c", f"printf '$a\\n{ENTRY}\\n.\\nw\\nq\\n' | ed -s '{note}'"]


def sed(note: Path) -> list[str]:
    """A stream editor that renames a file of its own over the note."""
    return ["sed", "-i", f"$a\\{ENTRY}", str(note)]


EDITORS: dict[str, Command] = {
    "vim": vim("backup&", "writebackup", "backupcopy=auto"),
    "vim that writes over the file": vim("writebackup", "backupcopy=yes"),
    "vim without backups": vim("nobackup", "nowritebackup"),
    "vim that keeps backups": vim("backup", "backupcopy=no"),
    "nvim": vim("writebackup", program="nvim"),
    "emacs": emacs,
    "ed": ed,
    "sed": sed,
}


@pytest.fixture
def root() -> Iterator[Path]:
    """A vault of one contact, not below the temporary folder."""
    folder = Path(tempfile.mkdtemp(prefix=".netjournal-test-", dir=Path.home()))
    (folder / "contacts").mkdir()
    (folder / "contacts" / "ana.md").write_text(NOTE)
    yield folder
    shutil.rmtree(folder)


@pytest.mark.parametrize("editor", EDITORS)
def test_each_save_is_one_rebuild_and_nothing_wrong_is_published(editor: str, root: Path) -> None:
    note = root / "contacts" / "ana.md"
    command = EDITORS[editor](note)
    if shutil.which(editor.split(maxsplit=1)[0]) is None:
        pytest.skip(f"there is no {editor.split(maxsplit=1)[0]}")
    watched, noticed = Watched(root), Noticed()
    rebuilds: list[int] = []
    with Watcher(root, noticed):
        watched.look(lambda _: TODAY, time.monotonic())
        for saves in range(1, SAVES + 1):
            with subprocess.Popen(command, stdin=subprocess.DEVNULL) as process:
                rebuilds.append(follow(watched, noticed, process, saves))
            assert entries(watched) == saves
    assert rebuilds == [1] * SAVES
    assert note.read_text() == NOTE + f"{ENTRY}\n" * SAVES


def follow(
    watched: Watched, noticed: Noticed, process: "subprocess.Popen[bytes]", saves: int
) -> int:
    """Looks until an editor has ended and nothing more has happened; how many rebuilds it took."""
    rebuilds = 0
    for _ in range(LOOKS):
        has_ended = process.poll() is not None
        came = noticed.wait(0.1 if watched.is_waiting else 0.4)
        if came or watched.is_waiting:
            rebuilds += watched.look(lambda _: TODAY, time.monotonic()) is not None
            assert list(watched.workspace.index.contacts) == ["contacts/ana.md"]
            assert entries(watched) in {saves - 1, saves}
        elif has_ended:
            return rebuilds
    raise AssertionError("the editor didn't come to an end")


def entries(watched: Watched) -> int:
    """How many entries are published."""
    return len(watched.workspace.index.interactions.get("contacts/ana.md", ()))
