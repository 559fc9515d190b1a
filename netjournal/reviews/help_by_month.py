"""How much help went to and fro in each of the last twelve months, all contacts together."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from netjournal.reviews.exchange import Exchange

MONTHS = 12
"""Months that are shown, that of the review included."""

_GIVEN, _RECEIVED = "given in", "received in"


class HelpInMonth(NamedTuple):
    """The help of one month."""

    year: int
    month: int
    given: int
    received: int


def help_by_month(numbers: Mapping[Any, int], as_of: date) -> Sequence[HelpInMonth]:
    """The help of the last months up to a day, the earliest first; every month is there.

    `numbers` are the sums of what `help_in` gives.
    """
    last = 12 * as_of.year + as_of.month - 1
    return [
        HelpInMonth(
            month // 12,
            month % 12 + 1,
            numbers.get((_GIVEN, month), 0),
            numbers.get((_RECEIVED, month), 0),
        )
        for month in range(max(last - MONTHS + 1, 12), last + 1)
    ]


def help_in(exchange: Exchange, as_of: date) -> Iterator[tuple[Any, int]]:
    """The help with one contact up to a day, by direction and month; months count from year 0."""
    if exchange.reciprocity.given or exchange.reciprocity.received:
        lists = ((_GIVEN, exchange.dealings.gave), (_RECEIVED, exchange.dealings.received))
        for direction, days in lists:
            for day in days:
                if day <= as_of:
                    yield (direction, 12 * day.year + day.month - 1), 1
