"""The picture of the last two years, for the page trends: a line for each figure."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from netjournal.model.charts import Chart, TrendLine, TrendLines
from netjournal.reviews.past import Then
from netjournal.reviews.words import counted, named_day, one_decimal

FEWEST: Final = 3
"""Days from which a line says something."""

_WHOLE_SCORE: Final = 100
_ROOM: Final = 5
"""A line of a few contacts stays low: one more is a small step."""


def trends_chart(told: Sequence[Then], scores: Sequence[float | None], as_of: date) -> Chart | None:
    """The picture of some days, earliest first, with their scores; none of fewer than three."""
    if len(told) < FEWEST:
        return None
    networks = [then.network for then in told]
    in_time = [network.in_rhythm for network in networks]
    lines = (
        _counts("Allies", [network.allies for network in networks]),
        _counts("Acquaintances", [network.acquaintances for network in networks]),
        TrendLine(
            "In touch in time",
            _both(*[f"{in_time[place].part:,} of {in_time[place].whole:,}" for place in (0, -1)]),
            tuple([share.part for share in in_time]),
            _ROOM,
            tuple([share.whole for share in in_time]),
        ),
        _line(
            "Industries count as",
            [each.effective_industries for each in networks],
            _ROOM,
        ),
        _line("Score", [None if each is None else round(each) for each in scores], _WHOLE_SCORE),
    )
    first = named_day(told[0].day, as_of)
    return Chart(
        title="The last two years",
        description=f"{counted(len(lines), 'line')} from {first} on. "
        + " ".join([f"{each.label}: {each.words}." for each in lines])
        + " The table has the numbers of each month.",
        caption="One line a figure, each from 0 upwards; the broken line is how many it could be "
        f"at most. At the right what it was on {first}, and what it is now.",
        as_of=as_of,
        drawing=TrendLines(tuple([then.day for then in told]), lines),
    )


def _counts(label: str, values: Sequence[int]) -> TrendLine:
    return TrendLine(label, _both(f"{values[0]:,}", f"{values[-1]:,}"), tuple(values), _ROOM)


def _line(label: str, values: Sequence[float | None], full: float) -> TrendLine:
    first, last = [_told(values[place]) for place in (0, -1)]
    return TrendLine(label, _both(first, last), tuple(values), full)


def _told(value: float | None) -> str:
    return "unknown" if value is None else one_decimal(value)


def _both(first: str, last: str) -> str:
    return f"{first} then, {last} now"
