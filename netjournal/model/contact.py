"""A contact, and what a note says happened, was promised, or is linked."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from netjournal.model.cadence import Cadence
from netjournal.model.dates import PartialDate

_NOTHING: Mapping[str, "FieldValue"] = MappingProxyType({})


class Relationship(StrEnum):
    """What a contact is to the writer of the vault."""

    ALLY = "ally"
    ACQUAINTANCE = "acquaintance"
    TRANSACTIONAL = "transactional"
    MET_ONCE = "met-once"


class Status(StrEnum):
    """Whether a relationship is kept up, rests, or has ended (moved away for good, died)."""

    ACTIVE = "active"
    DORMANT = "dormant"
    CLOSED = "closed"


class Kind(StrEnum):
    """What kind of interaction it was, as its hashtags say; without one it is a catch-up."""

    GAVE = "gave"
    RECEIVED = "received"
    ASKED = "asked"
    WAS_ASKED = "was-asked"
    INTRO = "intro"
    INTRODUCED_ME = "introduced-me"
    LEAD = "lead"
    DEAL = "deal"
    OUTREACH = "outreach"
    ANSWERED = "answered"
    ABOUT = "about"


class Link(NamedTuple):
    """A link to a note, as it is written."""

    target: str
    """What the link names: a file name, a path or a person's name; no heading, no label."""
    label: str
    """The text that a reader sees."""
    line: int
    column: int
    is_path: bool = False
    """True for a Markdown link, whose target is a path relative to the note."""


class Interaction(NamedTuple):
    """A dated entry in a contact's note, or a block of a journal note that links contacts."""

    date: date
    text: str
    """The entry on one line, without its date, as the writer typed it."""
    kinds: tuple[Kind, ...]
    links: tuple[Link, ...]
    path: str
    """The note in which it is written."""
    line: int
    column: int

    @property
    def two_way(self) -> bool:
        """Whether it counts as contact: not mere talk about someone, nor an unanswered letter."""
        kinds = self.kinds
        if not kinds:
            return True
        if Kind.ABOUT in kinds:
            return False
        return Kind.OUTREACH not in kinds or Kind.ANSWERED in kinds


class Promise(NamedTuple):
    """A task: something to do for a contact, perhaps by a day."""

    text: str
    """The task on one line, without its box and due date."""
    due: date | None
    done: bool
    links: tuple[Link, ...]
    path: str
    line: int
    column: int


class FieldValue(NamedTuple):
    """A field as a note has it: the key as typed, the values as text, and where they stand."""

    key: str
    values: tuple[str, ...]
    line: int
    """1-based, of the first value, as is the column."""
    column: int
    places: tuple[tuple[int, int], ...] = ()
    """The line and column of each value, where they are known."""


class Contact(NamedTuple):
    """A person with a note. Every field may be missing; texts are as the writer typed them."""

    path: str
    """The path of the note inside the vault, with `/` between folders."""
    name: str
    """The `name` field, else the first heading, else the file name."""
    aliases: tuple[str, ...] = ()
    relationship: Relationship | None = None
    status: Status = Status.ACTIVE
    industries: tuple[str, ...] = ()
    """As typed; the index holds what they resolve to."""
    organization: str = ""
    title: str = ""
    location: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    met: PartialDate | None = None
    met_at: str = ""
    introduced_by: Link | None = None
    knows: tuple[Link, ...] = ()
    offers: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    cadence: Cadence | None = None
    snoozed_until: date | None = None
    last_contact: date | None = None
    birthday: PartialDate | None = None
    tags: tuple[str, ...] = ()
    """Without the leading `#`."""
    uid: str = ""
    industry_guess: tuple[str, ...] = ()
    """What an import took the industry to be; it counts nowhere."""
    fields: Mapping[str, FieldValue] = _NOTHING
    """Every known field that the note has, by its name in the FIELDS table, with its place."""
    own_fields: Mapping[str, FieldValue] = _NOTHING
    """The fields that netjournal doesn't know, by key as typed."""

    def place_of(self, name: str, word: str = "") -> tuple[int, int]:
        """The 1-based line and column of a known field, or of the value that says a word.

        The first line when the note doesn't have the field.
        """
        value = self.fields.get(name)
        if value is None:
            return (1, 1)
        for text, place in zip(value.values, value.places, strict=False):
            if word and word in text:
                return place
        return (value.line, value.column)
