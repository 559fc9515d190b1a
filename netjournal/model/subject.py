"""What a page of its own is about: a contact, an industry or an organization."""

from enum import StrEnum
from typing import NamedTuple


class SubjectKind(StrEnum):
    """The kinds of subjects, as their templates are called."""

    CONTACT = "contact"
    INDUSTRY = "industry"
    ORGANIZATION = "organization"


class Subject(NamedTuple):
    """One subject: a contact by the path of its note, an industry or organization by its key."""

    kind: SubjectKind
    key: str
