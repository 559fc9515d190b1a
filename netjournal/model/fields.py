"""FIELDS: the one table that knows a contact's fields, their spellings, types and help."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from netjournal.model.contact import Relationship, Status


class FieldType(StrEnum):
    """How the text of a field is read."""

    TEXT = "text"
    LIST = "list"
    CHOICE = "choice"
    DATE = "date"
    PARTIAL_DATE = "partial-date"
    CADENCE = "cadence"
    LINK = "link"
    LINKS = "links"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a contact's front matter."""

    name: str
    type: FieldType
    help: str
    """One sentence for the person who fills it in."""
    example: str
    """A value as it may be written after the colon."""
    synonyms: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    choice_synonyms: tuple[tuple[str, str], ...] = ()
    """Other words for a choice, each with the choice."""
    may_be_future: bool = True
    """False for a date that tells of the past."""
    is_address: bool = False
    """True for a list of web addresses that pages link to."""


_T = FieldType

FIELDS: tuple[Field, ...] = (
    Field("name", _T.TEXT, "What you call the person.", "Priya Raman", ("full_name", "fn")),
    Field(
        "aliases", _T.LIST, "Other names that links may use.", "[Pri]", ("alias", "nickname", "aka")
    ),
    Field(
        "relationship",
        _T.CHOICE,
        "What the person is to you: an ally, an acquaintance, somebody you do business with, "
        "or somebody you met once. A mentor or close friend is read as an ally, a friend or "
        "colleague as an acquaintance, a client, customer, vendor or supplier as transactional.",
        "ally",
        ("tie", "tier", "circle"),
        tuple(Relationship),
        (
            ("close friend", Relationship.ALLY),
            ("mentor", Relationship.ALLY),
            ("friend", Relationship.ACQUAINTANCE),
            ("colleague", Relationship.ACQUAINTANCE),
            ("contact", Relationship.ACQUAINTANCE),
            ("client", Relationship.TRANSACTIONAL),
            ("customer", Relationship.TRANSACTIONAL),
            ("vendor", Relationship.TRANSACTIONAL),
            ("supplier", Relationship.TRANSACTIONAL),
        ),
    ),
    Field(
        "status",
        _T.CHOICE,
        "Active when missing; dormant (or inactive, paused, archived) when the tie rests; "
        "closed (or ended, deceased) when it has ended.",
        "dormant",
        (),
        tuple(Status),
        (
            ("inactive", Status.DORMANT),
            ("paused", Status.DORMANT),
            ("archived", Status.DORMANT),
            ("ended", Status.CLOSED),
            ("deceased", Status.CLOSED),
        ),
    ),
    Field(
        "industry",
        _T.LIST,
        "The industry or industries the person works in.",
        "[finance, legal]",
        ("industries", "sector", "field"),
    ),
    Field(
        "organization",
        _T.TEXT,
        "Where the person works.",
        "Acme",
        ("organisation", "company", "org", "employer"),
    ),
    Field("title", _T.TEXT, "The person's role there.", "Head of R&D", ("role", "job", "position")),
    Field("location", _T.TEXT, "Where the person lives.", "Lisbon", ("city", "place")),
    Field("email", _T.LIST, "E-mail addresses.", "priya@example.org", ("emails", "mail", "e-mail")),
    Field(
        "phone",
        _T.LIST,
        "Phone numbers, kept as typed.",
        '"+351 21 000 0000"',
        ("phones", "tel", "telephone", "mobile"),
    ),
    Field(
        "url",
        _T.LIST,
        "Web pages and profiles.",
        "https://example.org/priya",
        ("urls", "links", "website", "linkedin"),
        is_address=True,
    ),
    Field(
        "met",
        _T.PARTIAL_DATE,
        "When you met: a day, a month or a year.",
        "2019-05",
        ("first_met", "met_on", "since"),
        may_be_future=False,
    ),
    Field("met_at", _T.TEXT, "Where or how you met.", "PyCon Lisbon", ("context", "how_we_met")),
    Field("introduced_by", _T.LINK, "Who introduced you.", '"[[ben-osei]]"', ("via",)),
    Field(
        "knows",
        _T.LINKS,
        "Whom the person knows, contacts of yours or not.",
        '["[[ben-osei]]", Tom Rask]',
        ("connected_to",),
    ),
    Field(
        "offers", _T.LIST, "What the person can help with.", "[hiring, grant writing]", ("offer",)
    ),
    Field("needs", _T.LIST, "What the person is looking for.", "[a data engineer]", ("need",)),
    Field(
        "cadence",
        _T.CADENCE,
        "How often to be in touch: 30d, 6w, 3m, 1y, weekly to yearly, P6W, or never.",
        "6w",
        ("frequency", "keep_in_touch", "contact_every"),
    ),
    Field(
        "snoozed_until",
        _T.DATE,
        "Don't remind me of the person before this day.",
        "2027-01-15",
        ("snooze", "snoozed", "paused_until"),
    ),
    Field(
        "last_contact",
        _T.DATE,
        "The last day of contact, for people who don't log interactions.",
        "2026-03-01",
        ("last_contacted", "last_seen"),
        may_be_future=False,
    ),
    Field(
        "birthday",
        _T.PARTIAL_DATE,
        "The birthday, with or without the year.",
        '"--04-12"',
        ("bday", "birthdate"),
        may_be_future=False,
    ),
    Field("tags", _T.LIST, "Words of your own to group people by.", "[berlin, python]", ("tag",)),
    Field("uid", _T.TEXT, "A name for the person that never changes.", "priya-raman-2019"),
    Field(
        "industry_guess",
        _T.LIST,
        "What an import took the industry to be, from the organization or the title. It counts "
        "nowhere; write it under `industry` if it is right.",
        "[finance]",
    ),
)
"""Every field, in the order in which docs and a new note list them."""

FIELD_BY_NAME: Mapping[str, Field] = {field.name: field for field in FIELDS}


def spelling(key: str) -> str:
    """The form in which two spellings of a key are the same: no case, `-`, `_` or spaces."""
    return key.casefold().replace("-", "").replace("_", "").replace(" ", "")


_BY_SPELLING: Mapping[str, str] = {
    spelling(known): field.name for field in FIELDS for known in (field.name, *field.synonyms)
}


def field_spellings(own: Mapping[str, str]) -> Mapping[str, str]:
    """Every spelling that means a field: the table's, and a vault's own, which win."""
    return {**_BY_SPELLING, **{spelling(key): name for key, name in own.items()}}
