"""Hashtags in a list in brackets, `tags: [#a, #b]`, of which YAML makes a comment."""

import re

from netjournal.model import codes
from netjournal.model.diagnostic import Diagnostic

_OPENING = re.compile(r"""^(?:"[^"\n]*+"|[^\s#"'\-:][^:\n]*+):[ \t]++\[""", re.MULTILINE)
_TOKEN = re.compile(
    r"""(?P<gap>\s++)|(?P<hash>\#)|(?P<comma>,)|(?P<end>\])|(?P<nested>[\[{}])
    |(?P<quoted>"(?:[^"\\]|\\.)*+"|'[^']*+')|(?P<text>[^\s,\[\]{}]++)""",
    re.VERBOSE | re.DOTALL,
)
_HASHTAG = re.compile(r"#[^\s#,\[\]{}](?:[^,\[\]{}\n#]|(?<=\S)#|#(?=[^\s#]))*+(?=,|\s*+\])")
_NEXT = re.compile(r"(?<=\s)#")
_REPORTED = 20


def without_hashtags(block: str, first_line: int, path: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """A front matter of the same length in which YAML reads such lists, and where they stand.

    A `#` before a value gives way to a space. What stands behind another value, as in `[a #b]`,
    stays unread. A `#` with a space after it, or at whose line the value doesn't end, is a comment.
    """
    if "#" not in block or "[" not in block:
        return block, ()
    parts: list[str] = []
    problems: list[Diagnostic] = []
    done = 0
    for opening in _OPENING.finditer(block):
        found = _hashtags(block, opening.end())
        if not found:
            continue
        for start, end, is_value in found:
            typed = block[start:end]
            read = " " + _NEXT.sub(",", typed[1:]) if is_value else " " * len(typed)
            parts += (block[done:start], read)
            done = end
        if len(problems) < _REPORTED:
            problems.append(_problem(block, found[0], first_line, path))
    return "".join([*parts, block[done:]]), tuple(problems)


_Hashtag = tuple[int, int, bool]
"""Where a hashtag stands, and whether it is a value of its own."""


def _hashtags(block: str, start: int) -> list[_Hashtag]:
    """The hashtags of a list whose bracket opens before an offset; none in lists in lists."""
    found: list[_Hashtag] = []
    is_first = True
    token = _TOKEN.match(block, start)
    while token:
        kind, end = token.lastgroup, token.end()
        if kind == "end":
            return found
        if kind == "nested":
            break
        if kind == "hash":
            hashtag = _HASHTAG.match(block, token.start())
            if hashtag:
                end = hashtag.end()
                found.append((*hashtag.span(), is_first))
            else:
                end = block.find("\n", end)
        elif kind == "quoted" and not is_first:
            end = token.start() + 1
        if kind != "gap":
            is_first = kind == "comma" or (is_first and kind == "hash" and not hashtag)
        token = _TOKEN.match(block, end) if end >= 0 else None
    return []


def _problem(block: str, hashtag: _Hashtag, first_line: int, path: str) -> Diagnostic:
    start, _, is_value = hashtag
    line = first_line + block.count("\n", 0, start)
    column = start - block.rfind("\n", 0, start)
    if is_value:
        message = "YAML takes everything after # for a comment; here the list is read without the #"
        hint = "write the values of a list without #, or put each in quotes"
    else:
        message = "YAML takes everything after ` #` for a comment, so it is not read"
        hint = "put the whole value in quotes; for a comment, write a space after the #"
    return codes.CHANGED_BY_YAML.at(path, line, column, message, hint, width=1)
