"""How an index is made anew after some notes have changed, from the one before.

Every table equals that of an index built whole. What no change has reached is the same object as
before, so that whatever is made from an index can tell at once where to look again.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from typing import Any, NamedTuple, TypeVar

from netjournal.model.config import Config
from netjournal.model.contact import Contact, Interaction, Promise
from netjournal.model.findings import Findings
from netjournal.model.index import Index, OpenLink, ResolvedLink, last_day
from netjournal.model.indexing import resolved_industries
from netjournal.model.industry import Industry, Taxonomy
from netjournal.model.parsed import ParsedFile
from netjournal.model.renaming import names_again, notes_reached
from netjournal.model.resolve import NameTable

T = TypeVar("T")


class Change(NamedTuple):
    """What has changed in a vault since an index was built."""

    files: Collection[ParsedFile]
    """The notes that are new, or say something else."""
    gone: Collection[str] = ()
    """The paths of notes that say nothing any more, or are no more."""
    other_files: tuple[str, ...] | None = None
    """The paths of all files that were not read; None when they are the same as before."""


def index_again(before: Index, change: Change, config: Config) -> Index:
    """The index of a vault after a change, made from the one before it."""
    changed = {*(file.path for file in change.files), *change.gone}
    files, contacts = _notes(before, change)
    others = before.other_files if change.other_files is None else change.other_files
    names = _names(before, files, contacts, others, changed)
    names_before, reached = before.names_before, before.reached
    if names is not before.names:
        called = [each for path in changed for each in _both(path, before.contacts, contacts)]
        names_before = before.names
        reached = frozenset(notes_reached(files.values(), before.names, names, called))
        changed |= reached
    olds = [before.files[path] for path in sorted(changed) if path in before.files]
    news = [files[path] for path in sorted(changed) if path in files]
    old, new = _findings(olds, before.names), _findings(news, names)
    industries, taxonomy = _industries(before, contacts, olds, news, config)
    index = Index(
        files=files,
        contacts=contacts,
        names=names,
        taxonomy=taxonomy,
        industries=industries,
        interactions=_lists(before.interactions, old.entries, new.entries, changed, _of_entry),
        entry_count=before.entry_count - old.entry_count + new.entry_count,
        promises=_lists(before.promises, old.promises, new.promises, changed, _of_promise),
        links=_lists(before.links, old.links, new.links, changed, _of_link),
        backlinks=_lists(before.backlinks, old.backlinks, new.backlinks, changed, _of_link),
        unresolved=_list(before.unresolved, new.unresolved, changed, _of_link),
        ambiguous=_list(before.ambiguous, new.ambiguous, changed, _of_link),
        other_files=others,
        names_before=names_before,
        reached=reached,
    )
    _carry(before, index, olds, news)
    return index


def _notes(before: Index, change: Change) -> tuple[Mapping[str, ParsedFile], Mapping[str, Contact]]:
    """All notes, and the contacts among them, in the order of paths."""
    files, contacts = dict(before.files), dict(before.contacts)
    for path in change.gone:
        files.pop(path, None)
        contacts.pop(path, None)
    for each in change.files:
        files[each.path] = each
        if each.contact:
            contacts[each.path] = each.contact
        else:
            contacts.pop(each.path, None)
    # A copy keeps the order, but what is new stands at its end.
    if any(
        each.path not in before.files or (each.contact and each.path not in before.contacts)
        for each in change.files
    ):
        return dict(sorted(files.items())), dict(sorted(contacts.items()))
    return files, contacts


def _names(
    before: Index,
    files: Mapping[str, ParsedFile],
    contacts: Mapping[str, Contact],
    others: tuple[str, ...],
    changed: Iterable[str],
) -> NameTable:
    """The table of names; the one before when nobody and nothing is called otherwise."""
    pairs = [(before.contacts.get(path), contacts.get(path)) for path in changed]
    renamed = [pair for pair in pairs if _called(pair[0]) != _called(pair[1])]
    are_other = [
        (path in before.files and path not in before.contacts)
        != (path in files and path not in contacts)
        for path in changed
    ]
    has_others = others != before.other_files or any(are_other)
    if not (renamed or has_others):
        return before.names
    return names_again(
        before.names,
        [old for old, _ in renamed if old],
        [new for _, new in renamed if new],
        [*(files.keys() - contacts.keys()), *others] if has_others else None,
    )


def _called(contact: Contact | None) -> tuple[str, tuple[str, ...]] | None:
    """Everything that a link may call a contact, but for its path."""
    return (contact.name, contact.aliases) if contact else None


def _both(
    path: str, before: Mapping[str, Contact], now: Mapping[str, Contact]
) -> Iterator[Contact]:
    """A contact as it was and as it is, if it is called otherwise."""
    if _called(before.get(path)) != _called(now.get(path)):
        yield from (each for each in (before.get(path), now.get(path)) if each)


def _industries(
    before: Index,
    contacts: Mapping[str, Contact],
    olds: Iterable[ParsedFile],
    news: Iterable[ParsedFile],
    config: Config,
) -> tuple[Mapping[str, tuple[Industry, ...]], Taxonomy]:
    """Each contact's industries, and the taxonomy that has them all."""
    was = {old.path: old.contact.industries for old in olds if old.contact}
    now = {new.path: new.contact.industries for new in news if new.contact}
    if {p: each for p, each in was.items() if each} == {p: each for p, each in now.items() if each}:
        return before.industries, before.taxonomy
    return resolved_industries(contacts, config.taxonomy)


def _findings(files: Iterable[ParsedFile], names: NameTable) -> Findings:
    """What some notes alone say, which come in the order of paths."""
    found = Findings(names)
    for file in files:
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
    paths: AbstractSet[str],
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
    before: tuple[T, ...], new: Sequence[T], paths: AbstractSet[str], order: Order[T]
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
    if not any(file.contact and file.contact.introduced_by for file in (*olds, *files)):
        tables.append("introduced")
    if _employers(olds) == _employers(files):
        tables.append("by_organization")
    made = vars(before)
    carried = {name: made[name] for name in tables if name in made}
    if "by_last_day" in made:
        carried["by_last_day"] = _by_last_day(before, olds, files)
    vars(index).update(carried)


def _employers(files: Iterable[ParsedFile]) -> list[tuple[str, str]]:
    """The organizations that some notes name."""
    return [
        (file.path, file.contact.organization)
        for file in files
        if file.contact and file.contact.organization
    ]


def _by_last_day(
    before: Index, olds: Iterable[ParsedFile], files: Iterable[ParsedFile]
) -> tuple[tuple[date, str], ...]:
    """The contacts by the last day of the past, once these notes say something else."""
    old, new = [
        {(day, each.path) for each in some if each.contact and (day := last_day(each.contact))}
        for some in (olds, files)
    ]
    if old == new:
        return before.by_last_day
    rest = [each for each in before.by_last_day if each not in old]
    return tuple(sorted([*rest, *new], reverse=True))
