"""Whether the system tells of every change in a folder, or has to be asked again and again."""

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

_DESCRIPTORS = Path("/proc/self/fdinfo")
_MOUNTS = Path("/proc/self/mountinfo")
_SILENT_KINDS = ("fuse", "nfs", "cifs", "smb", "9p", "drvfs", "vboxsf", "prl_fs", "afs", "ceph")
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
    """The kind of file system that a folder is on, if changes there may pass unnoticed."""
    try:
        mounts = _MOUNTS.read_text("utf-8", "replace").splitlines()
    except OSError:
        return ""
    kind = kind_of_mount(mounts, str(root.resolve()))
    return kind if kind.startswith(_SILENT_KINDS) else ""


def kind_of_mount(mounts: Iterable[str], path: str) -> str:
    """The kind of the file system that a path is on, from the lines of Linux's mountinfo."""
    longest, found = -1, ""
    for line in mounts:
        before, _, behind = line.partition(" - ")
        fields = before.split(" ")
        if len(fields) < 5 or not behind:
            continue
        # A space, a tab, a line feed and a backslash stand there as octal numbers.
        point = fields[4].encode().decode("unicode_escape").encode("latin-1").decode()
        inside = path == point or path.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= longest:
            longest, found = len(point), behind.split(" ")[0]
    return found


def watches_too_few(root: Path) -> bool:
    """Whether this process watches fewer folders than there are; False where nobody can say."""
    if sys.platform != "linux":
        return False
    try:
        watched = sum(_watches(each) for each in _DESCRIPTORS.iterdir())
    except OSError:
        return False
    return watched < sum(1 for _ in os.walk(root))


def _watches(descriptor: Path) -> int:
    try:
        return descriptor.read_text("utf-8", "replace").count("inotify wd:")
    except OSError:
        return 0  # closed since it was listed


def linked_folder(root: Path, notes: Iterable[str]) -> str:
    """The first folder with notes that is a link, below which changes pass unnoticed."""
    folders = {path.rpartition("/")[0] for path in notes}
    above = {parent.as_posix() for folder in folders for parent in Path(folder).parents}
    for folder in sorted((folders | above) - {"", "."}):
        if (root / folder).is_symlink():
            return folder
    return ""
