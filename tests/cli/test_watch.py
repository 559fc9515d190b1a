"""`netjournal watch` as a process of its own: it rebuilds, stays alone, and ends at once."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO
from urllib.request import urlopen

import pytest

NOTE = "---\nname: Ana\nrelationship: ally\n---\n- 2026-01-05 Lunch.\n"
LINES = 50
"""Lines of output after which a test has waited in vain."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="ends by a signal")


class Watch:
    """A watch that runs, and what it prints."""

    def __init__(self, root: Path, state: Path, command: str = "watch") -> None:
        environment = {
            **os.environ,
            "XDG_STATE_HOME": str(state),
            "HOME": str(state),
            "PYTHONUNBUFFERED": "1",
            "NETJOURNAL_TODAY": "2026-11-24",
        }
        self.process = subprocess.Popen(
            [sys.executable, "-m", "netjournal", command, str(root)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env=environment,
        )
        assert self.process.stdout is not None
        self._output: IO[str] = self.process.stdout

    def line(self, words: str) -> str:
        """The next line that holds some words; fails when the process ends without it."""
        for _ in range(LINES):
            line = self._output.readline()
            if words in line:
                return line
            assert line, f"ended without {words!r}"
        raise AssertionError(words)

    def interrupt(self) -> int:
        """The exit status after Ctrl-C."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=10)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "vault"
    (folder / "contacts").mkdir(parents=True)
    (folder / "contacts" / "ana.md").write_text(NOTE)
    return folder


@pytest.fixture
def watch(root: Path, tmp_path: Path) -> Iterator[Watch]:
    watch = Watch(root, tmp_path)
    try:
        assert "Ctrl-C ends it" in watch.line("Watching")
        yield watch
    finally:
        watch.process.kill()
        watch.process.communicate()


def test_each_save_is_a_line_with_the_problems_that_are_new(root: Path, watch: Watch) -> None:
    (root / "contacts" / "ana.md").write_text(NOTE + "- 2026-11-20 Call [[Nobody]].\n")
    line = watch.line("contacts/ana.md: ")
    assert "pages written" in line
    assert "ms" in line
    assert "contacts/ana.md:6:19" in watch.line("NJ101")
    (root / "contacts" / "ana.md").write_text(NOTE + "- 2026-11-20 Call.\n")
    watch.line("contacts/ana.md: ")
    assert "contacts/ana.md:6:19: mended" in watch.line("mended")
    assert watch.interrupt() == 0


def test_name_cannot_write_on_the_terminal(root: Path, watch: Watch) -> None:
    (root / "contacts" / "b\x1b[2Jen\n.md").write_text(NOTE.replace("Ana", "Ben"))
    line = watch.line("contacts/b")
    assert "\x1b" not in line
    assert "written" in line
    assert watch.interrupt() == 0


def test_many_problems_are_counted_when_they_come_and_when_they_go(
    root: Path, watch: Watch
) -> None:
    links = "".join(f"- 2026-11-20 Call [[Nobody {number}]].\n" for number in range(40))
    (root / "contacts" / "ana.md").write_text(NOTE + links)
    assert "and 30 more: netjournal check" in watch.line("... and")
    (root / "contacts" / "ana.md").write_text(NOTE)
    assert "and 30 more mended" in watch.line("... and")
    assert watch.interrupt() == 0


def test_second_watch_of_a_vault_ends_at_once(root: Path, tmp_path: Path, watch: Watch) -> None:
    second = Watch(root, tmp_path)
    output, _ = second.process.communicate(timeout=20)
    assert second.process.returncode == 2
    assert "watches" in output
    assert watch.interrupt() == 0
    third = Watch(root, tmp_path)
    third.line("Watching")
    assert third.interrupt() == 0
    third.process.communicate()


def test_killed_watch_locks_nobody_out(root: Path, tmp_path: Path, watch: Watch) -> None:
    watch.process.kill()
    watch.process.wait(timeout=10)
    after = Watch(root, tmp_path)
    after.line("Watching")
    assert after.interrupt() == 0
    after.process.communicate()


def test_served_page_shows_each_save(root: Path, tmp_path: Path) -> None:
    serve = Watch(root, tmp_path, "serve")
    try:
        url = serve.line("Open http://127.0.0.1:").split()[1]
        neglected = f"{url}neglected.html"
        assert "last in touch 11 months ago (5 January)" in page(neglected)
        (root / "contacts" / "ana.md").write_text(NOTE + "- 2026-11-20 Call.\n")
        serve.line("contacts/ana.md: ")
        after = page(neglected)
        assert "(5 January)" not in after
        assert "Watching vault · built at" in after
        assert serve.interrupt() == 0
    finally:
        serve.process.kill()
        serve.process.communicate()


def page(url: str) -> str:
    """The text of a page."""
    with urlopen(url, timeout=10) as answer:  # noqa: S310 - the address that serve has printed
        text: str = answer.read().decode()
        return text
