"""Exports of small vaults, and a small reader of what comes out, made from the formats' rules."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from building import config, index

from netjournal.model.config import Config
from netjournal.model.contact import Contact
from netjournal.model.exported import Export, Exporter
from netjournal.model.parsed import ParsedFile

AS_OF = date(2026, 11, 24)


def export(
    *notes: ParsedFile | Contact,
    texts: Mapping[str, str] | None = None,
    public: Iterable[str] | None = None,
    due: Mapping[str, str] | None = None,
    last: Mapping[str, str] | None = None,
    states: Mapping[str, str] | None = None,
    of: Iterable[str] | None = None,
    settings: Config | None = None,
) -> Export:
    """An export of all contacts of some notes, or of those at the paths `of`."""
    settings = settings or config()
    whole = index(*notes, settings=settings)
    wanted = list(whole.contacts) if of is None else list(of)
    said = texts or {}
    return Export(
        index=whole,
        config=settings,
        as_of=AS_OF,
        contacts=tuple(whole.contacts[path] for path in wanted),
        due={path: date.fromisoformat(day) for path, day in (due or {}).items()},
        states=states or {},
        last_contacts={path: date.fromisoformat(day) for path, day in (last or {}).items()},
        text_of=lambda path: said.get(path, ""),
        body_of=lambda path: said.get(path, ""),
        fields=None if public is None else frozenset(public),
    )


def text_from(exporter: Exporter, exported: Export) -> str:
    """The one file of an export, with the line endings that it has."""
    (file,) = exporter.write(exported)
    return file.data.decode("utf-8")


class Line(NamedTuple):
    """A property of vCard or iCalendar, read by the rules."""

    name: str
    """With its parameters."""
    value: str
    """As it is written, with its backslashes."""

    @property
    def text(self) -> str:
        """The value without its backslashes."""
        return re.sub(r"(?s)\\(.)", _unescaped, self.value)


def _unescaped(match: re.Match[str]) -> str:
    return "\n" if match[1] in "nN" else match[1]


def lines_of(data: bytes) -> list[Line]:
    """The properties of a file; what ends a line is CR LF, and nothing else."""
    assert data.endswith(b"\r\n")
    folded = data.removesuffix(b"\r\n").split(b"\r\n")
    for line in folded:
        assert len(line) <= 75
        line.decode("utf-8")
        assert b"\n" not in line
        assert b"\r" not in line
    whole = data.removesuffix(b"\r\n").replace(b"\r\n ", b"").decode("utf-8").split("\r\n")
    return [_line(each) for each in whole]


def _line(text: str) -> Line:
    match = re.fullmatch(r'((?:[^":]|"[^"]*")+):(.*)', text, re.DOTALL)
    assert match, text
    return Line(match[1], match[2])
