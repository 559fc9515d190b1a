"""The kinds of interaction that hashtags name."""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from netjournal.model.contact import Kind

_HASHTAG = re.compile(
    r"#(?<![^\W_]#)(?<![/&#\\]#)(?<!\]\(#)(?<!\[\[#)"
    r"([^\s\u2000-\u206f\u2e00-\u2e7f'!\"#$%&()*+,.:;<=>?@^`{|}~\[\]\\]+)"
)
_SHORT = 40
"""Characters of an entry's end that are worth remembering."""

_ADDRESS = re.compile(r"://[^\s]*")


def kinds_in(text: str, hashtags: Mapping[str, Kind]) -> tuple[Kind, ...]:
    """The kinds that a text's hashtags name, each once, in the order of Kind.

    A hashtag is a whole word: `#gave-up` isn't `#gave`, but `#gave/big` is one, as a part of it.
    None stands inside an address, or in a link as the name of a heading.
    """
    if "://" in text:
        text = _ADDRESS.sub("", text)
    start = text.find(" #")
    # Most entries end with one of a few hashtags: what they mean is found once.
    if start >= 0 and len(text) - start <= _SHORT and text.find("#") > start:
        words = _words(text[start:])
    else:
        words = tuple(_HASHTAG.findall(text))
    kinds = [kind for word in words if (kind := hashtags.get(word) or _kind(word, hashtags))]
    if len(kinds) < 2:
        return tuple(kinds)
    return tuple([kind for kind in Kind if kind in kinds])


@lru_cache(maxsize=1_000)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_HASHTAG.findall(text))


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
