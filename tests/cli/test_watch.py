"""`netjournal watch` as a process of its own: it rebuilds, stays alone, and ends at once."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from processes import Process, netjournal

NOTE = "---\nname: Ana\nrelationship: ally\n---\n- 2026-01-05 Lunch.\n"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="ends by a signal")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "vault"
    (folder / "contacts").mkdir(parents=True)
    (folder / "contacts" / "ana.md").write_text(NOTE)
    return folder


@pytest.fixture
def watch(root: Path, tmp_path: Path) -> Iterator[Process]:
    with netjournal("watch", root, state=tmp_path) as watch:
        assert "Ctrl-C ends it" in watch.line("Watching")
        yield watch


def test_each_save_is_a_line_with_the_problems_that_are_new(root: Path, watch: Process) -> None:
    (root / "contacts" / "ana.md").write_text(NOTE + "- 2026-11-20 Call [[Nobody]].\n")
    line = watch.line("contacts/ana.md: ")
    assert "pages written" in line
    assert "ms" in line
    assert "contacts/ana.md:6:19" in watch.line("NJ101")
    (root / "contacts" / "ana.md").write_text(NOTE + "- 2026-11-20 Call.\n")
    watch.line("contacts/ana.md: ")
    assert "contacts/ana.md:6:19: mended" in watch.line("mended")
    assert watch.interrupt() == 0


def test_file_that_no_page_tells_of_is_no_line(root: Path, watch: Process) -> None:
    (root / "shopping.txt").write_text("Bread\n")
    (root / "contacts" / "ana.md").write_text(NOTE + "- 2026-11-20 Call.\n")
    watch.line("contacts/ana.md: ")
    (root / "shopping.txt").unlink()
    (root / "netjournal.toml").write_text("[build\n")
    line = watch.line("netjournal.toml")
    assert line.count("netjournal.toml") == 1
    (root / "netjournal.toml").unlink()
    assert "no page changed" in watch.line("netjournal.toml: ")
    assert watch.interrupt() == 0
    assert "other files" not in watch.rest()


def test_vault_that_is_gone_is_said_and_nothing_is_made_in_its_place(
    root: Path, tmp_path: Path, watch: Process
) -> None:
    root.rename(tmp_path / "elsewhere")
    assert "vault' is gone" in watch.line(" is gone")
    assert not root.exists()
    (tmp_path / "elsewhere").rename(root)
    assert "the vault is back: no page changed" in watch.line(" is back")
    (root / "contacts" / "ana.md").write_text(NOTE + "- 2026-11-20 Call.\n")
    watch.line("contacts/ana.md: ")
    assert watch.interrupt() == 0


def test_name_cannot_write_on_the_terminal(root: Path, watch: Process) -> None:
    (root / "contacts" / "b\x1b[2Jen\n.md").write_text(NOTE.replace("Ana", "Ben"))
    line = watch.line("contacts/b")
    assert "\x1b" not in line
    assert "written" in line
    assert watch.interrupt() == 0


def test_many_problems_are_counted_when_they_come_and_when_they_go(
    root: Path, watch: Process
) -> None:
    links = "".join(f"- 2026-11-20 Call [[Nobody {number}]].\n" for number in range(40))
    (root / "contacts" / "ana.md").write_text(NOTE + links)
    assert "and 30 more: netjournal check" in watch.line("... and")
    (root / "contacts" / "ana.md").write_text(NOTE)
    assert "and 30 more mended" in watch.line("... and")
    assert watch.interrupt() == 0


def test_second_watch_of_a_vault_ends_at_once(root: Path, tmp_path: Path, watch: Process) -> None:
    with netjournal("watch", root, state=tmp_path) as second:
        assert "watches" in second.rest()
        assert second.process.wait(timeout=10) == 2
    assert watch.interrupt() == 0
    with netjournal("watch", root, state=tmp_path) as third:
        third.line("Watching")
        assert third.interrupt() == 0


def test_killed_watch_locks_nobody_out(root: Path, tmp_path: Path, watch: Process) -> None:
    watch.kill()
    with netjournal("watch", root, state=tmp_path) as after:
        after.line("Watching")
        assert after.interrupt() == 0
