"""What is told of a place in a note: a contact, a field, a hashtag, an industry; in Markdown."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from netjournal.app.editing.links import LinkHere, link_at
from netjournal.app.editing.meanings import KINDS, RELATIONSHIPS, STATUSES, of_field
from netjournal.app.editing.open_notes import OpenNotes
from netjournal.app.find import about
from netjournal.measures.cadence import State
from netjournal.model.contact import Promise
from netjournal.notes.at_cursor import Extent, end_of_head, hashtag_at, key_at
from netjournal.notes.splicing.head import field_of
from netjournal.reviews.excerpts import clipped, plain_text
from netjournal.reviews.person import Person
from netjournal.reviews.portrait import STATE_WORDS
from netjournal.reviews.words import ago, ahead, every, exactly_ago, full_day

_LONGEST: Final = 120
_PROMISES: Final = 5


class Told(NamedTuple):
    """What is told, in Markdown, and of which words; of the whole line without an extent."""

    text: str
    extent: Extent | None = None


def told_of(notes: OpenNotes, path: str, line: int, column: int) -> Told | None:
    """What is known of what stands at a 1-based line and column; None where nothing is."""
    here = link_at(notes, path, line, column)
    if here:
        text = _of_link(notes, here)
        return Told(text, here.extent) if text else None
    lines = notes.lines(path)
    if not 1 <= line <= len(lines):
        return None
    row = lines[line - 1]
    if 1 < line < end_of_head(lines):
        text = _of_front_matter(notes, row, column)
    else:
        kind = notes.workspace.config.hashtags.get(hashtag_at(row, column).casefold())
        text = KINDS[kind] if kind else ""
    return Told(text) if text else None


def _of_link(notes: OpenNotes, here: LinkHere) -> str:
    if len(here.contacts) > 1:
        listed = "\n".join(f"- {path}" for path in here.contacts)
        return f"This may mean several contacts:\n\n{listed}"
    return of_contact(notes, here.contacts[0]) if here.contacts else ""


def _of_front_matter(notes: OpenNotes, row: str, column: int) -> str:
    key = key_at(row, column)
    known = field_of(notes.workspace.config, key) if key else None
    if known:
        return of_field(known)
    name, _, value = row.partition(":")
    field = field_of(notes.workspace.config, name.strip())
    word = value.strip().strip("'\"").casefold()
    if field is None:
        return ""
    if field.name == "industry":
        return _of_industry(notes, row, column)
    meanings = {"relationship": RELATIONSHIPS, "status": STATUSES}.get(field.name, {})
    return meanings.get(word, of_field(field))


def _of_industry(notes: OpenNotes, row: str, column: int) -> str:
    start = max(row.rfind(sign, 0, column - 1) for sign in ":,[") + 1
    ends = [end for sign in ",]" if (end := row.find(sign, column - 1)) >= 0]
    word = row[start : min(ends, default=len(row))].strip(" \t'\"")
    taxonomy = notes.index.taxonomy
    industry = taxonomy.resolve(word)
    if industry is None:
        return ""
    count = len(notes.index.by_industry.get(industry.key, ()))
    contacts = "1 contact" if count == 1 else f"{count} contacts"
    return f"**{industry.label}**, in the group {taxonomy.group_label(industry.group)}: {contacts}"


def of_contact(notes: OpenNotes, path: str) -> str:
    """A contact in a few lines: who it is, the state and why, industry, promises, last words."""
    assessment = notes.assessment()
    person = assessment.people[path]
    contact = person.contact
    lines = [f"**{contact.name}**" + (f", {about(contact)}" if about(contact) else "")]
    lines.append(state_of(notes, person))
    if person.industries:
        lines.append(f"Industry: {', '.join(each.label for each in person.industries)}")
    lines += _promises(notes, person)
    last = person.last_entry
    if last:
        words = clipped(plain_text(last.text, notes.index, {}, last.path), _LONGEST)
        lines.append(f"{full_day(last.date)}: {words}")
    return "\n\n".join(lines)


def _promises(notes: OpenNotes, person: Person) -> Iterator[str]:
    promises = person.promises
    if promises:
        rest = len(promises) - _PROMISES
        more = [f"- and {rest} more"] if rest > 0 else []
        said = [f"- {_promise(notes, each)}" for each in promises[:_PROMISES]]
        yield "\n".join(["Promised:", "", *said, *more])


def _promise(notes: OpenNotes, promise: Promise) -> str:
    words = clipped(plain_text(promise.text, notes.index, {}, promise.path), _LONGEST)
    return f"{words} (by {full_day(promise.due)})" if promise.due else words


def state_of(notes: OpenNotes, person: Person) -> str:
    """The state of a contact and why: `Due: last contact 45 days ago, every 30 days, ...`."""
    as_of, standing = notes.as_of, person.standing
    parts = []
    if standing.last_contact:
        parts.append(f"last contact {exactly_ago((as_of - standing.last_contact).days)}")
    if person.cadence_days:
        parts.append(every(person.cadence_days))
    if standing.state is State.SNOOZED and person.contact.snoozed_until:
        parts.append(f"back {ahead((person.contact.snoozed_until - as_of).days)}")
    elif standing.due_date:
        days = (standing.due_date - as_of).days
        parts.append(f"due {ahead(days)}" if days >= 0 else f"was due {ago(-days)}")
    if standing.next_planned:
        parts.append(f"planned {ahead((standing.next_planned - as_of).days)}")
    words = STATE_WORDS[standing.state]
    return f"{words}: {', '.join(parts)}" if parts else words
