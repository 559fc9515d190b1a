"""The contacts that a query finds, as a review of one table."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from netjournal.app.query import (
    find_people,
    order_of_names,
    own_field_keys,
    parse_query,
    query_notes,
)
from netjournal.app.workspace import Workspace
from netjournal.model.review import Column, Review, Row, RowsWhenAsked, Section, Shortened
from netjournal.reviews.assessing import assess
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.person import Person
from netjournal.reviews.states import meanings
from netjournal.reviews.words import counted, some_of

_COLUMNS = (
    Column("contact", "Contact"),
    Column("relationship", "Relationship"),
    Column("state", "State"),
    Column("last_contact", "Last contact"),
    Column("industry", "Industry"),
    Column("organization", "Organization"),
)


class Listed(NamedTuple):
    """The table of the contacts that a query finds, and what is to be said of the query."""

    review: Review
    notes: tuple[str, ...]


def list_contacts(workspace: Workspace, as_of: date, query: str) -> Listed:
    """The table of the contacts that a query finds, by name; raises QueryError."""
    index = workspace.index
    terms = parse_query(query, own_field_keys(index.contacts.values()))
    assessment = assess(index, workspace.config, as_of)
    people = find_people(terms, assessment)
    total = len(index.contacts)
    everybody = counted(total, "contact")
    found = f"{len(people)} of {everybody}" if query else everybody
    section = Section(
        slug="contacts",
        title="Found",
        columns=_COLUMNS,
        rows=tuple(_row(person, assessment) for person in people),
        empty="No contact fits the query." if query else "There are no contacts yet.",
    )
    review = Review("list", found, (), (), (section,))
    return Listed(review, query_notes(terms, assessment))


def people_page(assessment: Assessment, by_name: Sequence[str] = ()) -> Review:
    """The page of everybody, by name; `by_name` is their order where it is known already."""
    everyone = assessment.people
    people = [everyone[path] for path in by_name or order_of_names(everyone)]
    total = len(people)
    lead = f"Everybody in your notes: {counted(total, 'contact')}." if total else ""
    section = Section(
        slug="contacts",
        title="Contacts",
        columns=_COLUMNS,
        rows=RowsWhenAsked(people, lambda person: _row(person, assessment)),
        legend=meanings(),
        empty="There are no contacts yet. Each is one note in the folder of contacts.",
    )
    return Review("people", "People", (lead,), (), (section,))


def _row(person: Person, assessment: Assessment) -> Row:
    contact, standing = person.contact, person.standing
    industries = assessment.index.industries.get(contact.path, ())
    return {
        "contact": person.ref,
        "relationship": person.relationship,
        "state": standing.state,
        "last_contact": standing.last_contact,
        "industry": _named([industry.label for industry in industries]),
        "organization": contact.organization,
        "title": contact.title,
        "location": contact.location,
        "days": standing.days_since,
        "cadence_days": person.cadence_days,
        "overdue_ratio": standing.overdue_ratio,
        "due_date": standing.due_date,
        "email": ", ".join(contact.emails),
        "phone": ", ".join(contact.phones),
        "tags": ", ".join(contact.tags),
    }


def _named(labels: Sequence[str]) -> str | Shortened:
    text, shown = ", ".join(labels), some_of(labels)
    return text if text == shown else Shortened(text, shown)
