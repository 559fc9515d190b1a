"""Obsidian's inline fields in a body: `key:: value` on its own, `[key:: value]` in a sentence."""

import re

from netjournal.notes.raw import RawField, RawValue

_KEY = r"[^\W\d_][^\n:\[\](){}#|<>*`]{0,60}"
_LINE = re.compile(
    rf"^[ \t]*+(?:(?:[-*+]|[0-9]{{1,3}}[.)])[ \t]++)?[*_]{{0,3}}(?P<key>{_KEY}?)[*_ \t]{{0,4}}::"
    r"(?!:)[*_]{0,3}[ \t]*+(?P<value>[^\n]*)",
    re.MULTILINE,
)
_WITH_LINKS = r"[^\[\]\n]*+(?:\[\[[^\[\]\n]*+\]\][^\[\]\n]*+)*+"
_BRACKETED = re.compile(
    rf"\[(?P<key>{_KEY}?)[*_ \t]{{0,4}}::(?!:)[ \t]*+(?P<value>{_WITH_LINKS})\]"
    rf"|\((?P<key_2>{_KEY}?)[*_ \t]{{0,4}}::(?!:)[ \t]*+(?P<value_2>[^()\n]*+)\)"
)


def read_inline_fields(plain: str, shown: str, first_line: int) -> tuple[RawField, ...]:
    """The inline fields of a body, in order of place; values are as they are shown.

    A value is everything up to the end of the line, or to the closing bracket. One in double
    quotes is text without the quotes. The two layers of the body are as long as each other.
    """
    if "::" not in plain:
        return ()
    matches = [*_LINE.finditer(plain), *_BRACKETED.finditer(plain)]
    fields: list[RawField] = []
    line = first_line
    seen = line_start = taken_to = 0
    for match in sorted(matches, key=re.Match.start):
        start = match.start()
        if start < taken_to:
            continue
        taken_to = match.end()
        breaks = plain.count("\n", seen, start)
        if breaks:
            line += breaks
            line_start = plain.rfind("\n", seen, start) + 1
        seen = start
        suffix = "_2" if match["key"] is None else ""
        key_start, key_end = match.span("key" + suffix)
        value = _value(shown, *match.span("value" + suffix), line, line_start)
        key = plain[key_start:key_end].strip()
        values = (value,) if value.text else ()
        fields.append(RawField(key, values, line, key_start - line_start + 1))
    return tuple(fields)


def value_span(text: str, place: int) -> tuple[int, int] | None:
    """Where the value stands of an inline field whose key or value is at an offset; None for none.

    Quotes around it belong to it.
    """
    line_start = text.rfind("\n", 0, place) + 1
    line_end = text.find("\n", place)
    line_end = len(text) if line_end < 0 else line_end
    line = _LINE.match(text, line_start)
    for match in (*([line] if line else ()), *_BRACKETED.finditer(text, line_start, line_end)):
        for suffix in ("", "_2") if match.re is _BRACKETED else ("",):
            first = match.start("value" + suffix)
            last = first + len((match["value" + suffix] or "").rstrip())
            if first >= 0 and (match.start("key" + suffix) == place or first <= place <= last):
                return first, last
    return None


def _value(shown: str, start: int, end: int, line: int, line_start: int) -> RawValue:
    text = shown[start:end].rstrip()
    quoted = len(text) > 1 and text[0] == text[-1] == '"'
    if quoted:
        text = text[1:-1]
        start += 1
    return RawValue(text, line, start - line_start + 1, quoted)
