"""The shape of the house: floors, sizes, docstrings, and one rule with one page for each code."""

import ast
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from netjournal.model.codes import CODES
from netjournal.model.diagnostic import Code
from netjournal.rules.documentation import page_name
from netjournal.rules.registry import RULES

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "netjournal"
MODULES = sorted(PACKAGE.rglob("*.py"))
DOCTOR = PACKAGE / "app" / "doctor.py"
"""Looks at what is installed, of all rooms."""

MOST_LINES = 300
"""Lines of a file; a longer one holds a second thing."""

FLOORS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
    "importlinter"
]["contracts"][0]["layers"]

each_module = pytest.mark.parametrize(
    "module", MODULES, ids=[module.relative_to(PACKAGE).as_posix() for module in MODULES]
)


def imported(module: Path) -> set[str]:
    """The names of the modules that a module imports, wherever in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
    return found


def test_arrows_only_go_down() -> None:
    command = "from importlinter.cli import lint_imports_command as lint; lint()"

    done = subprocess.run(
        [sys.executable, "-c", command, "--no-cache"],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )

    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 kept, 0 broken" in done.stdout


def test_every_room_has_a_floor() -> None:
    rooms = {room.strip() for floor in FLOORS for room in floor.split("|")}
    present = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}

    assert present <= rooms


@each_module
def test_a_file_is_short(module: Path) -> None:
    assert len(module.read_text(encoding="utf-8").splitlines()) <= MOST_LINES


@each_module
def test_a_module_says_what_it_is(module: Path) -> None:
    said = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))

    assert said
    assert said.partition("\n")[0].endswith((".", "?"))


@pytest.mark.parametrize(
    "sign", [path for path in MODULES if path.name == "__init__.py" and path.parent != PACKAGE]
)
def test_the_sign_on_a_door_is_a_docstring_alone(sign: Path) -> None:
    (only,) = ast.parse(sign.read_text(encoding="utf-8")).body

    assert isinstance(only, ast.Expr)


@pytest.mark.parametrize(
    ("library", "rooms"),
    [
        ("yaml", {"notes"}),
        ("frontmatter", {"notes"}),
        ("markdown_it", {"notes"}),
        ("jinja2", {"render"}),
        ("click", {"cli"}),
        ("tomllib", {"vault"}),
        ("watchdog", {"vault"}),
    ],
)
def test_a_library_is_known_in_one_room(library: str, rooms: set[str]) -> None:
    users = {
        module.relative_to(PACKAGE).parts[0]
        for module in MODULES
        if module != DOCTOR and any(n.partition(".")[0] == library for n in imported(module))
    }

    assert users <= rooms


def test_the_model_stands_on_the_standard_library_alone() -> None:
    allowed = {"netjournal.model"}
    foreign = {
        name
        for module in (PACKAGE / "model").glob("*.py")
        for name in imported(module)
        if name.startswith("netjournal.") and name.rpartition(".")[0] not in allowed
    }

    assert foreign == set()


def test_every_code_has_a_rule_in_the_order_of_codes() -> None:
    assert [rule.code for rule in RULES] == list(CODES)


@pytest.mark.parametrize("code", CODES, ids=[code.name for code in CODES])
def test_a_code_has_its_file_and_its_page(code: Code) -> None:
    (rule,) = [rule for rule in RULES if rule.code is code]
    module = PACKAGE / "rules" / f"{rule.code.name.replace('-', '_')}.py"

    said = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")), clean=False)
    assert said == rule.explanation
    assert (ROOT / "docs" / "rules" / page_name(rule.code)).is_file()


def test_rules_import_no_rules() -> None:
    rules = {f"netjournal.rules.{code.name.replace('-', '_')}" for code in CODES}
    users = {
        module.name
        for module in (PACKAGE / "rules").glob("*.py")
        if module.name != "registry.py" and imported(module) & rules
    }

    assert users == set()
