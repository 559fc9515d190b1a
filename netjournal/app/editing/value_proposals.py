"""Values that a field may have: words of a table, days, contacts, and what other notes have."""

from collections import Counter
from collections.abc import Iterable, Iterator

from netjournal.app.editing.contact_proposals import contacts_called
from netjournal.app.editing.day_proposals import days_of_field, months_and_years
from netjournal.app.editing.meanings import RELATIONSHIPS, STATUSES
from netjournal.app.editing.open_notes import OpenNotes
from netjournal.app.editing.proposal import Proposal, ProposalKind
from netjournal.model.fields import Field, FieldType
from netjournal.model.industry import Industry, industry_key
from netjournal.model.names import name_key, plain_key
from netjournal.model.resolve import stem, without_ending
from netjournal.notes.at_cursor import Spot
from netjournal.notes.splicing.quoting import written

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
_NOBODY_ELSE_HAS = frozenset(("name", "aliases", "email", "phone", "url", "uid", "birthday"))


def values_called(notes: OpenNotes, field: Field, spot: Spot) -> list[Proposal]:
    """The values of a field that begin as typed, or mean what is typed."""
    if field.name in ("industry", "industry_guess"):
        return list(_industries(notes, spot))
    match field.type:
        case FieldType.CHOICE:
            return list(_choices(field, spot))
        case FieldType.CADENCE:
            return [
                Proposal(text, text, ProposalKind.VALUE, meaning)
                for text, meaning in _CADENCES.items()
                if text.startswith(spot.typed.casefold())
            ]
        case FieldType.DATE | FieldType.PARTIAL_DATE:
            days = days_of_field(spot.typed, notes.as_of, ahead=field.may_be_future)
            is_partial = field.type is FieldType.PARTIAL_DATE
            return [*days, *(months_and_years(spot.typed, notes.as_of) if is_partial else ())]
        case FieldType.LINK | FieldType.LINKS:
            return list(_people(notes, spot))
        case FieldType.TEXT | FieldType.LIST:
            return [] if field.name in _NOBODY_ELSE_HAS else list(_used(notes, field, spot))


def _choices(field: Field, spot: Spot) -> Iterator[Proposal]:
    meanings = RELATIONSHIPS if field.name == "relationship" else STATUSES
    typed = spot.typed.casefold()
    for choice in field.choices:
        others = [word for word, means in field.choice_synonyms if means == choice]
        said = next((word for word in others if typed and word.startswith(typed)), "")
        if choice.startswith(typed) or said:
            text = str(choice)
            detail = f"as {said} is read" if said and not text.startswith(typed) else ""
            yield Proposal(text, text, ProposalKind.VALUE, detail or meanings[text], meanings[text])


def _industries(notes: OpenNotes, spot: Spot) -> Iterator[Proposal]:
    """The industries that are called so, each with the word by which it was found."""
    typed = industry_key(spot.typed)
    taxonomy = notes.index.taxonomy
    for industry in taxonomy.industries.values():
        word = _word_of(industry, typed)
        if word is None:
            continue
        group = taxonomy.group_label(industry.group)
        is_alias = word in industry.aliases
        detail = f"{word}: {industry.label}" if is_alias else group
        text = _written(industry.key, spot)
        help_text = f"**{industry.label}**, in the group {group}"
        yield Proposal(industry.key, text, ProposalKind.VALUE, detail, help_text)


def _word_of(industry: Industry, typed: str) -> str | None:
    """The first word for an industry that begins as typed, or of which a word does."""
    words = (industry.key, industry.label, *industry.aliases)
    keys = [(word, industry_key(word)) for word in words]
    begins = [word for word, key in keys if key.startswith(typed)]
    inside = [word for word, key in keys if f" {typed}" in key]
    return next(iter((*begins, *inside)), None)


def _people(notes: OpenNotes, spot: Spot) -> Iterator[Proposal]:
    by_stem = notes.index.names.by_stem
    for contact, detail in contacts_called(notes, spot.typed):
        name = stem(contact.path)
        is_only_one = len(by_stem.get(name_key(name), ())) == 1
        link = f"[[{name if is_only_one else without_ending(contact.path)}]]"
        text = link if spot.is_quoted else f'"{link}"'
        yield Proposal(contact.name, text, ProposalKind.CONTACT, detail, path=contact.path)


def _used(notes: OpenNotes, field: Field, spot: Spot) -> Iterator[Proposal]:
    """What other notes have in the field, the most frequent first."""
    typed = plain_key(spot.typed)
    counts = Counter(_values(notes, field.name))
    for value, count in sorted(counts.items(), key=lambda each: (-each[1], each[0])):
        if plain_key(value).startswith(typed) and value != spot.typed:
            detail = f"in {count} notes" if count > 1 else "in one note"
            yield Proposal(value, _written(value, spot), ProposalKind.VALUE, detail)


def _values(notes: OpenNotes, name: str) -> Iterable[str]:
    for contact in notes.index.contacts.values():
        field = contact.fields.get(name)
        if field:
            yield from field.values


def _written(value: str, spot: Spot) -> str:
    return value if spot.is_quoted else written(value, in_brackets=spot.in_list)
