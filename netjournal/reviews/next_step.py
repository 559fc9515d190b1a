"""The one step that would do most for the spread of industries."""

from heapq import nlargest
from typing import NamedTuple

from netjournal.model.contact import Status
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.coverage import Coverage, Reach, is_unplaced
from netjournal.reviews.person import Person
from netjournal.reviews.presence import out_of_touch, readiness
from netjournal.reviews.words import ago, counted, listed

MOST_UNKNOWN = 0.3
"""Share of contacts without a known industry above which nothing can be said about the rest."""

_MOST_NAMED = 3


class Step(NamedTuple):
    """What to do next, in words, with whom, and the section of `industries` or `hygiene`."""

    text: str
    people: tuple[Person, ...]
    slug: str
    section: str


def next_step(found: Coverage, assessment: Assessment) -> Step:
    """The first of these that applies: know who is where, reach a gap, keep a bridge."""
    return (
        _fill_in(assessment)
        or _reach_gap(found)
        or _keep_bridge(found)
        or _start_afresh(found)
        or Step(
            "Every industry that you look for has two people or more. Nothing needs doing.",
            (),
            "industries",
            "covered",
        )
    )


def _fill_in(assessment: Assessment) -> Step | None:
    active = assessment.active
    unknown = assessment.those(is_unplaced)
    if not unknown or len(unknown) <= MOST_UNKNOWN * len(active):
        return None
    first = nlargest(_MOST_NAMED, unknown, key=lambda person: len(person.contacted))
    text = (
        f"{len(unknown):,} of {counted(len(active), 'contact')} "
        f"{'has' if len(unknown) == 1 else 'have'} no known industry. "
        f"Where {'does' if len(first) == 1 else 'do'} {_named(first)} work? "
        "With an industry in their notes, gaps become visible."
    )
    return Step(text, tuple(first), "hygiene", "incomplete")


def _reach_gap(found: Coverage) -> Step | None:
    reachable = [reach for reach in found.missing if reach.introducers]
    if reachable:
        best = max(reachable, key=lambda reach: readiness(reach.introducers[0]))
        text = (
            f"No ally or acquaintance in {best.industry.label} yet. "
            f"Could {_named(best.introducers, 'or')} introduce you to somebody there?"
        )
        return Step(text, best.introducers, "industries", "missing")
    for reach in found.missing:
        resting = [p for p in reach.others if p.contact.status is Status.DORMANT]
        if resting:
            text = (
                f"Nobody in {reach.industry.label} at the moment, but {resting[0].ref.label} "
                "is resting there. Would a line be welcome?"
            )
            return Step(text, (resting[0],), "industries", "missing")
    return None


def _keep_bridge(found: Coverage) -> Step | None:
    if not found.thin:
        return None
    silent = [reach for reach in found.thin if out_of_touch(reach.people[0])]
    reach = silent[0] if silent else found.thin[0]
    label, person = reach.industry.label, reach.people[0]
    days = person.standing.days_since
    if not silent:
        text = f"{label} hangs on {person.ref.label} alone. Whom else do they know there?"
    elif days is None:
        text = f"{label} hangs on {person.ref.label}, with no contact so far. A first line?"
    else:
        text = f"{label} hangs on {person.ref.label}, last in touch {ago(days)}. A word?"
    return Step(text, (person,), "industries", "thin")


def _start_afresh(found: Coverage) -> Step | None:
    if not found.missing:
        return None
    reach: Reach = found.missing[0]
    text = (
        f"Nobody in {reach.industry.label} yet, and nobody near it. "
        "A talk, a course or a fair in that field may be a start."
    )
    return Step(text, (), "industries", "missing")


def _named(people: list[Person] | tuple[Person, ...], last: str = "and") -> str:
    return listed([person.ref.label for person in people], _MOST_NAMED, last)
