"""What the system says of a folder: the kind of its file system, and how much is watched."""

import sys
from pathlib import Path

import pytest

from netjournal.vault.native_watching import (
    kind_of_mount,
    linked_folder,
    silent_file_system,
    watches_too_few,
)

MOUNTS = [
    "22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw",
    "40 22 0:35 / /home/ana/notes rw shared:9 - fuse.sshfs ana@host:/ rw",
    r"41 22 0:36 / /mnt/my\040disk rw - cifs //nas/x rw",
    "42 22 0:37 / /home/ana/notes/local rw - ext4 /dev/sdb1 rw",
    "a line that is no mount",
]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/srv", "ext4"),
        ("/home/ana/notes", "fuse.sshfs"),
        ("/home/ana/notes/contacts", "fuse.sshfs"),
        ("/home/ana/notes2", "ext4"),
        ("/home/ana/notes/local/a", "ext4"),
        ("/mnt/my disk/vault", "cifs"),
    ],
)
def test_kind_is_that_of_the_nearest_mount(path: str, kind: str) -> None:
    assert kind_of_mount(MOUNTS, path) == kind


def test_no_mount_is_of_no_kind() -> None:
    assert kind_of_mount([], "/srv") == ""


def test_ordinary_folder_is_not_silent(tmp_path: Path) -> None:
    assert silent_file_system(tmp_path) == ""


def test_unwatched_folder_is_watched_too_little(tmp_path: Path) -> None:
    for number in range(200):
        (tmp_path / str(number)).mkdir()
    if sys.platform == "linux":
        assert watches_too_few(tmp_path)


def test_linked_folder_with_notes_is_named(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "people").symlink_to(tmp_path / "real", target_is_directory=True)
    assert linked_folder(tmp_path, ["people/ana.md"]) == "people"
    assert linked_folder(tmp_path, ["real/ana.md", "ben.md"]) == ""
