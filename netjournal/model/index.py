"""The index: every contact, entry and link of a vault, found by whatever one looks for."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from netjournal.model.contact import Contact, Interaction, Link, Promise
from netjournal.model.industry import Industry, Taxonomy
from netjournal.model.parsed import ParsedFile
from netjournal.model.resolve import NameTable, Paths


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


@dataclass(frozen=True, slots=True)
class Index:
    """An immutable picture of a vault, built whole from its parsed files.

    All paths are paths of notes inside the vault; every tuple of paths is sorted.
    """

    files: Mapping[str, ParsedFile]
    """Every note that was read, by path, in the order of paths."""
    contacts: Mapping[str, Contact]
    """By path, in the order of paths."""
    names: NameTable
    """By path, file name, name and alias, and how a link finds one."""
    by_uid: Mapping[str, Paths]
    by_industry: Mapping[str, Paths]
    """By industry key; closed and dormant contacts too."""
    by_group: Mapping[str, Paths]
    by_organization: Mapping[str, Paths]
    """By organization, in the form of `name_key`."""
    by_tag: Mapping[str, Paths]
    """By tag in lower case."""
    by_relationship: Mapping[str, Paths]
    """By the relationship that the note declares."""
    taxonomy: Taxonomy
    """The vault's taxonomy, with the industries that only notes name added at the end."""
    industries: Mapping[str, tuple[Industry, ...]]
    """The industries of each contact that has any, resolved, without doubles."""
    interactions: Mapping[str, tuple[Interaction, ...]]
    """Every entry with each contact that has any, by date; journal and own note together."""
    by_day: Mapping[date, tuple[Interaction, ...]]
    """Every entry with a contact, by its day."""
    promises: Mapping[str, tuple[Promise, ...]]
    """Promises to each contact that has any: those in its note and those that link it."""
    links: Mapping[str, tuple[ResolvedLink, ...]]
    """Links to contacts by the note that holds them."""
    backlinks: Mapping[str, tuple[ResolvedLink, ...]]
    """Links to each contact from other notes."""
    unresolved: tuple[OpenLink, ...]
    ambiguous: tuple[OpenLink, ...]
