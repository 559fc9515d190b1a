"""The text of headings, without the marks that set it off."""

import re

_NAME = re.compile(r"[^\W_]++(?:[ .'’-][^\W_]++)*+")
_LONGEST = 1000
"""Characters of a heading that are looked at."""
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
    if _NAME.fullmatch(typed):
        return typed[:_LONGEST]
    text = without_closing(typed[:_LONGEST].strip())
    if "[" in text:
        text = _WIKILINK.sub(lambda match: match[2] or match[1], text)
        text = _LINK.sub(r"\1", text)
    text = _HASHTAG.sub("", text)
    text = _EMPHASIS.sub(lambda match: match[1] or "", text)
    return " ".join(text.split())
