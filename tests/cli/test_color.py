"""When the output is coloured."""

from pathlib import Path

import pytest
from running import run

RED = "\x1b[31m"


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    """A vault with one error."""
    (tmp_path / "contacts").mkdir()
    (tmp_path / "contacts" / "ana.md").write_text("---\nmet: 2026-02-30\n---\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "command",
    [
        "netjournal check --color always",
        "netjournal --color always check",
        "netjournal build --color always",
    ],
)
def test_colour_is_asked_for_before_or_after_the_command(vault: Path, command: str) -> None:
    assert RED in run(command, vault).output


@pytest.mark.parametrize("command", ["netjournal check", "netjournal check --color never"])
def test_a_pipe_gets_no_colour(vault: Path, command: str) -> None:
    assert "\x1b" not in run(command, vault).output


def test_the_environment_asks_for_colour_and_against_it(vault: Path) -> None:
    assert RED in run("netjournal check", vault, {"FORCE_COLOR": "1"}).output
    both = {"FORCE_COLOR": "1", "NO_COLOR": "1"}
    assert "\x1b" not in run("netjournal check", vault, both).output


def test_the_option_wins_over_the_environment(vault: Path) -> None:
    assert RED in run("netjournal check --color always", vault, {"NO_COLOR": "1"}).output


def test_a_wrong_day_in_the_environment_names_the_variable(vault: Path) -> None:
    outcome = run("netjournal check", vault, {"NETJOURNAL_TODAY": "soon"})

    assert outcome.status == 2
    assert "NETJOURNAL_TODAY" in outcome.output
