"""The links of open notes: which stands at a place, where it leads, and who else leads there."""

from collections.abc import Iterator
from typing import NamedTuple

from netjournal.app.editing.open_notes import OpenNotes
from netjournal.model.contact import Contact, Link
from netjournal.model.source import Place
from netjournal.notes.at_cursor import Extent, link_extent, target_extent
from netjournal.notes.links import parse_links


class LinkHere(NamedTuple):
    """A link of a note, with its place; to nothing, one contact, or several that it may mean."""

    link: Link
    extent: Extent
    contacts: tuple[str, ...]
    """Paths of the contacts that it may mean."""
    others: tuple[str, ...]
    """Paths of the files that it may name, where it names no contact."""


class Found(NamedTuple):
    """A place in a note."""

    path: str
    extent: Extent


def links_in(notes: OpenNotes, path: str) -> Iterator[LinkHere]:
    """The links of a note in the order of places, also of one that the vault doesn't read."""
    lines = notes.lines(path)
    for link in _links(notes, path):
        if 1 <= link.line <= len(lines):
            yield _here(notes, path, link, lines[link.line - 1])


def link_at(notes: OpenNotes, path: str, line: int, column: int) -> LinkHere | None:
    """The link that holds a 1-based line and column of a note."""
    lines = notes.lines(path)
    for link in _links(notes, path):
        if link.line == line <= len(lines) and link.column <= column:
            here = _here(notes, path, link, lines[line - 1])
            if column <= here.extent.end:
                return here
    return None


def _links(notes: OpenNotes, path: str) -> tuple[Link, ...]:
    parsed = notes.parsed(path)
    if parsed and (parsed.contact or parsed.is_journal):
        return parsed.links
    # A note that says nothing to netjournal, as one without a day, has links for its reader.
    return parse_links("\n".join(notes.lines(path)), 1, 1) if notes.is_open(path) else ()


def _here(notes: OpenNotes, path: str, link: Link, row: str) -> LinkHere:
    names = notes.index.names
    contacts = names.find(link, path)
    others = () if contacts else names.find_other(link, path)
    return LinkHere(link, link_extent(row, link.line, link.column), contacts, others)


def contact_at(notes: OpenNotes, path: str, line: int, column: int) -> Contact | None:
    """The contact whom a link at a place means for sure, or else whose note it is."""
    here = link_at(notes, path, line, column)
    if here is None:
        return notes.index.contacts.get(path)
    return notes.index.contacts[here.contacts[0]] if len(here.contacts) == 1 else None


def leads_to(notes: OpenNotes, path: str, line: int, column: int) -> tuple[Place, ...]:
    """Where the link at a place may lead: the first line of each note."""
    here = link_at(notes, path, line, column)
    found = (here.contacts or here.others) if here else ()
    return tuple([Place(each, 1) for each in found])


def links_to(notes: OpenNotes, path: str) -> tuple[Found, ...]:
    """Every link to a contact, in the order of notes and places."""
    found = []
    for resolved in notes.index.backlinks.get(path, ()):
        lines = notes.lines(resolved.source)
        link = resolved.link
        if link.line <= len(lines):
            extent = link_extent(lines[link.line - 1], link.line, link.column)
            found.append(Found(resolved.source, extent))
    return tuple(found)


def renamed_at(
    notes: OpenNotes, path: str, line: int, column: int
) -> tuple[Contact, Extent] | None:
    """The contact who may be renamed from a place, and the words that stand for the name there.

    That is what a link names, or the name in the contact's own note.
    """
    lines = notes.lines(path)
    here = link_at(notes, path, line, column)
    if here:
        if len(here.contacts) != 1:
            return None
        extent = target_extent(lines[line - 1], line, here.link.column)
        return notes.index.contacts[here.contacts[0]], extent
    contact = notes.index.contacts.get(path)
    if contact is None or not 1 <= line <= len(lines):
        return None
    start = lines[line - 1].find(contact.name)
    says_name = start >= 0 and start < column <= start + len(contact.name) + 1
    return (contact, Extent(line, start + 1, start + len(contact.name) + 1)) if says_name else None
