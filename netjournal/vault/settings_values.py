"""What one value of netjournal.toml may be: readers of texts, lists, numbers and choices.

A reader takes what TOML gives and returns the setting, or a Wrong that says what it must be.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from netjournal.model.names import did_you_mean
from netjournal.vault.reasons import shown
from netjournal.vault.settings_places import KeyPath

_HIGHEST = 100_000


@dataclass(frozen=True, slots=True)
class Wrong:
    """Why a value can't be a setting: words that go after the name of its key."""

    message: str
    hint: str = ""
    below: KeyPath = ()
    """Where in the value it is wrong, when it is one item of a list."""


Reader = Callable[[object], object]
"""A function from a TOML value to a setting or a Wrong."""


def text(value: object) -> str | Wrong:
    """A text, without the spaces around it."""
    if isinstance(value, str):
        return value.strip()
    return must_be("a text in quotes", value)


def texts(value: object) -> tuple[str, ...] | Wrong:
    """A list of texts; a single text is a list of one."""
    items = [value] if isinstance(value, str) else value
    if not isinstance(items, list):
        return must_be("a list of texts", value)
    for number, item in enumerate(items):
        if not isinstance(item, str):
            return must_be("a list of texts", item, (number,), "has")
        if not item.strip():
            return Wrong("has an empty text in it", "leave it out", (number,))
    return tuple(item.strip() for item in items)


def whole_number(lowest: int) -> Callable[[object], int | Wrong]:
    """The reader of a whole number from the lowest to 100,000."""

    def read(value: object) -> int | Wrong:
        if not isinstance(value, int) or isinstance(value, bool):
            return must_be("a whole number", value)
        if lowest <= value <= _HIGHEST:
            return value
        return must_be(f"between {lowest} and {_HIGHEST}", value)

    return read


def number(lowest: float, highest: float) -> Callable[[object], float | Wrong]:
    """The reader of a number between two others."""

    def read(value: object) -> float | Wrong:
        if not isinstance(value, int | float) or isinstance(value, bool):
            return must_be("a number", value)
        if lowest <= value <= highest:
            return value
        return must_be(f"between {lowest:g} and {highest:g}", value)

    return read


def bounds(value: object) -> tuple[int, int] | Wrong:
    """Two whole numbers, the lower one first."""
    if not isinstance(value, list) or len(value) != 2:
        return must_be("two whole numbers, as in [5, 15]", value)
    read = whole_number(1)
    low, high = read(value[0]), read(value[1])
    for position, item in enumerate((low, high)):
        if isinstance(item, Wrong):
            return Wrong(f"has a bound that {item.message}", item.hint, (position,))
    if isinstance(low, int) and isinstance(high, int) and low <= high:
        return (low, high)
    return Wrong("must have its lower number first", f"write [{value[1]}, {value[0]}]")


def one_of(choices: Collection[str]) -> Callable[[object], str | Wrong]:
    """The reader of one word out of some."""

    def read(value: object) -> str | Wrong:
        if isinstance(value, str) and value.strip() in choices:
            return value.strip()
        hint = likely(value, choices)
        return must_be(or_list(choices), value, hint=hint)

    return read


def some_of(choices: Collection[str]) -> Callable[[object], tuple[str, ...] | Wrong]:
    """The reader of a list of at least one word out of some."""

    def read(value: object) -> tuple[str, ...] | Wrong:
        found = texts(value)
        if isinstance(found, Wrong):
            return found
        for position, word in enumerate(found):
            if word not in choices:
                hint = likely(word, choices) or f"it may have {or_list(choices)}"
                return Wrong(f"has {shown(word)}, which isn't one of them", hint, (position,))
        if not found:
            return Wrong("is empty", f"it may have {or_list(choices)}")
        return tuple(dict.fromkeys(found))

    return read


def kind_of(value: object) -> str:
    """A TOML value in words, short enough for a message."""
    if isinstance(value, str):
        return shown(value)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return _shown_number(value)
    if isinstance(value, list):
        return "a list"
    return "a table" if isinstance(value, Mapping) else str(value)


def _shown_number(value: float) -> str:
    if isinstance(value, int) and abs(value) >= 10**20:
        return "a huge number"
    return str(value)


def must_be(
    wanted: str, value: object, below: KeyPath = (), verb: str = "is", hint: str = ""
) -> Wrong:
    """The Wrong that says what a value must be, and what it is."""
    return Wrong(f"must be {wanted}; it {verb} {kind_of(value)}", hint, below)


def or_list(choices: Collection[str]) -> str:
    """Some words in quotes, with `or` before the last."""
    quoted = [f"'{choice}'" for choice in choices]
    return " or ".join([", ".join(quoted[:-1]), quoted[-1]] if len(quoted) > 1 else quoted)


def likely(value: object, known: Collection[str]) -> str:
    """The hint that asks whether a known word was meant; empty when none is like it."""
    word = did_you_mean(value, known) if isinstance(value, str) else None
    return f"did you mean '{word}'?" if word else ""
