"""How an index is made anew after some notes have changed, from the one before.

Every table equals that of an index built whole. What no change has reached is the same object as
before, so that whatever is made from an index can tell at once where to look again.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from netjournal.model.config import Config
from netjournal.model.contact import Interaction, Promise
from netjournal.model.findings import Findings
from netjournal.model.index import Index, OpenLink, ResolvedLink
from netjournal.model.indexing import resolved_industries
from netjournal.model.parsed import ParsedFile

T = TypeVar("T")


def index_again(before: Index, files: Collection[ParsedFile], config: Config) -> Index | None:
    """The index of a vault in which these notes have changed, and nothing else.

    None when a note is new, or a contact has another name: then any link may mean another.
    """
    olds = [before.files[file.path] for file in files if file.path in before.files]
    if [_called(old) for old in olds] != [_called(file) for file in files]:
        return None
    contacts = {**before.contacts, **{each.path: each.contact for each in files if each.contact}}
    industries, taxonomy = before.industries, before.taxonomy
    if [_industries(old) for old in olds] != [_industries(file) for file in files]:
        industries, taxonomy = resolved_industries(contacts, config.taxonomy)
    paths = frozenset(file.path for file in files)
    old, new = _findings(olds, before), _findings(files, before)
    index = Index(
        files={**before.files, **{each.path: each for each in files}},
        contacts=contacts,
        names=before.names,
        taxonomy=taxonomy,
        industries=industries,
        interactions=_lists(before.interactions, old.entries, new.entries, paths, _of_entry),
        entry_count=before.entry_count - old.entry_count + new.entry_count,
        promises=_lists(before.promises, old.promises, new.promises, paths, _of_promise),
        links=_lists(before.links, old.links, new.links, paths, _of_link),
        backlinks=_lists(before.backlinks, old.backlinks, new.backlinks, paths, _of_link),
        unresolved=_list(before.unresolved, new.unresolved, paths, _of_link),
        ambiguous=_list(before.ambiguous, new.ambiguous, paths, _of_link),
    )
    _carry(before, index, olds, files)
    return index


def _called(file: ParsedFile) -> tuple[str, str, tuple[str, ...]] | None:
    """Everything that a link may call a contact."""
    contact = file.contact
    return (contact.path, contact.name, contact.aliases) if contact else None


def _industries(file: ParsedFile) -> tuple[str, ...]:
    return file.contact.industries if file.contact else ()


def _findings(files: Iterable[ParsedFile], index: Index) -> Findings:
    """What some notes alone say, in the order of paths."""
    found = Findings(index.names)
    for file in sorted(files, key=lambda file: file.path):
        found.take(file)
    return found


Order = Callable[[T], tuple[Any, ...]]
"""What the things that notes say of a contact are ordered by; the path of the note comes last."""


def _of_entry(entry: Interaction) -> tuple[Any, ...]:
    return entry.date, entry.path


def _of_promise(promise: Promise) -> tuple[Any, ...]:
    return (promise.path,)


def _of_link(link: ResolvedLink | OpenLink) -> tuple[Any, ...]:
    return (link.source,)


def _lists(
    before: Mapping[str, tuple[T, ...]],
    old: Mapping[str, Sequence[T]],
    new: Mapping[str, Sequence[T]],
    paths: frozenset[str],
    order: Order[T],
) -> Mapping[str, tuple[T, ...]]:
    """What all notes say, by contact, once the notes at these paths say something else."""
    if old == new:
        return before
    lists = dict(before)
    for key in {**old, **new}:
        found = _list(before.get(key, ()), new.get(key, ()), paths, order)
        if found:
            lists[key] = found
        else:
            lists.pop(key, None)
    return lists


def _list(
    before: tuple[T, ...], new: Sequence[T], paths: frozenset[str], order: Order[T]
) -> tuple[T, ...]:
    kept = [each for each in before if order(each)[-1] not in paths]
    if not new and len(kept) == len(before):
        return before
    return tuple(sorted([*kept, *new], key=order))


def _carry(
    before: Index, index: Index, olds: Collection[ParsedFile], files: Collection[ParsedFile]
) -> None:
    """Takes over the tables made on demand that the change has not reached."""
    tables = ["by_industry", "by_group"] if index.industries is before.industries else []
    if [old.diagnostics for old in olds] == [file.diagnostics for file in files]:
        tables.append("reported")
    if not any(file.contact and file.contact.own_fields for file in (*olds, *files)):
        tables.append("with_own_fields")
    made = vars(before)
    vars(index).update({name: made[name] for name in tables if name in made})
