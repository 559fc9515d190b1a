"""A look at a folder of notes that nobody wrote for netjournal: who is in it, and where."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePosixPath
from posixpath import commonpath

from netjournal.model import codes
from netjournal.model.config import Config, VaultLayout
from netjournal.model.contact import Contact
from netjournal.model.diagnostic import Diagnostic
from netjournal.model.fields import spelling
from netjournal.model.industry import Taxonomy
from netjournal.model.parsed import ParsedFile
from netjournal.model.resolve import stem
from netjournal.notes.parse import parse_note
from netjournal.vault.create import has_folder
from netjournal.vault.reader import read_note
from netjournal.vault.scan import scan

PERSON_WORDS = ("person", "people", "contact", "contacts", "persons")
"""Tags and types that say that a note is about a person."""

PEOPLE_FOLDERS = (*PERSON_WORDS, "crm", "network", "relationships", "friends", "kontakte")
"""Folder names that say so, in lower case."""

_TELLING_FIELDS = frozenset(
    {
        "relationship",
        "organization",
        "title",
        "email",
        "phone",
        "birthday",
        "last_contact",
        "met",
        "met_at",
        "introduced_by",
        "cadence",
    }
)
_HABITS: Mapping[str, str] = {
    spelling(key): field
    for field, keys in {
        "cadence": ("how often", "reach out every", "contact frequency", "check in"),
        "last_contact": ("last met", "last meeting", "last spoke", "last talked", "last touch"),
        "organization": ("firm", "workplace", "works at", "business", "work"),
        "title": ("occupation", "profession", "job title"),
        "met_at": ("where we met", "met through", "met via", "how met"),
        "met": ("date met", "known since", "met date"),
        "location": ("lives in", "based in", "town", "country", "address"),
        "birthday": ("born", "dob", "date of birth"),
        "phone": ("cell", "cellphone", "phone number", "mobile phone"),
        "email": ("email address", "e mails"),
        "industry": ("domain", "branch", "line of business"),
        "snoozed_until": ("not before",),
        "introduced_by": ("introduced through", "referred by", "met by"),
    }.items()
    for key in keys
}
"""Spellings that people use for a field and that aren't plain enough to be its synonyms."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_PERIOD = re.compile(
    r"\d|[wq]\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b", re.IGNORECASE
)
"""How the names of folders begin that hold the notes of a year, a quarter, a month or a week."""
_DAYS_OF_A_JOURNAL = 10
"""Notes named for days that make a journal of a folder, whatever else is in it."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """What a look at a folder found, and the settings that fit it."""

    notes: int
    people: tuple[str, ...]
    """Paths of the notes that are about a person."""
    days: tuple[str, ...]
    """Paths of the notes about days in the folders of the journal."""
    layout: VaultLayout
    own_spellings: Mapping[str, str]
    """Key as typed to the field that it seems to mean."""
    read_as: Mapping[str, tuple[str, int]]
    """Key as typed to the field that it is read as, and in how many notes."""
    kept: Mapping[str, int]
    """Key as typed that stays the writer's own, and in how many notes."""
    unread: tuple[Diagnostic, ...]
    """Values that can't be read as they are written."""
    has_obsidian: bool
    """Whether the folder is a vault of Obsidian's."""
    has_review: bool
    """Whether there is a folder where the pages belong."""


def look(root: Path, taxonomy: Taxonomy) -> Sighting:
    """What is in a folder of notes; reads every Markdown note and writes nothing."""
    everything = Config(taxonomy, vault=VaultLayout((), PERSON_WORDS[0], PERSON_WORDS[0], ()))
    found = scan(root, everything).notes
    sources = [read_note(root, note.path) for note in found]
    parsed = [
        parse_note(source, everything, in_contacts=True, in_journal=False)
        for source in sources
        if not isinstance(source, Diagnostic)
    ]
    days = tuple(file.path for file in parsed if _is_day(file))
    known_days = set(days)
    templates = {path for file in parsed if (path := _template_folder(file.path))}
    others = [f for f in parsed if f.path not in known_days and not _template_folder(f.path)]
    people = [file for file in others if file.contact and _is_person(file.path, file.contact)]
    contacts = [file.contact for file in people if file.contact]
    own = _own_spellings(contacts)
    layout = _layout(people, [file.path for file in others], days)
    return Sighting(
        notes=len(found),
        people=tuple(file.path for file in people),
        days=tuple(path for path in days if _below(path, layout.journal)),
        layout=replace(layout, ignore=tuple(f"{folder}/**" for folder in sorted(templates))),
        own_spellings=own,
        read_as=_read_as(contacts),
        kept={key: count for key, count in _own_keys(contacts).items() if key not in own},
        unread=tuple(
            problem
            for file in people
            for problem in file.diagnostics
            if problem.code == codes.BAD_VALUE.code
        ),
        has_obsidian=has_folder(root, ".obsidian"),
        has_review=has_folder(root, "review"),
    )


def _is_day(file: ParsedFile) -> bool:
    name = stem(file.path)
    if _DAY.match(name):
        return _is_named_for_a_day(name)
    contact = file.contact
    if contact is None or "date" not in contact.own_fields:
        return False
    return not _is_person(file.path, contact)


def _is_named_for_a_day(name: str) -> bool:
    try:
        return bool(_DAY.match(name) and date.fromisoformat(name[:10]))
    except ValueError:
        return False


def _template_folder(path: str) -> str:
    """The folder of forms for other notes in which a note stands, or nothing."""
    for folder in reversed(_ancestors(path)):
        if folder.rpartition("/")[2].casefold().strip("_") in ("template", "templates"):
            return folder
    return ""


def _is_person(path: str, contact: Contact) -> bool:
    if _marks(contact):
        return True
    folders = {part.casefold() for part in PurePosixPath(path).parts[:-1]}
    if folders & set(PEOPLE_FOLDERS):
        return True
    return len(_TELLING_FIELDS & contact.fields.keys()) >= 2


def _marks(contact: Contact) -> tuple[str, ...]:
    """The person words that a note carries, as `tag:word` and `type:word`."""
    tags = [f"tag:{tag}" for tag in contact.tags if tag.casefold() in PERSON_WORDS]
    kind = contact.own_fields.get("type")
    types = (
        [f"type:{word}" for word in kind.values if word.casefold() in PERSON_WORDS] if kind else []
    )
    return (*tags, *types)


def _layout(
    people: Sequence[ParsedFile], others: Sequence[str], days: Sequence[str]
) -> VaultLayout:
    """Where contacts and journal are: by folder where a folder holds only people, else by mark."""
    journal = _journal_folders(days, (*others, *days)) or ("journal",)
    paths = [file.path for file in people]
    folders = _folders(paths, others)
    inside = {path for path in paths if _below(path, folders)}
    if folders and len(inside) == len(paths):
        return VaultLayout(contacts=folders, journal=journal)
    marks = Counter(mark for file in people if file.contact for mark in _marks(file.contact))
    mark = max(sorted(marks), key=lambda word: marks[word], default="")
    kind, _, word = mark.partition(":")
    return VaultLayout(
        contacts=folders,
        contact_tag=word if kind == "tag" else "",
        contact_type=word if kind == "type" else "",
        journal=journal,
    )


def _folders(chosen: Sequence[str], among: Iterable[str]) -> tuple[str, ...]:
    """The highest folders of which nearly all notes are chosen ones, sorted."""
    total = Counter(folder for path in among for folder in _ancestors(path))
    hits = Counter(folder for path in chosen for folder in _ancestors(path))
    full = {folder for folder, count in hits.items() if count >= 0.8 * total[folder]}
    return tuple(sorted(f for f in full if not full & set(_ancestors(f"{f}/x")[1:])))


def _journal_folders(days: Sequence[str], among: Iterable[str]) -> tuple[str, ...]:
    """The folders of the notes about days: not just this month's, since others will follow it.

    Other notes in them are passed over. A folder with many more of those holds no journal.
    Any note may have a `date`: where no file is named for a day, most of the notes must have one.
    """
    tops: defaultdict[tuple[str, bool], list[PurePosixPath]] = defaultdict(list)
    for path in map(PurePosixPath, days):
        if len(path.parts) > 1:
            tops[path.parts[0], _is_named_for_a_day(path.stem)].append(path.parent)
    total = Counter(folder for path in among for folder in _ancestors(path))
    found = set()
    for (_, named), folders in tops.items():
        common = PurePosixPath(commonpath(folders))
        while len(common.parts) > 1 and _PERIOD.match(common.name):
            common = common.parent
        if _is_journal(len(folders), total[common.as_posix()], named=named):
            found.add(common.as_posix())
    return tuple(sorted(folder for folder in found if not found & set(_ancestors(folder))))


def _is_journal(days: int, notes: int, *, named: bool) -> bool:
    """Whether a folder is a journal with so many notes about days, named for them or not."""
    if named:
        return days >= _DAYS_OF_A_JOURNAL or 5 * days >= notes
    return days > 1 and 2 * days > notes


def _ancestors(path: str) -> list[str]:
    """The folders above a path, nearest first, without the vault itself."""
    return [parent.as_posix() for parent in PurePosixPath(path).parents][:-1]


def _below(path: str, folders: Iterable[str]) -> bool:
    return bool(set(folders) & set(_ancestors(path)))


def _own_keys(contacts: Iterable[Contact]) -> Counter[str]:
    return Counter(key for contact in contacts for key in contact.own_fields)


def _own_spellings(contacts: Sequence[Contact]) -> Mapping[str, str]:
    keys = sorted(_own_keys(contacts))
    return {key: _HABITS[spelling(key)] for key in keys if spelling(key) in _HABITS}


def _read_as(contacts: Iterable[Contact]) -> Mapping[str, tuple[str, int]]:
    counts = Counter(
        (value.key, name) for contact in contacts for name, value in contact.fields.items()
    )
    return {key: (name, count) for (key, name), count in sorted(counts.items())}
