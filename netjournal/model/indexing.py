"""How an index is built: a pure function of parsed files, settings and the names of other files."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from operator import itemgetter
from urllib.parse import unquote

from netjournal.model.config import Config
from netjournal.model.contact import Contact, Interaction, Link, Promise
from netjournal.model.index import Index, OpenLink, ResolvedLink
from netjournal.model.industry import Industry, Taxonomy, own_industry
from netjournal.model.names import name_key
from netjournal.model.parsed import ParsedFile
from netjournal.model.resolve import NameTable, name_table, people_of, stem

_BY_DATE = itemgetter(0)
_PERIOD = re.compile(r"\d{4}(?:-(?:w?\d{2}|q\d))?", re.ASCII)


Naming = Callable[[Collection[Contact], Sequence[str]], NameTable]
"""Gives the table of names of some contacts, and of the paths of all other files."""


def build_index(
    files: Iterable[ParsedFile],
    config: Config,
    other_files: Iterable[str] = (),
    naming: Naming = name_table,
) -> Index:
    """The index of a vault; the order in which the files come makes no difference.

    `other_files` are paths of the vault's files that were not read: a link may name them.
    """
    by_path = {file.path: file for file in sorted(files, key=lambda file: file.path)}
    contacts = {path: file.contact for path, file in by_path.items() if file.contact}
    others = [*sorted(by_path.keys() - contacts.keys()), *other_files]
    names = naming(contacts.values(), others)
    industries, taxonomy = _industries(contacts, config.taxonomy)
    found = _Findings(names, _file_names(others))
    for parsed in by_path.values():
        found.take(parsed)
    return Index(
        files=by_path,
        contacts=contacts,
        names=names,
        taxonomy=taxonomy,
        industries=industries,
        interactions={
            path: tuple(sorted(entries, key=_BY_DATE)) for path, entries in found.entries.items()
        },
        entry_count=found.entry_count,
        promises={path: tuple(promises) for path, promises in found.promises.items()},
        links={path: tuple(links) for path, links in found.links.items()},
        backlinks={path: tuple(links) for path, links in found.backlinks.items()},
        unresolved=tuple(found.unresolved),
        ambiguous=tuple(found.ambiguous),
    )


def _industries(
    contacts: Mapping[str, Contact], taxonomy: Taxonomy
) -> tuple[Mapping[str, tuple[Industry, ...]], Taxonomy]:
    """Each contact's industries, and the taxonomy that has them all."""
    known: dict[str, Industry] = {}
    own: dict[str, Industry] = {}

    def resolve(word: str) -> Industry:
        if word not in known:
            industry = taxonomy.resolve(word)
            if industry is None:
                industry = own_industry(word)
                industry = own.setdefault(industry.key, industry)
            known[word] = industry
        return known[word]

    resolved = {
        path: tuple(dict.fromkeys(map(resolve, contact.industries)))
        for path, contact in contacts.items()
        if contact.industries
    }
    return resolved, Taxonomy({**taxonomy.industries, **dict(sorted(own.items()))})


def _file_names(files: Iterable[str]) -> frozenset[str]:
    """What a link to a file that is no contact may call it: its name, with and without ending."""
    keys: set[str] = set()
    for path in files:
        keys.add(name_key(stem(path)))
        keys.add(name_key(path.rpartition("/")[2]))
    return frozenset(keys)


@dataclass(slots=True)
class _Findings:
    """What has been gathered from the files so far."""

    names: NameTable
    file_names: frozenset[str]
    entries: dict[str, list[Interaction]] = field(default_factory=lambda: defaultdict(list))
    entry_count: int = 0
    promises: dict[str, list[Promise]] = field(default_factory=lambda: defaultdict(list))
    links: dict[str, list[ResolvedLink]] = field(default_factory=lambda: defaultdict(list))
    backlinks: dict[str, list[ResolvedLink]] = field(default_factory=lambda: defaultdict(list))
    unresolved: list[OpenLink] = field(default_factory=list)
    ambiguous: list[OpenLink] = field(default_factory=list)

    def take(self, parsed: ParsedFile) -> None:
        """Adds what one file says."""
        path = parsed.path
        for link in parsed.links:
            self._take_link(path, link)
        owner = (path,) if parsed.contact else ()
        for promise in parsed.promises:
            others = people_of(promise.links, path, self.names)
            for person in dict.fromkeys((*owner, *others)):
                self.promises[person].append(promise)
        if owner and parsed.interactions:
            self.entries[path] += parsed.interactions
            self.entry_count += len(parsed.interactions)
        elif parsed.interactions:
            self._take_journal(parsed)

    def _take_journal(self, parsed: ParsedFile) -> None:
        for entry in parsed.interactions:
            people = people_of(entry.links, parsed.path, self.names)
            for person in people:
                self.entries[person].append(entry)
            self.entry_count += bool(people)

    def _take_link(self, source: str, link: Link) -> None:
        people = self.names.find(link, source)
        if len(people) == 1:
            resolved = ResolvedLink(source, link, people[0])
            self.links[source].append(resolved)
            if people[0] != source:
                self.backlinks[people[0]].append(resolved)
        elif people:
            self.ambiguous.append(OpenLink(source, link, people))
        elif not self._names_a_file(link):
            self.unresolved.append(OpenLink(source, link))

    def _names_a_file(self, link: Link) -> bool:
        target = unquote(link.target) if link.is_path else link.target
        name = name_key(target.rpartition("/")[2])
        return name in self.file_names or _is_day(name)


def _is_day(name: str) -> bool:
    """Whether a link names a daily note, which need not exist yet, or a week's, month's, year's."""
    if _PERIOD.fullmatch(name):
        return True
    try:
        date.fromisoformat(name[:10])
    except ValueError:
        return False
    return True
