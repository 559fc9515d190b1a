"""Problems as values: what is wrong, where, how bad it is, and what to do."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How bad a problem is: an error hides data, a warning may mislead, an info only tells."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Fix(NamedTuple):
    """A way to put a problem right: a text at its place or behind it on its line, and a better."""

    typed: str
    better: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem at one place, with a sentence and a hint for the person who wrote the note."""

    code: str
    """`NJ` and three digits."""
    severity: Severity
    path: str
    """The path inside the vault, with `/` between folders."""
    line: int
    """1-based."""
    column: int
    """1-based, in characters."""
    message: str
    hint: str = ""
    width: int = 0
    """Characters on that line that the problem covers; 0 when unknown."""
    fixes: tuple[Fix, ...] = ()
    """What may be meant, the likeliest first; empty when only the writer knows."""


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of problem: its code, its name and its severity."""

    code: str
    name: str
    severity: Severity

    def at(
        self,
        path: str,
        line: int,
        column: int,
        message: str,
        hint: str = "",
        *,
        width: int = 0,
        fixes: tuple[Fix, ...] = (),
    ) -> Diagnostic:
        """The diagnostic of this kind at a place (1-based line and column)."""
        return Diagnostic(self.code, self.severity, path, line, column, message, hint, width, fixes)


def in_reading_order(diagnostic: Diagnostic) -> tuple[str, int, int, str, str]:
    """The sort key that lists diagnostics by path, line, column and code."""
    d = diagnostic
    return (d.path, d.line, d.column, d.code, d.message)
