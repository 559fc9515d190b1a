"""The pictures of who brought something, for the page opportunities."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from netjournal.model.charts import Chart, ShareRange, ShareRanges
from netjournal.reviews.bringing import ENOUGH, Group
from netjournal.reviews.words import counted

MOST: Final = 30
"""How many groups a picture shows."""


def opportunity_chart(by: str, groups: Sequence[tuple[Group, str]], as_of: date) -> Chart | None:
    """The picture of groups `by` relationship or industry; none where it is too early for all."""
    enough = [(group, label) for group, label in groups if group.contacts >= ENOUGH]
    shown = enough[:MOST]
    if not any(group.brought for group, _ in shown):
        return None
    cut = f"The first {MOST} of {len(enough):,} groups. " if len(enough) > MOST else ""
    return Chart(
        title=f"Who brought something, by {by}",
        description=f"{counted(len(shown), 'group')} with people enough for a share, on a line "
        "from none to all. The table has the numbers of each.",
        caption=f"{cut}The mark is the share of people who brought something, the line the range "
        "in which it may well lie: the longer the line, the less is known. Groups of fewer than "
        f"{ENOUGH} people are in the table alone: for them it is too early to say anything.",
        as_of=as_of,
        drawing=ShareRanges(tuple([_range(group, label) for group, label in shown])),
    )


def _range(group: Group, label: str) -> ShareRange:
    share = group.share
    return ShareRange(
        label,
        f"{group.brought:,} of {group.contacts:,}",
        (share.estimate, share.low, share.high),
    )
