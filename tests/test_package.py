"""What is shipped: the wheel from a clean clone holds what git holds, and works on its own."""

import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SHIPPED = {"templates": "netjournal/templates", "sample-vault": "netjournal/sample_vault"}
"""Folders of the repository, and where they stand in the wheel."""

pytestmark = pytest.mark.slow


def run(*command: str | Path, cwd: Path) -> str:
    """Runs a command; returns what it prints."""
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, f"{command}: {done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clean clone, with ignored files laid in it as a used checkout has them."""
    folder = tmp_path_factory.mktemp("package") / "clone"
    run("git", "clone", "--quiet", "--no-hardlinks", ROOT, folder, cwd=ROOT)
    for path in ("sample-vault/review/today.md", "sample-vault/site/index.html", "templates/a.pyc"):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text("ignored", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def built(clone: Path) -> Path:
    """The folder with the wheel and the source distribution built from the clone."""
    run(sys.executable, "-m", "build", "--outdir", "dist", ".", cwd=clone)
    return clone / "dist"


def committed(clone: Path, *folders: str) -> set[str]:
    """The files that git holds below some folders."""
    listed = run("git", "-c", "core.quotepath=off", "ls-files", "-z", "--", *folders, cwd=clone)
    return {path for path in listed.split("\0") if path}


def test_the_wheel_holds_what_git_holds_and_nothing_else(clone: Path, built: Path) -> None:
    expected = set()
    for path in committed(clone, "netjournal", *SHIPPED):
        top, _, rest = path.partition("/")
        expected.add(f"{SHIPPED.get(top, top)}/{rest}")

    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        actual = {name for name in wheel.namelist() if ".dist-info/" not in name}

    assert expected == actual


def test_the_source_distribution_holds_what_is_shipped(clone: Path, built: Path) -> None:
    expected = committed(clone, "netjournal", *SHIPPED, "LICENSE", "README.md", "pyproject.toml")

    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        actual = {name.partition("/")[2] for name in archive.getnames()}

    assert expected <= actual
    assert not [path for path in actual if path.startswith(("sample-vault/review", ".venv"))]


def test_the_wheel_builds_the_sample_in_a_fresh_environment(built: Path, tmp_path: Path) -> None:
    environment = tmp_path / "environment"
    venv.create(environment, with_pip=True)
    scripts = environment / ("Scripts" if os.name == "nt" else "bin")
    run(
        scripts / "python",
        "-m",
        "pip",
        "install",
        "--quiet",
        next(built.glob("*.whl")),
        cwd=tmp_path,
    )

    run(scripts / "netjournal", "init", "--sample", "demo", cwd=tmp_path)
    told = run(scripts / "netjournal", "build", "demo", cwd=tmp_path)

    assert "as of 2026-11-24" in told
    assert (tmp_path / "demo" / "site" / "index.html").is_file()
    assert (tmp_path / "demo" / "review" / "today.md").is_file()
