"""The page `introductions`: who could introduce me, whom I could introduce, and who did."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from netjournal.measures.brokerage import Brokerage, brokerage
from netjournal.measures.introductions import descendants
from netjournal.model.diagnostic import Diagnostic
from netjournal.model.index import Index
from netjournal.model.review import (
    Cell,
    Column,
    Figure,
    IndustryRef,
    Review,
    Row,
    RowsWhenAsked,
    Section,
)
from netjournal.reviews import reasons
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.basis import basis, no_contacts
from netjournal.reviews.connections import connections, introducers, ties
from netjournal.reviews.excerpts import plain_text
from netjournal.reviews.known_to_each_other import ties_section
from netjournal.reviews.matching import said_by
from netjournal.reviews.pairing import Pair, pairs
from netjournal.reviews.person import Person
from netjournal.reviews.presence import readiness
from netjournal.reviews.reaching import Path, paths
from netjournal.reviews.words import counted, listed, one_decimal

SLUG = "introductions"
TITLE = "Introductions"

ENOUGH_TIES = 3
"""Recorded ties from which the gaps between contacts are put into words."""

MOST_PAIRS_SHOWN = 12
"""Pairs that the page shows, those most in touch first."""

MOST_INTRODUCERS_SHOWN = 20
"""People who introduced somebody that it shows."""

MOST_PATHS_SHOWN = 12
"""Paths that the page shows; more are of little use at once."""

_MOST_NAMED = 5

_EXPLANATION = (
    (
        "A path leads over somebody whom you know to somebody whom they know: a person in their "
        "`knows` without a note of their own, with the industry in brackets, as in "
        "`Tom Rask (insurance)`; or, at half the weight, over somebody who works in the same "
        "group of industries. The readiest come first: the score is 1 for an ally and one half "
        "for an acquaintance, halved with each cadence of silence. Nobody is named of whom you "
        "asked much, or who hasn't answered you. The formula is our choice."
    ),
    (
        "Whom you could introduce are two contacts in rhythm who don't know each other, where "
        "one's `needs` meet the other's `offers` in a word. Bringing people together, rather "
        "than standing between them, went with new ideas (Obstfeld, 2005)."
    ),
    (
        "Who knows whom comes from `knows` and `introduced_by`. Gaps between your contacts are "
        "counted as in Burt (1992) and Borgatti (1997); managers with many of them were "
        "evaluated better (Burt, 2004), which says nothing about you. What isn't written down "
        "looks like a gap."
    ),
)


class _Credit(NamedTuple):
    """Somebody who introduced others to me."""

    person: Person
    introduced: tuple[Person, ...]
    in_all: int
    """With those whom the introduced introduced, and so on."""


def make(assessment: Assessment, _diagnostics: Sequence[Diagnostic]) -> Review:
    """The review `introductions` of a vault on a day."""
    ways = paths(assessment)
    couples = pairs(assessment)
    credits_ = _credits(assessment)
    return Review(
        slug=SLUG,
        title=TITLE,
        lead=_lead(ways, couples, assessment),
        figures=_figures(assessment.once(_network)),
        sections=(
            _paths(ways, assessment),
            _pairs(couples, assessment.index),
            _introduced(credits_),
            ties_section(ways, assessment),
        ),
        basis=assessment.once(basis),
        explanation=_EXPLANATION,
    )


def _network(assessment: Assessment) -> Brokerage:
    known, active = assessment.once(ties), assessment.facts(_active)
    return assessment.kept((_network, known), active, lambda paths: brokerage(paths, known))


def _active(person: Person, _assessment: Assessment) -> bool:
    return person.active


def _credits(assessment: Assessment) -> list[_Credit]:
    """Who introduced anybody, those to whom most goes back first."""
    found: Mapping[str, str] = assessment.once(introducers)
    children: defaultdict[str, list[Person]] = defaultdict(list)
    for path, introducer in found.items():
        children[introducer].append(assessment.people[path])
    in_all = assessment.kept(descendants, found, descendants)
    made = [
        _Credit(assessment.people[path], tuple(people), in_all[path])
        for path, people in children.items()
    ]
    return sorted(made, key=lambda each: (-each.in_all, each.person.contact.path))


def _lead(ways: Sequence[Path], couples: Sequence[Pair], assessment: Assessment) -> tuple[str, ...]:
    if not assessment.people:
        return (no_contacts(assessment),)
    parts = []
    if ways:
        parts.append(f"{_way(ways[0])} Would you like to ask?")
    if couples:
        pair = couples[0]
        parts.append(
            f"{_match(pair, assessment.index)}. Would the two like to meet?"
            if len(couples) == 1
            else f"{_match(pair, assessment.index)}. Would the two like to meet? "
            f"There {'is' if len(couples) == 2 else 'are'} "
            f"{counted(len(couples) - 1, 'more pair')} below."
        )
    return tuple(parts) or (_nothing(assessment),)


def _nothing(assessment: Assessment) -> str:
    if not assessment.those(_says_what_for) and not assessment.once(connections):
        return (
            "Your notes don't say yet who knows whom, or who needs and offers what. `knows`, "
            "`needs` and `offers` in a few of them are enough to begin with."
        )
    return "No introduction suggests itself at the moment."


def _says_what_for(person: Person) -> bool:
    return bool(person.contact.needs or person.contact.offers)


def _way(way: Path) -> str:
    name, label = way.person.ref.label, way.industry.label
    if way.stranger:
        return f"{name} could introduce you to {way.stranger.name}, in {label}."
    return f"{name} may know somebody in {label}."


def _match(pair: Pair, index: Index) -> str:
    return "; ".join(
        [
            f"{each.asker.ref.label} is looking for "
            f"{plain_text(each.need, index, path=each.asker.contact.path)}, and "
            f"{each.offer.person.ref.label} offers {said_by(each.offer, index)}"
            for each in pair.matches
        ]
    )


def _figures(network: Brokerage) -> tuple[Figure, ...]:
    possible = network.ties + network.open_pairs
    based = ""
    if possible:
        based = (
            f"{f'{network.ties:,}' if network.ties else 'None'} of the ties "
            f"{'are' if network.ties > 1 else 'is'} between your "
            f"{counted(network.contacts, 'ally or acquaintance', 'allies and acquaintances')}, "
            f"of {possible:,} possible. Those that you didn't write down look like gaps."
        )
    size = ""
    if network.ties >= ENOUGH_TIES and network.effective_size is not None:
        size = (
            "So far they work like "
            f"{one_decimal(network.effective_size)} people from different circles."
        )
    return (
        Figure("ties", network.ties, based),
        Figure("effective_size", network.effective_size, size),
        Figure("efficiency", network.efficiency),
        Figure("constraint", network.constraint),
        Figure("open_pairs", network.open_pairs),
    )


def _paths(ways: Sequence[Path], assessment: Assessment) -> Section:
    return Section(
        "paths",
        "Who could introduce you",
        (
            Column("label", "Industry"),
            Column("contact", "Through whom"),
            Column("via", "To whom"),
            Column("why", "Why"),
        ),
        RowsWhenAsked(ways, lambda way: _path_row(way, assessment)),
        intro="To industries in which you have no ally or acquaintance. A question to somebody "
        "who likes you is seldom a burden.",
        most=MOST_PATHS_SHOWN,
        empty="No path to an industry that you miss. `knows: Tom Rask (insurance)` in the note of "
        "somebody who knows Tom makes one."
        if assessment.people
        else "",
    )


def _path_row(way: Path, assessment: Assessment) -> Row:
    person, stranger = way.person, way.stranger
    reason = f"knows {stranger.name}" if stranger else f"works near it, in {_work(way)}"
    return {
        "industry": way.industry.key,
        "label": IndustryRef(way.industry.label, way.industry.key),
        "contact": person.ref,
        "via": stranger.name if stranger else None,
        "score": way.score,
        "readiness": readiness(person),
        "why": f"{reason}; {reasons.silence(person, assessment.as_of)}",
    }


def _work(way: Path) -> str:
    """The industries of the same group in which somebody works."""
    group = way.industry.group
    return listed([each.label for each in way.person.industries if each.group == group])


def _pairs(couples: Sequence[Pair], index: Index) -> Section:
    return Section(
        "pairs",
        "Whom you could introduce",
        (Column("contact", "Who"), Column("other", "And whom"), Column("why", "Why")),
        RowsWhenAsked(couples, lambda pair: _pair_row(pair, index)),
        intro="Ask both before you do; an introduction is a gift to two.",
        most=MOST_PAIRS_SHOWN,
    )


def _pair_row(pair: Pair, index: Index) -> Row:
    first = pair.matches[0]
    return {
        "contact": pair.one.ref,
        "other": pair.other.ref,
        "need": first.need,
        "offer": first.offer.text,
        "why": _match(pair, index),
    }


def _introduced(found: Sequence[_Credit]) -> Section:
    return Section(
        "introduced",
        "Who introduced you to whom",
        (Column("contact", "Who"), Column("who", "To whom"), Column("why", "What came of it")),
        RowsWhenAsked(found, _credit_row),
        intro="A word of thanks, years later, is a good reason to write.",
        most=MOST_INTRODUCERS_SHOWN,
    )


def _credit_row(credit: _Credit) -> Row:
    refs = tuple([person.ref for person in credit.introduced])
    who: Cell = refs
    if len(refs) > _MOST_NAMED:
        who = (*refs[: _MOST_NAMED - 1], f"{len(refs) - _MOST_NAMED + 1:,} others")
    further = credit.in_all - len(refs)
    why = f"{counted(len(refs), 'person', 'people')} whom you know"
    if further > 0:
        why += f", and {further:,} more through them"
    return {
        "contact": credit.person.ref,
        "introduced": refs,
        "in_all": credit.in_all,
        "who": who,
        "why": why,
    }
