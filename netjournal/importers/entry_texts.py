"""Texts of other programs as entries of a note: nothing in them is read as a mark."""

import re

LONGEST = 1_000
"""Characters after which a line is cut, the ellipsis included."""

_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
    "\u00ad\u180e\u200b\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\ud800-\udfff]"
)
"""What hides or reorders text, or is none; the joiners of emoji and of scripts may stay."""

_BEFORE_TEXT = " \t\n:;,|·•–—-"
"""What a note may have between a date and its entry: no part of the text."""

_MARK = re.compile(
    r"\\(?=[!-/:-@\[-`{-~])"  # an escape
    r"|`|(?<=~)~|%(?=%)|<(?=!--)"  # code and comments
    r"|(?<=:):"  # an inline field
    r"|\[(?=\[)|\](?=[(\[])"  # a link
)
_HASHTAG = re.compile(r"(://\S*)|(?<![^\W_])(?<![/&\\])#(?=\w)")
_BOX_OR_REFERENCE = re.compile(r"^((?:[ \t]*(?:[-*+]|[0-9]{1,9}[.)])[ \t]+)*[ \t]*)\[")
_BLOCK = re.compile(r"^[ \t]*(?=#|[-=_* ]+$|\|)")
_LINE_ENDS = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


def plain_line(text: str) -> str:
    """A text on one line with single spaces, cut when it is endless; marks stay as they are."""
    line = " ".join(_UNSEEN.sub("", text[: LONGEST * 10]).split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"


def entry_line(text: str) -> str:
    """A text as it can stand behind the date of an entry: on one line, its marks escaped.

    A `#gave` in it is a word like others, and `[[Priya]]` links nobody.
    """
    return _escaped(plain_line(text).lstrip(_BEFORE_TEXT))


def entry_lines(text: str) -> list[str]:
    """The lines of a longer text, without empty ones around it; lists and quotes stay lists."""
    lines = [_UNSEEN.sub("", line).expandtabs(4).rstrip() for line in _LINE_ENDS.split(text)]
    escaped = [_BLOCK.sub(lambda found: f"{found[0]}\\", _escaped(line)) for line in lines]
    return "\n".join(escaped).strip("\n").split("\n") if any(lines) else []


def _escaped(line: str) -> str:
    if line.isalnum():
        return line
    marked = _MARK.sub(lambda found: f"\\{found[0]}", line)
    marked = _BOX_OR_REFERENCE.sub(r"\1\\[", marked)
    return _HASHTAG.sub(lambda found: found[1] or "\\#", marked)
