"""A value of front matter put in quotes, where YAML would make something else of it."""

import re
from collections.abc import Sequence

from netjournal.model.diagnostic import Diagnostic
from netjournal.notes.at_cursor import lines_with_ends
from netjournal.notes.parse import parse_note
from netjournal.notes.splicing.note import Note
from netjournal.notes.splicing.quoting import quoted

_HEAD = re.compile(r"[ \t]*+(?:- ++)?(?:[^\s:\"'#\[\]{}][^:\n]*+:[ \t]++)?")
_HASHTAG = re.compile(r"#[^\s,\[\]]++")
_IN_QUOTES = re.compile(r"\"[^\"]*+\"|'[^']*+'")
_COMMENT_APART = re.compile(r"[ \t]#(?=[ \t]|\Z)")
_COMMENT = re.compile(r"[ \t]#")
_CLOSED_BY = {'"': '"', "'": "'", "“": "”", "”": "”", "„": "“”", "‟": "”", "«": "»", "»": "«"}
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")
_STRUCTURE = ("[", "{", "!", "&", "*", "|", ">", "#")
"""What begins a value that is meant for YAML, and isn't a text."""

_Place = tuple[int, int]


def quote_line(note: Note, line: int, column: int = 1, width: int = 0) -> Note | None:
    """The note with a value in quotes, if that mends it and changes no more; None where not.

    It is the one at a 1-based column of a 1-based line; without a width (in characters) all that
    the line has for a value, up to a comment.
    """
    try:
        text = note.source.data.decode()
    except UnicodeDecodeError:
        return None
    lines = lines_with_ends(text)
    if not 1 <= line <= len(lines):
        return None
    row = lines[line - 1].rstrip("\r\n")
    place = _item(row, column - 1, width) if width else _whole(row)
    if place is None:
        return None
    start, end = place
    rest = lines[line - 1][end:]
    lines[line - 1] = f"{row[:start]}{quoted(_without_quotes(row[start:end]))}{rest}"
    changed = note._replace(source=note.source._replace(data="".join(lines).encode()))
    before, after = _problems(note), _problems(changed)
    is_better = len(after) < len(before) and set(map(_what, after)) <= set(map(_what, before))
    return changed if is_better else None


def _item(row: str, start: int, width: int) -> _Place | None:
    """The place of the value that begins at an offset of a line and has a width."""
    head = _head_end(row)
    if row.startswith("#", start):
        return _with_sign(row, head, start)
    end = start + width
    begins = start == head or _is_in_brackets(row, head, start)
    is_one = begins and end <= len(row) and not row.startswith(_STRUCTURE, start)
    return (start, end) if is_one else None


def _is_in_brackets(row: str, head: int, start: int) -> bool:
    """Whether a place is where an item of a list in brackets begins, on its line or a later one."""
    has_bracket = row.startswith("[", head) or not row[:head].strip()
    return has_bracket and row[head:start].rstrip().endswith(("[", ","))


def _with_sign(row: str, head: int, start: int) -> _Place | None:
    """The place of the value that holds a `#` which YAML takes for a comment."""
    hashtag = _HASHTAG.match(row, start)
    if hashtag and _is_in_brackets(row, head, start):
        return hashtag.span()
    if row.startswith((*_STRUCTURE[:-1], '"', "'"), head):
        return None
    comment = _COMMENT_APART.search(row, start)
    end = _end_before(row, comment)
    # In quotes a comma would part nothing any more.
    return None if "," in row[head:end] else (head, end)


def _whole(row: str) -> _Place | None:
    """The place of all that a line has for a value; None for one that may be no text."""
    start = _head_end(row)
    closed = _IN_QUOTES.match(row, start)
    comment = _COMMENT.search(row, closed.end() if closed else start)
    end = _end_before(row, comment)
    value = row[start:end]
    # The sign of a comment may stand in quotes that were meant to be some.
    is_open = comment is not None and value.count('"') % 2 == 1
    # An alias of nothing is a text that begins with a star.
    is_meant = value.startswith(_STRUCTURE) and not value.startswith("*")
    return None if not value or is_meant or is_open else (start, end)


def _end_before(row: str, comment: re.Match[str] | None) -> int:
    """Where a line without its comment ends, and without the blanks before it."""
    return len((row[: comment.start()] if comment else row).rstrip(" \t"))


def _head_end(row: str) -> int:
    match = _HEAD.match(row)
    return match.end() if match else 0


def _without_quotes(value: str) -> str:
    """A value without the quotation marks around all of it, or one that is never closed."""
    first, inside, last = value[:1], value[1:-1], value[-1:]
    closing = _CLOSED_BY.get(first, "")
    if value.count('"') == 1 and first == '"':
        return value[1:].strip()
    if len(value) < 2 or not closing or last not in closing:
        return value
    rest = _APOSTROPHE.sub("", inside) if first == "'" else inside
    return value if set(rest) & {first, last} else inside.strip()


def _problems(note: Note) -> Sequence[Diagnostic]:
    in_contacts, in_journal = note.in_contacts, note.in_journal
    parsed = parse_note(note.source, note.config, in_contacts=in_contacts, in_journal=in_journal)
    return parsed.diagnostics


def _what(problem: Diagnostic) -> tuple[str, int, str]:
    return (problem.code, problem.line, problem.message)
