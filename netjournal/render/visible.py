"""Text from notes as it may be shown: on one line, with nothing in it that acts on a screen."""

from typing import Final

TEXTS_KEPT: Final = 16_384
"""Texts of which a form keeps how it writes them: names and reasons come again and again."""

_REPLACEMENT: Final = "\ufffd"

_ACTING: Final[dict[int, str]] = {
    **{code: chr(0x2400 + code) for code in range(0x20)},
    0x7F: "\u2421",
    **dict.fromkeys(range(0x80, 0xA0), _REPLACEMENT),
    # Text that turns the direction of what follows it, which a reader can't see.
    **dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), ""),
}
"""Control characters become their pictures, as in ␛; direction controls are dropped."""

_ACTING_IN_LINES: Final = {code: sign for code, sign in _ACTING.items() if code not in (9, 10)}


def one_line(text: str) -> str:
    """The text on one line, single spaces between its words, control characters made visible."""
    text = " ".join(text.split())
    if text.isprintable():
        return text
    text = text.translate(_ACTING)
    if not text.isascii():
        # Half a character, from a file name that isn't UTF-8, can't be written to any file.
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def beginning(text: str, longest: int) -> str:
    """The text, or its first words and an ellipsis when it has more characters than that."""
    if len(text) <= longest:
        return text
    cut = text[: longest - 1]
    head, _, tail = cut.rpartition(" ")
    return f"{head if len(tail) < longest // 3 and head else cut}…"


def visible(text: str) -> str:
    """The text as it is, on its lines, without anything in it that acts on a screen."""
    text = text.translate(_ACTING_IN_LINES)
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
