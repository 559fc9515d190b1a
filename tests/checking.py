"""What rules say about a small vault, made of records or of text."""

from collections.abc import Mapping
from datetime import date

from building import config

from netjournal.model.config import Config
from netjournal.model.diagnostic import Code, Diagnostic
from netjournal.model.index import Index
from netjournal.model.indexing import build_index
from netjournal.model.source import Source
from netjournal.notes.parse import parse_note
from netjournal.rules.registry import RULES, check_index

AS_OF = date(2026, 11, 24)
"""The day on which the vaults of tests are looked at."""


def line_of(problem: Diagnostic) -> str:
    """A diagnostic on one line, and its hint on another, as `check` prints it."""
    p = problem
    said = f"{p.path}:{p.line}:{p.column}: {p.severity}: {p.message} [{p.code}]"
    return f"{said}\n  {p.hint}" if p.hint else said


def problems(
    code: Code, index: Index, settings: Config | None = None, as_of: date = AS_OF
) -> list[str]:
    """What one rule finds in a vault, each problem with its hint."""
    rule = next(rule for rule in RULES if rule.code == code)
    found = list(rule.find(index, settings or config(), as_of))
    assert {problem.code for problem in found} <= {code.code}
    everything = check_index(index, settings or config(), as_of)
    assert set(found) == {problem for problem in everything if problem.code == code.code}
    return [line_of(problem) for problem in found]


def vault(notes: Mapping[str, str | bytes], settings: Config | None = None) -> Index:
    """The index of notes given as text, by path; those in contacts/ and journal/ are just that."""
    settings = settings or config()
    read = [
        parse_note(
            Source(path, text if isinstance(text, bytes) else text.encode()),
            settings,
            in_contacts=path.startswith("contacts/"),
            in_journal=path.startswith("journal/"),
        )
        for path, text in notes.items()
    ]
    return build_index(read, settings)


def said_of(notes: Mapping[str, str | bytes]) -> list[str]:
    """All that every rule says of notes given as text, each problem with its hint."""
    return [line_of(problem) for problem in check_index(vault(notes), config(), AS_OF)]
