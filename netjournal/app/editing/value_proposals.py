"""Values that a field may have: words of a table, days, contacts, and what other notes have."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from netjournal.app.editing.contact_proposals import contacts_called
from netjournal.app.editing.day_proposals import days_of_field, months_and_years
from netjournal.app.editing.industry_proposals import industries_called
from netjournal.app.editing.meanings import RELATIONSHIPS, STATUSES
from netjournal.app.editing.open_notes import OpenNotes
from netjournal.app.editing.proposal import Proposal, ProposalKind
from netjournal.model.fields import Field, FieldType
from netjournal.model.names import plain_key
from netjournal.model.resolve import link_target
from netjournal.notes.splicing.quoting import written
from netjournal.notes.spots import Spot

_CADENCES = {
    "1w": "every week",
    "2w": "every two weeks",
    "30d": "every 30 days",
    "6w": "every six weeks",
    "2m": "every two months",
    "3m": "every three months",
    "6m": "twice a year",
    "1y": "once a year",
    "weekly": "every 7 days",
    "monthly": "every 30 days",
    "quarterly": "every 90 days",
    "half-yearly": "every 180 days",
    "yearly": "every 365 days",
    "never": "no reminders",
}
_INDUSTRIES = ("industry", "industry_guess")
_NOBODY_ELSE_HAS = frozenset(("name", "aliases", "email", "phone", "url", "uid", "birthday"))


def values_called(notes: OpenNotes, path: str, field: Field, spot: Spot) -> list[Proposal]:
    """The values of a field that begin as typed, or mean what is typed."""
    if field.name in _NOBODY_ELSE_HAS:
        return []
    if field.name in _INDUSTRIES:
        found = industries_called(notes, path, spot.typed, spot.whole)
        return [each._replace(insert=_written(each.insert, spot)) for each in found]
    match field.type:
        case FieldType.CHOICE | FieldType.CADENCE:
            return list(_words(field, spot.typed.casefold()))
        case FieldType.DATE | FieldType.PARTIAL_DATE:
            return _days(field, spot.typed, notes.as_of)
        case FieldType.LINK | FieldType.LINKS:
            return list(_people(notes, path, spot))
    return list(_used(notes, path, field, spot))


def _cadences(typed: str) -> Iterator[Proposal]:
    for text, meaning in _CADENCES.items():
        if text.startswith(typed):
            yield Proposal(text, text, ProposalKind.VALUE, meaning)


def _days(field: Field, typed: str, as_of: date) -> list[Proposal]:
    days = days_of_field(typed, as_of, ahead=field.may_be_future)
    is_partial = field.type is FieldType.PARTIAL_DATE
    return [*days, *(months_and_years(typed, as_of) if is_partial else ())]


def _words(field: Field, typed: str) -> Iterator[Proposal]:
    if field.type is FieldType.CADENCE:
        yield from _cadences(typed)
    meanings = RELATIONSHIPS if field.name == "relationship" else STATUSES
    for choice in field.choices:
        others = [word for word, means in field.choice_synonyms if means == choice]
        said = next((word for word in others if typed and word.startswith(typed)), "")
        if choice.startswith(typed) or said:
            text = str(choice)
            detail = f"the same as {said}" if said and not text.startswith(typed) else ""
            yield Proposal(text, text, ProposalKind.VALUE, detail or meanings[text], meanings[text])


def _people(notes: OpenNotes, path: str, spot: Spot) -> Iterator[Proposal]:
    for contact, detail in contacts_called(notes, spot.typed, but=path):
        link = f"[[{link_target(notes.index.names, contact.path)}]]"
        text = link if spot.is_quoted else f'"{link}"'
        yield Proposal(contact.name, text, ProposalKind.CONTACT, detail)


def _used(notes: OpenNotes, path: str, field: Field, spot: Spot) -> Iterator[Proposal]:
    """What other notes have in the field, and this one hasn't: the most frequent first.

    Those come last of which only a word inside begins as typed.
    """
    typed = plain_key(spot.typed)
    own = notes.index.contacts.get(path)
    field_here = own.fields.get(field.name) if own else None
    present = {each for each in (field_here.values if field_here else ()) if each != spot.whole}
    counts = Counter(_values_elsewhere(notes, path, field.name))
    ranked = []
    for value, count in counts.items():
        key = plain_key(value)
        if value not in present and (key.startswith(typed) or f" {typed}" in key):
            ranked.append((not key.startswith(typed), -count, key, value))
    for _, count, _, value in sorted(ranked):
        detail = f"in {-count} notes" if count < -1 else "in one note"
        yield Proposal(value, _written(value, spot), ProposalKind.VALUE, detail)


def _values_elsewhere(notes: OpenNotes, path: str, name: str) -> Iterable[str]:
    for contact in notes.index.contacts.values():
        field = contact.fields.get(name)
        if field and contact.path != path:
            yield from field.values


def _written(value: str, spot: Spot) -> str:
    return value if spot.is_quoted else written(value, in_brackets=spot.in_list)
