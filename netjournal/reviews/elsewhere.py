"""Everything that the page `today` leaves out, as counts, each a pointer to its page."""

from collections.abc import Iterable

from netjournal.model.config import Config
from netjournal.model.contact import Promise
from netjournal.model.review import Cell, Column, Reference, Row, Section
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.attention import Attention
from netjournal.reviews.coverage import Coverage, unplaced_contacts
from netjournal.reviews.words import counted

SOMEDAY = "someday"
"""The section of the page `today` with the promises without a day."""

_Count = tuple[int, str, str, str, str]
"""A number, its words for one and for several, and the page and section."""


def elsewhere(
    lists: Attention,
    found: Coverage,
    promises: Iterable[Promise],
    problems: int,
    assessment: Assessment,
) -> Section:
    """The counts, without those that are 0."""
    counts = (
        *_people(lists),
        *(_industries(found) if assessment.active else ()),
        *_promises(promises),
        *_notes(problems, assessment),
    )
    rows = tuple(_row(count, assessment.config) for count in counts if count[0])
    return Section("elsewhere", "Everything else", (Column("what", "What"),), rows)


def reference(slug: str, text: str, section: str, config: Config) -> Cell:
    """A pointer to a page, or its words alone when the settings leave that page out."""
    pages = config.build.pages
    return Reference(slug, text, section) if not pages or slug in pages else text


def _row(count: _Count, config: Config) -> Row:
    number, one, several, slug, section = count
    text = counted(number, one, several)
    return {"count": number, "what": reference(slug, text, section, config)}


def _people(lists: Attention) -> Iterable[_Count]:
    words = (
        (lists.overdue, "contact due or overdue", "contacts due or overdue", "overdue"),
        (lists.due_soon, "due within two weeks", "due within two weeks", "due-soon"),
        (lists.drifting, "quieter than usual", "quieter than usual", "drifting"),
        (lists.never, "without any contact so far", "without any contact so far", "never"),
        (lists.follow_up, "worth a follow-up", "worth a follow-up", "follow-up"),
        (lists.planned, "with something planned", "with something planned", "planned"),
        (lists.snoozed, "resting for a while", "resting for a while", "snoozed"),
        (lists.lapsed, "lapsed tie", "lapsed ties", "lapsed"),
    )
    return [(len(people), one, several, "neglected", slug) for people, one, several, slug in words]


def _industries(found: Coverage) -> Iterable[_Count]:
    return (
        (
            len(found.missing),
            "industry without an ally or acquaintance",
            "industries without an ally or acquaintance",
            "industries",
            "missing",
        ),
        (
            len(found.thin),
            "industry hanging on a thread",
            "industries hanging on a thread",
            "industries",
            "thin",
        ),
    )


def _promises(promises: Iterable[Promise]) -> Iterable[_Count]:
    someday = sum(1 for promise in promises if promise.due is None)
    words = ("open promise without a day", "open promises without a day")
    return ((someday, *words, "today", SOMEDAY),)


def _notes(problems: int, assessment: Assessment) -> Iterable[_Count]:
    unsorted = len(assessment.unsorted)
    unplaced = len(unplaced_contacts(assessment))
    return (
        (problems, "problem in the notes", "problems in the notes", "hygiene", "problems"),
        (
            unplaced,
            "contact without an industry",
            "contacts without an industry",
            "hygiene",
            "incomplete",
        ),
        (unsorted, "contact to sort", "contacts to sort", "hygiene", "unsorted"),
    )
