"""The picture of what there is beside what is wanted, for the page balance."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from netjournal.measures.balance import Bars
from netjournal.model.charts import Chart, TargetBar, TargetBars
from netjournal.reviews.bars import Bar
from netjournal.reviews.words import listed, named_day


class Before(NamedTuple):
    """How full the bars were on an earlier day, as far as the dated notes tell."""

    day: date
    bars: Bars


def balance_chart(
    found: Sequence[Bar], weakest: str, as_of: date, before: Before | None = None
) -> Chart:
    """The picture of these bars, of which the one called `weakest` is furthest from its target."""
    full = [bar.label for bar in found if bar.value is not None and bar.value >= 1]
    furthest = [
        bar.label
        for bar in found
        if bar.name == weakest and bar.value is not None and bar.value < 1
    ]
    told = f"Full: {listed(full)}." if full else "None is full yet."
    last = f" Furthest from its target: {furthest[0]}." if furthest else ""
    caption = "A bar is full where the upright line stands: more than that adds nothing."
    if before:
        day = named_day(before.day, as_of)
        caption += f" The thin mark is where it stood on {day}, with today’s relationships."
    return Chart(
        title="What there is beside the targets",
        description=f"{len(found)} bars, each full at its target. {told}{last} The table has the "
        "numbers.",
        caption=caption,
        as_of=as_of,
        drawing=TargetBars(
            tuple(
                TargetBar(
                    bar.label,
                    bar.now,
                    bar.wanted,
                    bar.value,
                    bar.label in furthest,
                    getattr(before.bars, bar.name) if before else None,
                )
                for bar in found
            )
        ),
    )
