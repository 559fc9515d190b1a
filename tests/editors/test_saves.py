"""Real editors save a note again and again: one rebuild a save, and no wrong state in between.

A person types an entry, saves it and goes on, in one editor that stays open. The vault stands in
the home folder, since editors save otherwise below the temporary one.
"""

import gc
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from queue import Empty, Queue
from threading import Event
from typing import NamedTuple

import pytest
from terminal import Terminal

from netjournal.app.build import build
from netjournal.app.keep_watching import keep_watching
from netjournal.app.watch import Rebuilt
from netjournal.app.workspace import Workspace

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="these editors are Unix programs"),
]

TODAY = date(2026, 11, 24)
SAVES = 50

DEADLINE = 20.0
"""Seconds after which a test has waited in vain."""

CALM = 0.3
"""Seconds in which a rebuild would have come if one were due."""

NOTE = "contacts/ana.md"

Pages = Mapping[str, bytes]
Published = tuple[Sequence[str], Pages]


class Editor(NamedTuple):
    """An editor in a terminal: how it is started, and which keys do what."""

    command: Sequence[str]
    begin: str
    """Goes to the end of the note."""
    write: str
    """Types an entry."""
    save: str
    leave: str
    beside: Sequence[str] = ()
    """Files of the editor's own that stand beside the note before each save."""
    left: Sequence[str] = ()
    """Those that stand there for good."""


def vim(*options: str, left: Sequence[str] = ()) -> Editor:
    """Vim with some options, and nothing else but its defaults."""
    settings = [f"+set {option}" for option in options]
    keys = ("G", "o{}", "\x1b:w\r", ":q\r")
    return Editor(["vim", "--clean", *settings], *keys, beside=[".ana.md.swp"], left=left)


def nano(*options: str, beside: Sequence[str] = (), left: Sequence[str] = ()) -> Editor:
    """Nano, which begins a new line at the end of the note by itself."""
    return Editor(["nano", *options], "", "\x1b/{}", "\x0f\r", "\x18", beside, left)


# Emacs keeps a copy of what isn't saved, here after the fewest keys that it allows.
EMACS = ["emacs", "-nw", "-Q", "--eval", "(setq auto-save-interval 20)"]

EDITORS: Mapping[str, Editor] = {
    "vim": vim(),
    "vim that writes over the file": vim("backupcopy=yes"),
    "vim without backups": vim("nobackup", "nowritebackup"),
    "vim that keeps backups": vim("backup", "backupcopy=no", left=["ana.md~"]),
    "nvim": Editor(["nvim", "--clean"], "G", "o{}", "\x1b:w\r", ":q\r"),
    "emacs": Editor(
        *(EMACS, "\x1b>", "{}\r", "\x18\x13", "\x18\x03"),
        beside=["#ana.md#", ".#ana.md"],
        left=["ana.md~"],
    ),
    "nano": nano(),
    "nano that keeps backups": nano("-B", "-G", beside=[".ana.md.swp"], left=["ana.md~"]),
    "micro": Editor(["micro"], "\x1b[1;5F", "{}\r", "\x13", "\x11"),
}

Program = Callable[[str], Sequence[str]]

PROGRAMS: Mapping[str, Program] = {
    "ed": lambda entry: ["sh", "-c", f"printf '$a\\n{entry}\\n.\\nw\\nq\\n' | ed -s {NOTE}"],
    "sed": lambda entry: ["sed", "-i", f"$a\\{entry}", NOTE],
}


def entry(number: int) -> str:
    """An entry of a day of its own."""
    return f"- {date(2026, 1, 1) + timedelta(number)} Coffee with Ana, the {number}th"


def note_after(saves: int) -> str:
    """The whole note when so many entries are saved."""
    lines = ["---", "name: Ana", "relationship: ally", "---", "## Log"]
    return "".join(f"{line}\n" for line in [*lines, *map(entry, range(1, saves + 1))])


def pages(root: Path) -> Pages:
    """Every page on the disk."""
    files = [*root.glob("review/**/*"), *root.glob("site/**/*")]
    return {
        file.relative_to(root).as_posix(): file.read_bytes() for file in files if file.is_file()
    }


def differing(some: Pages, others: Pages) -> list[str]:
    """The pages that aren't the same."""
    return sorted(path for path in {**some, **others} if some.get(path) != others.get(path))


class Vault:
    """A vault under watch, and what is published of it."""

    def __init__(self, root: Path, states: Sequence[Pages]) -> None:
        self.root = root
        self._states = states
        self._published: Queue[Published] = Queue()

    def publish(self, rebuilt: Rebuilt) -> None:
        """Takes the pages before the watch goes on."""
        self._published.put((rebuilt.changed, pages(self.root)))

    def saved(self, saves: int) -> None:
        """Waits for a save, and for the one rebuild that it brings about."""
        until(lambda: self._text() == note_after(saves), "the note isn't saved")
        rebuilt = self._next(DEADLINE)
        assert rebuilt is not None, "nothing is published"
        changed, published = rebuilt
        assert list(changed) == [NOTE]
        assert differing(published, self._states[saves]) == []

    def is_calm(self) -> bool:
        """Whether nothing more is published."""
        return self._next(CALM) is None

    def _next(self, seconds: float) -> Published | None:
        try:
            return self._published.get(timeout=seconds)
        except Empty:
            return None

    def _text(self) -> str | None:
        try:
            return (self.root / NOTE).read_text()
        except FileNotFoundError:
            return None


def until(condition: Callable[[], bool], otherwise: str) -> None:
    """Waits for something."""
    end = time.monotonic() + DEADLINE
    while not condition():
        assert time.monotonic() < end, otherwise
        time.sleep(0.005)


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> Sequence[Pages]:
    """The pages of a fresh build after each save."""
    root = tmp_path_factory.mktemp("fresh") / "vault"
    (root / "contacts").mkdir(parents=True)
    built = [fresh(root, saves) for saves in range(SAVES + 1)]
    assert all(before != after for before, after in pairwise(built))
    return built


def fresh(root: Path, saves: int) -> Pages:
    """The pages of a build after so many saves."""
    (root / NOTE).write_text(note_after(saves))
    build(Workspace.load(root), TODAY)
    return pages(root)


@pytest.fixture
def vault(
    tmp_path: Path, states: Sequence[Pages], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Vault]:
    """A vault of one contact under watch, not below the temporary folder."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    home = Path(tempfile.mkdtemp(prefix=".netjournal-test-", dir=Path.home()))
    vault, has_ended = Vault(home / "vault", states), Event()
    (vault.root / "contacts").mkdir(parents=True)
    (vault.root / NOTE).write_text(note_after(0))
    with ThreadPoolExecutor(1) as threads:
        watch = threads.submit(
            keep_watching,
            *(vault.root, lambda _: TODAY, vault.publish, pytest.fail),
            has_ended=has_ended.is_set,
        )
        try:
            vault.saved(0)
            yield vault
        finally:
            has_ended.set()
            watch.result(timeout=DEADLINE)
            gc.unfreeze()
            gc.enable()
    shutil.rmtree(home)


@pytest.mark.parametrize("name", EDITORS)
def test_each_save_in_an_editor_is_one_rebuild(name: str, vault: Vault, tmp_path: Path) -> None:
    editor = EDITORS[name]
    skip_without(editor.command[0])
    folder = (vault.root / NOTE).parent
    with Terminal([*editor.command, NOTE], vault.root, tmp_path) as terminal:
        terminal.wait_for("Log", DEADLINE)
        terminal.press(editor.begin)
        for saves in range(1, SAVES + 1):
            terminal.press(editor.write.format(entry(saves)))
            until(lambda: {*editor.beside} <= names(folder), f"{editor.beside} isn't there")
            assert vault.is_calm()
            terminal.press(editor.save)
            vault.saved(saves)
        terminal.press(editor.leave)
        assert terminal.process.wait(DEADLINE) == 0
    assert vault.is_calm()
    assert names(folder) == {"ana.md", *editor.left}


@pytest.mark.parametrize("name", PROGRAMS)
def test_each_run_of_a_program_is_one_rebuild(name: str, vault: Vault) -> None:
    skip_without(name)
    for saves in range(1, SAVES + 1):
        subprocess.run(PROGRAMS[name](entry(saves)), cwd=vault.root, check=True)
        vault.saved(saves)
        assert vault.is_calm()


def skip_without(program: str) -> None:
    """Ends a test whose program isn't installed."""
    if shutil.which(program) is None:
        pytest.skip(f"there is no {program} on this machine")


def names(folder: Path) -> set[str]:
    """What is in a folder."""
    return {file.name for file in folder.iterdir()}
