"""Links to other notes: `[[wikilinks]]` and `[Markdown](links.md)`, where they are written."""

import re
from urllib.parse import unquote

from netjournal.model.contact import Link
from netjournal.notes.hidden import BLOCK_BREAK, layers

WIKILINK = re.compile(
    r"\[\[(?P<target>[^\[\]|#`\n]++)(?:#[^\[\]|\n]*+)?(?:\|(?P<label>[^\[\]\n]*+))?\]\]"
)
_MARK = re.compile(rf"{WIKILINK.pattern}|[\[\]]|(?={BLOCK_BREAK.pattern})\n|\\[\[\]!\\]")
_DESTINATION = re.compile(
    r"\([ \t]*+(?:<(?P<pointed>[^<>`\n]*+)>"
    r"|(?P<bare>(?:[^\s()<>\\`]++|\\[^\s`]?+|\([^\s()`]*+\))*+))"
    r"(?:[ \t]++(?:\"[^\"\n]*+\"|'[^'\n]*+'|\([^()\n]*+\)))?[ \t]*+\)"
)
_new = tuple.__new__
"""Makes a named tuple in half the time that its class takes; worth it for every link."""
_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*+:|//|www\.", re.IGNORECASE)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_DAY = re.compile(r"(?:.*/)?[0-9]{4}-[0-9]{2}-[0-9]{2}(?:\.md)?", re.DOTALL)

FoundLink = tuple[int, Link]
"""A link, and the offset of its first bracket in the text in which it was found."""


def parse_links(text: str, line: int, column: int) -> tuple[Link, ...]:
    """The links of a text that starts at a 1-based line and column.

    Not counted: embeds, addresses such as `https:` or `mailto:`, links to a heading of the same
    note, and what stands in code or in a comment.
    """
    if "[" not in text:
        return ()
    shown, plain = layers(text)
    return tuple([link for _, link in find_links(plain, shown, line, column)])


def find_links(plain: str, shown: str, line: int, column: int) -> list[FoundLink]:
    """The links of a text in two layers, in order of place, with their offsets."""
    if "](" in plain:
        typed = sorted(_both_kinds(plain))
    elif "[[" in plain:
        typed = [
            (match.start(), match[1], match.span(2), False) for match in WIKILINK.finditer(plain)
        ]
    else:
        return []
    found: list[FoundLink] = []
    seen = 0
    for start, named, (label_start, label_end), is_path in typed:
        target, label = named.strip(), ""
        if label_end > 0:
            target = target.rstrip("\\")
            label = " ".join(shown[label_start:label_end].split())
        if not target or "://" in target or (start and plain[start - 1] in "!\\"):
            continue
        breaks = plain.count("\n", seen, start)
        if breaks:
            line += breaks
            column = -plain.rfind("\n", seen, start)
        seen = start
        found.append((start, _new(Link, (target, label or target, line, column + start, is_path))))
    return found


def names_a_day(link: Link) -> bool:
    """Whether a link names a daily note: `2026-11-24`, in any folder."""
    target = link.target
    may_be = target[-3:-2] == "-" or target.endswith(".md")
    return may_be and _DAY.fullmatch(target) is not None


_Typed = tuple[int, str, tuple[int, int], bool]
"""Offset, target as typed, the span of the label if there is one, and whether it is a path."""


def _both_kinds(plain: str) -> list[_Typed]:
    """Wikilinks and Markdown links."""
    return [
        (start, _path(match), label, True) if is_path else (start, match[1], label, False)
        for start, match, label, is_path in written_links(plain)
    ]


def written_links(plain: str) -> list[tuple[int, re.Match[str], tuple[int, int], bool]]:
    """The links of a text, also embeds, by where they end; each with the match of its target.

    It begins with an offset; then come the match of a wikilink, or of the destination behind a
    label, the span of the label, and whether it is a destination. The label of one begins at the
    nearest open `[`.
    """
    found: list[tuple[int, re.Match[str], tuple[int, int], bool]] = []
    opened: list[int] = []
    skip_to = 0
    for match in _MARK.finditer(plain):
        start = match.start()
        sign = match[0]
        if start < skip_to:
            continue
        if len(sign) > 2:
            found.append((start, match, match.span(2), False))
        elif sign == "[":
            opened.append(start)
        elif sign == "\n":
            opened.clear()
        elif sign == "]" and opened:
            destination = _DESTINATION.match(plain, start + 1)
            label_start = opened.pop()
            if destination:
                skip_to = destination.end()
                found.append((label_start, destination, (label_start + 1, start), True))
    return found


def path_span(destination: re.Match[str]) -> tuple[int, int]:
    """Where the path of a destination stands; an empty place for an address or a heading."""
    kind = "bare" if destination["pointed"] is None else "pointed"
    path = destination[kind].partition("#")[0]
    start = destination.start(kind)
    return (start, start) if _ELSEWHERE.match(path) else (start, start + len(path))


def _path(destination: re.Match[str]) -> str:
    """The path that a destination names inside the vault; nothing for an address or a heading."""
    pointed = destination["pointed"]
    typed = destination["bare"] if pointed is None else pointed
    path = typed.partition("#")[0]
    if not path or _ELSEWHERE.match(path):
        return ""
    return path_of(path)


def path_of(path: str) -> str:
    """The path that is meant by one with escapes and percent signs."""
    if "\\" in path:
        path = _ESCAPE.sub(r"\1", path)
    return unquote(path).strip()
