"""One contact's whole picture before a meeting, in the form of a review."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from netjournal.measures.cadence import State
from netjournal.model.emphasis import without_emphasis
from netjournal.model.names import name_key
from netjournal.model.review import Column, ContactRef, Review, Row, Section
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.details import details
from netjournal.reviews.entries import entry_row, others, said_of
from netjournal.reviews.excerpts import plain_text
from netjournal.reviews.news import since
from netjournal.reviews.person import Person
from netjournal.reviews.reasons import cadence
from netjournal.reviews.ties import who_knows_whom
from netjournal.reviews.words import ahead, counted, exactly_ago, named_day

LAST_THINGS = 8
"""How many entries are shown, the newest first; the note has the others."""

_ENTRY_COLUMNS = (Column("date", "Day"), Column("said", "What"))

STATE_WORDS: Mapping[State, str] = {
    State.FRESH: "In touch",
    State.DUE: "Due",
    State.OVERDUE: "Overdue",
    State.FADING: "Fading",
    State.LAPSED: "Lapsed",
    State.NEVER: "Not in touch yet",
    State.SNOOZED: "Snoozed",
    State.DORMANT: "Dormant",
    State.FOLLOW_UP: "Worth a follow-up",
    State.MET_ONCE: "Met once",
    State.NO_CADENCE: "No rhythm set",
    State.EXCLUDED: "Closed",
    State.UNSORTED: "Not sorted yet",
}
"""Each state, as a sentence about a contact begins."""


def portrait(assessment: Assessment, path: str) -> Review:
    """The picture of the contact with that path; raises KeyError for any other path."""
    person = assessment.people[path]
    sections = (
        _last_things(person, assessment),
        _promises(person, assessment),
        _help(person, assessment),
        who_knows_whom(person, assessment),
        since(person, assessment),
        details(person.contact, assessment.index),
    )
    return Review(
        slug="contact",
        title=person.ref.label,
        lead=tuple(_lead(person, assessment.as_of)),
        figures=(),
        sections=sections,
    )


def _lead(person: Person, as_of: date) -> Iterator[str]:
    contact = person.contact
    yield who(person)
    yield state_sentence(person, as_of)
    met = [f"Met {contact.met}" if contact.met else "", contact.met_at]
    if any(met):
        yield _sentence(", ".join(text for text in met if text))


def who(person: Person) -> str:
    """What a contact is and does, and where, as a sentence."""
    contact = person.contact
    work = " at ".join(text for text in (contact.title, contact.organization) if text)
    what = [
        str(person.relationship or "no relationship yet"),
        work,
        contact.location,
        ", ".join(industry.label for industry in person.industries),
    ]
    return without_emphasis(_sentence(" · ".join(text for text in what if text)))


def state_sentence(person: Person, as_of: date) -> str:
    """A contact's state and why, in words."""
    standing, contact = person.standing, person.contact
    parts = []
    if standing.last_contact is not None and standing.days_since is not None:
        day = named_day(standing.last_contact, as_of)
        parts.append(f"last in touch {exactly_ago(standing.days_since)} ({day})")
    if person.cadence_days is not None:
        parts.append(cadence(person, "you want to be in touch"))
    if standing.state is State.SNOOZED and contact.snoozed_until:
        parts.append(f"back on {named_day(contact.snoozed_until, as_of)}")
    if standing.next_planned:
        days = (standing.next_planned - as_of).days
        parts.append(f"next planned {ahead(days)} ({named_day(standing.next_planned, as_of)})")
    state = STATE_WORDS[standing.state]
    return f"{state}: {'; '.join(parts)}." if parts else f"{state}."


def _last_things(person: Person, assessment: Assessment) -> Section:
    entries = assessment.index.interactions.get(person.contact.path, ())
    past = [entry for entry in entries if entry.date <= assessment.as_of]
    planned = [entry for entry in entries if entry.date > assessment.as_of]
    shown = [*reversed(planned), *reversed(past[-LAST_THINGS:])]
    older = len(past) - LAST_THINGS
    return Section(
        slug="last-things",
        title="Last things said",
        columns=(*_ENTRY_COLUMNS, Column("with", "With others")),
        rows=tuple(entry_row(entry, person, assessment) for entry in shown),
        intro=f"{counted(older, 'older interaction')} in the notes." if older > 0 else "",
        empty="Nothing is written down yet.",
    )


def _promises(person: Person, assessment: Assessment) -> Section:
    rows = tuple(
        {
            "due": promise.due,
            "promise": said_of(promise, person, assessment),
            "with": others(promise, person, assessment),
        }
        for promise in person.promises
    )
    columns = (Column("due", "Due"), Column("promise", "Promise"), Column("with", "Also to"))
    return Section("promises", "Open promises", columns, rows)


def _help(person: Person, assessment: Assessment) -> Section:
    contact = person.contact
    everyone = [each for each in assessment.people.values() if each is not person]

    def wish(what: str, text: str, who: tuple[ContactRef, ...]) -> Row:
        return {
            "what": what,
            "text": plain_text(text, assessment.index, path=contact.path),
            "who": who,
        }

    rows: list[Row] = [
        wish("needs", need, _who(everyone, need, "offers")) for need in contact.needs
    ]
    rows += [wish("offers", offer, _who(everyone, offer, "needs")) for offer in contact.offers]
    columns = (Column("what", "How"), Column("text", "What"), Column("who", "Whom it may concern"))
    return Section("needs-and-offers", "Needs and offers", columns, tuple(rows))


def _who(others: Iterable[Person], text: str, attribute: str) -> tuple[ContactRef, ...]:
    """Contacts of whose offers (or needs) one says the same, or holds it, or is held by it."""
    key = name_key(text)
    return tuple(
        other.ref
        for other in others
        for word in getattr(other.contact, attribute)[:50]
        if key and (name_key(word) in key or key in name_key(word))
    )


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
