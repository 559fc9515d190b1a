"""Whether the system tells of every change in a folder, or has to be asked again and again."""

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

_DESCRIPTORS = Path("/proc/self/fdinfo")
_MOUNTS = Path("/proc/self/mountinfo")
_SILENT_KINDS = (
    *("fuse", "nfs", "cifs", "smb", "9p", "drvfs", "virtiofs", "vboxsf", "vmhgfs", "prl_fs"),
    *("afs", "ceph", "lustre", "gpfs", "beegfs"),
)
"""File systems that others write to without this system's being told."""

WATCH_LIMIT = (
    "the system watches no more folders (the limit is fs.inotify.max_user_watches): "
    "sudo sysctl fs.inotify.max_user_watches=524288 raises it"
)
INSTANCE_LIMIT = (
    "too many programs watch folders (the limit is fs.inotify.max_user_instances): "
    "end one, or sudo sysctl fs.inotify.max_user_instances=512 raises it"
)


_LIMITS = Path("/proc/sys/fs/inotify")


def limits() -> Iterator[tuple[str, int]]:
    """How many folders, and how many programs, the system watches for a user; Linux alone says."""
    for name in ("max_user_watches", "max_user_instances"):
        try:
            yield name, int((_LIMITS / name).read_text("ascii"))
        except (OSError, ValueError):
            return


def silent_file_system(root: Path) -> str:
    """The kind of file system that a folder, or one below it, is on, if it may not tell of changes.

    Empty if all of them tell, and where the system doesn't say.
    """
    try:
        lines = _MOUNTS.read_text("utf-8", "replace").splitlines()
    except OSError:
        return ""
    mounts, path = list(mounts_of(lines)), str(root.resolve())
    kinds = [kind_of_mount(mounts, path), *(mount.kind for mount in mounts if mount.is_below(path))]
    return next((kind for kind in kinds if kind.startswith(_SILENT_KINDS)), "")


class Mount(NamedTuple):
    """A file system, and the folder at which it is seen."""

    point: str
    kind: str

    def is_below(self, path: str) -> bool:
        """Whether it is seen in a folder below a path, hidden ones aside."""
        inside = self.point.removeprefix(path.rstrip("/") + "/")
        return inside != self.point and not any(map(_is_hidden, inside.split("/")))


def kind_of_mount(mounts: Iterable[Mount], path: str) -> str:
    """The kind of the file system that a path is on."""
    longest, found = -1, ""
    for mount in mounts:
        inside = path == mount.point or path.startswith(mount.point.rstrip("/") + "/")
        if inside and len(mount.point) >= longest:
            longest, found = len(mount.point), mount.kind
    return found


def mounts_of(lines: Iterable[str]) -> Iterator[Mount]:
    """The mounts that the lines of Linux's mountinfo tell of."""
    for line in lines:
        before, _, behind = line.partition(" - ")
        fields = before.split(" ")
        if len(fields) >= 5 and behind:
            # A space, a tab, a line feed and a backslash stand there as octal numbers.
            point = fields[4].encode().decode("unicode_escape").encode("latin-1").decode()
            yield Mount(point, behind.split(" ")[0])


def surplus_of_watches(root: Path) -> int:
    """How many more folders this process watches than there are; 0 where nobody can say."""
    if sys.platform != "linux":
        return 0
    try:
        watched = sum(_watches(each) for each in _DESCRIPTORS.iterdir())
    except OSError:
        return 0
    return watched - sum(1 for _ in os.walk(root))


def _watches(descriptor: Path) -> int:
    try:
        return descriptor.read_text("utf-8", "replace").count("inotify wd:")
    except OSError:
        return 0  # closed since it was listed


def _is_hidden(name: str) -> bool:
    return name.startswith(".")
