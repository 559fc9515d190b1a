"""What a rule is: a kind of problem, the words that explain it, and how it is found."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from netjournal.model.config import Config
from netjournal.model.diagnostic import Code, Diagnostic
from netjournal.model.index import Index

Find = Callable[[Index, Config, date], Iterable[Diagnostic]]
"""How a rule finds its problems in a vault as it is on a day."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of problem: its code, its documentation in Markdown, and how it is found."""

    code: Code
    explanation: str
    """The docstring of the rule's module; its first line says in a sentence what is wrong."""
    find: Find


def found_while_reading(code: Code) -> Find:
    """How a rule finds what reading the notes has reported already."""

    def find(index: Index, _config: Config, _as_of: date) -> Iterable[Diagnostic]:
        return [diagnostic for diagnostic in index.reported if diagnostic.code == code.code]

    return find


def reported_elsewhere(_index: Index, _config: Config, _as_of: date) -> Iterable[Diagnostic]:
    """How a rule finds what isn't in the notes: it doesn't; folders, settings and pages tell."""
    return ()
