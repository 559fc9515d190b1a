"""Where front matter begins and ends, also when its `---` lines are damaged."""

import re
from typing import NamedTuple

from netjournal.model import codes
from netjournal.model.diagnostic import Diagnostic

KEY_LINE = re.compile(
    r"""("[^"\n]{1,80}"|'[^'\n]{1,80}'|[^\s\-#:\[\]{},&*!|>'"%@`?][^:\n]{0,80}):(?=\s|\Z)"""
)
"""A line that starts with a key, as front matter has them."""

_FENCE = re.compile(r"-{3,}[ \t]*\Z")
_DOTS = re.compile(r"\.\.\.[ \t]*\Z")
_INDENTED_FENCE = re.compile(r"[ \t]+-{3,}[ \t]*\Z")
_HEADING = re.compile(r"#{1,6} \S")
_BLOCK_TEXT = re.compile(r":[ \t]+[|>][-+\d]*[ \t]*(?:#.*)?\Z")
_PLAIN_KEY = re.compile(r"[a-z_][\w -]*:(?=\s|\Z)")
_CLOSE_HINT = "write a line of exactly --- where the fields end"


class Block(NamedTuple):
    """The front matter of a note, between its fences."""

    text: str
    line: int
    """The 1-based line of the note on which the text begins."""
    body_start: int
    """The offset in the note of what stands below the closing fence."""
    body_line: int
    """The 1-based line of the note below the closing fence."""
    diagnostics: tuple[Diagnostic, ...] = ()


def is_fence(line: str) -> bool:
    """Whether a line is made of three or more dashes alone."""
    return _FENCE.match(line) is not None


def find_block(text: str, path: str) -> Block | None:
    """The front matter of a note, or None when it has none."""
    if text.startswith("---\n"):
        end = text.find("\n---", 3)
        if end >= 0 and text[end + 4 : end + 5] in ("\n", ""):
            block = text[4 : end + 1]
            if not _needs_care(block):
                return Block(block, 2, min(end + 5, len(text)), block.count("\n") + 3)
    elif not text[:80].lstrip().startswith("---"):
        return None
    return _careful(text.split("\n"), path)


def _needs_care(block: str) -> bool:
    return (
        "\n\n" in block
        or block[:1] == "\n"
        or "---" in block
        or "\n..." in block
        or block[:3] == "..."
        or (("|" in block or ">" in block) and _ends_in_block_text(block.split("\n")))
    )


def _careful(lines: list[str], path: str) -> Block | None:
    opening = next(number for number, line in enumerate(lines) if line.strip())
    if not _FENCE.match(lines[opening].lstrip()):
        return None
    found = _closing(lines, opening, path)
    if found is None:
        return _unclosed(lines, opening, path)
    end, body, problems = found
    if not problems:
        longer = _fence_in_block_text(lines, opening, end, path)
        if longer:
            return longer
        end, body, problems = _without_notes(lines, opening, end, path) or found
    odd = _odd_opening(lines, opening, path)
    if odd and not any(map(KEY_LINE.match, lines[opening + 1 : end])):
        return None
    return _block(lines, opening, end, body, (*odd, *problems))


def _block(
    lines: list[str], opening: int, end: int, body: int, problems: tuple[Diagnostic, ...]
) -> Block:
    """The block between two lines of a note; the numbers of lines count from 0."""
    text = "".join(line + "\n" for line in lines[opening + 1 : end])
    return Block(text, opening + 2, offset_of(lines, body), body + 1, problems)


def offset_of(lines: list[str], number: int) -> int:
    """Where a line begins in the text of these lines; the text's end for one below the last."""
    offset = sum(map(len, lines[:number])) + number
    return offset if number < len(lines) else offset - 1


_Closing = tuple[int, int, tuple[Diagnostic, ...]]
"""The line of the closing fence and the first line of the body, from 0, and what is odd."""


def _closing(lines: list[str], opening: int, path: str) -> _Closing | None:
    indented = None
    key = ""
    for number in range(opening + 1, len(lines)):
        line = lines[number]
        if line and not line[0].isspace():
            key = line
        if _FENCE.match(line):
            if indented is not None:
                break
            return number, number + 1, _odd_closing(lines, opening, number, path)
        if _DOTS.match(line):
            return _dots(lines, number, path)
        fence = indented is None and _INDENTED_FENCE.match(line)
        if fence and not _BLOCK_TEXT.search(key):
            indented = number
    if indented is None:
        return None
    column = len(lines[indented]) - len(lines[indented].lstrip()) + 1
    problem = codes.UNCLOSED_FRONT_MATTER.at(
        path,
        indented + 1,
        column,
        "the closing --- is indented, so that it doesn't close the front matter",
        "delete the spaces before it",
    )
    return indented, indented + 1, (problem,)


def _odd_opening(lines: list[str], opening: int, path: str) -> tuple[Diagnostic, ...]:
    line = lines[opening].rstrip()
    if opening == 0 and line == "---":
        return ()
    if opening > 0:
        message, hint = "front matter has to begin on the first line", "delete the lines above it"
    elif line.startswith("-"):
        message, hint = f"a fence of {len(line)} dashes", "write exactly three: ---"
    else:
        message, hint = "the opening --- is indented", "delete the spaces before it"
    return (codes.ODD_FENCE.at(path, opening + 1, 1, message, hint, width=len(line)),)


def _odd_closing(lines: list[str], opening: int, number: int, path: str) -> tuple[Diagnostic, ...]:
    line = lines[number].rstrip()
    if line == "---" or lines[opening].rstrip() == line:
        return ()
    message = f"a fence of {len(line)} dashes"
    return (codes.ODD_FENCE.at(path, number + 1, 1, message, "write exactly three: ---"),)


def _dots(lines: list[str], number: int, path: str) -> _Closing:
    """What a line of `...` closes: the front matter, or the first of several YAML documents."""
    after = number + 1
    while after < len(lines) and not lines[after].strip():
        after += 1
    if after == len(lines) or not _FENCE.match(lines[after]):
        message = "front matter that ends with ... is read by few programs"
        problem = codes.ODD_FENCE.at(path, number + 1, 1, message, _CLOSE_HINT, width=3)
        return number, number + 1, (problem,)
    message = "front matter must be one YAML document: ... ends it, and another begins below"
    hint = "delete the ... line and what is left of the other document"
    problem = codes.YAML_SYNTAX.at(path, number + 1, 1, message, hint, width=3)
    end = after + 1
    while end < len(lines) and KEY_LINE.match(lines[end]):
        end += 1
    closed = end > after + 1 and end < len(lines) and bool(_FENCE.match(lines[end]))
    return number, end + 1 if closed else after + 1, (problem,)


def _unclosed(lines: list[str], opening: int, path: str) -> Block | None:
    """Front matter without any closing fence: the lines that look like fields."""
    end = opening + 1
    while end < len(lines) and looks_like_fields(lines[end]):
        end += 1
    if not any(map(KEY_LINE.match, lines[opening + 1 : end])):
        return None
    problem = codes.UNCLOSED_FRONT_MATTER.at(
        path, opening + 1, 1, "the front matter that opens here is never closed", _CLOSE_HINT
    )
    return _block(lines, opening, end, end, (problem,))


def looks_like_fields(line: str) -> bool:
    """Whether a line is a field, an item of a list, or continues one of these."""
    return bool(line[:1].isspace() and line.strip()) or bool(
        line.startswith("- ") or KEY_LINE.match(line)
    )


def _ends_in_block_text(lines: list[str]) -> bool:
    """Whether the last key of these lines opens a text of several lines with `|` or `>`."""
    for line in reversed(lines):
        if line and not line[0].isspace():
            return bool(_BLOCK_TEXT.search(line))
    return False


def _fence_in_block_text(lines: list[str], opening: int, end: int, path: str) -> Block | None:
    """The block up to the next fence, when this one stands inside a text of several lines."""
    if not _ends_in_block_text(lines[opening + 1 : end]):
        return None
    close = end + 1
    while close < len(lines) and (looks_like_fields(lines[close]) or not lines[close]):
        close += 1
    more = lines[end + 1 : close]
    if not more or not more[0] or close == len(lines) or not _FENCE.match(lines[close]):
        return None
    keys = [number for number, line in enumerate(more, end + 2) if KEY_LINE.match(line)]
    message = "the front matter ends here, inside a text of several lines"
    if keys:
        message += f"; line {keys[0]} looks like more fields"
    problem = codes.UNCLOSED_FRONT_MATTER.at(
        path, end + 1, 1, message, "indent this line like the text around it", width=3
    )
    indent = more[0][: len(more[0]) - len(more[0].lstrip())] or "  "
    mended = [*lines[:end], indent + lines[end], *more]
    block = _block(mended, opening, close, close, (problem,))
    return block._replace(body_start=offset_of(lines, close + 1), body_line=close + 2)


def _without_notes(lines: list[str], opening: int, end: int, path: str) -> _Closing | None:
    """The block up to a heading that a later horizontal rule has made a part of it.

    YAML takes a heading for a comment. It is one when only plain keys follow.
    """
    heading = notes = None
    capitals = False
    for number in range(opening + 1, end):
        line = lines[number]
        if heading is None:
            capitals = capitals or line[:1].isupper()
            if _HEADING.match(line) and not lines[number - 1].strip():
                heading = number
        elif line and line[0] not in "#- \t" and not _is_field(line, capitals=capitals):
            notes = number
            break
    if heading is None or notes is None:
        return None
    return heading, heading, (swallowed(path, notes + 1, end + 1),)


def _is_field(line: str, *, capitals: bool) -> bool:
    """Whether a line starts with a key as the fields above it are written."""
    return bool((KEY_LINE if capitals else _PLAIN_KEY).match(line))


def notes_in(lines: list[str]) -> tuple[int, int] | None:
    """Where notes begin below a blank line, and their first line that is no field; from 0.

    Only for front matter that isn't YAML: there they tell that the closing fence is missing.
    """
    below_blank = False
    opens_list = True
    heading = None
    for number, line in enumerate(lines):
        if not line.strip():
            below_blank = True
        elif line[0].isspace():
            continue
        elif KEY_LINE.match(line):
            heading = None
            opens_list = line.rstrip().endswith(":")
        elif below_blank and _HEADING.match(line):
            heading = number if heading is None else heading
        elif below_blank and not (line[0] in "#]}'\"" or (opens_list and line.startswith("- "))):
            return (number if heading is None else heading), number
    return None


def swallowed(path: str, line: int, end: int) -> Diagnostic:
    """The problem of notes on a line that a fence below them has made front matter."""
    return codes.UNCLOSED_FRONT_MATTER.at(
        path,
        line,
        1,
        f"notes are read as front matter, because the --- on line {end} closes it: "
        "is the closing --- missing above them?",
        _CLOSE_HINT,
    )
