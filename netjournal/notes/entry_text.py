"""The text of an entry as pages show it: on one line, without its date, and not endless."""

from netjournal.notes.dated import SEPARATORS, Dated

LONGEST = 2000
"""Characters after which a text is cut, the ellipsis included."""


def one_line(typed: str) -> str:
    """A text with single spaces, cut when it is too long."""
    is_even = typed.isprintable() and "  " not in typed
    text = typed.strip() if is_even else " ".join(typed.split())
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"


def entry_text(typed: str, dated: Dated | None) -> str:
    """The text behind the date of an entry, on one line."""
    if dated is None:
        return one_line(typed)
    return one_line(dated.prefix + typed.lstrip(SEPARATORS))
