"""The kinds of interaction that hashtags name."""

import re
import unicodedata
from collections.abc import Mapping

from netjournal.model.contact import Kind

_HASHTAG = re.compile(
    r"#(?<![^\W_]#)(?<![/&#\\]#)(?<!\]\(#)(?<!\[\[#)"
    r"([^\s\u2000-\u206f\u2e00-\u2e7f'!\"#$%&()*+,.:;<=>?@^`{|}~\[\]\\]+)"
)
_SHORT = 40
"""Characters of an entry's end that are worth remembering."""
_MANY = 1_000
"""Ends that are remembered."""
_ADDRESS = re.compile(r"://[^\s]*")


def kinds_in(text: str, hashtags: Mapping[str, Kind]) -> tuple[Kind, ...]:
    """The kinds that a text's hashtags name, each once, in the order of Kind.

    A hashtag is a whole word: `#gave-up` isn't `#gave`, but `#gave/big` is one, as a part of it.
    None stands inside an address, or in a link as the name of a heading.
    """
    start = text.find(" #")
    # Most entries end with one of a few hashtags: what they mean is found once.
    if start >= 0 and len(text) - start <= _SHORT and text.find("#") > start:
        return meanings(hashtags)[text[start + 1 :]]
    return _all_in(text, hashtags)


class Meanings(dict[str, tuple[Kind, ...]]):
    """The kinds that the ends of entries mean, each found when it is first asked for."""

    def __init__(self, hashtags: Mapping[str, Kind]) -> None:
        super().__init__()
        self.hashtags = hashtags

    def __missing__(self, end: str) -> tuple[Kind, ...]:
        if len(self) >= _MANY:
            self.clear()
        kinds = self[end] = _all_in(end, self.hashtags)
        return kinds


_LATEST = [Meanings({})]
"""What the hashtags of the vault that was last read mean."""


def meanings(hashtags: Mapping[str, Kind]) -> Meanings:
    """What the ends of entries mean to these hashtags, from the first `#` behind a space."""
    if _LATEST[0].hashtags is not hashtags:
        _LATEST[0] = Meanings(hashtags)
    return _LATEST[0]


def _all_in(text: str, hashtags: Mapping[str, Kind]) -> tuple[Kind, ...]:
    if "://" in text:
        text = _ADDRESS.sub("", text)
    words = _HASHTAG.findall(text)
    kinds = {kind for word in words if (kind := hashtags.get(word) or _kind(word, hashtags))}
    return tuple([kind for kind in Kind if kind in kinds]) if kinds else ()


def _kind(typed: str, hashtags: Mapping[str, Kind]) -> Kind | None:
    word = typed.rstrip("-_/").lower()
    if not word.isascii():
        word = unicodedata.normalize("NFC", word)
    while word:
        kind = hashtags.get(word)
        if kind is not None:
            return kind
        word = word.rpartition("/")[0]
    return None
