"""The index: every contact, entry and link of a vault, found by whatever one looks for."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from netjournal.model.contact import Contact, Interaction, Link, Promise
from netjournal.model.diagnostic import Diagnostic
from netjournal.model.industry import Industry, Taxonomy
from netjournal.model.names import name_key
from netjournal.model.parsed import ParsedFile
from netjournal.model.resolve import NameTable, Paths, frozen_lists, people_of


class ResolvedLink(NamedTuple):
    """A link from one note to a contact."""

    source: str
    """The path of the note that holds the link."""
    link: Link
    contact: str
    """The path of the contact that it names."""


class OpenLink(NamedTuple):
    """A link that names no note, or several contacts."""

    source: str
    link: Link
    candidates: Paths = ()
    """Paths of the contacts that it may mean; empty when there is none."""


@dataclass(frozen=True)
class Index:
    """An immutable picture of a vault, built whole from its parsed files.

    All paths are paths of notes inside the vault; every tuple of paths is sorted. The tables
    `by_...` that not every command asks for are made when they are first asked for.
    """

    files: Mapping[str, ParsedFile]
    """Every note that was read, by path, in the order of paths."""
    contacts: Mapping[str, Contact]
    """By path, in the order of paths."""
    names: NameTable
    """By path, file name, name and alias, and how a link finds one."""
    taxonomy: Taxonomy
    """The vault's taxonomy, with the industries that only notes name added at the end."""
    industries: Mapping[str, tuple[Industry, ...]]
    """The industries of each contact that has any, resolved, without doubles."""
    interactions: Mapping[str, tuple[Interaction, ...]]
    """Every entry with each contact that has any, by date; journal and own note together."""
    entry_count: int
    """How many entries are with a contact."""
    promises: Mapping[str, tuple[Promise, ...]]
    """Promises to each contact that has any: those in its note and those that link it."""
    links: Mapping[str, tuple[ResolvedLink, ...]]
    """Links to contacts by the note that holds them."""
    backlinks: Mapping[str, tuple[ResolvedLink, ...]]
    """Links to each contact from other notes."""
    unresolved: tuple[OpenLink, ...]
    ambiguous: tuple[OpenLink, ...]
    other_files: tuple[str, ...] = ()
    """The paths of the vault's files that were not read."""
    names_before: NameTable | None = field(default=None, compare=False)
    """The table of names before it last became another one; None for an index built whole."""
    reached: frozenset[str] = field(default=frozenset(), compare=False)
    """The notes in which a link may mean something else than it did with that table."""

    @cached_property
    def by_day(self) -> Mapping[date, tuple[Interaction, ...]]:
        """Every entry with a contact, by its day."""
        days: dict[date, list[Interaction]] = defaultdict(list)
        for file in self.files.values():
            for entry in file.interactions:
                if file.contact or people_of(entry.links, file.path, self.names):
                    days[entry.date].append(entry)
        return {day: tuple(entries) for day, entries in sorted(days.items())}

    @cached_property
    def reported(self) -> tuple[Diagnostic, ...]:
        """Every problem that showed while a note was read, in the order of paths."""
        return tuple(chain.from_iterable([file.diagnostics for file in self.files.values()]))

    @cached_property
    def with_own_fields(self) -> tuple[Contact, ...]:
        """The contacts with fields that netjournal doesn't know, in the order of paths."""
        return tuple([contact for contact in self.contacts.values() if contact.own_fields])

    @cached_property
    def introduced(self) -> tuple[Contact, ...]:
        """The contacts of whom the note says who introduced them, in the order of paths."""
        return tuple([contact for contact in self.contacts.values() if contact.introduced_by])

    @cached_property
    def by_last_day(self) -> tuple[tuple[date, str], ...]:
        """The last of those dates of each contact that tell of the past, the latest first."""
        found = [(last_day(contact), path) for path, contact in self.contacts.items()]
        return tuple(sorted([(day, path) for day, path in found if day], reverse=True))

    @cached_property
    def by_uid(self) -> Mapping[str, Paths]:
        """Contacts by uid."""
        return self._by(lambda contact: (contact.uid,) if contact.uid else ())

    @cached_property
    def by_industry(self) -> Mapping[str, Paths]:
        """Contacts by industry key; closed and dormant ones too."""
        return self._by(lambda contact: [i.key for i in self.industries.get(contact.path, ())])

    @cached_property
    def by_group(self) -> Mapping[str, Paths]:
        """Contacts by group of industries."""
        return self._by(lambda contact: [i.group for i in self.industries.get(contact.path, ())])

    @cached_property
    def by_organization(self) -> Mapping[str, Paths]:
        """Contacts by organization, in the form of `name_key`."""
        return self._by(
            lambda contact: [name_key(text) for text in (contact.organization,) if text]
        )

    @cached_property
    def by_tag(self) -> Mapping[str, Paths]:
        """Contacts by tag in lower case."""
        return self._by(lambda contact: [tag.casefold() for tag in contact.tags])

    @cached_property
    def by_relationship(self) -> Mapping[str, Paths]:
        """Contacts by the relationship that the note declares."""
        return self._by(lambda contact: (contact.relationship,) if contact.relationship else ())

    def _by(self, keys: Callable[[Contact], Sequence[str]]) -> Mapping[str, Paths]:
        paths: dict[str, list[str]] = defaultdict(list)
        for contact in self.contacts.values():
            for key in dict.fromkeys(keys(contact)):
                paths[key].append(contact.path)
        return frozen_lists(paths)


def last_day(contact: Contact) -> date | None:
    """The last of the dates of a contact that tell of the past; of a month or year its first."""
    met, birthday = contact.met, contact.birthday
    last = contact.last_contact
    for day in (met and met.earliest(), birthday and birthday.earliest()):
        last = day if last is None or (day and day > last) else last
    return last
