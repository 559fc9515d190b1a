"""The picture of where a network reaches, for the page industries: who is where, and who isn't."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from netjournal.model.charts import Chart, IndustryBar, IndustryBars, IndustryGroup
from netjournal.model.industry import Taxonomy
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.coverage import Coverage, Reach
from netjournal.reviews.words import counted

MOST: Final = 60
"""How many industries the picture shows."""

_OTHERS: Final = "Others"
"""What the industries are called that are the only one of their group."""


def industry_chart(found: Coverage, assessment: Assessment) -> Chart | None:
    """The picture of all industries with somebody in them, and of those to look for."""
    reaches = (*found.covered, *found.thin, *found.missing)
    if not (found.covered or found.thin):
        return None
    shown = _shown(reaches, assessment)
    cut = ""
    if len(reaches) > MOST:
        cut = f"The {MOST} industries with the most people, of {len(reaches):,}. "
    return Chart(
        title="Where you know people",
        description=f"{counted(len(found.covered), 'industry', 'industries')} with several "
        f"people, {len(found.thin):,} hanging on a thread, {len(found.missing):,} with none "
        "yet, by groups of industries. The tables below name the people.",
        caption=f"{cut}One bar an industry: the full part are allies, the light part "
        "acquaintances, and the numbers after it say how many of each. Somebody with several "
        "industries is in each of them.",
        as_of=assessment.as_of,
        drawing=IndustryBars(_grouped(shown, assessment.index.taxonomy)),
    )


def _shown(reaches: Sequence[Reach], assessment: Assessment) -> list[Reach]:
    """The reaches in the order of the taxonomy; the largest ones when there are too many."""
    order = {key: place for place, key in enumerate(assessment.index.taxonomy.industries)}
    largest = sorted(reaches, key=lambda reach: -len(reach.people))[:MOST]
    return sorted(largest, key=lambda reach: order[reach.industry.key])


def _grouped(reaches: Sequence[Reach], taxonomy: Taxonomy) -> tuple[IndustryGroup, ...]:
    groups: defaultdict[str, list[IndustryBar]] = defaultdict(list)
    for reach in reaches:
        allies = reach.allies
        bar = IndustryBar(reach.industry.label, allies, len(reach.people) - allies)
        groups[reach.industry.group].append(bar)
    several = [
        IndustryGroup(taxonomy.group_label(group), tuple(bars))
        for group, bars in groups.items()
        if len(bars) > 1
    ]
    alone = [bar for bars in groups.values() if len(bars) == 1 for bar in bars]
    if not alone:
        return tuple(several)
    return (*several, IndustryGroup(_OTHERS if several else "", tuple(alone)))
