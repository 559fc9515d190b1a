"""Notes read from text, and what tests ask of them: `problems("name: Ana")`."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from building import config

from netjournal.model.config import Config
from netjournal.model.contact import Contact
from netjournal.model.diagnostic import Diagnostic
from netjournal.model.parsed import ParsedFile
from netjournal.model.source import Source
from netjournal.notes.parse import parse_note

NASTY = Path(__file__).parent / "nasty"
CONFIG = config()

_ROW = re.compile(r"^\| `([^`]+)` \|[^|]*\| (\w+) \| (\S+) \| (\w+) \|$", re.MULTILINE)
_TAIL = "\n# Notes\n\nMet at the meetup.\n"


class NastyNote(NamedTuple):
    """A note of the corpus, and the diagnostic that it must give."""

    file: str
    level: str
    """A severity, or `ok`."""
    line: int
    """1-based; 0 for none."""
    seen_by: str

    @property
    def data(self) -> bytes:
        """The bytes of the note; the two big ones are made here."""
        if self.file == "97-long-line.md":
            return b"---\nname: Ana Lopez\n---\n\n" + b"word " * 200_000 + b"\n"
        if self.file == "98-many-keys.md":
            keys = "".join(f"k{number}: v\n" for number in range(20_000))
            return f"---\nname: Ana Lopez\n{keys}---\n{_TAIL}".encode()
        return (NASTY / self.file).read_bytes()


def corpus(seen_by: str = "notes") -> tuple[NastyNote, ...]:
    """The files of the corpus whose diagnostic comes from a room."""
    rows = _ROW.findall((NASTY / "README.md").read_text(encoding="utf-8"))
    notes = (
        NastyNote(file, level, int(line.strip("-") or 0), by) for file, level, line, by in rows
    )
    return tuple(note for note in notes if note.seen_by == seen_by)


def read(
    text: str | bytes,
    path: str = "contacts/ana.md",
    settings: Config = CONFIG,
    *,
    in_contacts: bool = True,
    in_journal: bool = False,
) -> ParsedFile:
    """A note with this text, of the folder of contacts when nothing else is said."""
    data = text if isinstance(text, bytes) else text.encode()
    return parse_note(Source(path, data), settings, in_contacts=in_contacts, in_journal=in_journal)


def contact(fields: str, body: str = "") -> Contact:
    """The contact of a note with this front matter."""
    found = read(note(fields, body)).contact
    assert found is not None
    return found


def note(fields: str, body: str = "") -> str:
    """A note with this front matter."""
    return f"---\n{fields}---\n{body}"


def problems(fields: str, body: str = "") -> list[tuple[str, int]]:
    """Code and line of each diagnostic of a note with this front matter, its first line being 2."""
    return codes_and_lines(read(note(fields, body)).diagnostics)


def codes_and_lines(diagnostics: Sequence[Diagnostic]) -> list[tuple[str, int]]:
    """Code and line of each diagnostic."""
    return [(diagnostic.code, diagnostic.line) for diagnostic in diagnostics]


def the_problem(fields: str) -> Diagnostic:
    """The only diagnostic of a note with this front matter."""
    (only,) = read(note(fields)).diagnostics
    return only
