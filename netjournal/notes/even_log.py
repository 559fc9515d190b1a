"""The quickest way through a log: single lines that begin with a date, and nothing else to know."""

import re
from itertools import count

from netjournal.model.contact import Interaction
from netjournal.notes.dated import day_of
from netjournal.notes.entry_text import LONGEST
from netjournal.notes.hashtags import meanings
from netjournal.notes.raw import BodyContext

COLUMN = 3
"""Of what stands behind `- `, 1-based."""

_ENTRY = re.compile(r"\n- (.{10}) ([^\W_][^\n]*+)")
_PRINTABLE = b"\n" + bytes(range(32, 127))
_new = tuple.__new__
"""Makes a named tuple in half the time that its class takes; worth it for every entry."""


def read_even_log(text: str, first_line: int, context: BodyContext) -> list[Interaction] | None:
    """The entries of a list that ends the note.

    The text begins with the line feed before the first item, which stands on a 1-based line.
    None when any line is something else, links somebody, or isn't to be shown as it is.
    """
    text = text.rstrip("\n")
    rows = _ENTRY.findall(text)
    if len(rows) < text.count("\n") or not _shows_as_it_is(text):
        return None
    days = [day_of(day) for day, _ in rows]
    if None in days or max([len(said) for _, said in rows]) > LONGEST:
        return None
    path, means = context.path, meanings(context.hashtags)
    kinds = [means[said[said.find("#") :]] if "#" in said else () for _, said in rows]
    every = zip(days, rows, kinds, count(first_line), strict=False)
    return [_new(Interaction, (d, row[1], k, (), path, n, COLUMN)) for d, row, k, n in every]


def _shows_as_it_is(text: str) -> bool:
    """Whether no entry has a link, a space too many, an odd sign, or a hashtag inside a word."""
    return not (
        "[" in text
        or "  " in f"{text}\n".replace("\n", " ")
        or text.count("#") > text.count(" #")
        or not _is_printable(text)
    )


def _is_printable(text: str) -> bool:
    if text.isascii():
        # Bytes are sifted in a fourth of the time.
        return not text.encode().translate(None, _PRINTABLE)
    return text.replace("\n", "").isprintable()
