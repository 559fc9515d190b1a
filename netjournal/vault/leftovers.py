"""File names that are no notes: what editors, sync tools and version control leave beside notes."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

NOTE_ENDINGS = (".md", ".markdown")
"""What a note's file name ends with, in any case."""

SKIPPED_FOLDERS = frozenset(
    {
        "node_modules",
        "__pycache__",
        "__MACOSX",
        "lost+found",
        "dotgit",
        "$RECYCLE.BIN",
        "System Volume Information",
        "@eaDir",
        "#recycle",
    }
)
"""Folders of other programs; so is every folder whose name starts with a dot."""

_ODD_ENDINGS = (
    *("~", "#", ".swp", ".swo", ".swx", ".tmp", ".temp", ".vsctmp", ".kate-swp", ".bak"),
    *(".orig", ".rej", ".lock", ".part", ".partial", ".crdownload", ".download", ".icloud"),
)
_TEMPORARY_NAME = re.compile(r"4913|sed[0-9A-Za-z]{6}|~\$.*", re.DOTALL)
_NOTE_ENDING = r"(?i:\.md|\.markdown)(?:/|\Z)"
_LEFTOVER_NOTE = re.compile(
    rf"[._](?:BACKUP|BASE|LOCAL|REMOTE)[._][0-9]+{_NOTE_ENDING}"  # left by a merge tool
    rf"|~[0-9]{{8}}-[0-9]{{6}}{_NOTE_ENDING}"  # an old version that a sync tool keeps
    rf"|(?:\A|/)~\$",  # an office program's lock
)
_SIGNS_OF_A_LEFTOVER = ("BACKUP", "BASE", "LOCAL", "REMOTE", "~")
"""One of these is in every leftover note's name: a look for them is much quicker."""
_MAY_BE_A_COPY = re.compile(
    rf"[Cc]onflict| [0-9]{{1,2}}{_NOTE_ENDING}|-(?=[0-9-]*+[A-Z])[0-9A-Z-]++{_NOTE_ENDING}"
)
_SYNC_CONFLICT = ".sync-conflict-"
_CONFLICTED_COPY = "conflicted copy"
_NUMBERED = re.compile(r"(.+) (?:[2-9]|[1-9]\d)", re.DOTALL)
_HOST = re.compile(r"(?=[0-9-]*+[A-Z])[A-Z0-9-]{2,}")
_USUAL_HOST = re.compile(r"(.+)-(?:DESKTOP|LAPTOP)-[0-9A-Z]{6,8}", re.DOTALL)


def is_leftover(name: str) -> bool:
    """Whether a file that is no note is a program's lock, backup or half-written file."""
    return name.lower().endswith(_ODD_ENDINGS) or _TEMPORARY_NAME.fullmatch(name) is not None


def without_leftovers(notes: Sequence[str]) -> Sequence[str]:
    """The notes of one folder that no merge tool, sync tool or other program left there."""
    # `/` is in no name: one look at all of them is all that most folders need.
    together = "/".join(notes)
    if not any(sign in together for sign in _SIGNS_OF_A_LEFTOVER):
        return notes
    return [name for name in notes if not _LEFTOVER_NOTE.search(name)]


def conflict_copies(
    notes: Sequence[str], beside: Iterable[str] = (), *, by_likeness: bool = True
) -> Mapping[str, str]:
    """The conflict copies among the notes of one folder, each with the name that it is a copy of.

    `beside` are the folder's other files. A name that only looks like a copy (`ana 2.md`,
    `ana-HOST.md`) counts, if asked for, when something else there belongs to `ana.md`.
    """
    together = "/".join(notes)
    is_plain = " " not in together and "onflict" not in together and together == together.lower()
    if is_plain or not _MAY_BE_A_COPY.search(together):
        return {}
    suspects = [name for name in notes if _MAY_BE_A_COPY.search(name)]
    copies = {name: original for name in suspects if (original := _certain_original(name))}
    if by_likeness:
        known = {*notes, *copies.values(), *map(_owner, beside)}
        rest = [name for name in suspects if name not in copies]
        copies |= {name: original for name in rest if (original := _likely_original(name, known))}
    return copies


def _certain_original(name: str) -> str | None:
    stem, ending = _split(name)
    lowered = stem.lower()
    if _SYNC_CONFLICT in lowered:
        stem = stem[: lowered.index(_SYNC_CONFLICT)]
    elif _CONFLICTED_COPY in lowered:
        before = stem[: lowered.index(_CONFLICTED_COPY)]
        stem = (before[: before.index("(")] if "(" in before else before).rstrip(" -_.")
    elif match := _USUAL_HOST.fullmatch(stem):
        stem = match[1]
    else:
        return None
    return stem + ending if stem else None


def _likely_original(name: str, known: Collection[str]) -> str | None:
    stem, ending = _split(name)
    match = _NUMBERED.fullmatch(stem)
    if match and match[1] + ending in known:
        return match[1] + ending
    parts = stem.split("-")
    for count in range(1, len(parts)):
        original = "-".join(parts[:count]) + ending
        if original in known and _HOST.fullmatch("-".join(parts[count:])):
            return original
    return None


def _split(name: str) -> tuple[str, str]:
    stem, dot, ending = name.rpartition(".")
    return stem, dot + ending


def _owner(name: str) -> str:
    """The name of the file that a leftover such as `ana.md.orig` belongs to."""
    lowered = name.lower()
    return next((name[: -len(end)] for end in _ODD_ENDINGS if lowered.endswith(end)), name)
