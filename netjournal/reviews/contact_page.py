"""The page of one contact: who it is, where it stands, and everything that was written down.

Days are given in full and never counted from the day of the review, so that a page stays as it is
while nothing about the contact changes.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType

from netjournal.measures.cadence import State
from netjournal.model.contact import Interaction, Kind, Promise
from netjournal.model.review import Column, Review, Row, Section
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.details import more_details
from netjournal.reviews.entries import entry_row, others, said_of
from netjournal.reviews.news import before_meeting
from netjournal.reviews.person import Person
from netjournal.reviews.portrait import STATE_WORDS, who
from netjournal.reviews.reasons import cadence
from netjournal.reviews.ties import who_knows_whom
from netjournal.reviews.words import counted, full_day

SLUG = "contact"

_NONE: Mapping[str, str] = MappingProxyType({})

LONGEST = 400
"""Characters of an entry that the timeline shows; the note has the rest."""

MOST = 200
"""Entries that the timeline shows, the newest first."""

_KIND_WORDS = {
    Kind.GAVE: "I helped",
    Kind.RECEIVED: "helped me",
    Kind.ASKED: "I asked",
    Kind.WAS_ASKED: "asked me",
    Kind.INTRO: "I introduced",
    Kind.INTRODUCED_ME: "introduced me",
    Kind.LEAD: "lead",
    Kind.DEAL: "business",
    Kind.OUTREACH: "I wrote",
    Kind.ANSWERED: "answered",
    Kind.ABOUT: "talked about",
}


def contact_page(assessment: Assessment, path: str, misspelt: Mapping[str, str] = _NONE) -> Review:
    """What the page of the contact with that path says; raises KeyError for any other path.

    `misspelt` has the field that an unknown one seems to mean, by its key as `spelling` has it.
    """
    person = assessment.people[path]
    return Review(
        slug=SLUG,
        title=person.ref.label,
        lead=(who(person), _state(person)),
        figures=(),
        sections=(
            *_entries(person, assessment),
            _promises(person, assessment),
            *before_meeting(person, assessment),
            who_knows_whom(person, assessment),
            more_details(person.contact, assessment.index, misspelt),
        ),
    )


def _state(person: Person) -> str:
    """The contact's state and why, with days in full."""
    standing, contact = person.standing, person.contact
    parts = []
    if standing.last_contact:
        parts.append(f"last in touch on {full_day(standing.last_contact)}")
    if person.cadence_days is not None:
        parts.append(cadence(person, "you want to be in touch"))
    if standing.state is State.SNOOZED and contact.snoozed_until:
        parts.append(f"back on {full_day(contact.snoozed_until)}")
    if standing.next_planned:
        parts.append(f"next planned on {full_day(standing.next_planned)}")
    state = STATE_WORDS[standing.state]
    return f"{state}: {'; '.join(parts)}." if parts else f"{state}."


def _entries(person: Person, assessment: Assessment) -> Iterator[Section]:
    """What is planned, the next first, and what has been, the newest first."""
    entries = assessment.index.interactions.get(person.contact.path, ())
    past = [entry for entry in entries if entry.date <= assessment.as_of]
    planned = entries[len(past) :]
    columns = (
        Column("date", "Day"),
        Column("said", "What"),
        Column("kind", "Kind"),
        Column("with", "With others"),
    )
    coming = tuple([_row(each, person, assessment) for each in planned])
    yield Section("planned", "Planned", columns, coming)
    shown = past[-MOST:]
    older = len(past) - len(shown)
    yield Section(
        "timeline",
        "What was",
        columns,
        tuple([_row(each, person, assessment) for each in reversed(shown)]),
        intro=f"{counted(older, 'older entry', 'older entries')} in the notes." if older else "",
        empty="Nothing is written down yet. An entry is a line such as "
        "`- 2026-11-24 Coffee` in the note, or a line in the journal that links to it.",
    )


def _row(entry: Interaction, person: Person, assessment: Assessment) -> Row:
    kinds = ", ".join([_KIND_WORDS[kind] for kind in entry.kinds])
    return {**entry_row(entry, person, assessment, LONGEST), "kind": kinds}


def _promises(person: Person, assessment: Assessment) -> Section:
    """The promises to the contact: those still open, then those that were kept, by their days."""
    promises = assessment.index.promises.get(person.contact.path, ())
    ordered = sorted(promises, key=_open_and_early_first)
    return Section(
        "promises",
        "Promises",
        (
            Column("promise", "Promise"),
            Column("due", "Due"),
            Column("kept", "Kept?"),
            Column("with", "Also to"),
        ),
        tuple([_promise(each, person, assessment) for each in ordered]),
    )


def _open_and_early_first(promise: Promise) -> tuple[bool, bool, date]:
    return promise.done, promise.due is None, promise.due or date.min


def _promise(promise: Promise, person: Person, assessment: Assessment) -> Row:
    return {
        "promise": said_of(promise, person, assessment, LONGEST),
        "due": promise.due,
        "kept": "kept" if promise.done else "open",
        "with": others(promise, person, assessment),
    }
