"""Emacs reads the lines that docs/editors.md has for it, and finds the vault by them."""

import shutil
import subprocess
from pathlib import Path

import pytest
from documents import fences_in


@pytest.mark.skipif(shutil.which("emacs") is None, reason="no Emacs here")
def test_the_lines_for_emacs_find_the_vault_and_nothing_else(tmp_path: Path) -> None:
    vault = tmp_path / "my vault"
    (vault / "contacts").mkdir(parents=True)
    (vault / "netjournal.toml").touch()
    (lines,) = fences_in("elisp")
    settings = tmp_path / "init.el"
    settings.write_text(lines.text, encoding="utf-8")
    asked = [
        f'(message "%S" (let ((found (project-current nil "{folder}"))) '
        "(and found (expand-file-name (project-root found)))))"
        for folder in (f"{vault}/contacts/", f"{tmp_path}/")
    ]

    done = subprocess.run(
        ["emacs", "-Q", "--batch", "-l", settings, "--eval", asked[0], "--eval", asked[1]],
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )

    assert done.returncode == 0, done.stdout
    assert done.stdout.splitlines() == [f'"{vault}/"', "nil"]
