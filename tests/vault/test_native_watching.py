"""What the system says of a folder: the kind of its file system, and how much is watched."""

import sys
from pathlib import Path

import pytest

from netjournal.vault import native_watching
from netjournal.vault.native_watching import (
    kind_of_mount,
    mounts_of,
    silent_file_system,
    surplus_of_watches,
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
    assert kind_of_mount(mounts_of(MOUNTS), path) == kind


def test_no_mount_is_of_no_kind() -> None:
    assert kind_of_mount([], "/srv") == ""


def test_ordinary_folder_is_not_silent(tmp_path: Path) -> None:
    assert silent_file_system(tmp_path) == ""


def test_unwatched_folder_is_watched_too_little(tmp_path: Path) -> None:
    for number in range(200):
        (tmp_path / str(number)).mkdir()
    if sys.platform == "linux":
        assert surplus_of_watches(tmp_path) < 0


@pytest.mark.skipif(sys.platform == "win32", reason="paths as Linux has them")
@pytest.mark.parametrize(
    ("root", "kind"),
    [
        ("/home/ana/notes", "fuse.sshfs"),
        ("/home/ana", "fuse.sshfs"),
        ("/home/ben", ""),
        ("/home/cy", ""),
        ("/mnt", "cifs"),
    ],
)
def test_mount_below_a_folder_may_be_silent(
    root: str, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    portal = "43 22 0:38 / /home/cy/.cache/doc rw - fuse.portal portal rw"
    (tmp_path / "mountinfo").write_text("\n".join([*MOUNTS, portal]))
    monkeypatch.setattr(native_watching, "_MOUNTS", tmp_path / "mountinfo")
    assert silent_file_system(Path(root)) == kind
