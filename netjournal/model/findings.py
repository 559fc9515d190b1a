"""What the notes of a vault say of each contact, gathered note by note."""

from collections import defaultdict
from dataclasses import dataclass, field

from netjournal.model.contact import Interaction, Link, Promise
from netjournal.model.index import OpenLink, ResolvedLink
from netjournal.model.parsed import ParsedFile
from netjournal.model.resolve import NameTable, people_of


@dataclass(slots=True)
class Findings:
    """What has been gathered from the files so far."""

    names: NameTable
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
        elif not self.names.names_a_file(link):
            self.unresolved.append(OpenLink(source, link))
