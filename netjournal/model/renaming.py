"""The table of names after contacts have come, gone or got other names, and what it changes."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from urllib.parse import unquote

from netjournal.model.contact import Contact, Link
from netjournal.model.names import name_key
from netjournal.model.parsed import ParsedFile
from netjournal.model.resolve import NameTable, Paths, name_table, stem, without_ending

_LINKS_KEPT = 65_536
_ANYTHING = ""
"""The key of a link that may mean any file, as `..` may."""


def names_again(
    before: NameTable, old: Iterable[Contact], new: Iterable[Contact], others: Sequence[str] | None
) -> NameTable:
    """The table of names once contacts are called otherwise; the old ones may be gone.

    `others` are the paths of all other files, or None when they are the same as before.
    """
    gone, come = name_table(old), name_table(new)
    rest = before if others is None else name_table((), others)
    return NameTable(
        _changed(before.by_path, gone.by_path, come.by_path),
        _changed(before.by_stem, gone.by_stem, come.by_stem),
        _changed(before.by_name, gone.by_name, come.by_name),
        _changed(before.by_alias, gone.by_alias, come.by_alias),
        rest.others,
        rest.other_names,
    )


def _changed(
    before: Mapping[str, Paths], gone: Mapping[str, Paths], come: Mapping[str, Paths]
) -> Mapping[str, Paths]:
    if gone == come:
        return before
    table = dict(before)
    for key in {**gone, **come}:
        kept = [path for path in table.get(key, ()) if path not in gone.get(key, ())]
        paths = tuple(sorted([*kept, *come.get(key, ())]))
        if paths:
            table[key] = paths
        else:
            table.pop(key, None)
    return table


def notes_reached(
    files: Iterable[ParsedFile], before: NameTable, now: NameTable, called: Iterable[Contact]
) -> Collection[str]:
    """The notes with a link that may mean something else now.

    `called` are the contacts that had, or have, other names than those in the other table.
    """
    keys = {_ANYTHING, *(key.rpartition("/")[2].lstrip() for key in before.others ^ now.others)}
    keys |= before.other_names.keys() ^ now.other_names.keys()
    for contact in called:
        keys |= {name_key(stem(contact.path)), name_key(contact.name)}
        keys.update(map(name_key, contact.aliases))
    return [
        file.path
        for file in files
        if any(not keys.isdisjoint(_keys(link.target, link.is_path)) for link in _links(file))
    ]


def _links(file: ParsedFile) -> Iterable[Link]:
    """The links of a note, those in its front matter among them."""
    contact = file.contact
    if contact is None or not (contact.knows or contact.introduced_by):
        return file.links
    introducer = (contact.introduced_by,) if contact.introduced_by else ()
    # Somebody may be known by what is shown, without the words behind it: `Tom Rask (insurance)`.
    shown = [(link.label or link.target).partition("(")[0] for link in contact.knows]
    known = [link._replace(target=each) for link, each in zip(contact.knows, shown, strict=True)]
    return (*file.links, *contact.knows, *known, *introducer)


@lru_cache(_LINKS_KEPT)
def _keys(target: str, is_path: bool) -> tuple[str, str]:  # noqa: FBT001 - as a cache asks for
    """What a link may be found by, whichever way: the last part of its target, in two forms."""
    written = unquote(target) if is_path else target
    last = without_ending(written.strip()).rpartition("/")[2]
    if last.strip() in ("", ".", ".."):
        return _ANYTHING, _ANYTHING
    return name_key(last), name_key(written.rpartition("/")[2])
