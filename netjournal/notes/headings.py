"""The text of headings, without the marks that set it off."""

import re

_CLOSING = re.compile(r"(?:^|(?<=[ \t]))#+[ \t]*$")
_WIKILINK = re.compile(r"!?\[\[([^\[\]|\n]++)(?:\|([^\[\]\n]*+))?\]\]")
_LINK = re.compile(r"!?\[([^\[\]\n]*+)\]\([^()\n]*+\)")
_HASHTAG = re.compile(r"(?<![^\s])#(?=[^\s#]*[^\W\d])[\w/-]+")
_EMPHASIS = re.compile(r"\\([!-/:-@\[-`{-~])|\*+|(?<!\w)_+|_+(?!\w)|`+|==|~~")


def without_closing(typed: str) -> str:
    """A heading as typed, without the `#` that may close it."""
    return _CLOSING.sub("", typed) if "#" in typed else typed


def heading_text(typed: str) -> str:
    """What a reader sees of a heading: links by their labels, no emphasis, no hashtags."""
    text = without_closing(typed.strip())
    if "[" in text:
        text = _WIKILINK.sub(lambda match: match[2] or match[1], text)
        text = _LINK.sub(r"\1", text)
    text = _HASHTAG.sub("", text)
    text = _EMPHASIS.sub(lambda match: match[1] or "", text)
    return " ".join(text.split())
