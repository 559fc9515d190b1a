"""docs/checks.md: the hook holds a commit up, and the workflows run commands that there are."""

import json
import os
import re
import shutil
import subprocess
import sysconfig
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from documents import ROOT, fences_of, text_of
from running import run

from netjournal.cli.check import FORMATS

PAGE = ROOT / "docs" / "checks.md"
HOOKS = ROOT / ".pre-commit-hooks.yaml"
GOOD, BAD = "---\ncadence: 6w\n---\n", "---\ncadance: 6w\n---\n"
FOUND = "contacts/ana.md:2:1: warning: no field is called 'cadance' [NJ203]"

InRepository = Callable[..., subprocess.CompletedProcess[str]]


def hook() -> dict[str, Any]:
    """The one hook that this repository offers."""
    (found,) = yaml.safe_load(HOOKS.read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def examples(key: str) -> list[dict[Any, Any]]:
    """The examples of YAML on the page that have a key."""
    found = [yaml.safe_load(fence.text) for fence in fences_of(PAGE) if fence.language == "yaml"]
    return [each for each in found if key in each]


@pytest.fixture
def repository(tmp_path: Path) -> InRepository:
    """What runs a command in a new repository with a vault, away from the settings of a user."""
    scripts = sysconfig.get_path("scripts")
    environment = {
        **os.environ,
        "PATH": os.pathsep.join([scripts, os.environ["PATH"]]),
        "PREK_HOME": str(tmp_path / "prek"),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        **{f"GIT_{who}_NAME": "Noor" for who in ("AUTHOR", "COMMITTER")},
        **{f"GIT_{who}_EMAIL": "noor@example.org" for who in ("AUTHOR", "COMMITTER")},
    }
    vault = tmp_path / "vault"
    (vault / "contacts").mkdir(parents=True)
    (vault / "contacts/ana.md").write_text(BAD, encoding="utf-8")

    def within(
        *command: str, files: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        for path, text in (files or {}).items():
            (vault / path).write_text(text, encoding="utf-8")
        # Windows looks for a program on the path of this process, not on the one that it gets.
        program = shutil.which(command[0], path=environment["PATH"])
        assert program, command[0]
        return subprocess.run(
            [program, *command[1:]],
            cwd=vault,
            env=environment,
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )

    assert within("git", "init", "--quiet").returncode == 0
    return within


def test_the_hook_is_one_that_its_readers_take(repository: InRepository) -> None:
    checked = repository("prek", "validate-manifest", str(HOOKS))

    assert checked.returncode == 0, checked.stdout
    assert hook()["id"] == "netjournal-check"
    assert hook()["pass_filenames"] is False


def test_the_page_shows_the_hook_as_it_is() -> None:
    remote, local = [repository for each in examples("repos") for repository in each["repos"]]

    assert local["hooks"] == [{**hook(), "language": "system"}]
    assert remote["hooks"] == [{"id": hook()["id"]}]


def test_a_commit_is_held_up_until_its_note_is_mended(repository: InRepository) -> None:
    """As netjournal is installed here already, the hook needn't install it."""
    local = {"repo": "local", "hooks": [{**hook(), "language": "system"}]}
    settings = {".pre-commit-config.yaml": yaml.safe_dump({"repos": [local]})}
    installed = repository("prek", "install", files=settings)
    assert installed.returncode == 0, installed.stdout
    repository("git", "add", ".")

    refused = repository("git", "commit", "-m", "Ana")
    repository("git", "add", ".", files={"contacts/ana.md": GOOD})
    taken = repository("git", "commit", "-m", "Ana")
    # What has no notes in it isn't looked at.
    repository("git", "add", "list.txt", files={"list.txt": "", "contacts/ana.md": BAD})
    other = repository("git", "commit", "-m", "A list")

    assert refused.returncode == 1
    assert FOUND in refused.stdout
    assert re.search(r"netjournal check\.+Passed", taken.stdout)
    assert taken.returncode == 0
    assert re.search(r"netjournal check\.+.*Skipped", other.stdout)
    assert other.returncode == 0


@pytest.mark.slow
def test_the_hook_installs_netjournal_and_runs_it(repository: InRepository) -> None:
    repository("git", "add", ".")

    done = repository("prek", "try-repo", str(ROOT), hook()["id"], "--all-files")

    assert done.returncode == 1, done.stdout
    assert FOUND in done.stdout


def steps() -> list[str]:
    """The commands of the workflows on the page."""
    jobs = [job for workflow in examples("jobs") for job in workflow["jobs"].values()]
    return [step["run"] for job in jobs for step in job["steps"] if "run" in step]


def test_the_workflow_is_whole() -> None:
    whole = [each for each in examples("jobs") if "name" in each]

    for workflow in whole:
        # YAML 1.1 takes the key `on` for true; the host that reads the file doesn't.
        assert workflow[True] == ["push", "pull_request"]
        assert workflow["permissions"] == {"contents": "read"}
        assert workflow["jobs"]["check"]["runs-on"] == "ubuntu-latest"
    assert len(whole) == 1


def test_the_commands_of_the_workflows_are_there_and_find_the_problem(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    note = tmp_path / "my-network" / "contacts" / "ana.md"
    note.parent.mkdir(parents=True)
    note.write_text(BAD, encoding="utf-8")
    commands = [each.partition(" > ")[0] for each in steps() if each.startswith("netjournal ")]
    (named,) = re.findall(r"`(netjournal check \S+ --format github)`", text_of("checks.md"))

    github, sarif = (run(command, note.parent) for command in commands)
    from_above = run(named, tmp_path)

    line = "::warning file=my-network/contacts/ana.md,line=2,col=1,"
    assert github.status == sarif.status == 1
    assert github.output.startswith(line)
    assert json.loads(sarif.output)["runs"][0]["results"][0]["ruleId"] == "NJ203"
    assert from_above.output.startswith(line)


def test_every_format_is_named() -> None:
    assert list(FORMATS) == re.findall(r"(?m)^\| `([a-z]+)` \|", text_of("checks.md"))
