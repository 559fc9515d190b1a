"""Fields that stand below the closing fence, as a second front matter or the rest of the first."""

import re

from netjournal.model import codes
from netjournal.model.diagnostic import Diagnostic, Severity
from netjournal.notes.fences import KEY_LINE, Block, is_fence

_BLANK_LINES = re.compile(r"(?:[ \t]*+\n)*+")
_CONTINUES = re.compile(r"[ \t]+\S|-[ \t]|#|[ \t]*\Z")
_LONGEST = 200
"""Lines of a second block that are looked at."""


def with_second_block(block: Block, text: str, path: str) -> Block:
    """The front matter with the error that there is another one below it, if there is."""
    if text.find("\n---", block.body_start - 1) < 0:
        return block
    if any(problem.severity is Severity.ERROR for problem in block.diagnostics):
        return block
    problem = _second_block(block, text, path)
    return block._replace(diagnostics=(*block.diagnostics, problem)) if problem else block


def _second_block(block: Block, text: str, path: str) -> Diagnostic | None:
    blank = _BLANK_LINES.match(text, block.body_start)
    start = blank.end() if blank else block.body_start
    lines = text[start:].split("\n", _LONGEST)[:_LONGEST]
    opened = is_fence(lines[0])
    if not opened and start > block.body_start:
        return None
    first = 1 if opened else 0
    end = first
    while end < len(lines) and (KEY_LINE.match(lines[end]) or _CONTINUES.match(lines[end])):
        end += 1
    if end == len(lines) or not KEY_LINE.match(lines[first]) or not is_fence(lines[end]):
        return None
    line = block.body_line + text.count("\n", block.body_start, start)
    what = "a second front matter stands" if opened else "fields stand"
    message = f"{what} below the first one, where no field is read"
    hint = "move these fields up into the first front matter"
    width = len(lines[0])
    return codes.UNCLOSED_FRONT_MATTER.at(path, line, 1, message, hint, width=width)
