"""A contact as plain data for templates: no methods, nothing missing, texts where texts are due."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from netjournal.model.addresses import is_followed
from netjournal.model.contact import Contact, FieldValue
from netjournal.model.emphasis import without_marks


@dataclass(frozen=True, slots=True, eq=False)
class ContactView:
    """What a template can say of a contact; written on a page, it is a link to the note.

    Marks of emphasis in what is said in words are left out.
    """

    name: str
    path: str
    aliases: tuple[str, ...]
    relationship: str
    """Empty when the note doesn't say, like every other text."""
    status: str
    industry: str
    """The first of the industries, as typed."""
    industries: tuple[str, ...]
    organization: str
    title: str
    location: str
    email: str
    emails: tuple[str, ...]
    phone: str
    phones: tuple[str, ...]
    url: str
    urls: tuple[str, ...]
    """Web and mail addresses only: nothing that would run when it is opened."""
    met: str
    met_at: str
    introduced_by: str
    knows: tuple[str, ...]
    offers: tuple[str, ...]
    needs: tuple[str, ...]
    cadence_days: int | None
    snoozed_until: date | None
    last_contact: date | None
    """The field of the note; the reviews know the entries of the journal."""
    birthday: str
    tags: tuple[str, ...]
    uid: str
    industry_guess: tuple[str, ...]
    own_fields: Mapping[str, str | tuple[str, ...]]
    """The fields that netjournal doesn't know: a text, or several, by the key as typed."""
    apart: str = ""
    """What tells the contact from others of its name; empty where nobody else is called so."""


def contact_view(contact: Contact, apart: str = "") -> ContactView:
    """The contact as a template sees it."""
    urls = tuple([url for url in contact.urls if is_followed(url)])
    return ContactView(
        name=contact.name,
        path=contact.path,
        aliases=contact.aliases,
        relationship=contact.relationship.value if contact.relationship else "",
        status=contact.status.value,
        industry=_first(contact.industries),
        industries=contact.industries,
        organization=contact.organization,
        title=without_marks(contact.title),
        location=without_marks(contact.location),
        email=_first(contact.emails),
        emails=contact.emails,
        phone=_first(contact.phones),
        phones=contact.phones,
        url=_first(urls),
        urls=urls,
        met=str(contact.met) if contact.met else "",
        met_at=without_marks(contact.met_at),
        introduced_by=contact.introduced_by.label if contact.introduced_by else "",
        knows=tuple([link.label for link in contact.knows]),
        offers=tuple(map(without_marks, contact.offers)),
        needs=tuple(map(without_marks, contact.needs)),
        cadence_days=contact.cadence.days if contact.cadence else None,
        snoozed_until=contact.snoozed_until,
        last_contact=contact.last_contact,
        birthday=str(contact.birthday) if contact.birthday else "",
        tags=contact.tags,
        uid=contact.uid,
        industry_guess=contact.industry_guess,
        own_fields={key: _own(value) for key, value in contact.own_fields.items()},
        apart=apart,
    )


def _first(texts: tuple[str, ...]) -> str:
    return texts[0] if texts else ""


def _own(value: FieldValue) -> str | tuple[str, ...]:
    return value.values if len(value.values) > 1 else _first(value.values)
