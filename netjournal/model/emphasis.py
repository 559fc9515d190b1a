"""The marks of Markdown in a short text, which a page shows as plain words."""

import re

_CODE = re.compile(r"`(?P<said>[^`]+)`")
_EMPHASIS = re.compile(
    r"(?<![\w*_~=])(?P<mark>\*|__?|~~|==)(?=\S)(?P<said>[^*_~=]{1,200}?)(?<=\S)(?P=mark)(?![\w*_~=])"
)
_LINK = re.compile(
    r"!?\[\[(?:[^\[\]|]*/)?(?P<target>[^\[\]|/]*)(?:\|(?P<alias>[^\[\]]*))?\]\]"
    r"|!?\[(?P<label>[^\[\]]*)\]\([^()]*+(?:\([^()]*+\)[^()]*+)*+\)"
)
_MAY_BE_MARKED = re.compile(r"[*_~=`]")


def without_marks(text: str) -> str:
    """The words of a text: links as their labels or the names that they lead to, no emphasis."""
    return without_emphasis(_LINK.sub(_words, text) if "[" in text else text)


def _words(link: re.Match[str]) -> str:
    return (link["alias"] or link["label"] or link["target"] or "").strip() or link[0]


def without_emphasis(text: str) -> str:
    """The words of a text without the marks around them: `**Ask** her` is `Ask her`."""
    if not _MAY_BE_MARKED.search(text):
        return text
    text = _CODE.sub(r"\g<said>", text.replace("**", ""))
    return _EMPHASIS.sub(r"\g<said>", text)
