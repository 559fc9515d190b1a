"""How a message says what a person typed, and how many."""

from collections.abc import Sequence

_LONGEST = 60
"""Characters of a text that a message repeats."""


def quoted(text: str) -> str:
    """A text in quotes on one line: shortened, with invisible characters spelt out."""
    if len(text) > _LONGEST:
        text = text[: _LONGEST - 1] + "…"
    seen = (c if c.isprintable() else f"<U+{ord(c):04X}>" for c in text)
    return "'" + "".join(seen) + "'"


def in_notes(count: int) -> str:
    """How many notes have something: `in 1 note`, `in 3 notes`."""
    return f"in {count} note" if count == 1 else f"in {count} notes"


def either(choices: Sequence[str]) -> str:
    """Choices as a sentence has them: `a`, `a or b`, `a, b or c`."""
    if len(choices) < 2:
        return "".join(choices)
    return f"{', '.join(choices[:-1])} or {choices[-1]}"
