"""What the page of a subject rests on, as plain values: while they are the same, so is the page.

Making a page takes a hundred times as long as comparing what it rests on. A contact's own note
counts as its digest; of other notes, only what they say about the contact counts.
"""

from bisect import bisect_right
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from operator import attrgetter
from typing import Any

from netjournal.model.contact import Interaction, Promise
from netjournal.model.index import Index
from netjournal.model.subject import Subject, SubjectKind
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.entries import MOST_LINKS
from netjournal.reviews.group_page import member_row, members
from netjournal.reviews.keepsakes import differing
from netjournal.reviews.news import before_meeting, is_about_to_meet
from netjournal.reviews.person import Person
from netjournal.reviews.ties import named_by

Trace = tuple[Any, ...]
"""Texts, numbers, days and tuples of them."""

_ROWS = 200
_DATE = attrgetter("date")


def trace(subject: Subject, assessment: Assessment) -> Trace:
    """What a subject's page rests on, beside the settings and templates."""
    if subject.kind is SubjectKind.CONTACT:
        return _of_contact(assessment.people[subject.key], assessment)
    people = members(subject, assessment)
    shown = [tuple(map(_plain, member_row(person).values())) for person in people[:_ROWS]]
    return (len(people), *shown)


def _of_contact(person: Person, assessment: Assessment) -> Trace:
    index, people, path = assessment.index, assessment.people, person.contact.path
    entries = index.interactions.get(path, ())
    promises = index.promises.get(path, ())
    standing = person.standing
    return (
        index.files[path].digest,
        person.ref.label,
        _plain(person.relationship),
        person.cadence_days,
        person.cadence_is_default,
        standing.state.value,
        _plain(standing.last_contact),
        bisect_right(entries, assessment.as_of, key=_DATE),
        _plain(standing.next_planned),
        [(industry.key, industry.label) for industry in person.industries],
        [people[link.contact].ref for link in index.links.get(path, ())],
        notes_linked(path, index),
        [(how, ref) for how, ref in named_by(person, assessment)],
        [_entry(each, assessment) for each in entries if each.path != path],
        [_promise(each, assessment) for each in promises if each.path != path],
        [
            tuple(map(_plain, row.values()))
            for section in before_meeting(person, assessment)
            for row in section.rows
        ],
    )


def notes_linked(path: str, index: Index) -> list[tuple[str, bool, str]]:
    """The links of a note to notes of no contact: target, whether it is a path, and the note."""
    links, of_contacts = index.files[path].links, index.links.get(path, ())
    if len(links) == len(of_contacts):
        return []
    contacts = {(link.target, link.is_path) for _, link, _ in of_contacts}
    found = {
        key: meant[0]
        for link in links
        if (key := (link.target, link.is_path)) not in contacts
        and len(meant := index.names.find_other(link, path)) == 1
        and meant[0] in index.files
    }
    return [(*key, note) for key, note in found.items()]


def _entry(entry: Interaction, assessment: Assessment) -> Trace:
    kinds = [kind.value for kind in entry.kinds]
    return (entry.date.toordinal(), entry.text, kinds, *_place(entry), *_named(entry, assessment))


def _promise(promise: Promise, assessment: Assessment) -> Trace:
    due = _plain(promise.due)
    return (due, promise.text, promise.done, *_place(promise), *_named(promise, assessment))


def _place(said: Interaction | Promise) -> tuple[str, int]:
    return said.path, said.line


def _named(said: Interaction | Promise, assessment: Assessment) -> Iterable[object]:
    """Whom an entry names, as pages call them, and in whose note it stands."""
    find, people = assessment.index.names.find, assessment.people
    if said.path in people:
        yield people[said.path].ref
    for link in said.links[:MOST_LINKS]:
        meant = find(link, said.path)
        if len(meant) == 1:
            yield people[meant[0]].ref


def _plain(value: object) -> object:
    """A value whose written form is the same everywhere."""
    return value if value is None or isinstance(value, tuple) else str(value)


def reached(before: Assessment, now: Assessment) -> AbstractSet[str]:
    """The contacts whose pages may rest on something else than before, the new ones included.

    What no change has reached is the same object in both.
    """
    old, new = before.index, now.index
    notes = {*differing(old.links, new.links)}
    paths = {
        *notes,
        *(
            link.contact
            for index in (old, new)
            for note in notes
            for link in index.links.get(note, ())
        ),
        *differing(before.people, now.people),
        *differing(old.files, new.files),
        *differing(old.interactions, new.interactions),
        *differing(old.promises, new.promises),
        *differing(old.backlinks, new.backlinks),
        *_links_elsewhere(old, new),
        *_about_to_meet(now),
    }
    renamed = [path for path in paths if _ref(before, path) != _ref(now, path)]
    for path in renamed:
        paths |= {*_named_with(path, old), *_named_with(path, new)}
    return paths & (old.contacts.keys() | new.contacts.keys())


def _about_to_meet(now: Assessment) -> Iterable[str]:
    """Those whose pages tell what happened to me, which any note may change."""
    return [person.contact.path for person in now.those(is_about_to_meet)]


def _links_elsewhere(old: Index, new: Index) -> Iterable[str]:
    """The notes with links that may mean another note, as notes have come or gone."""
    if old.names is new.names:
        return ()
    return new.reached if new.names_before is old.names else new.contacts


def _ref(assessment: Assessment, path: str) -> object:
    person = assessment.people.get(path)
    return person.ref if person else None


def _named_with(path: str, index: Index) -> Iterable[str]:
    """The contacts who stand in a note that names this one, whose pages may name it as well."""
    for link in index.backlinks.get(path, ()):
        yield link.source
        yield from (each.contact for each in index.links.get(link.source, ()))
