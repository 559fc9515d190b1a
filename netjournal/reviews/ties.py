"""Who introduced whom, and who knows whom, around one contact."""

from collections.abc import Iterator

from netjournal.model.contact import Link
from netjournal.model.review import Cell, Column, ContactRef, Row, Section
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.person import Person

_COLUMNS = (Column("how", "How"), Column("who", "Who"))


def who_knows_whom(person: Person, assessment: Assessment) -> Section:
    """The section `people` of a contact's page and picture."""
    contact = person.contact
    rows: list[Row] = []
    if contact.introduced_by:
        rows.append(
            {"how": "introduced by", "who": _named(contact.introduced_by, person, assessment)}
        )
    rows += [{"how": "knows", "who": _named(link, person, assessment)} for link in contact.knows]
    rows += [{"how": how, "who": ref} for how, ref in named_by(person, assessment)]
    return Section("people", "Who knows whom", _COLUMNS, tuple(rows))


def named_by(person: Person, assessment: Assessment) -> Iterator[tuple[str, ContactRef]]:
    """The others whose notes say that this contact introduced them, or that they know it."""
    index, path = assessment.index, person.contact.path
    found: dict[tuple[str, str], None] = {}
    for source, link, _ in index.backlinks.get(path, ()):
        other = index.contacts.get(source)
        if other and link == other.introduced_by:
            found[source, "introduced to me"] = None
        if other and link in other.knows:
            found[source, "is known to"] = None
    for source, how in sorted(found):
        yield how, assessment.people[source].ref


def _named(link: Link, person: Person, assessment: Assessment) -> Cell:
    found = assessment.index.names.find(link, person.contact.path)
    return assessment.people[found[0]].ref if len(found) == 1 else link.label
