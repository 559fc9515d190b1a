"""What is being typed at a place in a note that may not be finished."""

import re
from collections.abc import Callable
from enum import Enum
from typing import NamedTuple

from netjournal.notes.at_cursor import end_of_head, is_table_row, lines_of
from netjournal.notes.hidden import layers, may_hide

_OPEN_LINK = re.compile(r"\[\[([^\[\]|\n]*)\Z")
_REST_OF_LINK = re.compile(r"[^\[\]|\n]*?(?=\]\]|\\?\|[^\[\]\n]*+\]\])")
_MENTION = re.compile(r"(?:^|(?<=[\s(]))@((?:[^\W_][\w.'’-]*(?: [\w.'’-]+){0,2} ?)?)\Z")
_HASHTAG = re.compile(r"(?:(?<=[\s(,;])|^)#([\w/-]*)\Z")
_DAY_OF_ENTRY = re.compile(r"^[ \t]*(?:[-*+]|#{2,6}) (?:\*\*)?([0-9][0-9-]*|[^\W\d_]{2,12})\Z")
_DUE_DAY = re.compile(
    r"(?:📅\ufe0f? ?|\bdue::? ?|\( ?due )([0-9-]*|[^\W\d_]{1,12}|[0-9]{1,3} ?[^\W\d_]{1,6})\Z"
)
_KEY = re.compile(r"([^\W\d_][\w -]*)?\Z")
_FIELD = re.compile(r"([^\s:#\"'\[\]{}](?:[^:]*[^:\s])?)[ \t]*+:[ \t]++(.*)\Z")
_ITEM = re.compile(r"[ \t]*-[ \t]+(.*)\Z")
_KEY_OF_LIST = re.compile(r"([^\s:#-](?:[^:]*[^:\s])?)[ \t]*+:[ \t]*+(?:#.*)?\Z")
_NO_KEY = re.compile(r"[ \t]*(?:-(?:[ \t]|\Z)|#|\Z)")
_WORD = re.compile(r"[\w/-]*")
_REST_OF_NAME = re.compile(r"\w*+(?:[.'’-]\w++)*+")
_REST_OF_ITEM = re.compile(r"[^,\]\"']*+")
_REST_OF_TEXT = re.compile(r"[^\"']*+")
_REST_IN_QUOTES = re.compile(r"[^\"']*")
_QUOTED = re.compile(r"\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)")
_COMMENT_BEHIND = re.compile(r"[ \t]#")
_COMMENT = re.compile(r"(?:^|[ \t])#")


class SpotKind(Enum):
    """What may be written at a place."""

    LINK = "link"
    MENTION = "mention"
    """Behind an `@`: somebody who is to become a link."""
    FIELD = "field"
    VALUE = "value"
    HASHTAG = "hashtag"
    DAY = "day"
    TEXT = "text"


class Spot(NamedTuple):
    """What is being typed; `start` and `end` are 1-based columns on the line."""

    kind: SpotKind
    typed: str = ""
    """From where it begins to the cursor."""
    start: int = 0
    """Of what is typed; of a mention, of its `@`."""
    end: int = 0
    """Behind the rest of the same word."""
    key: str = ""
    """Of a value: the key as typed."""
    whole: str = ""
    """Of a value: what is typed with the rest of it."""
    has_more: bool = False
    """Whether something stands behind it that belongs to it: brackets, a label, a colon."""
    in_list: bool = False
    """Of a value: whether it is one of several in brackets."""
    in_table: bool = False
    """Whether it stands in a row of a table, where the bar of a link is escaped."""
    is_quoted: bool = False
    """Of a value: whether a quotation mark stands before it."""
    has_label: bool = False
    """Of a link: whether a label stands behind it."""
    is_ahead: bool = False
    """Of a day: whether it is one by which something is to be done."""


TEXT = Spot(SpotKind.TEXT)


IsList = Callable[[str], bool]
"""Whether a key, as typed, has several values, so that a comma ends one of them."""


def spot_at(text: str, line: int, column: int, is_list: IsList = bool) -> Spot:
    """What is being typed at a 1-based line and column of a note."""
    lines = lines_of(text)
    if not 1 <= line <= len(lines):
        return TEXT
    row = lines[line - 1]
    before, after = row[: column - 1], row[column - 1 :]
    end = end_of_head(lines, typing_on=line)
    if 1 < line < end:
        return _in_head(lines, line, before, after, is_list)
    if line == end or line < end or _is_hidden(lines, line, column, end):
        return TEXT
    spot = _link(before, after) or _in_body(before, after)
    return spot._replace(in_table=True) if spot != TEXT and is_table_row(row) else spot


def _in_head(lines: list[str], line: int, before: str, after: str, is_list: IsList) -> Spot:
    if before.lstrip().startswith("#"):
        return TEXT
    key = _KEY.match(before)
    if key and not before.startswith((" ", "\t")):
        rest = _KEY.match(after.partition(":")[0].rstrip())
        end = len(before) + 1 + (len(rest[0]) if rest else 0)
        return Spot(SpotKind.FIELD, before, 1, end, has_more=":" in after)
    field = _FIELD.match(before)
    item = None if field else _ITEM.match(before)
    has_parts = False
    if field:
        name, value = field[1], field[2]
        has_parts = is_list(name)
    elif item:
        # Below its key each line is one value, whatever it holds.
        name, value = _key_of_item(lines[: line - 1]), item[1]
    else:
        return TEXT
    if not name or _COMMENT.search(_QUOTED.sub("", value)):
        return TEXT
    return _link(before, after, name) or _value(name, value, before, after, has_parts=has_parts)


def _key_of_item(above: list[str]) -> str:
    """The key whose list goes on below some lines; empty where no list does."""
    keys = (each for each in reversed(above) if not _NO_KEY.match(each))
    match = _KEY_OF_LIST.match(next(keys, ""))
    return match[1] if match else ""


def _value(key: str, value: str, before: str, after: str, *, has_parts: bool) -> Spot:
    in_list = value.startswith("[")
    typed = value
    if in_list:
        typed = value[1:].rpartition(",")[2]
    elif has_parts and not value.startswith(("'", '"')):
        typed = value.rpartition(",")[2]
    typed = typed.lstrip()
    is_quoted = typed.startswith(("'", '"'))
    typed = typed[1:] if is_quoted else typed
    rest = _rest(after, is_quoted=is_quoted, has_parts=has_parts or in_list)
    end = len(before) + 1 + len(rest)
    start = len(before) + 1 - len(typed)
    return Spot(
        SpotKind.VALUE,
        typed,
        start,
        end,
        key,
        whole=typed + rest,
        has_more=bool(after.strip()),
        in_list=in_list,
        is_quoted=is_quoted,
    )


def _rest(after: str, *, is_quoted: bool, has_parts: bool) -> str:
    """What stands behind the cursor and belongs to the same value."""
    pattern = _REST_IN_QUOTES if is_quoted else _REST_OF_ITEM if has_parts else _REST_OF_TEXT
    match = pattern.match(after)
    rest = match[0] if match else ""
    if is_quoted:
        return rest
    comment = _COMMENT_BEHIND.search(rest)
    return (rest[: comment.start()] if comment else rest).rstrip(" \t")


def _link(before: str, after: str, key: str = "") -> Spot | None:
    match = _OPEN_LINK.search(before)
    if match is None:
        return None
    rest = _REST_OF_LINK.match(after)
    end = len(before) + 1 + (len(rest[0]) if rest else 0)
    start = match.start(1) + 1
    has_label = after[len(rest[0]) :].startswith(("|", "\\|")) if rest else False
    return Spot(
        SpotKind.LINK, match[1], start, end, key, has_more=rest is not None, has_label=has_label
    )


def _in_body(before: str, after: str) -> Spot:
    word = _WORD.match(after)
    end = len(before) + 1 + (len(word[0]) if word else 0)
    mention = _MENTION.search(before)
    if mention:
        name = _REST_OF_NAME.match(after)
        end = len(before) + 1 + (len(name[0]) if name else 0)
        return Spot(SpotKind.MENTION, mention[1], mention.start() + 1, end)
    hashtag = _HASHTAG.search(before)
    if hashtag and (hashtag[1] or before.strip("# \t")):
        return Spot(SpotKind.HASHTAG, hashtag[1], hashtag.start(1) + 1, end)
    due = _DUE_DAY.search(before)
    day = due or _DAY_OF_ENTRY.search(before)
    if day:
        return Spot(SpotKind.DAY, day[1], day.start(1) + 1, end, is_ahead=due is not None)
    return TEXT


def _is_hidden(lines: list[str], line: int, column: int, end: int) -> bool:
    """Whether a place in the body is in code or in a comment."""
    body = "\n".join(lines[end:])
    offset = sum(len(each) + 1 for each in lines[end : line - 1]) + column - 2
    return 0 <= offset < len(body) and may_hide(body) and layers(body).plain[offset] != body[offset]
