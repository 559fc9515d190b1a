"""Front matter whose opening line was meant to be three dashes, and is something else."""

import re
from typing import NamedTuple

from netjournal.model import codes
from netjournal.model.diagnostic import Diagnostic
from netjournal.notes.fences import KEY_LINE, Block, find_block, is_fence, looks_like_fields
from netjournal.notes.loosely_dated import DASHES, INVISIBLE, WIDE_SPACES

_UNSEEN = f"{INVISIBLE}{WIDE_SPACES}"
_START = re.compile(f"[-{DASHES}{_UNSEEN}]")
_NEARLY = re.compile(
    rf"[{_UNSEEN} \t]*+(?P<dashes>[-{DASHES}]{{1,20}}+)[ \t]*+(?P<word>(?i:ya?ml)?)"
    rf"[{_UNSEEN} \t]*+\Z"
)
_HIDDEN = re.compile(f"[{_UNSEEN}]")
_LONGEST = 300
"""Lines in which the closing line is looked for."""
_SHORTEST = 3
"""Dashes of a fence."""


class _Fence(NamedTuple):
    """The opening line, as it was typed, and where the front matter ends."""

    typed: str
    opening: int
    """The line that opens it, from 0."""
    closing: int
    """The line that closes it, from 0; 0 when there is none."""


def near_block(text: str, path: str) -> Block | None:
    """The front matter below a line that is nearly a fence, with a warning that says so.

    None unless fields follow; and unless a line closes them, when the opening is no three hyphens.
    """
    if not _START.match(text[:80].lstrip()):
        return None
    lines = text.split("\n")
    fence = _fence(lines)
    if fence is None:
        return None
    mended = lines[:]
    for number in {fence.opening, fence.closing or fence.opening}:
        mended[number] = "---"
    block = find_block("\n".join(mended), path)
    if block is None:
        return None
    end = block.body_line - 1
    grown = sum(map(len, lines[:end])) - sum(map(len, mended[:end]))
    return block._replace(
        body_start=block.body_start + grown,
        diagnostics=(_problem(fence, lines, path), *block.diagnostics),
    )


def _fence(lines: list[str]) -> _Fence | None:
    opening = next((number for number, line in enumerate(lines) if line.strip()), 0)
    found = _NEARLY.match(lines[opening])
    if found is None or is_fence(lines[opening].strip()) or found["dashes"] == "-":
        return None
    closing = 0
    below = lines[opening + 1 : opening + 1 + _LONGEST]
    for number, line in enumerate(below, opening + 1):
        if _is_closing(line):
            closing = number
            break
    if not closing and not is_fence(found["dashes"]):
        return None
    if not _are_fields(lines[opening + 1 : closing or opening + 2]):
        return None
    return _Fence(lines[opening], opening, closing)


def _is_closing(line: str) -> bool:
    found = _NEARLY.match(line)
    return found is not None and found["dashes"] != "-"


def _are_fields(lines: list[str]) -> bool:
    """Whether a field stands first in some lines, and most of them look like more."""
    typed = [line for line in lines if line.strip() and not line.startswith("#")]
    likely = sum(map(looks_like_fields, typed))
    return bool(typed and KEY_LINE.match(typed[0]) and 2 * likely >= len(typed))


def _problem(fence: _Fence, lines: list[str], path: str) -> Diagnostic:
    typed, opening, closing = fence
    line, width = opening + 1, len(typed.rstrip())
    hidden = _HIDDEN.search(typed)
    if hidden and is_fence(_HIDDEN.sub("", typed).strip()):
        message = f"an invisible character (U+{ord(hidden[0]):04X}) stands beside the opening ---"
        hint = "delete the line, and type --- again"
        column = hidden.start() + 1
        return codes.HIDDEN_CHARACTER.at(path, line, column, message, hint, width=1)
    shown = _HIDDEN.sub("", typed).strip()
    message = f"`{shown}` is not the --- that opens front matter"
    others = closing and not is_fence(lines[closing])
    where = f"here and on line {closing + 1}" if others else "here"
    hint = f"write exactly three hyphens {where}: ---"
    return codes.ODD_FENCE.at(path, line, 1, message, hint, width=width)
