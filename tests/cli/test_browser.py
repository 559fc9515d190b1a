"""Which browser is opened, and what is said when none is."""

import os
import stat
import sys
from pathlib import Path

import pytest

from netjournal.cli.browser import open_browser

URL = "http://127.0.0.1:8470/"

pytestmark = pytest.mark.skipif(
    sys.platform in ("win32", "darwin"), reason="a browser would open there"
)


def browser(folder: Path, name: str, status: int = 0) -> Path:
    """A program that stands in for a browser, and keeps the addresses that it is given."""
    program = folder / name
    program.write_text(f'#!/bin/sh\necho "$1" >> "$0.opened"\nexit {status}\n')
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return program


def opened(program: Path) -> str:
    """What a browser was asked to open."""
    kept = program.with_name(f"{program.name}.opened")
    return kept.read_text() if kept.exists() else ""


@pytest.fixture(autouse=True)
def nothing_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"):
        monkeypatch.delenv(name, raising=False)


def warnings_of_opening() -> list[str]:
    """What is warned of until it is known whether a browser has opened."""
    warnings: list[str] = []
    open_browser(URL, warnings.append).join(timeout=30)
    return warnings


def test_browser_of_the_environment_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = browser(tmp_path, "mine")
    monkeypatch.setenv("BROWSER", str(mine))
    assert warnings_of_opening() == []
    assert opened(mine) == f"{URL}\n"


def test_browser_that_fails_is_followed_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken, mine = browser(tmp_path, "broken", 1), browser(tmp_path, "mine")
    monkeypatch.setenv("BROWSER", f"{broken}{os.pathsep}{mine}")
    assert warnings_of_opening() == []
    assert opened(mine) == f"{URL}\n"


@pytest.mark.parametrize("command", ["{path}", "{path} -dump %s"])
def test_browser_inside_the_terminal_is_not_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    text = browser(tmp_path, "lynx")
    monkeypatch.setenv("BROWSER", command.format(path=text))
    assert warnings_of_opening() == [
        "no browser could be opened here; the address above is for any browser"
    ]
    assert opened(text) == ""


def test_module_in_the_folder_is_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "webbrowser.py").write_text("open('ran', 'w')")
    monkeypatch.chdir(tmp_path)
    assert warnings_of_opening() != []
    assert not (tmp_path / "ran").exists()
