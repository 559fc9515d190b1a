"""Where the system doesn't tell of every change, the watch says so once, and looks itself."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from storming import make_vault, note, save, storm

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="a watch ends by a signal"),
]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A vault of some hundred contacts."""
    make_vault(tmp_path / "vault", 300)
    return tmp_path / "vault"


def limited(limit: str, number: int) -> list[str]:
    """The words before a command that has it run in a namespace with a limit of its own."""
    script = f'echo {number} >/proc/sys/user/{limit} && exec "$0" "$@"'
    words = ["unshare", "--user", "--map-root-user", "sh", "-c", script]
    if shutil.which(words[0]) is None or subprocess.run([*words, "true"], check=False).returncode:
        pytest.skip("this system gives no namespace with limits of its own")
    return words


def folders(root: Path) -> list[Path]:
    """Makes many folders with a note each; the notes."""
    notes = [root / "contacts" / f"team-{n}" / f"mate-{n}.md" for n in range(120)]
    for path in notes:
        path.parent.mkdir()
        path.write_text(note(1))
    return notes


def test_folders_beyond_the_limit_of_watches(root: Path) -> None:
    notes = folders(root)
    with storm(root, limited("max_inotify_watches", 100)) as under:
        assert "sysctl fs.inotify.max_user_watches=" in under.process.line("max_user_watches")
        save(*notes)
        under.settles()
        save(notes[-1])
        under.settles()
        assert "sysctl" not in under.ends()


def test_limit_of_watches_is_reached_later(root: Path) -> None:
    with storm(root, limited("max_inotify_watches", 100)) as under:
        notes = folders(root)
        under.settles()
        save(notes[-1])
        under.settles()
        assert under.ends().count("sysctl fs.inotify.max_user_watches=") == 1


@pytest.mark.parametrize("limit", ["max_inotify_watches", "max_inotify_instances"])
def test_nothing_can_be_watched(root: Path, limit: str) -> None:
    with storm(root, limited(limit, 0)) as under:
        save(*under.notes())
        under.settles()
        assert under.ends().count("sysctl fs.inotify.max_user_") == 1


def test_linked_folder(root: Path, tmp_path: Path) -> None:
    people = tmp_path / "people"
    (root / "contacts").rename(people)
    (root / "contacts").symlink_to(people, target_is_directory=True)
    with storm(root) as under:
        save(*sorted(people.iterdir()))
        under.settles()
        (people / "new.md").write_text(note(1))
        under.settles()
        assert under.ends().count("contacts is a link") == 1


@pytest.fixture
def mounted(root: Path, tmp_path: Path) -> Iterator[Path]:
    """The vault through a file system that doesn't tell what happens behind it."""
    point = tmp_path / "mounted"
    point.mkdir()
    bindfs, unmount = shutil.which("bindfs"), shutil.which("fusermount")
    words = [bindfs or "", str(root), str(point)]
    if not (bindfs and unmount) or subprocess.run(words, check=False).returncode:
        pytest.skip("bindfs isn't installed, or mounts nothing here")
    yield point
    subprocess.run([unmount, "-u", "-z", str(point)], check=True)


def test_file_system_of_a_program(root: Path, mounted: Path) -> None:
    with storm(mounted) as under:
        save(*sorted((root / "contacts").iterdir()))
        under.settles()
        save(mounted / "contacts" / "person-0003.md")
        under.settles()
        assert under.ends().count("of the kind fuse") == 1
