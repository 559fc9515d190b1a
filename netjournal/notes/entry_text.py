"""The text of an entry as pages show it: on one line, without its date, and not endless."""

import re

from netjournal.notes.dated import SEPARATORS, Dated

LONGEST = 2000
"""Characters after which a text is cut, the ellipsis included."""

_SUB_ITEM = re.compile(r"(?<=\S)[ \t]*+\n\s*+(?:[-*+]|[0-9]{1,3}[.)])[ \t]++(?=\S)")


def one_line(typed: str) -> str:
    """A text with single spaces, cut when it is too long; a dot stands before each sub-item."""
    is_even = typed.isprintable() and "  " not in typed
    if "\n" in typed:
        typed = _SUB_ITEM.sub(" · ", typed)
    text = typed.strip() if is_even else " ".join(typed.split())
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"


def entry_text(typed: str, dated: Dated | None) -> str:
    """The text behind the date of an entry, on one line."""
    if dated is None:
        return one_line(typed)
    return one_line(dated.prefix + typed.lstrip(SEPARATORS))
