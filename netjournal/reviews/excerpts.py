"""Words from a note as a page quotes them: without markup, short, with their place."""

import re
from collections.abc import Mapping, Sequence
from functools import partial

from netjournal.model.config import HASHTAGS
from netjournal.model.contact import Interaction, Kind, Promise
from netjournal.model.emphasis import without_emphasis
from netjournal.model.index import Index
from netjournal.model.resolve import stem
from netjournal.model.review import Excerpt
from netjournal.model.source import Place
from netjournal.reviews.sentences import LINK, link_of, named_from, sentence_ends

LENGTH = 120
"""Characters of a note that a page quotes, or a third more where a sentence ends there."""

_READ = 4000
"""Characters of an entry that are looked at, so that a huge one costs nothing."""

_HASHTAG = re.compile(r"(?<![^\s(\[])#(?P<word>[^\s#.,;:!?()\[\]]+)")
_BOX = re.compile(r"(?P<before>^|\S?\s)(?:[-*+]\s+)?\[(?P<sign>[ /xX<>-])\]\s+(?=\S)")
_BOX_WORDS = {" ": "to do: ", "/": "to do: ", "x": "done: ", "X": "done: "}
_DROPPED = "dropped: "
_ENDS = frozenset(".!?…:;,·")
_FIELD_IN_BRACKETS = re.compile(r"\[(?P<field>[^\W\d][\w -]{0,40}::\s[^\[\]]*+)\]")
_FIELD = re.compile(r"(?<=\w)::(?=\s|$)")
_SPACE_BEFORE = re.compile(r" (?=[.,;:!?)])")


def excerpt(
    said: Interaction | Promise,
    index: Index,
    hashtags: Mapping[str, Kind],
    before: str = "",
    about: str = "",
    longest: int = LENGTH,
) -> Excerpt | None:
    """What an entry or a promise says, clipped, and where; None when it is nothing but markup.

    `before` are words of our own that stand before it and don't count for its length. `about` is
    the path of a contact: what another note says begins with the sentence that names it.
    """
    written = said.text[:_READ]
    if about and about != said.path and "[" in written:
        start = named_from(written, about, said.path, index)
        before, written = (before + "… " if start else before), written[start:]
    text = plain_text(written, index, hashtags, said.path)
    if not text:
        return None
    if len(text) > longest:
        text = clipped(text, longest)
    return Excerpt(before + text, Place(said.path, said.line))


def plain_text(
    text: str, index: Index, hashtags: Mapping[str, Kind] = HASHTAGS, path: str = ""
) -> str:
    """The text of the note at a path as a reader sees it; its first 4,000 characters.

    A link becomes its label or the name of the contact, the box of a task a word; the hashtags of
    kinds and the marks of emphasis are left out.
    """
    text = text[:_READ]
    bare = text
    if "[" in bare:
        bare = LINK.sub(partial(_label, path=path, index=index), bare)
    if "#" in bare:
        bare = _HASHTAG.sub(partial(_other_tag, hashtags=hashtags), bare)
    bare = _without_marks(bare)
    if bare is not text:
        bare = _SPACE_BEFORE.sub("", " ".join(bare.split()))
    return bare


def plain_texts(texts: Sequence[str], index: Index, path: str) -> list[str]:
    """What the note at a path needs or offers, each as a reader sees it."""
    return [plain_text(text, index, path=path) for text in texts]


def _without_marks(text: str) -> str:
    if "]" in text:
        text = _BOX.sub(_box_word, text)
    if "::" in text:
        text = _FIELD.sub(":", _FIELD_IN_BRACKETS.sub(r"(\g<field>)", text))
    return without_emphasis(text)


def _box_word(match: re.Match[str]) -> str:
    """The word for a box; what stands before it is at an end."""
    before, word = match["before"].rstrip(), _BOX_WORDS.get(match["sign"], _DROPPED)
    if not match.start() and not before:
        return word
    return f"{before} {word}" if before in _ENDS else f"{before}; {word}"


def _label(match: re.Match[str], *, path: str, index: Index) -> str:
    shown = match["alias"] or match["label"]
    if shown:
        return shown
    link = link_of(match)
    found = index.names.find(link, path)
    return index.contacts[found[0]].name if len(found) == 1 else stem(link.target)


def _other_tag(match: re.Match[str], *, hashtags: Mapping[str, Kind]) -> str:
    return "" if match["word"].casefold() in hashtags else match[0]


def clipped(text: str, longest: int) -> str:
    """A text of about so many characters: whole sentences if they say enough, else whole words."""
    most = longest * 4 // 3
    if len(text) <= most:
        return text
    ends = [end for end in sentence_ends(text[:most]) if end >= longest // 2]
    if ends:
        end = max([end for end in ends if end <= longest], default=ends[0])
        return f"{text[:end].rstrip(' -·')} …"
    head = text[: longest - 1]
    space = head.rfind(" ")
    # A text without spaces (Japanese, or one long address) is cut where it is.
    if space > longest // 2:
        head = head[:space]
    return head.rstrip(" ,;:.–—·-") + "…"
