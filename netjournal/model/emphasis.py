"""The marks of emphasis and code in a text of Markdown, which a page shows as plain words."""

import re

_CODE = re.compile(r"`(?P<said>[^`]+)`")
_EMPHASIS = re.compile(
    r"(?<![\w*_~=])(?P<mark>\*|__?|~~|==)(?=\S)(?P<said>[^*_~=]{1,200}?)(?<=\S)(?P=mark)(?![\w*_~=])"
)
_MAY_BE_MARKED = re.compile(r"[*_~=`]")


def without_emphasis(text: str) -> str:
    """The words of a text without the marks around them: `**Ask** her` is `Ask her`."""
    if not _MAY_BE_MARKED.search(text):
        return text
    text = _CODE.sub(r"\g<said>", text.replace("**", ""))
    return _EMPHASIS.sub(r"\g<said>", text)
