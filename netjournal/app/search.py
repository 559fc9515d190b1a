"""Full-text search: the lines of the notes that hold every word."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from netjournal.model.diagnostic import Diagnostic
from netjournal.model.index import Index
from netjournal.model.names import plain_key
from netjournal.vault.reader import read_note


class Hit(NamedTuple):
    """A line that holds every word, or the first line of a note that does."""

    path: str
    line: int
    """1-based."""
    text: str


def search(root: Path, index: Index, words: tuple[str, ...]) -> Iterator[Hit]:
    """The hits in the contacts and journal notes of a vault, in the order of paths.

    Case and accents make no difference. A note in which the words stand on different lines
    is a hit at the first line that has one of them.
    """
    wanted = tuple(key for key in (plain_key(word) for word in words) if key)
    if not wanted:
        return
    for path in index.files:
        source = read_note(root, path)
        if not isinstance(source, Diagnostic):
            text = source.data.decode("utf-8-sig", errors="replace")
            yield from _hits(path, text, wanted)


def _hits(path: str, text: str, wanted: tuple[str, ...]) -> Iterator[Hit]:
    whole = plain_key(text)
    if not all(word in whole for word in wanted):
        return
    lines = text.splitlines()
    keys = [plain_key(line) for line in lines]
    found = [number for number, key in enumerate(keys) if all(word in key for word in wanted)]
    if not found:
        found = [n for n, key in enumerate(keys) if any(word in key for word in wanted)][:1]
    for number in found:
        yield Hit(path, number + 1, lines[number].strip())
