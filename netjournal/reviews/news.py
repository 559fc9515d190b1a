"""What happened to me since I was last in touch with somebody: help and leads, with others."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from netjournal.model.contact import Interaction, Kind, Link
from netjournal.model.review import Column, Section
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.entries import entry_row
from netjournal.reviews.person import Person

MOST = 6
"""How many things are told, the newest first."""

SOON = 30
"""Days ahead of a meeting from which the page of a contact tells them."""

RECENT = 90
"""Days back that such a page looks."""

_TELLING = frozenset({Kind.LEAD, Kind.GAVE, Kind.RECEIVED, Kind.INTRO, Kind.INTRODUCED_ME})
_COLUMNS = (Column("date", "Day"), Column("said", "What"), Column("with", "With"))


def since(person: Person, assessment: Assessment) -> Section:
    """What happened since the last contact, of everything that was written down."""
    by_day = assessment.index.by_day
    newest = (entry for day in sorted(by_day, reverse=True) for entry in by_day[day])
    return _section(person, newest, assessment)


def before_meeting(person: Person, assessment: Assessment) -> tuple[Section, ...]:
    """The same of the last months, for somebody whom I am about to meet.

    For everybody it would change thousands of pages with every entry of the journal.
    """
    planned = person.standing.next_planned
    if planned is None or (planned - assessment.as_of).days > SOON:
        return ()
    return (_section(person, assessment.once(_recent_news), assessment),)


def is_about_to_meet(person: Person) -> bool:
    """Whether something is planned with somebody, be it far ahead."""
    return person.standing.next_planned is not None


def _recent_news(assessment: Assessment) -> Sequence[Interaction]:
    """Every entry of the last months that is worth telling somebody else, the newest first."""
    found = assessment.facts_of(assessment.index.interactions, _recent)
    return assessment.kept(_recent_news, found, _newest_first)


def _recent(entries: Sequence[Interaction], assessment: Assessment) -> Sequence[Interaction]:
    found = []
    for entry in reversed(entries):
        days = (assessment.as_of - entry.date).days
        if days > RECENT:
            break
        if days >= 0 and _TELLING.intersection(entry.kinds):
            found.append(entry)
    return found


def _newest_first(found: Mapping[str, Sequence[Interaction]]) -> Sequence[Interaction]:
    entries = {(entry.path, entry.line): entry for each in found.values() for entry in each}
    return sorted(
        entries.values(), key=lambda entry: (-entry.date.toordinal(), entry.path, entry.line)
    )


def _section(person: Person, newest: Iterable[Interaction], assessment: Assessment) -> Section:
    told = [entry for _, entry in zip(range(MOST), _told(person, newest, assessment), strict=False)]
    rows = tuple([entry_row(entry, person, assessment) for entry in told])
    return Section("since", "What happened to you since", _COLUMNS, rows)


def _told(
    person: Person, newest: Iterable[Interaction], assessment: Assessment
) -> Iterator[Interaction]:
    last = person.standing.last_contact
    for entry in newest:
        if last is None or entry.date <= last:
            break
        if entry.date <= assessment.as_of and _is_news(entry, person, assessment):
            yield entry


def _is_news(entry: Interaction, person: Person, assessment: Assessment) -> bool:
    """Whether an entry is worth telling this contact: help or a lead, with somebody else."""
    path = person.contact.path
    if entry.path == path or not _TELLING.intersection(entry.kinds):
        return False
    return not _means(entry.links, entry.path, path, assessment)


def _means(links: Iterable[Link], source: str, path: str, assessment: Assessment) -> bool:
    return any(assessment.index.names.find(link, source) == (path,) for link in links)
