"""Lapsed and dormant ties that are worth one line, each of them once a year."""

from collections.abc import Iterable
from operator import itemgetter

from netjournal.measures.cadence import State
from netjournal.model.contact import Kind, Relationship
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.person import Person

WINDOW_DAYS = 28
"""Days after an anniversary of the last contact in which a tie is proposed."""

ENOUGH = 2
"""The worth from which a tie is proposed: it brings something new, or trust."""

_YEAR_DAYS = 365
_MANY_CONTACTS = 3
_HELP = frozenset({Kind.GAVE, Kind.RECEIVED, Kind.INTRO, Kind.INTRODUCED_ME})
_RESTING = frozenset({State.LAPSED, State.DORMANT})
_CLOSE = frozenset({Relationship.ALLY, Relationship.ACQUAINTANCE})


def worth_reviving(
    people: Iterable[Person], assessment: Assessment, open_industries: frozenset[str]
) -> list[Person]:
    """The ties to propose on this day, the worthiest first.

    `open_industries` are keys of industries that are thin or missing. Nothing is stored: a tie
    is proposed in the four weeks after each anniversary of the last contact.
    """
    found = []
    for person in people:
        stands = person.standing
        if stands.state not in _RESTING or person.relationship not in _CLOSE or stands.planned:
            continue
        days = stands.days_since or 0
        if days >= _YEAR_DAYS and days % _YEAR_DAYS < WINDOW_DAYS:
            worth = revival_worth(person, assessment, open_industries)
            if worth >= ENOUGH:
                found.append((worth, person))
    found.sort(key=itemgetter(0), reverse=True)
    return [person for _, person in found]


def revival_worth(person: Person, assessment: Assessment, open_industries: frozenset[str]) -> int:
    """What a silent tie may bring, from 0 to 5: novelty counts 2, help 2, acquaintance 1.

    People tend to revive those whom they saw most; value comes from novelty together with
    trust (Walter, Levin and Murnighan 2015).
    """
    entries = assessment.index.interactions.get(person.contact.path, ())
    novel = any(industry.key in open_industries for industry in person.industries)
    helped = any(
        not _HELP.isdisjoint(entry.kinds) and entry.date <= assessment.as_of for entry in entries
    )
    return 2 * novel + 2 * helped + (len(person.contacted) >= _MANY_CONTACTS)
