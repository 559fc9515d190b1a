"""What a query can ask of a person: words, texts, dates and numbers, by field."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from netjournal.app.query_choices import PLANNED
from netjournal.model.cadence import parse_cadence
from netjournal.model.contact import Contact
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.person import Person


def _groups(person: Person, assessment: Assessment) -> Iterable[str]:
    return [i.group for i in assessment.index.industries.get(person.contact.path, ())]


def _states(person: Person, _assessment: Assessment) -> Iterable[str]:
    return [person.standing.state, *([PLANNED] if person.standing.next_planned else [])]


def _relationships(person: Person, _assessment: Assessment) -> Iterable[str]:
    return [person.relationship] if person.relationship else []


WORDS: Mapping[str, Callable[[Person, Assessment], Iterable[str]]] = {
    "relationship": _relationships,
    "state": _states,
    "status": lambda person, _: [person.contact.status],
    "tag": lambda person, _: person.contact.tags,
    "tags": lambda person, _: person.contact.tags,
    "group": _groups,
    "uid": lambda person, _: [person.contact.uid],
    "path": lambda person, _: [person.contact.path],
}
"""Fields whose whole word must be the same."""

TEXTS: Mapping[str, Callable[[Contact], Iterable[str]]] = {
    "name": lambda contact: (contact.name, *contact.aliases),
    "aliases": lambda contact: contact.aliases,
    "organization": lambda contact: (contact.organization,),
    "title": lambda contact: (contact.title,),
    "location": lambda contact: (contact.location,),
    "email": lambda contact: contact.emails,
    "phone": lambda contact: contact.phones,
    "url": lambda contact: contact.urls,
    "met_at": lambda contact: (contact.met_at,),
    "introduced_by": lambda contact: _labels(contact, "introduced_by"),
    "knows": lambda contact: _labels(contact, "knows"),
    "offers": lambda contact: contact.offers,
    "needs": lambda contact: contact.needs,
    "industry_guess": lambda contact: contact.industry_guess,
    "relationship": lambda contact: _labels(contact, "relationship"),
}
"""Fields of which a part is enough; the relationship as it is typed, for words without a field."""


def _labels(contact: Contact, field: str) -> Iterable[str]:
    return contact.fields[field].values if field in contact.fields else ()


def _met(person: Person) -> date | None:
    return person.contact.met.earliest() if person.contact.met else None


def _birthday(person: Person) -> date | None:
    return person.contact.birthday.earliest() if person.contact.birthday else None


DATES: Mapping[str, Callable[[Person], date | None]] = {
    "met": _met,
    "birthday": _birthday,
    "snoozed_until": lambda person: person.contact.snoozed_until,
    "last_contact": lambda person: person.standing.last_contact,
    "last": lambda person: person.standing.last_contact,
    "due": lambda person: person.standing.due_date,
}
"""Fields that compare as days; `last` and `due` are reckoned, not written."""

NUMBERS: Mapping[str, Callable[[Person], float | None]] = {
    "days": lambda person: person.standing.days_since,
    "ratio": lambda person: person.standing.overdue_ratio,
    "cadence": lambda person: person.cadence_days,
    "priority": lambda person: person.standing.priority,
}
"""Fields that compare as numbers: days of silence, overdue ratio, cadence in days, priority."""


def number_of(field: str, text: str) -> float | None:
    """The number that a text means for a field; a cadence may be written `6w`."""
    if field == "cadence":
        cadence = parse_cadence(text)
        if cadence and cadence.days:
            return float(cadence.days)
    try:
        return float(text)
    except ValueError:
        return None


_OF_OTHERS = frozenset({"introduced_by", "knows"})
"""Fields that name other people: who looks for a name means the person."""


def texts_of_anything(person: Person, assessment: Assessment) -> Iterable[str]:
    """Every text in which a plain word is looked for."""
    contact = person.contact
    for name, texts in TEXTS.items():
        if name not in _OF_OTHERS:
            yield from texts(contact)
    yield from contact.tags
    yield from contact.industries
    for industry in assessment.index.industries.get(contact.path, ()):
        yield industry.label
    for value in contact.own_fields.values():
        yield from value.values
