"""The value on a line of front matter put in quotes, where YAML would make something else of it."""

import re
from collections.abc import Sequence

from netjournal.model.diagnostic import Diagnostic
from netjournal.notes.parse import parse_note
from netjournal.notes.splicing.note import Note
from netjournal.notes.splicing.quoting import quoted

_LINE = re.compile(
    r"(?P<head>[ \t]*(?:- +)?(?:[^\s:\"'#\[\]{}][^:\n]*:[ \t]+)?)"
    r"(?P<value>\S[^\n\r]*?)(?P<rest>[ \t]*)"
)
_QUOTES = "\"'“”„‟«»"


def quote_line(note: Note, line: int) -> Note | None:
    """The note with the value on a 1-based line in quotes, if that mends it and changes no more.

    None where it doesn't, and where nothing was wrong.
    """
    try:
        text = note.source.data.decode()
    except UnicodeDecodeError:
        return None
    lines = re.split(r"(\r\n|\n|\r)", text)
    place = 2 * (line - 1)
    match = _LINE.fullmatch(lines[place]) if 0 <= place < len(lines) else None
    if match is None:
        return None
    value = match["value"].strip(_QUOTES).strip()
    lines[place] = f"{match['head']}{quoted(value)}{match['rest']}"
    changed = note._replace(source=note.source._replace(data="".join(lines).encode()))
    before, after = _problems(note), _problems(changed)
    is_better = len(after) < len(before) and set(map(_what, after)) <= set(map(_what, before))
    return changed if is_better else None


def _problems(note: Note) -> Sequence[Diagnostic]:
    in_contacts, in_journal = note.in_contacts, note.in_journal
    parsed = parse_note(note.source, note.config, in_contacts=in_contacts, in_journal=in_journal)
    return parsed.diagnostics


def _what(problem: Diagnostic) -> tuple[str, int, str]:
    return (problem.code, problem.line, problem.message)
