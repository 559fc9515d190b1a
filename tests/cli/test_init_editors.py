"""`netjournal init --editor` asks before it writes into a vault that is there."""

import sys
from pathlib import Path

import pytest
from running import run
from terminal import Terminal

SECONDS = 30
COMMAND = [sys.executable, "-m", "netjournal", "init", "--editor", "obsidian"]
WRITTEN = (".obsidian/types.json", "contacts.base")


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    """A vault with one note."""
    vault = tmp_path / "vault"
    (vault / "contacts").mkdir(parents=True)
    (vault / "netjournal.toml").touch()
    (vault / "contacts" / "ana.md").write_text("---\nname: Ana\n---\n", encoding="utf-8")
    return vault


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals here")
@pytest.mark.parametrize(("answer", "writes"), [("y", True), ("n", False), ("", False)])
def test_it_asks_once(answer: str, writes: bool, vault: Path, tmp_path: Path) -> None:  # noqa: FBT001
    with Terminal(COMMAND, vault, tmp_path) as terminal:
        terminal.wait_for("Write this?", SECONDS)
        terminal.press(f"{answer}\r")
        assert terminal.process.wait(SECONDS) == 0, terminal

    assert [(vault / path).exists() for path in WRITTEN] == [writes, writes]


def test_without_a_terminal_it_only_lists(vault: Path) -> None:
    told = run("netjournal init --editor obsidian", vault)

    assert told.status == 2
    assert ".obsidian/types.json is new" in told.output
    assert "say --yes" in told.output
    assert not (vault / ".obsidian").exists()


def test_yes_is_an_answer_beforehand(vault: Path) -> None:
    told = run("netjournal init --editor obsidian --editor neovim --yes", vault)
    again = run("netjournal init --editor obsidian --editor neovim", vault)

    assert (told.status, again.status) == (0, 0)
    assert all((vault / path).exists() for path in (*WRITTEN, ".nvim.lua"))
    assert "Wrote" not in again.output


@pytest.mark.parametrize("editor", ["obsidian", "vscode", "neovim"])
def test_a_new_vault_is_not_asked_about(editor: str, tmp_path: Path) -> None:
    told = run(f"netjournal init network --editor {editor}", tmp_path)

    assert told.status == 0, told.output
    settings = (tmp_path / "network" / "netjournal.toml").read_text(encoding="utf-8")
    assert (f'open_with = "{editor}"' in settings) == (editor != "neovim")
    assert run("netjournal check network", tmp_path).status == 0


def test_yes_alone_is_a_mistake(vault: Path) -> None:
    assert run("netjournal init --yes", vault).status == 2
