"""The picture of who knows whom, and who could lead to an industry where nobody is known yet."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from heapq import nsmallest
from typing import Final, NamedTuple

from netjournal.model.charts import Chart, Tie, TieEnd, TieKind, TieLines
from netjournal.reviews.words import counted

MOST: Final = 36
"""How many contacts the picture shows: those with the most ties, and whom they know."""

MOST_GAPS: Final = 8
"""How many industries it shows that nobody is known in."""

Pair = tuple[str, str]


class Ties(NamedTuple):
    """Who knows whom, by the paths of contacts; each pair once."""

    knows: Sequence[Pair]
    introduced: Sequence[Pair]
    """The first one introduced me to the second one."""
    paths: Sequence[Pair]
    """The contact who is the best way to an industry, and the label of that industry."""


def ties_chart(ties: Ties, labels: Mapping[str, str], as_of: date) -> Chart | None:
    """The picture of some ties between contacts with these labels; none without any tie."""
    neighbours = neighbours_of((*ties.knows, *ties.introduced))
    gaps = ties.paths[:MOST_GAPS]
    for contact, _ in gaps:
        neighbours.setdefault(contact, set())
    if not neighbours:
        return None
    shown = _in_order(neighbours, {contact for contact, _ in gaps})
    ends, places = _ends(shown, gaps, labels)
    cut = ""
    if len(neighbours) > len(shown):
        cut = f"{len(shown):,} of {len(neighbours):,} contacts, those with the most ties first. "
    return Chart(
        title="Who knows whom",
        description=f"{counted(len(shown), 'contact')}, and lines between those who know each "
        f"other, as far as it is written down; {counted(len(gaps), 'industry', 'industries')} "
        "that somebody could lead to. The tables have the names.",
        caption=f"{cut}A line joins two who know each other. An arrow leads from who introduced "
        "you to whom; a broken one from somebody who may help to an industry without an "
        "ally or acquaintance, which has an empty diamond.",
        as_of=as_of,
        drawing=TieLines(ends, _lines(ties, places)),
    )


def neighbours_of(pairs: Iterable[Pair]) -> dict[str, set[str]]:
    """Whom each contact knows, by path."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        found[one].add(other)
        found[other].add(one)
    return dict(found)


def _in_order(neighbours: Mapping[str, set[str]], wanted: set[str]) -> list[str]:
    """The contacts that are shown: the best connected first, each with those whom it knows."""

    def rank(contact: str) -> tuple[bool, int, str]:
        return contact not in wanted, -len(neighbours[contact]), contact

    order: dict[str, None] = {}
    # Ways to an industry where nobody is known are what the picture is for: they are never cut.
    for first in nsmallest(MOST, neighbours, key=rank):
        waiting = [first]
        while waiting and len(order) < MOST:
            contact = waiting.pop()
            if contact not in order:
                order[contact] = None
                known = [each for each in neighbours[contact] if each not in order]
                waiting += sorted(known, key=rank, reverse=True)
        if len(order) >= MOST:
            break
    return list(order)


def _ends(
    shown: Sequence[str], gaps: Sequence[Pair], labels: Mapping[str, str]
) -> tuple[tuple[TieEnd, ...], Mapping[str | Pair, int]]:
    """The rows, an industry below who leads to it, and the place of each."""
    ends: list[TieEnd] = []
    places: dict[str | Pair, int] = {}
    for contact in shown:
        places[contact] = len(ends)
        ends.append(TieEnd(labels.get(contact, contact)))
        for gap in gaps:
            if gap[0] == contact:
                places[gap] = len(ends)
                ends.append(TieEnd(gap[1], is_gap=True))
    return tuple(ends), places


def _lines(ties: Ties, places: Mapping[str | Pair, int]) -> tuple[Tie, ...]:
    introduced = set(ties.introduced)
    # Who introduced somebody knows them: one line says both.
    knows = [pair for pair in ties.knows if not {pair, pair[::-1]} & introduced]
    between = [
        Tie(places[one], places[other], kind)
        for kind, pairs in ((TieKind.KNOWS, knows), (TieKind.INTRODUCED, ties.introduced))
        for one, other in pairs
        if one in places and other in places
    ]
    to_gaps = [
        Tie(places[gap[0]], places[gap], TieKind.PATH) for gap in ties.paths if gap in places
    ]
    return (*sorted(between), *sorted(to_gaps))
