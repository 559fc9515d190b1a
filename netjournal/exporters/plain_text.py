"""Texts of notes as other programs take them: without control characters, links and marks."""

import re

from netjournal.model.contact import Link
from netjournal.model.emphasis import without_emphasis
from netjournal.model.exported import Export

_LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_HALF = re.compile("[\ud800-\udfff]")
_WIKILINK = re.compile(r"!?\[\[([^\[\]|\n]+)(?:\|([^\[\]\n]*))?\]\]")
_LINK = re.compile(r"!?\[([^\[\]\n]+)\]\(([^()\s]*)\)")
_HASHTAG = re.compile(r"(?:^|\s)#([^\s#,;]+)")


def plain(text: str) -> str:
    """A text without control characters, with line feeds alone between its lines."""
    if text.isascii() and text.isprintable():
        return text
    return _HALF.sub("\ufffd", _CONTROL.sub("", _LINE_END.sub("\n", text)))


def in_words(export: Export, text: str, path: str) -> str:
    """What a reader sees of an entry or a promise in the note at a path, on one line.

    Links are the names of those whom they mean; hashtags that say what kind it was are left out.
    """
    if "[" in text:
        text = _WIKILINK.sub(lambda match: _called(export, match, path), text)
        text = _LINK.sub(r"\1", text)
    if "#" in text:
        text = _HASHTAG.sub(lambda match: _unless_a_kind(export, match), text)
    return " ".join(without_emphasis(plain(text)).split())


def in_short(text: str, longest: int) -> str:
    """A text, or its first words and an ellipsis when it is longer than that."""
    if len(text) <= longest:
        return text
    head, _, tail = text[: longest - 1].rpartition(" ")
    return f"{head if head and len(tail) < longest // 3 else text[: longest - 1]}…"


def _called(export: Export, match: re.Match[str], path: str) -> str:
    target, label = match[1].partition("#")[0].strip(), (match[2] or "").strip()
    if label:
        return label
    meant = export.index.names.find(Link(target, target, 1, 1), path)
    name = export.index.contacts[meant[0]].name if len(meant) == 1 else ""
    return name or target.rpartition("/")[2] or match[1]


def _unless_a_kind(export: Export, match: re.Match[str]) -> str:
    return "" if match[1].lower().rstrip(".:!?") in export.config.hashtags else match[0]
