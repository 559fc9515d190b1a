"""The kinds of interaction that hashtags name."""

import re
import unicodedata
from collections.abc import Mapping

from netjournal.model.contact import Kind

_HASHTAG = re.compile(r"#([^\s\u2000-\u206f\u2e00-\u2e7f'!\"#$%&()*+,.:;<=>?@^`{|}~\[\]\\]+)")
_ADDRESS = re.compile(r"://[^\s]*")


def kinds_in(text: str, hashtags: Mapping[str, Kind]) -> tuple[Kind, ...]:
    """The kinds that a text's hashtags name, each once, in the order of Kind.

    A hashtag is a whole word: `#gave-up` isn't `#gave`, but `#gave/big` is one, as a part of it.
    None stands inside an address, or in a link as the name of a heading.
    """
    if "://" in text:
        text = _ADDRESS.sub(lambda match: " " * len(match[0]), text)
    found = set()
    for match in _HASHTAG.finditer(text):
        if _stands_alone(text, match.start()):
            kind = _kind(match[1], hashtags)
            if kind is not None:
                found.add(kind)
    if len(found) < 2:
        return tuple(found)
    return tuple(kind for kind in Kind if kind in found)


def _stands_alone(text: str, start: int) -> bool:
    if not start:
        return True
    before = text[start - 1]
    if before.isalnum() or before in "/&#\\":
        return False
    return text[max(start - 2, 0) : start] not in ("](", "[[")


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
