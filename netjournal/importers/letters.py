"""Letters gathered to what passed between me and one person on a day."""

from collections.abc import Iterator
from datetime import date
from enum import Enum
from typing import NamedTuple

from netjournal.importers.mail_addresses import Address
from netjournal.model.contact import Kind
from netjournal.model.imported import ImportedEntry, Named, Skipped

MOST_RECIPIENTS = 10
"""Of a letter to somebody; one to more people is a circular."""


class Why(Enum):
    """Why a message is no letter: which ones, and why they don't count."""

    AUTOMATIC = ("of lists and robots", "nobody wrote them to you")
    CIRCULAR = (
        f"to more than {MOST_RECIPIENTS} people",
        "a circular isn't counted as contact with each of them",
    )
    STRANGE = (
        "neither from you nor to you",
        "if an address in them is yours, put it too under `[me]` in netjournal.toml",
    )


class Letter(NamedTuple):
    """A message between me and some people."""

    line: int
    """1-based, where the message begins."""
    day: date
    """As its sender writes it."""
    moment: float
    """Seconds by which letters of a day are ordered."""
    subject: str
    people: tuple[Address, ...]
    is_mine: bool
    """Whether I wrote it."""


class LeftOut(NamedTuple):
    """A message that is no letter; such ones are only counted."""

    line: int
    why: Why


class _Day(NamedTuple):
    """What passed between me and one person on a day."""

    line: int
    moment: float
    subject: str
    name: str
    email: str
    they_wrote: bool


class Letters:
    """Letters by day and person, and how many messages were none; bodies are never held."""

    def __init__(self) -> None:
        self._days: dict[tuple[date, str], _Day] = {}
        self._left_out: dict[Why, tuple[int, int]] = {}

    def add(self, found: Letter | LeftOut) -> None:
        """Counts a message."""
        if isinstance(found, LeftOut):
            line, count = self._left_out.get(found.why, (found.line, 0))
            self._left_out[found.why] = (line, count + 1)
            return
        for person in found.people:
            if person.key:
                self._add(found, person, (found.day, person.key))

    def _add(self, letter: Letter, person: Address, key: tuple[date, str]) -> None:
        one = _Day(
            letter.line,
            letter.moment,
            letter.subject,
            person.name,
            person.email,
            not letter.is_mine,
        )
        known = self._days.get(key)
        if known:
            first = one if one.moment < known.moment else known
            one = first._replace(
                name=known.name or one.name,
                email=known.email,
                they_wrote=known.they_wrote or one.they_wrote,
            )
        self._days[key] = one

    def entries(self) -> Iterator[ImportedEntry]:
        """One entry for each day and person, by day, then by address."""
        for (day, _), found in sorted(self._days.items()):
            text = f"Mail: {found.subject}" if found.subject else "Mail"
            kinds = () if found.they_wrote else (Kind.OUTREACH,)
            yield ImportedEntry(found.line, day, text, (Named(found.name, found.email),), kinds)

    def left_out(self) -> Iterator[Skipped]:
        """How many messages were no letters, and why."""
        for why, (line, count) in self._left_out.items():
            what, because = why.value
            yield Skipped(line, f"{count} {'mail' if count == 1 else 'mails'} {what}", because)
