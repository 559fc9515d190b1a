"""Neovim runs what `init --editor neovim` writes, and the lines that docs/editors.md has for it."""

import json
import os
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from documents import ROOT, fences_in

from netjournal.app.homes.neovim import FILE, START_SERVER, home
from netjournal.app.workspace import Workspace

SERVER = ROOT / "tests" / "language_server.py"
SECONDS = 60

needs_neovim = pytest.mark.skipif(
    shutil.which("nvim") is None or sys.platform == "win32", reason="no Neovim here"
)

# Opens two notes of the vault and one beside it, types two short words, and tells what came of it.
SESSION = """
local function clients()
  local found, here = {}, { bufnr = 0 }
  local all = vim.lsp.get_clients and vim.lsp.get_clients(here) or vim.lsp.buf_get_clients(0)
  for _, client in pairs(all) do
    table.insert(found, { client.name, client.config.root_dir })
  end
  return found
end
local said = {}
for _, note in ipairs({ "contacts/ana.md", "contacts/ben.md", "../beside.md" }) do
  vim.cmd("edit " .. note)
  if note ~= "../beside.md" then
    vim.wait(20000, function() return #clients() > 0 end, 10)
  end
  said[note] = clients()
end
vim.cmd("edit contacts/ana.md")
for _, word in ipairs({ "njlog", "njcontact" }) do
  local keys = vim.api.nvim_replace_termcodes("Go" .. word .. " <Esc>", true, false, true)
  vim.api.nvim_feedkeys(keys, "tx", false)
end
said.lines = vim.api.nvim_buf_get_lines(0, 0, -1, false)
vim.fn.writefile({ vim.fn.json_encode(said) }, "../said.json")
vim.cmd("qa!")
"""


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    """A vault whose path has signs that mean something to editors."""
    vault = tmp_path / "my, [first] vault"
    (vault / "contacts").mkdir(parents=True)
    (vault / "netjournal.toml").touch()
    return vault


def text_of_home(vault: Path) -> str:
    """The file that `init` writes."""
    (file,) = home(Workspace.load(vault), date(2026, 11, 24)).files
    assert file.path == FILE
    return getattr(file, "data", b"").decode()


def session(vault: Path, *options: str) -> dict[str, list[object]]:
    """What Neovim says of a session in the vault, with no settings but those of the options."""
    programs = vault.parent / "bin"
    programs.mkdir()
    netjournal = programs / "netjournal"
    log = vault.parent / "log.txt"
    netjournal.write_text(f"#!/bin/sh\nexec '{sys.executable}' '{SERVER}' '{log}'\n", "utf-8")
    netjournal.chmod(0o755)
    script = vault.parent / "session.lua"
    script.write_text(SESSION, encoding="utf-8")
    done = subprocess.run(
        [
            *("nvim", "--headless", "-u", "NONE", "--cmd", "filetype on", *options),
            *("-c", f"luafile {script}", "-c", "cquit"),
        ],
        cwd=vault,
        env={
            **{key: os.environ[key] for key in os.environ if not key.startswith("NVIM")},
            "PATH": os.pathsep.join([str(programs), os.environ["PATH"]]),
            **{f"XDG_{name}_HOME": str(vault.parent / name) for name in ("STATE", "CACHE", "DATA")},
        },
        check=False,
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
    )
    assert done.returncode == 0, done.stderr
    assert "Error" not in done.stderr
    said = json.loads((vault.parent / "said.json").read_text(encoding="utf-8"))
    assert isinstance(said, dict)
    return said


@needs_neovim
def test_neovim_starts_one_server_for_the_vault_and_knows_the_short_words(vault: Path) -> None:
    (vault / FILE).write_text(text_of_home(vault), encoding="utf-8")

    said = session(vault, "--cmd", f"luafile {FILE}")

    log = (vault.parent / "log.txt").read_text(encoding="utf-8")
    opened = [json.loads(line) for line in log.splitlines()]
    assert [each["method"] for each in opened].count("initialize") == 1
    assert opened[0]["params"]["rootUri"].startswith("file://")
    assert said["contacts/ana.md"] == said["contacts/ben.md"] == [["netjournal", str(vault)]]
    assert said["../beside.md"] == []
    typed = [str(line).strip() for line in said["lines"]]
    assert [re.sub(r"\d{4}-\d\d-\d\d", "DAY", line) for line in typed][1:9] == [
        "- DAY",
        "---",
        "name:",
        "relationship:",
        "industry:",
        "organization:",
        "met: DAY",
        "---",
    ]


@needs_neovim
@pytest.mark.parametrize("word", ["start_client", "vim.lsp.enable"])
def test_the_lines_for_ones_own_settings_do_the_same(word: str, vault: Path) -> None:
    (lines,) = [each for each in fences_in("lua") if word in each.text]
    if word == "vim.lsp.enable" and not is_new():
        pytest.skip("those lines need Neovim 0.11")
    (vault.parent / "init.lua").write_text(lines.text, encoding="utf-8")

    said = session(vault, "--cmd", "luafile ../init.lua")

    assert said["contacts/ana.md"] == said["contacts/ben.md"] == [["netjournal", str(vault)]]
    assert said["../beside.md"] == []


def is_new() -> bool:
    """Whether this is Neovim 0.11 or newer."""
    asked = ["nvim", "--headless", "-u", "NONE", "-c", "echo has('nvim-0.11')", "-c", "qa!"]
    done = subprocess.run(asked, check=True, capture_output=True, encoding="utf-8", timeout=SECONDS)
    return done.stderr.strip() == "1"


@needs_neovim
def test_all_lines_are_lua(vault: Path) -> None:
    """Also those that this Neovim is too old for."""
    for number, fence in enumerate(fences_in("lua")):
        file = vault.parent / f"{number}.lua"
        file.write_text(fence.text, encoding="utf-8")
        command = f"lua local f, e = loadfile([[{file}]]); print(e or 'it reads')"
        done = subprocess.run(
            ["nvim", "--headless", "-u", "NONE", "-c", command, "-c", "qa!"],
            check=False,
            capture_output=True,
            encoding="utf-8",
            timeout=SECONDS,
        )
        assert "it reads" in done.stderr, done.stderr


def test_the_documentation_has_the_same_lines() -> None:
    """What is mended in docs/editors.md is mended in what `init` writes as well."""
    texts = [each.text for each in fences_in("lua")]

    assert START_SERVER.strip() in texts
