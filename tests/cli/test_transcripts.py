"""Transcripts of the commands: what a person types, and what they see.

A transcript begins with the files of a vault (`=== contacts/ana.md` and the lines below it, or
`=== sample` for the sample vault), then has `$ netjournal ...` lines, each followed by what it
prints and, unless it is 0, `[exit 1]`. `$ echo TEXT >> NOTE` is a change by hand. The vault's
folder is written VAULT.
`pytest --golden-update` writes them anew.
"""

import os
import shlex
import shutil
from pathlib import Path

import pytest
from building import Golden
from running import run

TRANSCRIPTS = sorted((Path(__file__).parent / "transcripts").glob("*.txt"))
SAMPLE = Path(__file__).parents[2] / "sample-vault"


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_transcript(path: Path, tmp_path: Path, golden: Golden) -> None:
    vault = tmp_path / "vault"
    vault.mkdir()
    actual: list[str] = []
    lines = path.read_text(encoding="utf-8").splitlines()
    commands = [line for line in lines if line.startswith("$ ")]
    head = lines[: lines.index(commands[0])]
    _lay(vault, head)
    for command in commands:
        if command.startswith("$ echo "):
            _change_by_hand(vault, command)
            actual.append(command)
            continue
        outcome = run(command.removeprefix("$ "), vault)
        output = outcome.output.replace(str(vault.resolve()), "VAULT").replace(str(vault), "VAULT")
        actual += [command, *output.replace(os.sep, "/").splitlines()]
        if outcome.status:
            actual.append(f"[exit {outcome.status}]")
    golden(path, "\n".join([*head, *actual, ""]))


def _change_by_hand(vault: Path, command: str) -> None:
    _, _, text, _, note = shlex.split(command)
    with (vault / note).open("a", encoding="utf-8", newline="\n") as file:
        file.write(text + "\n")


def _lay(vault: Path, head: list[str]) -> None:
    """Writes the files of a transcript's head."""
    target: Path | None = None
    for line in head:
        if line == "=== sample":
            shutil.copytree(
                SAMPLE, vault, dirs_exist_ok=True, ignore=shutil.ignore_patterns("review", "site")
            )
        elif line.startswith("=== "):
            target = vault / line.removeprefix("=== ")
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text("", encoding="utf-8")
        elif target is not None:
            with target.open("a", encoding="utf-8", newline="\n") as file:
                file.write(line + "\n")
