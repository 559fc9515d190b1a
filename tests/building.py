"""Small vaults made of records, for tests that need no text: `index(contact("a.md", "Ana"))`."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from netjournal.model.config import Config
from netjournal.model.contact import Contact, FieldValue, Interaction, Kind, Link, Promise
from netjournal.model.fields import FIELD_BY_NAME
from netjournal.model.index import Index
from netjournal.model.indexing import build_index
from netjournal.model.industry import Industry, Taxonomy
from netjournal.model.parsed import ParsedFile
from netjournal.model.resolve import stem

Golden = Callable[[Path, str | bytes], None]
"""The `golden` fixture: compares some output with the file at a path, or rewrites that file."""

TAXONOMY = Taxonomy(
    {
        industry.key: industry
        for industry in (
            Industry("technology", "Software & technology", "digital", ("software", "it")),
            Industry("finance", "Finance & insurance", "business", ("banking", "fintech")),
            Industry("legal", "Law", "business", ("law", "attorney")),
            Industry("health", "Health care", "people", ("healthcare", "medicine")),
        )
    }
)
"""Four industries in three groups."""

_FIELD_OF = {"industries": "industry", "emails": "email", "phones": "phone", "urls": "url"}
"""The field of a contact's attribute where the two are named differently."""


def config(**settings: Any) -> Config:  # noqa: ANN401 - any setting of Config
    """The default settings with a small taxonomy, and whatever is given."""
    return Config(**{"taxonomy": TAXONOMY, **settings})


def contact(
    path: str = "contacts/ana-lopez.md",
    name: str = "",
    *,
    own: Mapping[str, str] | None = None,
    **known: Any,  # noqa: ANN401 - any attribute of Contact
) -> Contact:
    """A contact whose fields stand one a line from line 2 on, in the order given.

    Without a name it is called as its file, as a note without one is. `own` are fields that
    netjournal doesn't know; they stand after the others.
    """
    given = {"name": name} if name else {}
    places: dict[str, FieldValue] = {}
    for line, (attribute, value) in enumerate({**given, **known}.items(), 2):
        field = _FIELD_OF.get(attribute, attribute)
        if field in FIELD_BY_NAME:
            places[field] = FieldValue(field, _texts(value), line, 1)
    first_own = 2 + len(given) + len(known)
    return Contact(
        path,
        name or stem(path),
        fields={**places, **known.pop("fields", {})},
        own_fields={
            key: FieldValue(key, (value,), line, 1)
            for line, (key, value) in enumerate((own or {}).items(), first_own)
        },
        **known,
    )


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return tuple(map(str, value))
    return (str(value),)


def link(target: str, line: int = 1, column: int = 1, *, is_path: bool = False) -> Link:
    """A link as it may stand in a note: `[[target]]`, or `[target](target)` for a path."""
    return Link(target, target, line, column, is_path)


def entry(
    day: str, text: str = "Coffee.", *links: Link, kinds: Iterable[Kind] = (), line: int = 1
) -> Interaction:
    """A dated entry of the note that `parsed` puts it into."""
    return Interaction(date.fromisoformat(day), text, tuple(kinds), links, "", line, 1)


def promise(text: str, *links: Link, due: str = "", done: bool = False, line: int = 1) -> Promise:
    """A task of the note that `parsed` puts it into."""
    return Promise(text, date.fromisoformat(due) if due else None, done, links, "", line, 1)


def parsed(
    note: Contact | str,
    *said: Interaction | Promise | Link,
    journal: bool = False,
    **more: Any,  # noqa: ANN401 - any attribute of ParsedFile
) -> ParsedFile:
    """A note, read: a contact or the path of another note, and what stands in it.

    The links of fields, entries and promises are links of the note as well, as in a note of text.
    """
    path = note if isinstance(note, str) else note.path
    entries = tuple(one._replace(path=path) for one in said if isinstance(one, Interaction))
    promises = tuple(one._replace(path=path) for one in said if isinstance(one, Promise))
    links = [] if isinstance(note, str) else [*filter(None, [note.introduced_by]), *note.knows]
    links += [one for one in said if isinstance(one, Link)]
    links += [each for one in entries for each in one.links]
    links += [each for one in promises for each in one.links]
    return ParsedFile(
        path,
        contact=None if isinstance(note, str) else note,
        is_journal=journal,
        interactions=entries,
        promises=promises,
        links=tuple(links),
        **more,
    )


def index(
    *notes: ParsedFile | Contact, settings: Config | None = None, other_files: Iterable[str] = ()
) -> Index:
    """The index of some notes; a contact alone is a note that says nothing else."""
    files = [parsed(note) if isinstance(note, Contact) else note for note in notes]
    return build_index(files, settings or config(), other_files)
