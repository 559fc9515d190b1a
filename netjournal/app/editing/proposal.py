"""What may be written at a place, as records."""

from enum import Enum
from typing import Final, NamedTuple

MOST: Final = 100
"""Proposals that are made at once; more typed letters leave others."""


class ProposalKind(Enum):
    """What is proposed."""

    CONTACT = "contact"
    FIELD = "field"
    VALUE = "value"
    HASHTAG = "hashtag"
    DAY = "day"


class Proposal(NamedTuple):
    """One text that may be written."""

    label: str
    """What a reader chooses from."""
    insert: str
    kind: ProposalKind
    detail: str = ""
    """A few words beside the label."""
    help: str = ""
    """More of it, in Markdown."""


class Proposals(NamedTuple):
    """Texts that may stand in the place of what is typed, on a 1-based line."""

    line: int
    start: int
    """1-based, as is the column behind what is replaced."""
    end: int
    found: tuple[Proposal, ...]
    sign: int = 0
    """Characters before the start that go as well: the `@` before somebody who becomes a link."""
