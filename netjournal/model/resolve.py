"""Which contact a link means: by path, then file name, then name, then alias."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from netjournal.model.contact import Contact, Link
from netjournal.model.names import name_key

Paths = tuple[str, ...]
_ENDINGS = (".md", ".markdown")
_PERIOD = re.compile(r"\d{4}(?:-(?:w?\d{2}|q\d))?", re.ASCII)


def stem(path: str) -> str:
    """The file name of a note without its folder and ending."""
    return without_ending(path.rpartition("/")[2])


def without_ending(target: str) -> str:
    """A link target or file name without a Markdown ending."""
    if target.endswith(".md"):
        return target[:-3]
    lowered = target.lower()
    for ending in _ENDINGS:
        if lowered.endswith(ending):
            return target[: -len(ending)]
    return target


@dataclass(frozen=True)
class NameTable:
    """The contacts of a vault by everything that a link may call them."""

    by_path: Mapping[str, Paths]
    """By path without ending, in the form of `name_key`."""
    by_stem: Mapping[str, Paths]
    by_name: Mapping[str, Paths]
    by_alias: Mapping[str, Paths]
    others: frozenset[str] = frozenset()
    """The paths of all other files, in the form of those of contacts."""
    other_names: Mapping[str, Paths] = field(default_factory=dict)
    """Their paths by their names alone, with and without ending."""

    @cached_property
    def shared(self) -> tuple[Paths, ...]:
        """The contacts of each name that several have."""
        return tuple([paths for paths in self.by_name.values() if len(paths) > 1])

    def find(self, link: Link, source: str) -> Paths:
        """The contacts that a link in a note may mean: none, the one, or several.

        A file name wins over a name, a name over an alias. A link with folders means the file
        at that path and nothing else.
        """
        target = unquote(link.target) if link.is_path else link.target
        target = without_ending(target.strip())
        if link.is_path or "/" in target:
            return self._by_folder(target, source)
        key = name_key(target)
        return self.by_stem.get(key) or self.by_name.get(key) or self.by_alias.get(key) or ()

    def names_a_file(self, link: Link) -> bool:
        """Whether a link names a file that is no contact: one that is there, or a daily note."""
        target = unquote(link.target) if link.is_path else link.target
        name = name_key(target.rpartition("/")[2])
        return name in self.other_names or _is_day(name)

    def find_other(self, link: Link, source: str) -> Paths:
        """The files that are no contacts and that a link in a note may mean."""
        target = unquote(link.target) if link.is_path else link.target
        target = target.strip()
        found = self.other_names.get(name_key(target.rpartition("/")[2]), ())
        if not (link.is_path or "/" in target):
            return found
        wanted = without_ending(target)
        beside, from_root = normpath(join(dirname(source), wanted)), wanted.lstrip("./")
        keys = {path: name_key(without_ending(path)) for path in found}
        for key in (name_key(beside), name_key(from_root)):
            exactly = [path for path in found if keys[path] == key]
            if exactly:
                return tuple(exactly)
        ending = "/" + name_key(from_root)
        return tuple([path for path in found if f"/{keys[path]}".endswith(ending)])

    def _by_folder(self, target: str, source: str) -> Paths:
        beside = normpath(join(dirname(source), target))
        # A note that has moved up may write one step too many.
        from_root = target.lstrip("./")
        for path in (beside, from_root):
            key = name_key(path)
            if key in self.by_path or key in self.others:
                return self.by_path.get(key, ())
        # Obsidian writes no more of a path than it takes to tell notes apart.
        ending = "/" + name_key(from_root)
        candidates = self.by_stem.get(name_key(from_root.rpartition("/")[2]), ())
        return tuple(
            path for path in candidates if name_key(without_ending("/" + path)).endswith(ending)
        )


def has_own_file_name(names: NameTable, path: str) -> bool:
    """Whether the file name of a contact is no other contact's."""
    return names.by_stem.get(name_key(stem(path))) == (path,)


def link_target(names: NameTable, path: str) -> str:
    """What a wikilink names so that it means a contact and nobody else: the file name, or path."""
    return stem(path) if has_own_file_name(names, path) else target_by_path(path)


def target_by_path(path: str) -> str:
    """What a wikilink names so that it means the note at a path, wherever the link stands.

    At the top of the vault a slash in front tells the path from a file name.
    """
    target = without_ending(path)
    return target if "/" in target else f"/{target}"


def people_of(links: Iterable[Link], source: str, names: NameTable) -> Paths:
    """The contacts that some links in a note mean for sure, each once."""
    found = [names.find(link, source) for link in links]
    return tuple(dict.fromkeys([paths[0] for paths in found if len(paths) == 1]))


def _is_day(name: str) -> bool:
    """Whether a link names a daily note, which need not exist yet, or a week's, month's, year's."""
    if _PERIOD.fullmatch(name):
        return True
    try:
        date.fromisoformat(name[:10])
    except ValueError:
        return False
    return True


def name_table(contacts: Iterable[Contact], others: Sequence[str] = ()) -> NameTable:
    """The table of names of some contacts, and the paths of all other files."""
    by_path: dict[str, list[str]] = defaultdict(list)
    by_stem: dict[str, list[str]] = defaultdict(list)
    by_name: dict[str, list[str]] = defaultdict(list)
    by_alias: dict[str, list[str]] = defaultdict(list)
    for contact in contacts:
        path = contact.path
        key = name_key(without_ending(path))
        by_path[key].append(path)
        by_stem[key.rpartition("/")[2].lstrip()].append(path)
        by_name[name_key(contact.name)].append(path)
        if contact.aliases:
            for alias in dict.fromkeys(map(name_key, contact.aliases)):
                by_alias[alias].append(path)
    return NameTable(
        frozen_lists(by_path),
        frozen_lists(by_stem),
        frozen_lists(by_name),
        frozen_lists(by_alias),
        frozenset([name_key(without_ending(path)) for path in others]),
        _names_of(others),
    )


def _names_of(files: Iterable[str]) -> Mapping[str, Paths]:
    """The files by what a link may call each: its name, with and without ending."""
    by_name: dict[str, list[str]] = defaultdict(list)
    for path in files:
        for name in {stem(path), path.rpartition("/")[2]}:
            by_name[name_key(name)].append(path)
    return frozen_lists(by_name)


def frozen_lists(lists: Mapping[str, list[str]]) -> Mapping[str, Paths]:
    """The same mapping, with sorted tuples."""
    return {
        key: (paths[0],) if len(paths) == 1 else tuple(sorted(paths))
        for key, paths in lists.items()
    }
