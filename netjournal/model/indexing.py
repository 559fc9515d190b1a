"""How an index is built: a pure function of parsed files, settings and the names of other files."""

from collections.abc import Iterable, Mapping
from operator import itemgetter

from netjournal.model.config import Config
from netjournal.model.contact import Contact
from netjournal.model.findings import Findings
from netjournal.model.index import Index
from netjournal.model.industry import Industry, Taxonomy, own_industry
from netjournal.model.parsed import ParsedFile
from netjournal.model.resolve import name_table

_BY_DATE = itemgetter(0)


def build_index(
    files: Iterable[ParsedFile], config: Config, other_files: Iterable[str] = ()
) -> Index:
    """The index of a vault; the order in which the files come makes no difference.

    `other_files` are paths of the vault's files that were not read: a link may name them.
    """
    other_files = tuple(other_files)
    by_path = {file.path: file for file in sorted(files, key=lambda file: file.path)}
    contacts = {path: file.contact for path, file in by_path.items() if file.contact}
    others = [*sorted(by_path.keys() - contacts.keys()), *other_files]
    names = name_table(contacts.values(), others)
    industries, taxonomy = resolved_industries(contacts, config.taxonomy)
    found = Findings(names)
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
        other_files=other_files,
    )


def resolved_industries(
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
