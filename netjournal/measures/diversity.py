"""How many industries a network spans, and how evenly and how far apart they lie."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from math import exp, fsum, log
from typing import NamedTuple


class Diversity(NamedTuple):
    """The spread of contacts over industries and over groups of industries.

    Effective numbers say how many equally sized industries would be as diverse (Jost 2006).
    """

    contacts: float
    """The sum of the weights: each contact counts 1, divided among its industries."""
    richness: int
    """Industries with anyone in them: the Hill number of order 0."""
    shannon: float
    """Entropy in nats."""
    effective_industries: float
    """e^shannon, the Hill number of order 1; between `dominant_industries` and `richness`."""
    dominant_industries: float
    """1 / the sum of squared shares, the Hill number of order 2: large industries weigh more."""
    blau: float
    """The chance that two contacts drawn at random (with return) are in different industries."""
    pielou: float | None
    """Entropy divided by the largest that so many industries can have; None for one industry."""
    evenness: float
    """`effective_industries` / `richness`; 1 when all industries are equally large."""
    top_share: float
    """The share of the largest industry."""
    unrelated_variety: float
    """Entropy between groups, in nats (Frenken, van Oort and Verburg 2007)."""
    related_variety: float
    """Mean entropy within groups, in nats; with `unrelated_variety` it adds up to `shannon`."""
    effective_groups: float
    """e^unrelated_variety; times `effective_within` it is `effective_industries`."""
    effective_within: float
    """e^related_variety: the effective number of industries in a group."""
    rao_q: float
    """The mean distance of two contacts: 0 in one industry, 0.5 in one group, else 1."""
    effective_unrelated: float
    """1 / (1 - rao_q): as many industries with nothing in common (Leinster and Cobbold 2012)."""


def industry_weights(contacts: Iterable[Collection[str]]) -> dict[str, float]:
    """The contacts in each industry; one with k industries adds 1/k to each, one with none nothing.

    The result is in the order of the industries' names.
    """
    counts: Counter[tuple[str, int]] = Counter()
    # Contacts are many, but what they work in is mostly the same.
    for industries, times in Counter(map(tuple, contacts)).items():
        distinct = set(industries)
        for industry in distinct:
            counts[industry, len(distinct)] += times
    # Counted by k first and added with fsum, so that the order of contacts can't change a bit.
    parts: dict[str, list[float]] = {}
    for (industry, split), count in sorted(counts.items()):
        parts.setdefault(industry, []).append(count / split)
    return {industry: fsum(part) for industry, part in parts.items()}


def diversity(weights: Mapping[str, float], groups: Mapping[str, str]) -> Diversity | None:
    """The diversity of a network, from contacts by industry and the group of each industry.

    An industry without a group is a group of its own. Industries with a weight of 0 or less
    are left out; None when no contact remains.
    """
    present = {industry: weight for industry, weight in weights.items() if weight > 0}
    if not present:
        return None
    members = _by_group(present, groups)
    sizes = list(present.values())
    group_sizes = [fsum(group) for group in members]

    total = fsum(sizes)
    squares = fsum([size * size for size in sizes])
    group_squares = fsum([size * size for size in group_sizes])
    richness = len(sizes)
    shannon = _entropy(sizes, total)
    unrelated = _entropy(group_sizes, total)
    related = fsum(
        [
            size / total * log(group_size / size)
            for group, group_size in zip(members, group_sizes, strict=True)
            for size in group
        ]
    )
    effective = _effective(shannon, richness, total, squares)
    blau = _blau(total, squares)
    return Diversity(
        contacts=total,
        richness=richness,
        shannon=shannon,
        effective_industries=effective,
        dominant_industries=_hill_2(richness, total, squares),
        blau=blau,
        pielou=min(1.0, shannon / log(richness)) if richness > 1 else None,
        evenness=effective / richness,
        top_share=max(sizes) / total,
        unrelated_variety=unrelated,
        related_variety=related,
        effective_groups=_effective(unrelated, len(members), total, group_squares),
        effective_within=exp(related),
        # With these three distances Q is half-way between the two Blau indices.
        rao_q=(blau + _blau(total, group_squares)) / 2,
        effective_unrelated=_hill_2(richness, total, (squares + group_squares) / 2),
    )


def _by_group(weights: Mapping[str, float], groups: Mapping[str, str]) -> list[list[float]]:
    """The weights of the industries in each group."""
    members: dict[tuple[str, bool], list[float]] = {}
    for industry, weight in weights.items():
        # The flag keeps an industry without a group apart from a group of the same name.
        group = groups.get(industry)
        key = (industry, False) if group is None else (group, True)
        members.setdefault(key, []).append(weight)
    return list(members.values())


def _entropy(sizes: list[float], total: float) -> float:
    """Shannon's entropy in nats; no term is negative, and one class gives exactly 0."""
    return fsum([size / total * log(total / size) for size in sizes])


def _hill_2(classes: int, total: float, squares: float) -> float:
    """The Hill number of order 2, kept from exceeding the number of classes by rounding."""
    return min(total * total / squares, float(classes))


def _effective(entropy: float, classes: int, total: float, squares: float) -> float:
    """The Hill number of order 1, kept between that of order 2 and the number of classes.

    The bounds are theorems; keeping them makes equal classes give a whole number exactly.
    """
    return min(max(exp(entropy), _hill_2(classes, total, squares)), float(classes))


def _blau(total: float, squares: float) -> float:
    """Blau's index, or Gini-Simpson: 1 minus the sum of squared shares."""
    return 1 - squares / (total * total)
