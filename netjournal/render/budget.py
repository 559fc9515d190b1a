"""What a template may cost: steps and characters are counted, so that none hangs or fills memory.

A count rather than a clock: the same template stops at the same place on every machine.
"""

from collections.abc import ItemsView, Iterable, KeysView, Mapping, ValuesView
from typing import Final

STEPS: Final = 1_000_000
"""Steps that a page may take: turns of a loop, calls, and items that a filter looks at."""

CHARACTERS: Final = 5_000_000
"""Characters that a page may make, those of texts on the way to it included."""

STEPS_A_CONTACT: Final = 20
CHARACTERS_A_CONTACT: Final = 200

_LARGEST_NUMBER: Final = 4096
"""Bits that a whole number may have."""

_TEXT_PER_STEP: Final = 64
_COLLECTIONS: Final = (list, tuple, set, frozenset, KeysView, ValuesView, ItemsView)


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
        if isinstance(value, str):
            self.spend(1 + len(value) // _TEXT_PER_STEP)
            return
        waiting = [value]
        taken = 0
        while waiting:
            item = waiting.pop()
            taken += 1
            if isinstance(item, str):
                taken += len(item) // _TEXT_PER_STEP
            elif isinstance(item, range):
                taken += len(item)
            elif isinstance(item, Mapping):
                waiting.extend(item.keys())
                waiting.extend(item.values())
            elif isinstance(item, _COLLECTIONS):
                waiting.extend(item)
            if taken > self.steps:
                break
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
