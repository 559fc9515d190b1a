"""What couldn't be read in the notes of contacts, said beside those whom it may put elsewhere."""

import re
from collections.abc import Mapping, Sequence

from netjournal.model import codes
from netjournal.model.diagnostic import Diagnostic
from netjournal.model.review import Column, Excerpt
from netjournal.model.source import Place

_UNREAD = frozenset(
    code.code
    for code in (
        codes.YAML_SYNTAX,
        codes.DUPLICATE_KEY,
        codes.MISSPELT_FIELD,
        codes.BAD_VALUE,
        codes.UNKNOWN_RELATIONSHIP,
        codes.NOT_FIELDS,
        codes.UNCLOSED_FRONT_MATTER,
        codes.UNKNOWN_INDUSTRY,
    )
)
"""Problems by which a cadence, a day, a relationship or an industry may be another one."""

_TYPED = re.compile(r"`([^`]*+)`")

WHY = Column("why", "Why", then="doubt")
"""Why a contact is in a list, and what isn't understood in its note."""


def doubts(diagnostics: Sequence[Diagnostic]) -> Mapping[str, Diagnostic]:
    """The first such problem of each note, by its path."""
    found = [problem for problem in diagnostics if problem.code in _UNREAD]
    return {problem.path: problem for problem in reversed(found)}


def doubt(path: str, found: Mapping[str, Diagnostic]) -> Excerpt | None:
    """What isn't understood in the note of a contact, and where; None where all is."""
    problem = found.get(path)
    if problem is None:
        return None
    hint = f"; {problem.hint}" if problem.hint.startswith("did you mean") else ""
    words = _TYPED.sub(r"“\1”", f"{problem.message}{hint}")
    return Excerpt(f"please check: {words}", Place(path, problem.line))
