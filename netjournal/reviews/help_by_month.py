"""How much help went to and fro in each of the last twelve months, all contacts together."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import chain
from typing import NamedTuple

from netjournal.reviews.exchange import Exchange

MONTHS = 12
"""Months that are shown, that of the review included."""


class HelpInMonth(NamedTuple):
    """The help of one month."""

    year: int
    month: int
    given: int
    received: int


def help_by_month(found: Iterable[Exchange], as_of: date) -> Sequence[HelpInMonth]:
    """The help of the last months up to a day, the earliest first; every month is there."""
    having = [each for each in found if each.reciprocity.given or each.reciprocity.received]
    given = _by_month([each.dealings.gave for each in having], as_of)
    received = _by_month([each.dealings.received for each in having], as_of)
    last = 12 * as_of.year + as_of.month - 1
    numbers = range(max(last - MONTHS + 1, 12), last + 1)
    return [HelpInMonth(n // 12, n % 12 + 1, given[n], received[n]) for n in numbers]


def _by_month(lists: Iterable[Sequence[date]], as_of: date) -> Counter[int]:
    """How many of some days up to a day lie in each month, numbered from the year 0."""
    # Days are many, but mostly the same ones.
    found: Counter[int] = Counter()
    for day, times in Counter(chain.from_iterable(lists)).items():
        if day <= as_of:
            found[12 * day.year + day.month - 1] += times
    return found
