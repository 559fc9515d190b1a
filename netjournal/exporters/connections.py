"""Who introduced me to whom, and who knows whom, as nodes and arrows."""

import re
from typing import NamedTuple

from netjournal.exporters.field_values import names_of, person_meant, values_of
from netjournal.exporters.plain_text import plain
from netjournal.exporters.uids import digest, uids
from netjournal.model.contact import Contact, Link
from netjournal.model.exported import Export
from netjournal.model.names import name_key

_FIELDS = ("relationship", "industry", "organization", "title", "location", "last_contact")
_WITH_WORK = re.compile(r"(?P<name>[^()]*+)\((?P<work>[^()]*+)\)\s*+")


class Node(NamedTuple):
    """Somebody in the picture."""

    id: str
    name: str
    kind: str
    """`contact`, or `mentioned` for somebody without a note whom a contact's note names."""
    attributes: tuple[tuple[str, str], ...] = ()


class Arrow(NamedTuple):
    """From one node to another."""

    source: str
    target: str
    kind: str
    """`introduced`: the first introduced me to the second; `knows`: the first knows the second."""


class Picture(NamedTuple):
    """All of it: nodes in the order of contacts, then the others; arrows in that of their notes."""

    nodes: tuple[Node, ...]
    arrows: tuple[Arrow, ...]


def picture(export: Export) -> Picture:
    """The contacts to export and whom they name; not other contacts, whom a query has left out."""
    uid_of, called = uids(export), names_of(export)
    nodes = {
        uid_of[each.path]: Node(
            uid_of[each.path], plain(called[each.path]), "contact", _attributes(export, each)
        )
        for each in export.contacts
    }
    shown = {each.path for each in export.contacts}
    arrows: dict[Arrow, None] = {}

    def named(contact: Contact, link: Link) -> str | None:
        """The node that a link means."""
        meant = person_meant(export, contact, link)
        if meant:
            return uid_of[meant.path] if meant.path in shown else None
        node = _mentioned(link)
        return nodes.setdefault(node.id, node).id if node.name else None

    for contact in export.contacts:
        me = uid_of[contact.path]
        if contact.introduced_by and export.may_leave("introduced_by"):
            other = named(contact, contact.introduced_by)
            if other and other != me:
                arrows[Arrow(other, me, "introduced")] = None
        for link in contact.knows if export.may_leave("knows") else ():
            other = named(contact, link)
            if other and other != me:
                arrows[Arrow(me, other, "knows")] = None
    return Picture(tuple(nodes.values()), tuple(arrows))


def _attributes(export: Export, contact: Contact) -> tuple[tuple[str, str], ...]:
    found = [(field, "; ".join(values_of(export, contact, field))) for field in _FIELDS]
    if not export.is_public:
        found += [("state", export.states.get(contact.path, "")), ("path", contact.path)]
    return tuple([(key, plain(value)) for key, value in found if value])


def _mentioned(link: Link) -> Node:
    """Somebody without a note, with what the brackets behind the name say: `Tom (insurance)`."""
    text = plain(link.label or link.target).strip()
    match = _WITH_WORK.fullmatch(text)
    name, work = (match["name"].strip(), match["work"].strip()) if match else (text, "")
    attributes = (("industry", work),) if work else ()
    return Node(f"mentioned-{digest(name_key(name))}", name, "mentioned", attributes)
