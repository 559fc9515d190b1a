"""Git rewrites thousands of notes at once."""

import shutil
import sys
from pathlib import Path

import pytest
from storming import TODAY, Storm, git, note, save, storm

from netjournal.app.build import build
from netjournal.app.workspace import Workspace

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="a watch ends by a signal"),
    pytest.mark.skipif(shutil.which("git") is None, reason="there is no git"),
]


@pytest.fixture(scope="session")
def branches(thousands: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A vault on a branch `main`, and the branch `other` that differs in nearly every note."""
    root = tmp_path_factory.mktemp("branches") / "vault"
    shutil.copytree(thousands, root)
    git(root, "init", "-q", "-b", "main")
    (root / ".gitignore").write_text("/review/\n/site/\n")
    commit(root)
    git(root, "checkout", "-q", "-b", "other")
    notes = sorted((root / "contacts").iterdir())
    save(*notes[:1_500])
    for path in notes[1_500:1_700]:
        path.unlink()
    (root / "contacts" / "team").mkdir()
    for number in range(200):
        (root / "contacts" / "team" / f"other-{number}.md").write_text(note(number))
    commit(root)
    git(root, "checkout", "-q", "main")
    git(root, "gc", "-q")
    return root


@pytest.fixture
def repository(branches: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    root = tmp_path / "vault"
    shutil.copytree(branches, root)
    git(root, "status")  # which looks at the copies once, that they need not be read again
    return root


def commit(root: Path) -> None:
    """Commits all that there is."""
    git(root, "add", "--all")
    git(root, "commit", "-q", "-m", "notes")


def test_other_branches_are_checked_out(repository: Path) -> None:
    with storm(repository) as under:
        for branch in ("other", "main"):
            git(repository, "checkout", "-q", branch)
            under.settles()
        for _ in range(2):
            git(repository, "checkout", "-q", "other")
            git(repository, "checkout", "-q", "main")
        git(repository, "checkout", "-q", "other")
        under.settles()
        under.ends()


def test_changes_are_stashed_and_brought_back(repository: Path) -> None:
    with storm(repository) as under:
        save(*under.notes())
        git(repository, "stash", "-q")
        under.settles()
        git(repository, "stash", "pop", "-q")
        under.settles()
        under.ends()


def test_rebase_with_conflicts_is_reported_and_resolved(repository: Path) -> None:
    with storm(repository) as under:
        for path in under.notes()[:1_500]:
            with path.open("a") as file:
                file.write("- 2026-11-21 Lunch.\n")
        commit(repository)
        under.settles()
        git(repository, "rebase", "-q", "other", may_fail=True)
        assert "<<<<<<<" in under.notes()[0].read_text()
        under.settles()
        assert conflicts(under) == 1_500
        git(repository, "checkout", "--theirs", ".")
        git(repository, "add", "--all")
        git(repository, "rebase", "--continue")
        under.settles()
        assert conflicts(under) == 0
        assert "unresolved merge conflict" in under.ends()


def conflicts(under: Storm) -> int:
    """How many notes hold a conflict that git has left."""
    found = Workspace.load(under.root).diagnostics(TODAY)
    return sum(problem.code == "NJ008" for problem in found)


def test_pages_that_are_committed_are_written_again(repository: Path) -> None:
    (repository / ".gitignore").unlink()
    build(Workspace.load(repository), TODAY)
    commit(repository)
    with storm(repository) as under:
        save(under.notes()[0])
        under.settles()
        git(repository, "checkout", "-q", "review")
        under.settles()
        git(repository, "stash", "-q")
        under.settles()
        git(repository, "stash", "pop", "-q")
        under.settles()
        under.ends()
