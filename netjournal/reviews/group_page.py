"""The pages of industries and of organizations: who is there, and where each of them stands."""

from collections.abc import Mapping, Sequence

from netjournal.model.contact import Relationship
from netjournal.model.index import Index
from netjournal.model.review import Column, Review, Row, RowsWhenAsked, Section
from netjournal.model.subject import Subject, SubjectKind
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.person import Person
from netjournal.reviews.states import meanings
from netjournal.reviews.words import counted, some_of

_ORDER = (*Relationship, None)
"""Allies come first, and those of whom nothing is known last."""


def members(subject: Subject, assessment: Assessment) -> Sequence[Person]:
    """The contacts of an industry or organization, allies first, in the order of names."""
    paths = _paths(subject, assessment.index)

    def in_order(people: Mapping[str, Person]) -> Sequence[Person]:
        return sorted([people[path] for path in paths], key=_allies_first)

    return assessment.kept((members, subject), assessment.people, in_order)


def _allies_first(person: Person) -> tuple[int, str]:
    return _ORDER.index(person.relationship), person.ref.label


def group_page(subject: Subject, assessment: Assessment) -> Review:
    """What the page of an industry or organization says."""
    people = members(subject, assessment)
    return Review(
        slug=subject.kind.value,
        title=group_title(subject, people, assessment),
        lead=(_lead(people),),
        figures=(),
        sections=(_people(subject, people),),
    )


def group_title(subject: Subject, people: Sequence[Person], assessment: Assessment) -> str:
    """The label of an industry; the name of an organization as the first of its notes has it."""
    if subject.kind is SubjectKind.INDUSTRY:
        return assessment.index.taxonomy.industries[subject.key].label
    return min(person.contact.organization for person in people)


def member_row(person: Person) -> Row:
    """What the page says of one of its contacts."""
    contact = person.contact
    return {
        "contact": person.ref,
        "relationship": str(person.relationship or ""),
        "title": contact.title,
        "organization": contact.organization,
        "industries": some_of([industry.label for industry in person.industries]),
        "last_contact": person.standing.last_contact,
        "state": person.standing.state,
    }


def _paths(subject: Subject, index: Index) -> Sequence[str]:
    by_key = index.by_industry if subject.kind is SubjectKind.INDUSTRY else index.by_organization
    return by_key.get(subject.key, ())


def _lead(people: Sequence[Person]) -> str:
    allies = sum(person.relationship is Relationship.ALLY for person in people)
    with_allies = f", {counted(allies, 'ally', 'allies')} among them" if allies else ""
    return f"You know {counted(len(people), 'contact')} here{with_allies}."


def _people(subject: Subject, people: Sequence[Person]) -> Section:
    of_industry = subject.kind is SubjectKind.INDUSTRY
    columns = (
        Column("contact", "Contact"),
        Column("relationship", "Relationship"),
        Column("title", "Role"),
        Column("organization", "Organization") if of_industry else Column("industries", "Industry"),
        Column("state", "State"),
        Column("last_contact", "Last contact"),
    )
    rows = RowsWhenAsked(people, member_row)
    # The name of an organization may be a part of another's, so that a query finds more.
    is_word = subject.key.replace("-", "").isalnum()
    query = f"industry:{subject.key}" if of_industry and is_word else ""
    return Section("people", "Who is there", columns, rows, legend=meanings(), query=query)
