"""Where the pages of contacts, industries and organizations stand in `site/`.

A page has the name of what it is about, unless some system can't hold that name or would take it
for another's: then it has a number as well, which is always the same.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from hashlib import blake2b
from typing import Final, NamedTuple

from netjournal.model.subject import Subject, SubjectKind

_FOLDERS: Final = {
    SubjectKind.CONTACT: "contacts",
    SubjectKind.INDUSTRY: "industries",
    SubjectKind.ORGANIZATION: "organizations",
}
_PLAIN: Final = re.compile(r"[a-z0-9][a-z0-9_-]{0,79}")
_UNSAFE: Final = re.compile(r'[\x00-\x1f\x7f-\x9f<>:"|?*\\\ud800-\udfff]')
_IN_THE_WAY: Final = re.compile(
    r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?|[ .~-].*|.*[ .]|.*\.html", re.IGNORECASE | re.DOTALL
)
"""Names that a system keeps for itself, drops letters of, or that a page may have."""

_MOST_BYTES: Final = 120
"""Bytes of a name: with its ending and the number, and twice as long on some disks."""

_KEPT: Final = 4


class Places(NamedTuple):
    """Where the pages of some subjects stand."""

    by_subject: Mapping[Subject, str]
    """Inside `site/`, without an ending."""
    contacts: Mapping[str, str]
    """The files of the contacts' pages inside `site/`, by the paths of their notes."""
    files: Mapping[Subject, str]
    """The pages as files of the vault."""
    numbered: tuple[tuple[Subject, str], ...]
    """The places with a number, which may change when another subject comes or goes."""


NOWHERE: Final = Places({}, {}, {}, ())


@lru_cache(_KEPT)
def places(subjects: tuple[Subject, ...]) -> Places:
    """The places of the pages of these subjects."""
    wanted = {subject: _wanted(subject) for subject in subjects}
    folded = Counter([_fold(place) for place, _ in wanted.values()])
    numbered = {
        subject: _numbered(place, subject)
        for subject, (place, is_exact) in wanted.items()
        if not is_exact or folded[_fold(place)] > 1
    }
    found = {subject: numbered.get(subject, place) for subject, (place, _) in wanted.items()}
    contacts = {
        key: f"{place}.html" for (kind, key), place in found.items() if kind is SubjectKind.CONTACT
    }
    files = {subject: f"site/{place}.html" for subject, place in found.items()}
    return Places(found, contacts, files, tuple(numbered.items()))


def _wanted(subject: Subject) -> tuple[str, bool]:
    """The place that a page should have, and whether its name is kept as it is."""
    kind, key = subject
    name = _of_note(key) if kind is SubjectKind.CONTACT else key.replace("/", "-")
    parts = name.split("/")
    safe = [part if _PLAIN.fullmatch(part) else _safe(part, kind) for part in parts]
    is_exact = safe == parts or (kind is not SubjectKind.CONTACT and safe == [_hyphens(name)])
    return "/".join([_FOLDERS[kind], *safe]), is_exact


def _of_note(path: str) -> str:
    """The path of a note without its ending, and without the folder that most notes are in."""
    stem = path[:-3] if path.lower().endswith(".md") else path
    return stem.removeprefix("contacts/")


def _safe(name: str, kind: SubjectKind) -> str:
    """A name that every system can hold."""
    name = name if kind is SubjectKind.CONTACT else _hyphens(name)
    safe = _UNSAFE.sub("-", name)
    while len(safe.encode()) > _MOST_BYTES:
        safe = safe[: len(safe) * 3 // 4]
    return f"_{safe.strip(' .')}_" if _IN_THE_WAY.fullmatch(safe) or not safe else safe


def _hyphens(name: str) -> str:
    return name.replace(" ", "-")


def _fold(place: str) -> str:
    """The form in which two places are the same for some disk."""
    return place if place.isascii() and place.islower() else _folded(place)


def _folded(place: str) -> str:
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFC", place).casefold())


def _numbered(place: str, subject: Subject) -> str:
    number = blake2b(subject.key.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
    return f"{place}-{number}"
