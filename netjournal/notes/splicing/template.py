"""A note made from a template: what stands for the name and the day is filled in."""

import re
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from yaml.nodes import ScalarNode

from netjournal.model.contact import Contact
from netjournal.notes.parse import parse_note
from netjournal.notes.splicing.asked import values_of
from netjournal.notes.splicing.facts import facts_of
from netjournal.notes.splicing.fields import set_field
from netjournal.notes.splicing.head import Entry, Head, read_head
from netjournal.notes.splicing.items import add_items, remove_items
from netjournal.notes.splicing.links import links_of
from netjournal.notes.splicing.note import Note, Refusal, Splice, open_note, spliced

_PLACE = re.compile(r"\{\{[ \t]*(name|title|date)[ \t]*\}\}", re.IGNORECASE)
_HARMLESS = "Somebody"


class Filling(NamedTuple):
    """What comes into a template."""

    name: str
    """Text on one line."""
    day: date

    def filled(self, text: str) -> str:
        """A text with what stands for the name and the day replaced."""
        words: Mapping[str, str] = {"date": self.day.isoformat()}
        return _PLACE.sub(lambda match: words.get(match[1].lower(), self.name), text)


def from_template(template: Note, filling: Filling) -> Note | Refusal:
    """The note of somebody, from a template that says `{{name}}` and `{{date}}` where they belong.

    `{{title}}` is the name as well. A template that has no place for the name gets a `name`. The
    note's places in refusals are those of the template.
    """
    headed = _with_fields(template, filling)
    if isinstance(headed, Refusal):
        return headed
    note = _with_body(headed, filling)
    if isinstance(note, Refusal):
        return note
    if _signature(note) != _signature(_with_body(headed, filling._replace(name=_HARMLESS))):
        reason = "in the text below the front matter the name would be read as more than a name"
        return Refusal(template.source.path, 1, reason, f"name: {filling.name}")
    if _is_called(note, filling.name):
        return note
    named = set_field(note, "name", filling.name, make_head=True)
    if isinstance(named, Note) and not _is_called(named, filling.name):
        reason = "the name wouldn't be read as it is meant"
        return Refusal(template.source.path, 1, reason, f"name: {filling.name}")
    return named


def _is_called(note: Note, name: str) -> bool:
    contact = contact_in(note)
    return contact is not None and contact.name == name


def contact_in(note: Note) -> Contact | None:
    """The contact of a note, if it is one's."""
    return parse_note(note.source, note.config, in_contacts=True, in_journal=False).contact


def _with_fields(template: Note, filling: Filling) -> Note | Refusal:
    opened = open_note(template, "")
    if isinstance(opened, Refusal) or opened.block is None:
        return opened if isinstance(opened, Refusal) else template
    head = read_head(opened, "")
    if isinstance(head, Refusal):
        return head
    note: Note | Refusal = template
    for entry in head.entries:
        typed = head.opened.text[entry.value_start : entry.value_end]
        waits = head.same_field(entry.key, "name") and not typed
        if isinstance(note, Note) and waits:
            note = set_field(note, entry.key, filling.name)
        elif isinstance(note, Note) and _PLACE.search(typed):
            note = _with_field(note, head, entry, filling)
    return note


def _with_field(note: Note, head: Head, entry: Entry, filling: Filling) -> Note | Refusal:
    if head.is_text(entry.value):
        is_text = isinstance(entry.value, ScalarNode)
        said = str(entry.value.value) if is_text else head.typed(entry.value)
        return set_field(note, entry.key, filling.filled(said))
    values = [value for value in values_of(head, entry.key) if _PLACE.search(value)]
    added = add_items(note, entry.key, list(map(filling.filled, values)))
    return added if isinstance(added, Refusal) else remove_items(added, entry.key, values)


def _with_body(note: Note, filling: Filling) -> Note | Refusal:
    opened = open_note(note, "")
    if isinstance(opened, Refusal):
        return opened
    places = _PLACE.finditer(opened.text, opened.body_start)
    return spliced(
        opened, [Splice(each.start(), each.end(), filling.filled(each[0])) for each in places]
    )


def _signature(note: Note | Refusal) -> object:
    """How much a note says besides a name."""
    if isinstance(note, Refusal):
        return None
    facts, links, contact = facts_of(note), links_of(note), contact_in(note)
    if facts is None or isinstance(links, Refusal) or contact is None:
        return None
    problems = sorted(each.code for each in facts.problems.elements())
    fields = (*contact.fields, *contact.own_fields)
    return fields, len(links), len(facts.interactions), len(facts.promises), problems
