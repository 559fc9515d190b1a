"""Changes to notes as a unified diff, which other programs can apply."""

from collections.abc import Iterator
from difflib import unified_diff


def diff_text(old: str, new: str, before: bytes | None, after: bytes | None) -> str:
    """What changes between a note at one path and the same note at another, or the same, path.

    None is the text of a note that isn't there: before, of one that comes; after, of one that goes.
    """
    here = "/dev/null" if before is None else _named("a", old)
    there = "/dev/null" if after is None else _named("b", new)
    lines = list(_hunks(here, there, before or b"", after or b""))
    if before is None:
        lines[:0] = [f"diff --git a/{new} b/{new}\n", "new file mode 100644\n"]
    elif after is None:
        lines[:0] = [f"diff --git a/{old} b/{old}\n", "deleted file mode 100644\n"]
    elif old != new:
        lines[:0] = [f"diff --git a/{old} b/{new}\n", f"rename from {old}\n", f"rename to {new}\n"]
    return "".join(lines)


def _hunks(old: str, new: str, before: bytes, after: bytes) -> Iterator[str]:
    one, other = (_lines(data.decode("utf-8", "surrogateescape")) for data in (before, after))
    for line in unified_diff(one, other, old, new):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    """The lines of a text, each with its line feed."""
    lines = [f"{line}\n" for line in text.split("\n")]
    last = lines.pop().removesuffix("\n")
    return [*lines, last] if last else lines


def _named(side: str, path: str) -> str:
    """The name in a header; a tab ends one that has spaces."""
    return f"{side}/{path}\t" if " " in path else f"{side}/{path}"
