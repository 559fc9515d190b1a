"""A vault under watch in a storm of changes, and whether its pages come to be those of a build."""

import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from processes import Process, netjournal

from netjournal.app.build import build
from netjournal.app.workspace import Workspace
from netjournal.vault.writer import PageNotWritten

TODAY = date(2026, 11, 24)

NOTES = 2_000
"""Notes of the vault, unless a storm needs fewer."""

SETTLED = 60.0
"""Seconds after a storm within which the pages have to be right, however busy the machine is.

On an idle one they are within five; `benchmarks/watch.py` measures what a watch takes.
"""

_CALL = "- 2026-11-20 Call [[person-0001]]. #gave\n"


def note(number: int) -> str:
    """The text of a contact's note."""
    last = f"2026-{number % 10 + 1:02}-{number % 27 + 1:02}"
    fields = (
        f"name: Person {number}\nrelationship: ally\nindustry: [law]\nfirm: Firm {number % 90}\n"
    )
    return f"---\n{fields}---\n## Log\n- {last} Lunch.\n- 2025-06-01 Walk. #received\n"


def make_vault(root: Path, count: int = NOTES) -> None:
    """A vault of so many contacts, with a journal."""
    (root / "contacts").mkdir(parents=True)
    (root / "journal").mkdir()
    for number in range(count):
        (root / "contacts" / f"person-{number:04}.md").write_text(note(number))
    (root / "journal" / "2026-11-03.md").write_text("- Talked with [[person-0002]].\n")
    if count >= NOTES:
        # Pages of HTML for each of thousands would take most of the time.
        (root / "netjournal.toml").write_text('[build]\nformats = ["markdown"]\n')


def save(*notes: Path) -> None:
    """Adds an entry to notes."""
    for path in notes:
        with path.open("a") as file:
            file.write(_CALL)


class Storm:
    """A vault, and the watch that keeps its pages right."""

    def __init__(self, root: Path, process: Process) -> None:
        self.root = root
        self.process = process

    @property
    def contacts(self) -> Path:
        """The folder with the contacts."""
        return self.root / "contacts"

    def notes(self) -> list[Path]:
        """The notes right in that folder, by name."""
        return sorted(self.contacts.glob("*.md"))

    def settles(self) -> None:
        """Waits until the pages are those of a fresh build, which may take some seconds only."""
        end = time.monotonic() + SETTLED
        fresh = Workspace.load(self.root)
        while not _has_its_pages(fresh):
            assert self.process.process.poll() is None, self.process.rest()
            assert time.monotonic() < end, "the pages aren't those of a fresh build"
            time.sleep(0.1)

    def ends(self) -> str:
        """Ends the watch; what it has printed since it was last asked, which is nobody else's."""
        assert self.process.interrupt() == 0
        printed = self.process.rest()
        for foreign in ("Traceback", "Warning", "watchdog", "Error"):
            assert foreign not in printed
        assert _has_its_pages(Workspace.load(self.root))
        return printed


def _has_its_pages(fresh: Workspace) -> bool:
    try:
        return build(fresh, TODAY, write=False).was_up_to_date
    except PageNotWritten:
        return False  # one is just being replaced, which not every file system does at once


@contextmanager
def storm(root: Path, before: Sequence[str] = ()) -> Iterator[Storm]:
    """A watch of a vault that has built its pages."""
    state = root.parent / "state"
    state.mkdir(exist_ok=True)
    with netjournal("watch", root, state=state, before=before) as process:
        process.line("Ctrl-C ends it")
        yield Storm(root, process)


def git(root: Path, *words: str, may_fail: bool = False) -> None:
    """Runs git in a vault, with nothing but the vault's own settings."""
    who = ("-c", "user.name=Ana", "-c", "user.email=ana@example.org", "-c", "core.editor=true")
    subprocess.run(
        ["git", *who, "-c", "gc.auto=0", *words],
        cwd=root,
        check=not may_fail,
        capture_output=True,
        env={"PATH": "/usr/bin:/bin:/usr/local/bin", "HOME": str(root), "GIT_CONFIG_NOSYSTEM": "1"},
    )
