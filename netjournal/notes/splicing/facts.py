"""What a note says, without the lines on which it says it: compared before and after a change."""

import re
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from netjournal.model import codes
from netjournal.model.contact import Contact, Interaction, Link, Promise
from netjournal.model.diagnostic import Diagnostic
from netjournal.notes.frontmatter import read_front_matter
from netjournal.notes.parse import parse_note
from netjournal.notes.raw import RawField
from netjournal.notes.splicing.note import Note, Opened, open_note

_PLACED = ("fields", "own_fields", "introduced_by", "knows")
"""Attributes of a contact that hold lines."""

_NUMBER = re.compile(r"\d+")

SaidLink = tuple[str, str, bool]
SaidField = tuple[str, tuple[tuple[str, bool], ...], bool]


@dataclass(frozen=True, slots=True)
class SaidProblem:
    """A problem without its place: the same as another one that differs in numbers alone."""

    code: str
    kind: str
    """The message, in which every number is a 9: lines move."""
    message: str = field(compare=False)


class Facts(NamedTuple):
    """What a note says."""

    fields: tuple[SaidField, ...]
    """Key, values each with whether it stands in quotes, and whether they are a list."""
    contact: Mapping[str, object] | None
    interactions: tuple[tuple[object, ...], ...]
    promises: tuple[tuple[object, ...], ...]
    problems: Counter[SaidProblem]
    body: str


def facts_of(note: Note) -> Facts | None:
    """What a note says; None when it can't be read for certain."""
    opened = open_note(note, "")
    if not isinstance(opened, Opened):
        return None
    # A note that is neither is read as a contact's, so that nothing in it is overlooked.
    in_contacts = note.in_contacts or not note.in_journal
    parsed = parse_note(
        note.source, note.config, in_contacts=in_contacts, in_journal=note.in_journal
    )
    head = read_front_matter(opened.text, note.source.path)
    return Facts(
        tuple(map(said_field, head.fields)),
        _said_contact(parsed.contact) if parsed.contact else None,
        tuple(map(said_interaction, parsed.interactions)),
        tuple(map(said_promise, parsed.promises)),
        Counter(map(_said_problem, parsed.diagnostics)),
        opened.body,
    )


def said_field(raw: RawField) -> SaidField:
    """A field without its place."""
    return raw.key, tuple((value.text, value.quoted) for value in raw.values), raw.is_list


def said_link(link: Link) -> SaidLink:
    """A link without its place."""
    return link.target, link.label, link.is_path


def said_interaction(interaction: Interaction) -> tuple[object, ...]:
    """An interaction without its place."""
    links = tuple(map(said_link, interaction.links))
    return interaction.date, interaction.text, interaction.kinds, links


def said_promise(promise: Promise) -> tuple[object, ...]:
    """A promise without its place."""
    links = tuple(map(said_link, promise.links))
    return promise.text, promise.due, promise.done, links


def _said_problem(problem: Diagnostic) -> SaidProblem:
    return SaidProblem(problem.code, _NUMBER.sub("9", problem.message), problem.message)


def _said_contact(contact: Contact) -> Mapping[str, object]:
    said = {name: value for name, value in contact._asdict().items() if name not in _PLACED}
    said["knows"] = tuple(map(said_link, contact.knows))
    said["introduced_by"] = contact.introduced_by and said_link(contact.introduced_by)
    for key, own in contact.own_fields.items():
        said[f"own {key}"] = own.values
    return said


def new_problem(before: Facts, after: Facts) -> str:
    """What is wrong after a change and wasn't before; empty when nothing is."""
    for problem in after.problems - before.problems:
        # That an empty note is a note without fields now isn't wrong.
        if problem.code != codes.NO_FRONT_MATTER.code:
            return problem.message
    return ""


def other_difference(before: Facts, after: Facts, asked: Collection[str]) -> str:
    """The first thing besides the attributes asked for that a contact would say otherwise."""
    if before.contact is None or after.contact is None:
        return "" if before.contact is after.contact else "the note would be a contact's no more"
    for name in {**before.contact, **after.contact}:
        if name not in asked and before.contact.get(name) != after.contact.get(name):
            return f"{name.removeprefix('own ')} would change as well"
    return ""
