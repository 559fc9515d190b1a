"""What of a body is no prose: comments, fenced code and inline code."""

import re
from typing import NamedTuple


class Layers(NamedTuple):
    """A body twice more, each as long as the original, line for line."""

    shown: str
    """With comments and fenced code blanked: what a reader is meant to read."""
    plain: str
    """With inline code blotted out by backticks as well: where marks and links mean something."""


_BLOCK_MARK = r"(?:[-*+][ \t]|[0-9]{1,3}[.)][ \t]|#{1,6}[ \t]|[>|]|```|~~~)"
BLOCK_BREAK = re.compile(rf"\n[ \t]*+(?:\n|\Z|{_BLOCK_MARK})")
"""Where a paragraph ends at the latest, and with it inline code and the label of a link."""

_OPENER = re.compile(
    r"^(?P<lead>(?:[ \t]*+(?:>|(?:[-*+]|[0-9]{1,3}[.)])(?=[ \t])))*+)[ \t]*+"
    r"(?P<fence>`{3,}(?=[^`\n]*+$)|~{3,})"
    r"|^[ \t]*+(?:(?P<html_block><!--)|(?P<percent_block>%%))"
    r"|(?P<html><!--)|(?P<percent>%%)|(?P<code>`++)|\\[\\`<%]",
    re.MULTILINE,
)
_FENCE_LINE = re.compile(r"^[ \t]*+(?P<fence>`{3,}|~{3,})[ \t]*+$", re.MULTILINE)
_FENCE_LINE_IN_QUOTE = re.compile(
    r"^(?:(?![ \t]*+>)|[ \t>]*+(?P<fence>`{3,}|~{3,})[ \t]*+$)", re.MULTILINE
)
_FENCE_SIGNS = re.compile(r"`+|~+")
_FENCE_LINE_ANYWHERE = re.compile(r"[ \t>]*+(`{3,}|~{3,})[ \t]*+")
_BACKTICKS = re.compile("`+")
_NOT_A_BREAK = re.compile(r"[^\n]")


def layers(text: str) -> Layers:
    """The layers of a body whose lines end with line feeds.

    What opens first wins: a comment inside code is code. A fence that is never closed runs to
    the end of the text, or of its block quote; so does a comment that opens at the start of a
    line, while one that opens inside a line and is never closed is text.
    """
    if not may_hide(text):
        return Layers(text, text)
    shown: list[str] = []
    plain: list[str] = []
    done = 0
    for start, end, is_code in _spans(text):
        before = text[done:start]
        span = text[start:end]
        shown += (before, span if is_code else _NOT_A_BREAK.sub(" ", span))
        plain += (before, _NOT_A_BREAK.sub("`" if is_code else " ", span))
        done = end
    shown.append(text[done:])
    plain.append(text[done:])
    return Layers("".join(shown), "".join(plain))


def without_comments(text: str) -> str:
    """The text of a body without its comments; code is as it was."""
    done, kept = 0, []
    for start, end in comments(text):
        kept.append(text[done:start])
        done = end
    return "".join([*kept, text[done:]])


def comments(text: str) -> list[tuple[int, int]]:
    """Where the comments of a body begin and end."""
    if not may_hide(text):
        return []
    return [(start, end) for start, end, _ in _spans(text) if text[start] in "<%"]


def may_hide(text: str) -> bool:
    """Whether there may be code or a comment; single characters are found much faster."""
    return (
        "`" in text
        or ("%" in text and "%%" in text)
        or ("<" in text and "<!--" in text)
        or ("~" in text and "~~~" in text)
    )


def left_open(text: str) -> tuple[int, str] | None:
    """The offset of the comment or fence that is never closed and runs to the end, and its opener.

    None when the text ends otherwise.
    """
    spans = _spans(text)
    start, end, is_code = spans[-1] if spans else (0, 0, True)
    if is_code or end < len(text):
        return None
    if text[start] in "<%":
        opener, closer = ("%%", "%%") if text[start] == "%" else ("<!--", "-->")
        return None if text.find(closer, start + 2) >= 0 else (start, opener)
    fence = _FENCE_SIGNS.match(text, start)
    opener = fence[0] if fence else ""
    last_line = text.rpartition("\n")[2] if "\n" in text[start:] else ""
    closing = _FENCE_LINE_ANYWHERE.fullmatch(last_line)
    is_closed = closing is not None and closing[1].startswith(opener)
    return None if is_closed else (start, opener)


def _spans(text: str) -> list[tuple[int, int, bool]]:
    """Start, end, and whether it is inline code, of everything hidden, in order."""
    spans: list[tuple[int, int, bool]] = []
    code = _InlineCode(text)
    comments = _Comments(text)
    match = _OPENER.search(text)
    while match:
        end = match.end()
        kind = match.lastgroup
        if kind is not None:
            start = match.start(kind)
            if kind == "fence":
                hidden_to = _fence_end(text, match)
            elif kind == "code":
                hidden_to = code.end(start, end)
            else:
                hidden_to = comments.end(start, is_block=kind.endswith("block"))
            if hidden_to:
                spans.append((start, hidden_to, kind == "code"))
                end = hidden_to
        match = _OPENER.search(text, end)
    return spans


def _fence_end(text: str, opener: re.Match[str]) -> int:
    """Where fenced code ends: behind its closing line, or before the break that ends its quote."""
    fence = opener["fence"]
    line_end = text.find("\n", opener.end())
    if line_end < 0:
        return len(text)
    closing = _FENCE_LINE_IN_QUOTE if ">" in opener["lead"] else _FENCE_LINE
    for match in closing.finditer(text, line_end + 1):
        found = match["fence"]
        if found is None:
            return match.start() - 1
        if found.startswith(fence):
            return match.end()
    return len(text)


class _Comments:
    """Where comments end, and of which sort none ends any more."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._never: set[str] = set()

    def end(self, start: int, *, is_block: bool) -> int:
        """Where the comment ends that opens at an offset; 0 if it is text."""
        closer = "%%" if self._text[start] == "%" else "-->"
        found = -1 if closer in self._never else self._text.find(closer, start + 2)
        if found >= 0:
            return found + len(closer)
        self._never.add(closer)
        return len(self._text) if is_block else 0


class _InlineCode:
    """The backticks of one paragraph at a time, so that none is looked at twice."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._paragraph_end = 0
        self._runs: dict[int, list[int]] = {}

    def end(self, start: int, content: int) -> int:
        """Where inline code ends whose backticks stand at start to content; 0 if it doesn't."""
        if start >= self._paragraph_end:
            self._read_paragraph(start)
        width = content - start
        runs = self._runs.get(width, [])
        while runs and runs[-1] < content:
            runs.pop()
        return runs[-1] + width if runs else 0

    def _read_paragraph(self, start: int) -> None:
        found = BLOCK_BREAK.search(self._text, start)
        self._paragraph_end = found.start() if found else len(self._text)
        self._runs = {}
        for run in _BACKTICKS.finditer(self._text, start, self._paragraph_end):
            self._runs.setdefault(run.end() - run.start(), []).append(run.start())
        for runs in self._runs.values():
            runs.reverse()
