"""What becomes of the people in a file, and what the user has said to questions: records."""

from collections.abc import Collection, Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from netjournal.app.importing.identity import Register
from netjournal.app.importing.said import NOTHING_SAID, Difference, Said
from netjournal.model.imported import Skipped

Place = tuple[str, int]
"""A file to import and a line of it."""


Question = tuple[str, int, str]
"""A file, a line of it, and a name there: several people may stand on one line."""


class Verdict(StrEnum):
    """What becomes of somebody in a file."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    UNCLEAR = "unclear"


class Answer(NamedTuple):
    """What the user says to a person who may be a contact already."""

    who: str
    """The path of the contact; empty for somebody new."""


class Answers(NamedTuple):
    """What the user has said to questions of an import."""

    unclear: Mapping[Question, Answer] = MappingProxyType({})
    taken: Collection[tuple[str, str]] = ()
    """Path and field where the file is right, and not the note."""


class Wanted(NamedTuple):
    """How an import is to be made."""

    as_of: date
    since: date | None = None
    """Nothing that happened before this day."""
    adds_people: bool = False
    """Whether those get a note, too, whom only meetings and mail tell of."""
    answers: Answers = Answers()


class Outcome(NamedTuple):
    """Somebody in a file, and what becomes of them."""

    place: Place
    name: str
    verdict: Verdict
    who: str
    """The path of the contact, else what somebody new is called here; empty when unclear."""
    by: str
    """The field by which somebody was recognised; empty for nobody."""
    adds: Said = NOTHING_SAID
    has_notes: bool = False
    """Whether the free text is new as well."""
    differs: tuple[Difference, ...] = ()
    candidates: tuple[str, ...] = ()
    """Paths of those who may be meant, of somebody unclear."""


class Additions(NamedTuple):
    """What comes into a note; both may be added to."""

    fields: dict[str, tuple[str, ...]]
    texts: list[str]
    body: str = ""
    """All of the text of a new note, where it is one that netjournal has exported."""


class People(NamedTuple):
    """Everybody of an import."""

    outcomes: tuple[Outcome, ...]
    skipped: tuple[tuple[str, Skipped], ...]
    """Each with its file."""
    new: Mapping[str, Additions]
    """What the notes of those say who are new, by what they are called here, in order."""
    more: Mapping[str, Additions]
    """By the path of a note that is there, what comes into it."""
    register: Register
    names: Mapping[str, str]
    """Of everybody, old and new, what they are called by people."""
    work: Mapping[str, str]
    """Of those whose title or organization is known, both, which tell namesakes apart."""
