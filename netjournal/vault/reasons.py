"""Why the disk refused something, in words that are the same on every system."""

import errno
from collections.abc import Mapping

_WORDS: Mapping[int, str] = {
    errno.EACCES: "permission denied",
    errno.EPERM: "permission denied",
    errno.ENOENT: "it is gone",
    errno.EISDIR: "it is a folder",
    errno.ENOTDIR: "a file is in the place of a folder",
    errno.ELOOP: "its links go round in a circle",
    errno.ENAMETOOLONG: "its path is too long",
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk quota is used up",
    errno.EROFS: "the disk is read-only",
    errno.EMFILE: "too many files are open",
    errno.EIO: "the disk reports an error",
}


def reason(error: OSError) -> str:
    """The cause of an error in a few words, without full stop."""
    known = _WORDS.get(error.errno or 0)
    return known or (error.strerror or str(error) or "unknown cause").lower()


def shown(text: str, limit: int = 60) -> str:
    """A text in quotes as a message may show it: on one line, printable, and not endless."""
    cut = text if len(text) <= limit else text[: limit - 1] + "…"
    return "'" + "".join(c if c.isprintable() else _escaped(c) for c in cut) + "'"


def _escaped(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")
