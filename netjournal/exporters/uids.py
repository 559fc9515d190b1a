"""What other programs call a contact by: a name that stays, and that is safe as a file name."""

import hashlib
import re
from collections.abc import Callable, Mapping
from itertools import count

from netjournal.model.contact import Contact
from netjournal.model.exported import Export
from netjournal.model.file_names import file_stem
from netjournal.model.names import ascii_key
from netjournal.model.resolve import stem

_SAFE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]{0,99}", re.ASCII)
_OTHER_SIGNS = re.compile(r"[^a-z0-9]+")
_LONGEST = 40


def uids(export: Export) -> Mapping[str, str]:
    """The uid of every contact of the vault, by path, whoever is to be exported.

    It is the contact's own if that can be a file name, and nobody before it has the same; else one
    made from the path of its note. Where only some fields may leave, it tells nothing but the name.
    """
    make = _public(export) if export.is_public else _of_note
    found: dict[str, str] = {}
    taken: set[str] = set()
    for path, contact in export.index.contacts.items():
        uid = make(contact, taken)
        found[path] = uid
        # Some disks see no difference of case.
        taken.add(uid.casefold())
    return found


def digest(*parts: str) -> str:
    """Ten signs that stand for some texts."""
    data = "\0".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(data).hexdigest()[:10]


def made_uid(path: str) -> str:
    """The uid of a contact without one of its own, made from the path of the note."""
    return f"nj-{_words(stem(path))}-{digest(path)}"


def _of_note(contact: Contact, taken: set[str]) -> str:
    if is_safe(contact.uid) and contact.uid.casefold() not in taken:
        return contact.uid
    return _free(made_uid(contact.path), taken)


def _public(export: Export) -> Callable[[Contact, set[str]], str]:
    """With numbers in place of names if these may not leave either."""

    def make(contact: Contact, taken: set[str]) -> str:
        if not export.may_leave("name"):
            return _free("nj-contact", taken)
        return _free(f"nj-{_words(contact.name)}-{digest(contact.name)}", taken)

    return make


def is_safe(uid: str) -> bool:
    """Whether a uid can be a file name on every system."""
    return bool(_SAFE.fullmatch(uid)) and file_stem(uid) == uid


def _words(text: str) -> str:
    return _OTHER_SIGNS.sub("-", ascii_key(text)).strip("-")[:_LONGEST].strip("-") or "contact"


def _free(uid: str, taken: set[str]) -> str:
    if uid not in taken:
        return uid
    return next(each for number in count(2) if (each := f"{uid}-{number}") not in taken)
