"""The one step that would do most for the balance of a network: one for its lowest bar."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from heapq import nlargest

from netjournal.measures.balance import MANY_UNPLACED
from netjournal.model.contact import Relationship, Status
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.attention import attention
from netjournal.reviews.coverage import coverage
from netjournal.reviews.network import balanced, network, own_field
from netjournal.reviews.next_step import Step, next_step
from netjournal.reviews.person import Person
from netjournal.reviews.targets import where_wanted
from netjournal.reviews.words import counted, listed

_MOST_NAMED = 3
_OFTEN = 2
"""Days of contact from which an acquaintance is worth asking whether it isn't an ally."""


def balance_step(assessment: Assessment) -> Step:
    """The step for the lowest bar; first of all industries, when too many are unknown to judge."""
    found, counts = assessment.once(balanced), assessment.once(network)
    lowest = getattr(found.bars, found.weakest)
    if counts.contacts - counts.placed > MANY_UNPLACED * counts.contacts:
        return next_step(assessment.once(coverage), assessment)
    if lowest >= 1:
        return Step("All bars are full. Nothing needs doing.", (), "balance", "bars")
    return _STEPS[found.weakest](assessment) or next_step(assessment.once(coverage), assessment)


def _allies(assessment: Assessment) -> Step:
    counts, targets = assessment.once(network), assessment.config.targets
    fewest, most = targets.allies
    allies = counted(counts.allies, "ally", "allies")
    if counts.allies > most:
        quiet = assessment.ranked(_quietest_ally)[:_MOST_NAMED]
        text = (
            f"{allies}, {where_wanted(f'{most} at most', assessment.config)}. Is each of them one "
            f"today, also {_named(quiet)}? A good acquaintance is nothing less."
        )
        return Step(text, tuple(quiet), "neglected", "overdue")
    if counts.allies < fewest:
        near = _most_often(_of_kind(assessment, Relationship.ACQUAINTANCE))
        return _nearer(f"{allies}, {where_wanted(fewest, assessment.config)}", near)
    own = assessment.once(own_field)
    there = assessment.active_by_industry.get(own.key) if own else None
    people = there.people[there.allies :] if there else ()
    words = (
        f"{counted(counts.own_allies or 0, 'ally', 'allies')} in {own.label if own else ''}, "
        f"your own field, {where_wanted(targets.own_field_allies, assessment.config)}"
    )
    return _nearer(words, _most_often(people))


def _nearer(words: str, near: Sequence[Person]) -> Step:
    """How an acquaintance may become an ally: by help before it is needed."""
    words = words[:1].upper() + words[1:]
    if not near:
        text = f"{words}. An alliance begins with help: whose work could you make easier?"
        return Step(text, (), "balance", "bars")
    text = (
        f"{words}. Of your acquaintances you are most often in touch with {_named(near)}. "
        "What could you do for them, before they ask?"
    )
    return Step(text, tuple(near), "balance", "bars")


def _reach(assessment: Assessment) -> Step | None:
    counts, wanted = assessment.once(network), assessment.config.targets.acquaintances
    number = counted(counts.acquaintances, "acquaintance").capitalize()
    words = f"{number}, {where_wanted(wanted, assessment.config)}. Whom do you know already?"
    if assessment.unsorted:
        text = (
            f"{words} {counted(len(assessment.unsorted), 'contact')} in your notes "
            f"{'waits' if len(assessment.unsorted) == 1 else 'wait'} to be sorted."
        )
        return Step(text, (), "hygiene", "unsorted")
    resting = [p for p in assessment.people.values() if p.contact.status is Status.DORMANT]
    if resting:
        best = _most_often(resting, least=0)
        return Step(
            f"{words} {_named(best)} may be glad of a line.", tuple(best), "balance", "bars"
        )
    return None


def _care(assessment: Assessment) -> Step | None:
    lists = assessment.once(attention)
    for people, section, words in (
        (lists.overdue, "overdue", "waited longer than you wanted"),
        (lists.never, "never", "had no contact so far"),
        (lists.lapsed, "lapsed", "been silent for very long"),
    ):
        waiting = [person for person in people if person.active]
        if waiting:
            first = waiting[:_MOST_NAMED]
            have = "has" if len(waiting) == 1 else "have"
            text = (
                f"{counted(len(waiting), 'ally or acquaintance', 'allies and acquaintances')} "
                f"{have} {words}. A word to {_named(first, 'or')}? A short one is enough."
            )
            return Step(text, tuple(first), "neglected", section)
    return None


def _industries(assessment: Assessment) -> Step:
    return next_step(assessment.once(coverage), assessment)


_STEPS: Mapping[str, Callable[[Assessment], Step | None]] = {
    "allies": _allies,
    "spread": _industries,
    "outside": _industries,
    "reach": _reach,
    "care": _care,
}


def _of_kind(assessment: Assessment, kind: Relationship) -> list[Person]:
    return [person for person in assessment.active if person.relationship is kind]


def _most_often(people: Iterable[Person], least: int = _OFTEN) -> list[Person]:
    often = [person for person in people if len(person.contacted) >= least]
    return nlargest(_MOST_NAMED, often, key=_often_and_lately)


def _often_and_lately(person: Person) -> tuple[int, date]:
    """Of those with as many days of contact, the last one to be in touch with comes first."""
    return len(person.contacted), max(person.contacted, default=date.min)


def _quietest_ally(person: Person) -> tuple[float] | None:
    if not person.active or person.relationship is not Relationship.ALLY:
        return None
    return (-(person.standing.overdue_ratio or 0.0),)


def _named(people: Sequence[Person], last: str = "and") -> str:
    return listed([person.ref.label for person in people], _MOST_NAMED, last)
