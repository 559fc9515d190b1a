"""Links to other notes: `[[wikilinks]]` and `[Markdown](links.md)`, where they are written."""

import re
from urllib.parse import unquote

from netjournal.model.contact import Link
from netjournal.notes.hidden import BLOCK_BREAK, without_code

_WIKILINK = re.compile(
    r"\[\[(?P<target>[^\[\]|#\n]++)(?:#[^\[\]|\n]*+)?(?:\|(?P<label>[^\[\]\n]*+))?\]\]"
)
_TOKEN = re.compile(rf"{_WIKILINK.pattern}|[\[\]]|(?={BLOCK_BREAK.pattern})\n|\\[\[\]!\\]")
_DESTINATION = re.compile(
    r"\([ \t]*+(?:<(?P<pointed>[^<>\n]*+)>|(?P<bare>(?:[^\s()<>]++|\([^\s()]*+\))*+))"
    r"(?:[ \t]++(?:\"[^\"\n]*+\"|'[^'\n]*+'|\([^()\n]*+\)))?[ \t]*+\)"
)
_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*+:|//|www\.", re.IGNORECASE)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_DAY = re.compile(r"(?:.*/)?[0-9]{4}-[0-9]{2}-[0-9]{2}(?:\.md)?", re.DOTALL)

FoundLink = tuple[int, Link]
"""A link, and the offset of its first bracket in the text in which it was found."""


def parse_links(text: str, line: int, column: int) -> tuple[Link, ...]:
    """The links of a text that starts at a 1-based line and column.

    Not counted: embeds, addresses such as `https:` or `mailto:`, links to a heading of the same
    note, and what stands in inline code.
    """
    if "[" not in text:
        return ()
    return tuple([link for _, link in find_links(without_code(text), line, column)])


def find_links(plain: str, line: int, column: int) -> list[FoundLink]:
    """The links of a text without code, in order of place, with their offsets."""
    if "](" in plain:
        return _find_both(plain, line, column)
    if "[[" not in plain:
        return []
    place = _Place(plain, line, column)
    found: list[FoundLink] = []
    for match in _WIKILINK.finditer(plain):
        _take_wikilink(match, place, found)
    return found


def names_a_day(link: Link) -> bool:
    """Whether a link names a daily note: `2026-11-24`, in any folder."""
    target = link.target
    return target[-1:] in "0123456789d" and _DAY.fullmatch(target) is not None


class _Place:
    """The line and column of offsets that only grow."""

    def __init__(self, text: str, line: int, column: int) -> None:
        self._text = text
        self._line = line
        self._base = 1 - column
        self._seen = 0

    def at(self, offset: int) -> tuple[int, int]:
        breaks = self._text.count("\n", self._seen, offset)
        if breaks:
            self._line += breaks
            self._base = self._text.rfind("\n", self._seen, offset) + 1
        self._seen = offset
        return self._line, offset - self._base + 1


def _take_wikilink(match: re.Match[str], place: _Place, found: list[FoundLink]) -> None:
    target, label = match.groups()
    start = match.start()
    if start and match.string[start - 1] in "!\\":
        return
    if label is not None:
        target = target.rstrip("\\")
        label = label.strip()
    target = target.strip()
    if target and "://" not in target:
        line, column = place.at(start)
        found.append((start, Link(target, label or target, line, column)))


def _find_both(plain: str, line: int, column: int) -> list[FoundLink]:
    """Wikilinks and Markdown links; the label of one of these begins at the nearest open `[`."""
    wiki: list[FoundLink] = []
    place = _Place(plain, line, column)
    spans: list[tuple[int, int, str]] = []
    opened: list[int] = []
    skip_to = 0
    for match in _TOKEN.finditer(plain):
        start, end = match.span()
        if start < skip_to:
            continue
        token = match[0]
        if token == "[":
            opened.append(start)
        elif token == "]":
            if not opened:
                continue
            label_start = opened.pop()
            destination = _DESTINATION.match(plain, end)
            if destination:
                skip_to = destination.end()
                spans.append((label_start, start, _path(destination)))
        elif token == "\n":
            opened.clear()
        elif token[0] == "[":
            _take_wikilink(match, place, wiki)
    place = _Place(plain, line, column)
    markdown: list[FoundLink] = []
    for label_start, label_end, path in sorted(spans):
        if path and not (label_start and plain[label_start - 1] in "!\\"):
            label = " ".join(plain[label_start + 1 : label_end].split())
            markdown.append((label_start, Link(path, label, *place.at(label_start), True)))
    return sorted(wiki + markdown)


def _path(destination: re.Match[str]) -> str:
    """The path that a destination names inside the vault; nothing for an address or a heading."""
    pointed = destination["pointed"]
    typed = destination["bare"] if pointed is None else pointed
    path = typed.partition("#")[0]
    if not path or _ELSEWHERE.match(path):
        return ""
    if "\\" in path:
        path = _ESCAPE.sub(r"\1", path)
    return unquote(path).strip()
