"""The pages of contacts, industries and organizations, as far as they are known to stand."""

from collections.abc import Iterator, Mapping
from hashlib import blake2b
from typing import Final, NamedTuple

from netjournal.model.diagnostic import Diagnostic
from netjournal.model.index import Index
from netjournal.model.names import name_key
from netjournal.model.review import Page
from netjournal.model.subject import Subject, SubjectKind
from netjournal.render.places import NOWHERE, Places, places
from netjournal.render.remembered import Remembered
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.traces import reached, trace

_CONTACT: Final = SubjectKind.CONTACT
_INDUSTRY: Final = SubjectKind.INDUSTRY
_ORGANIZATION: Final = SubjectKind.ORGANIZATION


class Trouble(NamedTuple):
    """What is wrong with the template of a page."""

    problem: Diagnostic
    is_kept: bool
    """Whether the page couldn't be made, so that its old text stays."""


class Shelf:
    """What each of these pages rests on, and which of them are known to stand on the disk.

    After a change only the pages that it may have reached are looked at again.
    """

    def __init__(self) -> None:
        self.places: Places = NOWHERE
        self.remembered = Remembered()
        """The tables and charts of the review pages."""
        self.unsure: set[Subject] = set()
        """The subjects whose pages aren't known to stand as they should."""
        self.tidied: tuple[object, ...] | None = None
        """The paths of all files when it was last seen that no others are left from before."""
        self.files: Mapping[str, Page] = {}
        """The files of the search that stand as they should, by path."""
        self.troubles: dict[Subject, Trouble] = {}
        """The subjects whose template has a problem."""
        self._placed: Index | None = None
        self._assessment: Assessment | None = None
        self._shared = ""
        self._rests_on: dict[Subject, str] = {}

    def place(self, index: Index) -> Places:
        """The places of all pages, as they are now."""
        if self._placed is None or not _same_subjects(self._placed, index):
            self.places = places(tuple(_subjects(index)))
        self._placed = index
        return self.places

    def rests_on(self, assessment: Assessment, shared: str) -> Mapping[Subject, str]:
        """What each page rests on: a digest; `shared` is what all of them rest on."""
        before, index = self._assessment, assessment.index
        wanted = self.place(index).by_subject
        if before is None or before.as_of != assessment.as_of or shared != self._shared:
            again = set(wanted)
        else:
            paths = reached(before, assessment)
            again = {each for path in paths for each in _subjects_of(before.index, path)}
            again |= {each for path in paths for each in _subjects_of(index, path)}
            again = {each for each in again if each in wanted}
        for subject in again:
            made = _digest(shared, subject, assessment)
            if self._rests_on.get(subject) != made:
                self._rests_on[subject] = made
                self._forget(subject)
        for subject in self._rests_on.keys() - wanted.keys():
            del self._rests_on[subject]
            self.unsure.discard(subject)
            self.troubles.pop(subject, None)
        self._assessment, self._shared = assessment, shared
        return self._rests_on

    def doubt(self) -> None:
        """Forgets which pages stand: another program has written some."""
        self.unsure = set(self._rests_on)
        self.files, self.tidied = {}, None
        self.troubles.clear()

    def _forget(self, subject: Subject) -> None:
        self.unsure.add(subject)
        self.troubles.pop(subject, None)


def _digest(shared: str, subject: Subject, assessment: Assessment) -> str:
    inputs = f"{shared} {trace(subject, assessment)!a}"
    return blake2b(inputs.encode(), digest_size=16).hexdigest()


def _subjects(index: Index) -> Iterator[Subject]:
    """Everything that has a page of its own, in order."""
    yield from [Subject(_CONTACT, path) for path in index.contacts]
    yield from [Subject(_INDUSTRY, key) for key in index.by_industry]
    yield from [Subject(_ORGANIZATION, key) for key in index.by_organization]


def _same_subjects(old: Index, new: Index) -> bool:
    tables = (
        (old.contacts, new.contacts),
        (old.by_industry, new.by_industry),
        (old.by_organization, new.by_organization),
    )
    return all(one is other or list(one) == list(other) for one, other in tables)


def _subjects_of(index: Index, path: str) -> Iterator[Subject]:
    """The subjects on whose pages a contact stands."""
    contact = index.contacts.get(path)
    if contact:
        yield Subject(_CONTACT, path)
        if contact.organization:
            yield Subject(_ORGANIZATION, name_key(contact.organization))
        for industry in index.industries.get(path, ()):
            yield Subject(_INDUSTRY, industry.key)
