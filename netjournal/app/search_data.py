"""The files that the search of the HTML pages reads, each made again only when what it holds is."""

import json
from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, NamedTuple
from zlib import crc32

from netjournal.app.query import order_of_names, own_field_keys
from netjournal.app.search_records import note_record, person_record, tables
from netjournal.model.diagnostic import Diagnostic
from netjournal.model.resolve import NameTable
from netjournal.model.review import Page
from netjournal.render.links import opening_address, site_address
from netjournal.render.places import NOWHERE, Places
from netjournal.render.scripts import script_file, search_scripts
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.keepsakes import differing
from netjournal.vault.reader import read_note

_PEOPLE_A_FILE = 320
_NOTES_A_FILE = 160
"""The most that a file holds, about: a change writes the whole file again."""


class _File(NamedTuple):
    """A file of the data, and its digest."""

    page: Page
    digest: bytes


class _Kind(NamedTuple):
    """The files of one kind, and what they are made of."""

    everything: Mapping[str, Any]
    """By path."""
    members: tuple[tuple[str, ...], ...]
    """The paths in each file."""
    files: tuple[_File, ...]
    records: Mapping[str, str]
    """Those of people as JSON, by path; the notes' would be their texts."""


_NONE: Final = _Kind({}, (), (), {})
_NO_FILE: Final = _File(Page("", b""), b"")


class SearchData(NamedTuple):
    """What the search reads, as files; and how they came about, for the next time."""

    pages: tuple[Page, ...]
    digest: str
    """Another one for other data."""
    rests_on: tuple[object, ...] = ()
    """The settings that the addresses in it depend on."""
    people: _Kind = _NONE
    notes: _Kind = _NONE
    names: NameTable | None = None
    """What everybody is called."""
    by_name: tuple[str, ...] = ()
    """The paths of all people, in the order of names."""
    told: _File = _NO_FILE
    """How the data is read."""
    told_of: tuple[Any, ...] = ()
    """The industries, the own fields and the numbers of files of which it tells."""


NO_SEARCH: Final = SearchData((), "")
"""What there is to search in where no HTML pages are written."""


def search_data(
    assessment: Assessment, root: Path, before: SearchData = NO_SEARCH, pages: Places = NOWHERE
) -> SearchData:
    """The files for an assessment of the vault at `root`.

    `before` is what was made last: its files are taken over where nothing in them has changed.
    `pages` are those of the contacts. The notes are read once more, as nobody keeps their texts.
    """
    index, open_with = assessment.index, assessment.config.build.open_with
    vault_path = root.resolve().as_posix()
    rests_on = (open_with, vault_path, pages.numbered, bool(pages.contacts))
    if before.rests_on != rests_on:
        before = NO_SEARCH

    def person(path: str) -> str:
        page = pages.contacts.get(path)
        note = opening_address(path, 1, open_with, vault_path)
        address = site_address(page) if page else note
        return _json(person_record(assessment.people[path], address))

    def note(path: str) -> str:
        source = read_note(root, path)
        # One that is gone meanwhile will be found to be, and then is in no file.
        if isinstance(source, Diagnostic):
            return ""
        return _json(note_record(source, open_with, vault_path))

    people = _people(assessment.people, person, before.people)
    notes = _files("notes", index.files, _NOTES_A_FILE, note, before.notes)
    counts = {"people": len(people.files), "notes": len(notes.files)}
    key = (index.taxonomy, frozenset(own_field_keys(index.with_own_fields)), tuple(counts.values()))
    is_same = before.told_of and key[0] is before.told_of[0] and key[1:] == before.told_of[1:]
    told = before.told
    if not is_same:
        how = tables(index, counts, has_pages=bool(pages.contacts))
        told = _file("tables", "tables.js", _json(how))
    files = (told, *people.files, *notes.files)
    digest = sha256(b"".join([file.digest for file in files])).hexdigest()[:16]
    made = (*[file.page for file in files], *search_scripts())
    is_order = before.by_name and before.names is index.names
    by_name = before.by_name if is_order else order_of_names(assessment.people)
    return SearchData(made, digest, rests_on, people, notes, index.names, by_name, told, key)


def _people(people: Mapping[str, object], record: Callable[[str], str], before: _Kind) -> _Kind:
    """The files of all people, of whom only those are told anew of whom something has changed."""
    if people is before.everything:
        return before
    again = [path for path in differing(before.everything, people) if path in people]
    records = {**before.records, **{path: record(path) for path in again}}
    made = _files("people", people, _PEOPLE_A_FILE, records.__getitem__, before)
    if len(records) > len(people):
        records = {path: records[path] for path in people}
    return made._replace(records=records)


def _files(
    kind: str,
    everything: Mapping[str, object],
    most: int,
    record: Callable[[str], str],
    before: _Kind,
) -> _Kind:
    """The files of one kind; where something belongs goes by its path alone."""
    old = before.everything
    if everything is old:
        return before
    same = bool(before.members) and list(old) == list(everything)
    members = before.members if same else _members(everything, most)
    is_laid_out_so = len(members) == len(before.members)
    files = list[_File | None](before.files) if is_laid_out_so else [None] * len(members)
    # The very same objects: a note may say something else to a reader, and the same to us.
    for number in {_place(path, len(members)) for path in differing(old, everything)}:
        files[number] = None
    made = [
        file or _file(kind, f"{kind}-{number}.js", _list(map(record, members[number])))
        for number, file in enumerate(files)
    ]
    return _Kind(everything, members, tuple(made), {})


def _members(everything: Iterable[str], most: int) -> tuple[tuple[str, ...], ...]:
    """The paths of each file."""
    paths = list(everything)
    count = 1
    while count * most < len(paths):
        count *= 2
    members: list[list[str]] = [[] for _ in range(count)]
    for path in paths:
        members[_place(path, count)].append(path)
    return tuple(map(tuple, members))


def _place(path: str, count: int) -> int:
    return crc32(path.encode("utf-8", "surrogatepass")) % count


def _list(records: Iterable[str]) -> str:
    return f"[{','.join([each for each in records if each])}]"


def _json(value: object) -> str:
    """JSON is JavaScript, and here all of it is ASCII."""
    return json.dumps(value, separators=(",", ":"))


def _file(kind: str, name: str, argument: str) -> _File:
    """A script that hands something over, which is written as JSON."""
    page = script_file(name, f"netjournal.{kind}({argument});\n")
    return _File(page, sha256(page.data).digest())
