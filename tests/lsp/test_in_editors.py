"""The recipes of docs/editors.md in the editors themselves, each in a terminal, as a person types.

Neovim, Vim with ALE, and Emacs with eglot: what is wrong shows, a contact is completed, what is
known of one is told, and one is renamed in the whole vault.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from documents import ROOT
from terminal import Terminal

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="these terminals are of Unix"),
]

DEADLINE = 30.0
"""Seconds after which a test has waited in vain."""

TODAY = "2026-11-24"
DAY = f"journal/{TODAY}.md"
PRIYA = "contacts/priya-raman.md"
VAULT = {
    "netjournal.toml": "[build]\ntoday = 2026-11-24\n",
    PRIYA: "---\nname: Priya Raman\ncadence: 6w\n---\n# Priya Raman\n\n- 2026-11-01 Coffee.\n",
    "contacts/ben-osei.md": "---\nname: Ben Osei\nknows: ['[[priya-raman]]']\n---\n",
    DAY: "# Today\n\n- 🙂 Met [[Nobody]] and [[priya-raman]].\n",
}
COMPLETED = "- Coffee with [[priya-raman|Priya Raman]] today.\n"
ALE = Path("/usr/share/vim-ale")


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    root = tmp_path / "vault"
    for path, text in VAULT.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


def recipe(section: str, language: str, number: int = 0) -> str:
    """A block of code in a section of docs/editors.md."""
    text = (ROOT / "docs/editors.md").read_text(encoding="utf-8")
    below = text.partition(f"\n## {section}\n")[2].partition("\n## ")[0]
    blocks = re.findall(rf"^```{language}\n(.*?)^```$", below, re.MULTILINE | re.DOTALL)
    return str(blocks[number])


def write(home: Path, name: str, text: str) -> None:
    path = home / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def terminal(command: Sequence[str], vault: Path, home: Path) -> Terminal:
    """A terminal in the vault, where `netjournal` is the one that is tested."""
    folder = home / "bin"
    folder.mkdir(parents=True)
    program = folder / "netjournal"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m netjournal "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    path = f"PATH={folder}:{os.environ['PATH']}"
    beside = [f"{name}={os.environ[name]}" for name in ("PYTHONPATH",) if name in os.environ]
    return Terminal(["env", path, "LANG=C.UTF-8", *beside, *command], vault, home)


def said_by_check(vault: Path) -> str:
    command = [sys.executable, "-m", "netjournal", "check", "--vault", str(vault)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")
    return done.stdout


def assert_renamed(vault: Path, old: str) -> None:
    """Priya has another name, and everything that linked her links her."""
    assert not (vault / old).exists()
    assert "name: Priya Brandt\n" in (vault / "contacts/priya-brandt.md").read_text("utf-8")
    assert "[[priya-brandt]]" in (vault / "contacts/ben-osei.md").read_text("utf-8")
    assert "[[priya-brandt" in (vault / DAY).read_text("utf-8")
    assert "no contact or note is named 'priya" not in said_by_check(vault)


@pytest.mark.skipif(not shutil.which("nvim"), reason="Neovim isn't installed")
def test_neovim_with_the_recipe_for_old_versions(vault: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    keys = recipe("Neovim", "lua", 2)
    write(home, ".config/nvim/init.lua", recipe("Neovim", "lua", 1) + keys)

    with terminal(["nvim", DAY], vault, home) as screen:
        screen.wait_for("no contact or note is", DEADLINE)
        screen.press("Go- Coffee with @Ram\x18\x0f")
        screen.wait_for("Priya Raman", DEADLINE)
        screen.press("\x19 today.\x1b:w\r")
        screen.wait_for("written", DEADLINE)
        assert (vault / DAY).read_text("utf-8").endswith(COMPLETED)
        screen.press("/priya-raman.\rK")
        screen.wait_for("every 42 days", DEADLINE)
        screen.press("\x1b:lua vim.lsp.buf.rename('Priya Brandt')\r")
        screen.wait_for("takes it back", DEADLINE)
        screen.wait_for("priya-brandt", DEADLINE)
        screen.press("\r:qa!\r")
        screen.process.wait(DEADLINE)

    assert_renamed(vault, PRIYA)


@pytest.mark.skipif(not (shutil.which("vim") and ALE.is_dir()), reason="Vim or ALE is missing")
def test_vim_with_ale(vault: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    write(home, ".vim/ale_linters/markdown/netjournal.vim", recipe("Vim", "vim", 0))
    begin = f"set nocompatible\nset runtimepath+={ALE}\nfiletype plugin on\n"
    write(home, ".vimrc", begin + recipe("Vim", "vim", 1))

    with terminal(["vim", DAY], vault, home) as screen:
        screen.press("3G")
        screen.wait_for("no contact or note is", DEADLINE)
        screen.press("Go- Coffee with [[pri\x18\x0f")
        screen.wait_for("raman|Priya Raman]]", DEADLINE)
        screen.press("\x19 today.\x1b:w\r")
        screen.wait_for("written", DEADLINE)
        assert (vault / DAY).read_text("utf-8").endswith(COMPLETED)
        screen.press("3G/priya-raman.\r:ALEHover\r")
        screen.wait_for("every 42 days", DEADLINE)
        screen.press(":ALERename\r")
        screen.wait_for("New name: ", DEADLINE)
        screen.press("\x15Priya Brandt\r")
        # ALE shows no messages of servers, and expects changes that it makes itself.
        screen.wait_for("o changes received", DEADLINE)
        screen.press("\r:qa!\r")
        screen.process.wait(DEADLINE)

    assert_renamed(vault, PRIYA)


def has_eglot() -> bool:
    """Whether Emacs is there with eglot and a mode for Markdown."""
    if not shutil.which("emacs"):
        return False
    wanted = "(progn (package-initialize) (require 'eglot) (require 'markdown-mode))"
    command = ["emacs", "--batch", "--eval", "(require 'package)", "--eval", wanted]
    return subprocess.run(command, capture_output=True, check=False, timeout=60).returncode == 0


def test_emacs_with_eglot(vault: Path, tmp_path: Path) -> None:
    if not has_eglot():
        pytest.skip("Emacs, eglot or markdown-mode is missing")
    home = tmp_path / "home"
    quiet = "(setq native-comp-deferred-compilation nil inhibit-startup-screen t"
    quiet += " eldoc-echo-area-use-multiline-p t)\n"
    write(home, ".emacs", quiet + recipe("Emacs", "elisp"))

    # Of an xterm Emacs asks questions first, and takes the keys for answers.
    with terminal(["env", "TERM=vt220", "emacs", "-nw", DAY], vault, home) as screen:
        screen.wait_for("Connected", DEADLINE)
        screen.press("\x1b>- Coffee with [[pri\x1b\t")
        screen.wait_for("raman|Priya Raman]]", DEADLINE)
        screen.press(" today.\r\x18\x13")
        screen.wait_for("Wrote", DEADLINE)
        assert (vault / DAY).read_text("utf-8").endswith(COMPLETED)
        screen.press("\x1b<\x13priya-raman\r\x02")
        screen.wait_for("every 42 days", DEADLINE)
        screen.press("\x1bxeglot-rename\r")
        screen.wait_for("Rename", DEADLINE)
        screen.press("Priya Brandt\r")
        screen.wait_for("is now called Priya Brandt", DEADLINE)
        screen.press("\x1bxflymake-show-buffer-diagnostics\r")
        screen.wait_for("no contact or note is named", DEADLINE)

    assert_renamed(vault, PRIYA)
