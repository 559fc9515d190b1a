"""friends: people, activities and notes from its friends.md."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum
from typing import NamedTuple

from netjournal.importers.entry_texts import entry_line, plain_line
from netjournal.model.contact import Kind
from netjournal.model.imported import (
    Asked,
    Imported,
    ImportedEntry,
    ImportedPerson,
    IncomingFile,
    Named,
    Skipped,
)

_ENDINGS = (".md", ".markdown", ".txt")
_HEADING = re.compile(r"[ \t]*#{1,6}[ \t]*(?P<name>[^#:]{1,60}?)[ \t]*:?[ \t]*")
_FIRST = re.compile(r"#{1,6}[ \t]*(?:Activities|Friends):[ \t]*", re.IGNORECASE)
_ITEM = re.compile(r"[ \t]*(?:[-*+][ \t]+)?(?P<text>\S.*)")
_DATED = re.compile(r"(?P<day>\d{4}-\d{1,2}-\d{1,2})[ \t]*(?::[ \t]*|$)(?P<text>.*)", re.ASCII)
_FRIEND = re.compile(
    r"(?P<name>[^(\[@]+)(?:\((?P<nicknames>a\.k\.a\.[^()]*)\))?"
    r"[ \t]*(?:\[(?P<place>[^\[\]]*)\])?(?P<tags>(?:[ \t]*@[^\s@]+)*)[ \t]*"
)
_NICKNAME = re.compile(r"a\.k\.a\.")
_BOLD = re.compile(r"\*\*(\w[^*\n]*)\*\*")
_PLACE = re.compile(r"(?<!\w)_(\w[^_\n]*)_(?!\w)")
_LONGEST = 10_000


class _Section(Enum):
    """What a heading of the file begins."""

    ACTIVITIES = ("activities", "events")
    NOTES = ("notes", "gossip")
    FRIENDS = ("friends", "people")
    LOCATIONS = ("locations", "places")


_SECTIONS = {name: section for section in _Section for name in section.value}


class _Dated(NamedTuple):
    """An activity or note, before it is known who everybody is."""

    line: int
    day: date
    text: str
    is_note: bool


def recognises(name: str, head: bytes) -> bool:
    """Whether it begins with a heading of friends, which orders its file itself."""
    last = name.rpartition("/")[2].lower()
    if "." in last and not last.endswith(_ENDINGS):
        return False
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:200].decode("utf-8", "replace")
    return bool(_FIRST.fullmatch(start.partition("\n")[0].rstrip("\r")))


def read(file: IncomingFile, asked: Asked) -> Iterator[Imported]:
    """The people of the file, then what happened with them, from the top."""
    people: list[ImportedPerson] = []
    dated: list[_Dated] = []
    for found in _items(file.lines):
        if isinstance(found, ImportedPerson):
            people.append(found)
            yield found
        elif isinstance(found, _Dated):
            dated.append(found)
        else:
            yield found
    names = _names(people)
    for each in dated:
        if not asked.since or each.day >= asked.since:
            yield _entry(each, names)


def _items(lines: Iterable[bytes]) -> Iterator[ImportedPerson | _Dated | Skipped]:
    section: _Section | None = None
    for number, line in enumerate(lines, 1):
        text = line.decode("utf-8-sig", "replace").strip("\r\n")[:_LONGEST]
        heading = _HEADING.fullmatch(text)
        item = _ITEM.fullmatch(text)
        if heading:
            name = heading["name"]
            section = _SECTIONS.get(name.casefold())
            if section is None:
                yield Skipped(number, _called(name), "friends has no such section")
        elif item and section is _Section.FRIENDS:
            yield _friend(number, item["text"])
        elif item and section in (_Section.ACTIVITIES, _Section.NOTES):
            yield _dated(number, item["text"], is_note=section is _Section.NOTES)


def _called(text: str) -> str:
    return plain_line(text)[:60] or "a line"


def _friend(line: int, text: str) -> ImportedPerson | Skipped:
    found = _FRIEND.fullmatch(text)
    name = plain_line(found["name"]) if found else ""
    if found is None or not name:
        return Skipped(line, _called(text), "it isn't written as friends writes a person")
    nicknames = [plain_line(each) for each in _NICKNAME.split(found["nicknames"] or "")]
    fields = {
        "aliases": tuple(dict.fromkeys(each for each in nicknames if each and each != name)),
        "location": (plain_line(found["place"] or ""),),
        "tags": tuple(dict.fromkeys(plain_line(found["tags"]).replace("@", " ").split())),
    }
    return ImportedPerson(line, name, {key: each for key, each in fields.items() if any(each)})


def _dated(line: int, text: str, *, is_note: bool) -> _Dated | Skipped:
    found = _DATED.fullmatch(text)
    if found is None:
        return Skipped(line, _called(text), "it doesn't begin with a date")
    try:
        year, month, number = map(int, found["day"].split("-"))
        day = date(year, month, number)
    except ValueError:
        return Skipped(line, _called(text), f"there is no day {found['day']}")
    return _Dated(line, day, found["text"], is_note)


def _entry(found: _Dated, names: dict[str, str]) -> ImportedEntry:
    """What happened, with the people in bold; with nobody it is for the journal."""
    bold = [plain_line(name) for name in _BOLD.findall(found.text)]
    people = dict.fromkeys(names.get(name.casefold(), name) for name in bold if name)
    said = _PLACE.sub(r"\1", _BOLD.sub(r"\1", found.text))
    return ImportedEntry(
        found.line,
        found.day,
        entry_line(said) or ("Note" if found.is_note else "Activity"),
        tuple(Named(name) for name in people),
        (Kind.ABOUT,) if found.is_note and people else (),
        is_journal=not people,
    )


def _names(people: Iterable[ImportedPerson]) -> dict[str, str]:
    """Who is meant by a whole name, by a nickname, or by a first name that only one person has."""
    whole: dict[str, str] = {}
    short: dict[str, set[str]] = {}
    for person in people:
        whole[person.name.casefold()] = person.name
        first = person.name.split()[0]
        for name in (first, *person.fields.get("aliases", ())):
            short.setdefault(name.casefold(), set()).add(person.name)
    known = {name: next(iter(meant)) for name, meant in short.items() if len(meant) == 1}
    return {**known, **whole}
