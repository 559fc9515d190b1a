"""Lapsed and dormant ties, what each may bring, and which are worth one line now."""

from operator import itemgetter
from typing import NamedTuple

from netjournal.measures.cadence import State
from netjournal.model.contact import Kind
from netjournal.model.industry import Industry
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.known import CLOSE
from netjournal.reviews.person import Person

WINDOW_DAYS = 28
"""Days after an anniversary of the last contact in which a tie is proposed."""

ENOUGH = 2
"""The worth from which a tie is proposed: it brings something new, or trust."""

_YEAR_DAYS = 365
_MANY_CONTACTS = 3
_HELP = frozenset({Kind.GAVE, Kind.RECEIVED, Kind.INTRO, Kind.INTRODUCED_ME})


class Worth(NamedTuple):
    """What a silent tie may bring: something new, or trust.

    People tend to revive those whom they saw most; value comes from novelty together with
    trust (Walter, Levin and Murnighan 2015).
    """

    novel: tuple[Industry, ...]
    """Its industries in which I have nobody, or which are thin."""
    helped: bool
    """Whether help was ever given or received."""
    many: bool
    """Whether there were three contacts or more."""

    @property
    def points(self) -> int:
        """From 0 to 5: novelty counts 2, help 2, acquaintance 1."""
        return 2 * bool(self.novel) + 2 * self.helped + self.many


def is_resting(person: Person) -> bool:
    """Whether somebody is an ally or acquaintance who is lapsed or dormant."""
    state = person.standing.state
    return (state is State.LAPSED or state is State.DORMANT) and person.relationship in CLOSE


def worth_reviving(assessment: Assessment, open_industries: frozenset[str]) -> list[Person]:
    """The ties to propose on this day, the worthiest first.

    `open_industries` are keys of industries that are thin or missing. Nothing is stored: a tie
    is proposed in the four weeks after each anniversary of the last contact.
    """
    found = []
    for person in assessment.those(is_resting):
        if person.standing.planned:
            continue
        days = person.standing.days_since or 0
        if days >= _YEAR_DAYS and days % _YEAR_DAYS < WINDOW_DAYS:
            worth = revival_worth(person, assessment, open_industries)
            if worth >= ENOUGH:
                found.append((worth, person))
    found.sort(key=itemgetter(0), reverse=True)
    return [person for _, person in found]


def revival_worth(person: Person, assessment: Assessment, open_industries: frozenset[str]) -> int:
    """The points of what a silent tie may bring, from 0 to 5."""
    return worth_of(person, assessment, open_industries).points


def worth_of(person: Person, assessment: Assessment, open_industries: frozenset[str]) -> Worth:
    """What a silent tie may bring, as far as the notes say."""
    as_of = assessment.as_of
    entries = assessment.index.interactions.get(person.contact.path, ())
    helped = any(
        entry.kinds and entry.date <= as_of and not _HELP.isdisjoint(entry.kinds)
        for entry in entries
    )
    return Worth(
        tuple([each for each in person.industries if each.key in open_industries]),
        helped,
        len(person.contacted) >= _MANY_CONTACTS,
    )
