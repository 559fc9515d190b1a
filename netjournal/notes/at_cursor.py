"""What stands at a place in a note, finished or not: lines, links, hashtags and keys."""

import re
from typing import NamedTuple

from netjournal.notes.links import written_links

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")
_HASHTAG_ANYWHERE = re.compile(r"(?:(?<=[\s(,;])|^)#([^\W\d_][\w/-]*)")
_KEY_ANYWHERE = re.compile(r"([^\W\d_](?:[\w -]*[\w-])?)[ \t]*+:(?=[ \t]|\Z)")


class Extent(NamedTuple):
    """Where something stands on a 1-based line: 1-based columns, the second one behind it."""

    line: int
    start: int
    end: int


def lines_of(text: str) -> list[str]:
    """The lines of a text as editors and this room count them, without their ends."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def lines_with_ends(text: str) -> list[str]:
    """The same lines, each with its end as it is written; the last may have none."""
    return _LINE.findall(text)


def end_of_head(lines: list[str], *, typing_on: int = 0) -> int:
    """The 1-based line that closes the front matter, or the first one below it; 0 without any.

    One that isn't closed yet goes on to the first blank line; the one on which somebody is about
    to type isn't blank.
    """
    if not lines or lines[0].lstrip("\ufeff").rstrip() != "---":
        return 0
    for number, line in enumerate(lines[1:], 2):
        if line.rstrip() in ("---", "..."):
            return number
    for number, line in enumerate(lines[1:], 2):
        if not line.strip() and number != typing_on:
            return number
    return len(lines) + 1


def is_table_row(line: str) -> bool:
    """Whether a line is a row of a table, in which a bar ends a cell unless it is escaped."""
    return line.lstrip(" \t>").startswith("|")


def link_extent(row: str, line: int, column: int) -> Extent:
    """Where a link stands that begins at a 1-based column of a line; to its end if it goes on."""
    for start, match, _, _ in written_links(row):
        if start == column - 1:
            end = match.end()
            return Extent(line, column, end + 1)
    return Extent(line, column, len(row) + 1)


def target_extent(row: str, line: int, column: int) -> Extent:
    """Where the text stands that a link names, of a wikilink at a 1-based column of a line."""
    for start, match, _, is_path in written_links(row):
        if start == column - 1 and not is_path:
            return Extent(line, match.start("target") + 1, match.end("target") + 1)
    return link_extent(row, line, column)


def hashtag_at(row: str, column: int) -> str:
    """The hashtag that holds a 1-based column of a line, without `#`; empty where there is none."""
    for match in _HASHTAG_ANYWHERE.finditer(row):
        if match.start() < column <= match.end() + 1:
            return match[1]
    return ""


def key_at(row: str, column: int) -> str:
    """The key of a line of front matter that holds a 1-based column; empty for any other place."""
    match = _KEY_ANYWHERE.match(row)
    return match[1] if match and column <= match.end(1) + 1 else ""


def width_at(row: str, column: int) -> int:
    """Characters that belong to a problem at a 1-based column of a line when nobody has said.

    A link whole, a word, or the rest of the line.
    """
    if row.startswith("[[", column - 1) or row.startswith("[", column - 1):
        return link_extent(row, 1, column).end - column
    rest = row[column - 1 :]
    item = re.match(r"\"[^\"]*\"|'[^']*'|[^,\[\]#]*[^,\[\]#\s]", rest)
    return len(item[0]) if item else max(1, len(rest.rstrip()))
