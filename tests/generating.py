"""Small vaults of any kind, for tests of what holds for all of them."""

import dataclasses
from collections.abc import Mapping
from datetime import date
from typing import Any

from building import contact, entry, parsed, promise
from hypothesis import strategies as st

from netjournal.model import codes
from netjournal.model.cadence import Cadence
from netjournal.model.contact import Kind, Link, Relationship, Status
from netjournal.model.index import Index
from netjournal.model.parsed import ParsedFile

TABLES = (
    *(field.name for field in dataclasses.fields(Index) if field.compare),
    "reported",
    "by_last_day",
    "introduced",
    "with_own_fields",
    "by_day",
    "by_uid",
    "by_industry",
    "by_group",
    "by_organization",
    "by_tag",
    "by_relationship",
)
"""Everything that an index can be asked for."""


names = st.sampled_from(["ana", "Ana", "ben", "Bén", "kim", "kim park"])
targets = st.one_of(names, st.sampled_from(["contacts/ana", "2026-11-03", "nobody", "plan"]))
links = st.builds(Link, targets, names, st.integers(1, 9), st.integers(1, 9), st.booleans())
paths = st.sampled_from(
    ["contacts/ana.md", "contacts/x/ana.md", "contacts/ben.md", "contacts/k.md", "people/k.md"]
)
contacts = st.builds(
    contact,
    paths,
    names,
    own=st.dictionaries(st.sampled_from(["mood", "shoe"]), names, max_size=1),
    aliases=st.tuples(names),
    relationship=st.sampled_from([None, *Relationship]),
    status=st.sampled_from(Status),
    industries=st.lists(st.sampled_from(["law", "it", "Falconry", "falconry"])).map(tuple),
    organization=st.sampled_from(["", "Acme", "ACME"]),
    cadence=st.sampled_from([None, Cadence(30), Cadence(None)]),
    snoozed_until=st.sampled_from([None, date(2026, 12, 24)]),
    last_contact=st.sampled_from([None, date(2026, 10, 1), date(2027, 1, 1)]),
    tags=st.lists(names).map(tuple),
    knows=st.lists(links, max_size=2).map(tuple),
    introduced_by=st.one_of(st.none(), links),
    needs=st.sampled_from([(), ("tax",)]),
    offers=st.sampled_from([(), ("tax advice", "tea")]),
    uid=st.sampled_from(["", "1"]),
)
entries = st.builds(
    entry,
    st.sampled_from(["2026-11-03", "2025-01-02", "2026-12-31"]),
    names,
    links,
    kinds=st.sampled_from([(), (Kind.GAVE,), (Kind.ABOUT,), (Kind.OUTREACH,)]),
)
promises = st.builds(promise, names, links, done=st.booleans())
said = st.lists(st.one_of(entries, links, promises), max_size=4)
problems = st.lists(st.just(codes.EMPTY_FILE.at("a.md", 1, 1, "nothing is in it", "")), max_size=1)


@st.composite
def notes(draw: st.DrawFn, of: "st.SearchStrategy[Any] | None" = None) -> Any:  # noqa: ANN401 - a note, read
    """A note, read: a contact or another one, with entries, links, promises and problems."""
    note = draw(of or st.one_of(contacts, st.sampled_from(["journal/a.md", "journal/b.md"])))
    return parsed(note, *draw(said), diagnostics=tuple(draw(problems)))


changes = st.lists(st.lists(notes(), max_size=3, unique_by=lambda note: note.path), max_size=5)
"""The notes that are saved together, one time after the other."""


def named_as_before(note: ParsedFile, vault: Mapping[str, ParsedFile]) -> ParsedFile:
    """The same note, but a contact keeps the names that it has in the vault already."""
    old = vault[note.path].contact if note.path in vault else None
    if note.contact is None or old is None:
        return note
    return note._replace(contact=note.contact._replace(name=old.name, aliases=old.aliases))


vaults = st.lists(notes(), unique_by=lambda note: note.path)
"""The notes of a vault, read."""


def everything(found: Index) -> list[Any]:
    """An index as lists, in which the order of mappings counts as well."""
    mappings = [getattr(found, name) for name in TABLES]
    return [list(each.items()) if isinstance(each, dict) else each for each in mappings]
