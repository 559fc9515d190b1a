"""One contact's whole picture before a meeting, in the form of a review."""

from collections.abc import Iterable, Iterator
from datetime import date

from netjournal.measures.cadence import State
from netjournal.model.contact import Interaction, Kind, Link, Promise
from netjournal.model.names import name_key
from netjournal.model.review import Cell, Column, ContactRef, Excerpt, Review, Row, Section
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.details import details
from netjournal.reviews.excerpts import excerpt
from netjournal.reviews.person import Person
from netjournal.reviews.reasons import cadence
from netjournal.reviews.words import ahead, counted, exactly_ago, named_day

LAST_THINGS = 8
"""How many entries are shown, the newest first; the note has the others."""

SINCE = 6
"""How many things that happened since are shown, the newest first."""

_MOST_NAMED = 5
_MOST_LINKS = 50
"""Links of an entry that are looked at, so that one with thousands costs nothing."""

_ENTRY_COLUMNS = (Column("date", "Day"), Column("said", "What"))

_TELLING = frozenset({Kind.LEAD, Kind.GAVE, Kind.RECEIVED, Kind.INTRO, Kind.INTRODUCED_ME})

_STATE_WORDS = {
    State.FRESH: "In touch",
    State.DUE: "Due",
    State.OVERDUE: "Overdue",
    State.FADING: "Fading",
    State.LAPSED: "Lapsed",
    State.NEVER: "Not in touch yet",
    State.SNOOZED: "Snoozed",
    State.DORMANT: "Dormant",
    State.FOLLOW_UP: "Met a short while ago",
    State.MET_ONCE: "Met once",
    State.NO_CADENCE: "No rhythm set",
    State.EXCLUDED: "Closed",
    State.UNSORTED: "Not sorted yet",
}


def portrait(assessment: Assessment, path: str) -> Review:
    """The picture of the contact with that path; raises KeyError for any other path."""
    person = assessment.people[path]
    sections = (
        _last_things(person, assessment),
        _promises(person, assessment),
        _help(person, assessment),
        _people(person, assessment),
        _since(person, assessment),
        details(person.contact),
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
    work = " at ".join(text for text in (contact.title, contact.organization) if text)
    what = [
        str(person.relationship or "no relationship yet"),
        work,
        contact.location,
        ", ".join(industry.label for industry in person.industries),
    ]
    yield _sentence(" · ".join(text for text in what if text))
    yield state_sentence(person, as_of)
    met = [f"Met {contact.met}" if contact.met else "", contact.met_at]
    if any(met):
        yield _sentence(", ".join(text for text in met if text))


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
    state = _STATE_WORDS[standing.state]
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
        rows=tuple(_entry_row(entry, person, assessment) for entry in shown),
        intro=f"{counted(older, 'older interaction')} in the notes." if older > 0 else "",
        empty="Nothing is written down yet.",
    )


def _entry_row(entry: Interaction, person: Person, assessment: Assessment) -> Row:
    return {
        "date": entry.date,
        "said": _excerpt(entry, person, assessment),
        "with": _others(entry, person, assessment),
        "kinds": ", ".join(entry.kinds),
        "two_way": int(entry.two_way),
    }


def _excerpt(said: Interaction | Promise, person: Person, assessment: Assessment) -> Excerpt | None:
    hashtags, about = assessment.config.hashtags, person.contact.path
    return excerpt(said, assessment.index, hashtags, about=about)


def _others(
    said: Interaction | Promise, person: Person, assessment: Assessment
) -> tuple[ContactRef | str, ...]:
    """Everybody else with whom an entry was, or to whom a promise was made.

    An entry in a contact's note is with that contact alone, whomever else it names.
    """
    paths = [said.path] if said.path in assessment.people else []
    if not paths or isinstance(said, Promise):
        links = said.links[:_MOST_LINKS]
        found = [assessment.index.names.find(link, said.path) for link in links]
        paths += [meant[0] for meant in found if len(meant) == 1]
    refs = [assessment.people[path].ref for path in dict.fromkeys(paths)]
    others = tuple(ref for ref in refs if ref != person.ref)
    if len(others) <= _MOST_NAMED:
        return others
    return (*others[: _MOST_NAMED - 1], f"{len(others) - _MOST_NAMED + 1:,} others")


def _promises(person: Person, assessment: Assessment) -> Section:
    rows = tuple(
        {
            "due": promise.due,
            "promise": _excerpt(promise, person, assessment),
            "with": _others(promise, person, assessment),
        }
        for promise in person.promises
    )
    columns = (Column("due", "Due"), Column("promise", "Promise"), Column("with", "Also to"))
    return Section("promises", "Open promises", columns, rows)


def _help(person: Person, assessment: Assessment) -> Section:
    contact = person.contact
    others = [each for each in assessment.people.values() if each is not person]
    rows: list[Row] = [
        {"what": "needs", "text": need, "who": _who(others, need, "offers")}
        for need in contact.needs
    ]
    rows += [
        {"what": "offers", "text": offer, "who": _who(others, offer, "needs")}
        for offer in contact.offers
    ]
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


def _people(person: Person, assessment: Assessment) -> Section:
    contact, index = person.contact, assessment.index
    rows: list[Row] = []
    if contact.introduced_by:
        rows.append(
            {"how": "introduced by", "who": _named(contact.introduced_by, person, assessment)}
        )
    rows += [{"how": "knows", "who": _named(link, person, assessment)} for link in contact.knows]
    for other in index.contacts.values():
        links = [link for link in (other.introduced_by,) if link]
        if other is not contact and _means(links, other.path, contact.path, assessment):
            rows.append({"how": "introduced to me", "who": assessment.people[other.path].ref})
        if other is not contact and _means(other.knows, other.path, contact.path, assessment):
            rows.append({"how": "is known to", "who": assessment.people[other.path].ref})
    return Section(
        "people", "Who knows whom", (Column("how", "How"), Column("who", "Who")), tuple(rows)
    )


def _named(link: Link, person: Person, assessment: Assessment) -> Cell:
    found = assessment.index.names.find(link, person.contact.path)
    if len(found) != 1:
        return link.label
    return assessment.people[found[0]].ref


def _means(links: Iterable[Link], source: str, path: str, assessment: Assessment) -> bool:
    return any(assessment.index.names.find(link, source) == (path,) for link in links)


def _since(person: Person, assessment: Assessment) -> Section:
    """What happened to me since the last contact: telling entries with others, newest first."""
    last = person.standing.last_contact
    rows: list[Row] = []
    for day in sorted(assessment.index.by_day, reverse=True) if last else ():
        if last is None or day <= last or len(rows) >= SINCE:
            break
        if day <= assessment.as_of:
            told = [e for e in assessment.index.by_day[day] if _is_news(e, person, assessment)]
            rows += [_entry_row(entry, person, assessment) for entry in told]
    columns = (*_ENTRY_COLUMNS, Column("with", "With"))
    return Section("since", "What happened to you since", columns, tuple(rows[:SINCE]))


def _is_news(entry: Interaction, person: Person, assessment: Assessment) -> bool:
    """Whether an entry is worth telling this contact: help or a lead, with somebody else."""
    path = person.contact.path
    if entry.path == path or not _TELLING.intersection(entry.kinds):
        return False
    return not _means(entry.links, entry.path, path, assessment)


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
