"""What a template may cost: steps and characters are counted, so that none hangs or fills memory.

A count rather than a clock: the same template stops at the same place on every machine.
"""

from collections.abc import Iterable, Mapping, ValuesView
from collections.abc import Set as AbstractSet
from enum import Enum
from functools import cache
from typing import Any, Final

STEPS: Final = 1_000_000
"""Steps that a page may take: turns of a loop, calls, and items that a filter looks at."""

CHARACTERS: Final = 5_000_000
"""Characters that a page may make, those of texts on the way to it included."""

STEPS_A_CONTACT: Final = 20
CHARACTERS_A_CONTACT: Final = 200

_LARGEST_NUMBER: Final = 4096
"""Bits that a whole number may have."""

_TEXT_PER_STEP: Final = 64


class _Inside(Enum):
    """What is inside a value, as far as it costs something to go through it."""

    NOTHING = 0
    TEXT = 1
    NUMBERS = 2
    PAIRS = 3
    ITEMS = 4


@cache
def _inside(kind: type) -> _Inside:
    if issubclass(kind, str):
        return _Inside.TEXT
    if issubclass(kind, range):
        return _Inside.NUMBERS
    if issubclass(kind, Mapping):
        return _Inside.PAIRS
    if issubclass(kind, list | tuple | AbstractSet | ValuesView):
        return _Inside.ITEMS
    return _Inside.NOTHING


class TemplateStopped(Exception):
    """A template that would take too long or make too much."""


class Budget:
    """What the page that is being made may still cost."""

    __slots__ = ("_all_steps", "characters", "steps")

    def __init__(self, contacts: int = 0) -> None:
        self._all_steps = STEPS + STEPS_A_CONTACT * contacts
        self.steps = self._all_steps
        self.characters = CHARACTERS + CHARACTERS_A_CONTACT * contacts

    def spend(self, steps: int, characters: int = 0) -> None:
        """Takes steps and characters; raises TemplateStopped when there are none left."""
        self.steps -= abs(steps)
        self.characters -= abs(characters)
        if self.steps < 0:
            raise TemplateStopped(f"the template was stopped after {self._all_steps:,} steps")
        if self.characters < 0:
            raise TemplateStopped("the template was stopped: it makes too much text")

    def look_at(self, value: object) -> None:
        """Takes a step for all that is inside a value, before something goes through it.

        A list may hold the same list twice, and that one another: the items are many more than
        its memory shows. So they are counted one by one, as long as there are steps left.
        """
        waiting: list[Any] = [value]
        taken = 0
        while waiting and taken <= self.steps:
            item = waiting.pop()
            taken += 1
            kind: type = type(item)
            inside = _inside(kind)
            if inside is _Inside.TEXT:
                taken += len(item) // _TEXT_PER_STEP
            elif inside is _Inside.NUMBERS:
                taken += len(item)
            elif inside is _Inside.PAIRS:
                waiting.extend(item.keys())
                waiting.extend(item.values())
            elif inside is _Inside.ITEMS:
                waiting.extend(item)
        self.spend(taken)

    def look_at_all(self, values: Iterable[object]) -> None:
        """Takes the steps for all that is inside several values."""
        for value in values:
            self.look_at(value)

    def repeat(self, value: object, times: object) -> None:
        """Takes what repeating a text or list costs, or raises for a number grown too large."""
        if isinstance(times, str | list | tuple):
            value, times = times, value
        if isinstance(value, int) and isinstance(times, int):
            self.number(value.bit_length() + times.bit_length())
        elif isinstance(times, int) and isinstance(value, str):
            self.spend(1, len(value) * max(times, 0))
        elif isinstance(times, int) and isinstance(value, list | tuple):
            self.spend(len(value) * max(times, 0))

    def power(self, base: object, exponent: object) -> None:
        """Raises TemplateStopped for a power too large to be reckoned."""
        if isinstance(base, int) and isinstance(exponent, int) and exponent > 0:
            self.number(base.bit_length() * exponent)

    def number(self, bits: int) -> None:
        """Raises TemplateStopped for a whole number of too many bits."""
        if bits > _LARGEST_NUMBER:
            raise TemplateStopped("the template was stopped: a number in it grows too large")
