"""The plain part of YAML that nearly all front matter keeps to, read without a YAML loader.

Keys at the start of a line; values that are a plain word or sentence, a text in double quotes,
`[a, b]`, or `- item` lines below. Of whatever else occurs, this reader says that it is not for it.
What it reads, it reads as PyYAML does: a test compares the two on made-up front matter.
"""

import re
from collections.abc import Sequence

from netjournal.notes.raw import ABSENT, RawField, RawValue

_PLAIN = r"""[^\s\-?:,\[\]{}\#&*!|>'"%@`][^:\#\n]*+(?::[^\s:\#][^:\#\n]*+)*+"""
_QUOTED = r'"[^"\\\n]*+"'
_INSIDE = r"""\[\]{}'"\#&*!|>%@`\\:?,\n"""
_ITEM = rf"\ *+(?:{_QUOTED}\ *+|[^\ \-{_INSIDE}][^{_INSIDE}]*+)"
_LINE = re.compile(
    rf"""^([^\W\d_][\w-]{{0,60}}+(?:\ [\w-]{{1,60}}+){{0,6}}+:|\ {{0,20}}+-)(?=[\ \n])(\ *+)
    (?:({_PLAIN})|({_QUOTED})\ *+|(\[(?:{_ITEM}(?:,{_ITEM})*+|\ *+)\])\ *+|)\n""",
    re.MULTILINE | re.VERBOSE,
)
_ITEMS = re.compile(r'( *+)(?:("[^"]*+") *+|([^ ",][^",]*+))(?:,|\Z)')

Row = tuple[str, str, str, str, str]
"""A line: its key or dash, the spaces after it, and a plain, quoted or bracketed value."""

_new = tuple.__new__
"""Makes a record from a tuple, in half the time of the record's own constructor."""


def plain_rows(block: str) -> list[Row] | None:
    """The lines of a front matter, or None when it isn't plain.

    The front matter has to consist of whole lines of printable characters.
    """
    rows: list[Row] = _LINE.findall(block)
    if len(rows) != block.count("\n"):
        return None
    if ("\n " in block or "\n-" in block or block[:1] in " -") and not _items_are_plain(rows):
        return None
    return rows


def _items_are_plain(rows: list[Row]) -> bool:
    """Whether every list item is a text, below a key without a value, and in line with others."""
    indent = ""
    for head, _, plain, quoted, brackets in rows:
        if head[-1] == ":":
            indent = "" if plain or quoted or brackets else "?"
        elif brackets or not (plain or quoted) or indent not in (head, "?"):
            return False
        else:
            indent = head
    return True


def end_of_field(rows: Sequence[Row], start: int) -> int:
    """The row after a key's own and the items below it."""
    end = start + 1
    while end < len(rows) and rows[end][0][-1] == "-":
        end += 1
    return end


def plain_field(rows: Sequence[Row], line: int) -> RawField:
    """The field of a key's row and the items below it; the key stands on a 1-based line."""
    head, gap, _, _, brackets = rows[0]
    column = len(head) + len(gap) + 1
    if len(rows) > 1:
        values = [value for n, row in enumerate(rows[1:], line + 1) for value in _value(row, n)]
    elif brackets:
        values = _in_brackets(brackets, line, column)
    else:
        values = _value(rows[0], line)
    is_list = len(rows) > 1 or bool(brackets)
    field: RawField = _new(RawField, (head[:-1], tuple(values), line, 1, is_list, False))
    return field


def plain_fields(rows: Sequence[Row], first_line: int) -> tuple[RawField, ...]:
    """The fields of all rows, the first of which stands on a 1-based line."""
    fields = []
    start = 0
    while start < len(rows):
        end = end_of_field(rows, start)
        fields.append(plain_field(rows[start:end], first_line + start))
        start = end
    return tuple(fields)


def _value(row: Row, line: int) -> list[RawValue]:
    """The value of a key's or an item's row, if there is one."""
    head, gap, plain, quoted, _ = row
    text = plain.rstrip() if plain else quoted[1:-1]
    if not text or (plain and text in ABSENT):
        return []
    return [_new(RawValue, (text, line, len(head) + len(gap) + 1, not plain, False))]


def _in_brackets(brackets: str, line: int, column: int) -> list[RawValue]:
    """The items of a list in brackets that opens at a column."""
    values: list[RawValue] = []
    inner = brackets[1:-1]
    for match in _ITEMS.finditer(inner):
        gap, quoted, plain = match.groups()
        text = quoted[1:-1] if quoted else plain.rstrip()
        if text and (quoted or text not in ABSENT):
            place = column + 1 + match.start() + len(gap)
            values.append(_new(RawValue, (text, line, place, bool(quoted), False)))
    return values
