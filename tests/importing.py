"""Reading a file with an importer, as the command would."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from netjournal.model.imported import (
    Asked,
    Imported,
    ImportedEntry,
    ImportedPerson,
    IncomingFile,
    Read,
    Skipped,
)

ASKED = Asked(date(2026, 11, 24), ("noor@example.org", "noor.haddad@example.com"))


class Found(NamedTuple):
    """What a file says, by sort, each in its order."""

    people: list[ImportedPerson]
    entries: list[ImportedEntry]
    skipped: list[Skipped]


def lines_of(data: bytes) -> Iterator[bytes]:
    """The lines of a file, each with its ending."""
    yield from data.splitlines(keepends=True)


def all_of(read: Read, data: bytes | str, asked: Asked = ASKED, name: str = "x") -> list[Imported]:
    """What an importer gives for a file, in its order."""
    typed = data.encode() if isinstance(data, str) else data
    return list(read(IncomingFile(name, lines_of(typed)), asked))


def found_in(read: Read, data: bytes | str, asked: Asked = ASKED, name: str = "x") -> Found:
    """What an importer gives for a file."""
    given = all_of(read, data, asked, name)
    return Found(
        [each for each in given if isinstance(each, ImportedPerson)],
        [each for each in given if isinstance(each, ImportedEntry)],
        [each for each in given if isinstance(each, Skipped)],
    )
