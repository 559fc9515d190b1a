"""Where the sentences of a note end, and where the one begins that names a contact."""

import re
from collections.abc import Iterator

from netjournal.model.contact import Link
from netjournal.model.index import Index

LINK = re.compile(
    r"!?\[\[(?P<target>[^\[\]|]*+)(?:\|(?P<alias>[^\[\]]*+))?\]\]"
    r"|!?\[(?P<label>[^\[\]]*+)\]\((?P<address>[^()]*+)\)"
)
"""A link in either form; one with a label has an address."""

_END = re.compile(r"[.!?…]++[\"')\]”’»]*+\s++|[。！？]++\s*+|\s[-·]\s++(?:\[[ xX]\]\s++)?")
_ABBREVIATED = re.compile(
    r"(?<!\w)(?:dr|mr|mrs|ms|prof|st|mme|vs|e\.g|i\.e|etc|no|\w)$", re.IGNORECASE
)
_LONGEST_ABBREVIATION = 6


def named_from(text: str, about: str, path: str, index: Index) -> int:
    """Where the first sentence begins that links the contact at `about`, in the note at a path.

    0 when no link in the text means that contact.
    """
    for match in LINK.finditer(text):
        if index.names.find(link_of(match), path) == (about,):
            return _sentence_start(text, match.start())
    return 0


def sentence_ends(plain: str) -> Iterator[int]:
    """Where the sentences of a text without links end; not the one that ends with the text."""
    for match in _END.finditer(plain):
        before = plain[max(0, match.start() - _LONGEST_ABBREVIATION) : match.start()]
        if match[0][0] != "." or not _ABBREVIATED.search(before):
            yield match.end()


def link_of(match: re.Match[str]) -> Link:
    """The link that was found, as far as it takes to find whom it means."""
    address = match["address"]
    written = (match["target"] or "") if address is None else address.strip().strip("<>")
    target = written.partition("#")[0].strip()
    return Link(target, target, 1, 1, is_path=address is not None)


def _sentence_start(text: str, end: int) -> int:
    # A full stop in the words of a link ends no sentence.
    plain = LINK.sub(lambda match: "_" * len(match[0]), text[:end])
    return max(sentence_ends(plain), default=0)
