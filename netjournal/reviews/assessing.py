"""How an assessment is made: anew, or from the one before with what has changed since."""

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any

from netjournal.measures.cadence import State
from netjournal.measures.diversity import Diversity, diversity, industry_weights
from netjournal.model.config import Config
from netjournal.model.index import Index
from netjournal.model.industry import Industry
from netjournal.model.namesakes import told_apart
from netjournal.model.review import ContactRef
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.keepsakes import Keepsakes, differing
from netjournal.reviews.known import Known, known
from netjournal.reviews.person import Person, measured
from netjournal.reviews.presence import Presence, presence


def assess(
    index: Index, config: Config, as_of: date, before: Assessment | None = None
) -> Assessment:
    """The assessment of a vault on a day.

    One of the same day and settings from `before` saves measuring those again whom no change has
    reached; it makes no other difference.
    """
    if before and (before.as_of != as_of or before.config != config):
        before = None
    keepsakes = before.keepsakes_for(index) if before else Keepsakes({})
    apart = told_apart(index.contacts, index.names.shared)
    reached = _reached(before, index, apart) if before else index.contacts
    again = {path: known(index.contacts[path], index, as_of) for path in reached}
    old = before.people if before else {}
    gone = old.keys() - index.contacts.keys()
    was = {path: _counts_in(old.get(path)) for path in (*again, *gone)}
    counted = {path: _counts_in(again.get(path)) for path in was}
    counts = _counts(before, was.values(), counted.values())
    for path in _bridges(before, counts, index):
        again[path] = again.get(path) or known(index.contacts[path], index, as_of)
    made = {path: _measured(each, apart, counts, config, as_of) for path, each in again.items()}
    # Both have the order of paths; copying the one before is much quicker.
    is_same = old.keys() == index.contacts.keys()
    people = (
        {**old, **made}
        if is_same
        else {path: made.get(path) or old[path] for path in index.contacts}
    )
    touched = {i.key for each in (*was.values(), *map(_counts_in, again.values())) for i in each}
    active = keepsakes.those(_is_active, people)
    return Assessment(
        index=index,
        config=config,
        as_of=as_of,
        people=people,
        apart=apart,
        active=active,
        listed=_listed(before, people, again, gone),
        unsorted=keepsakes.those(_is_unsorted, people),
        active_by_industry=_by_industry(before, people, index, touched),
        diversity=before.diversity if before and was == counted else _diversity(active, index),
        _keepsakes=keepsakes,
    )


def _is_active(person: Person) -> bool:
    return person.active


def _is_unsorted(person: Person) -> bool:
    return person.standing.state is State.UNSORTED


def _measured(
    known: Known, apart: Mapping[str, str], counts: Mapping[str, int], config: Config, as_of: date
) -> Person:
    path = known.contact.path
    ref = ContactRef(known.contact.name, path, apart.get(path, ""))
    sole_in = tuple([each for each in _counts_in(known) if counts[each.key] == 1])
    return measured(known, ref, sole_in, config.cadence, as_of)


def _reached(before: Assessment, index: Index, apart: Mapping[str, str]) -> set[str]:
    """The contacts of whom an index says something else than the one before, and the new ones."""
    old = before.index
    tables: tuple[tuple[Mapping[str, Any], Mapping[str, Any]], ...] = (
        (old.contacts, index.contacts),
        (old.interactions, index.interactions),
        (old.promises, index.promises),
        (old.industries, index.industries),
        (before.apart, apart),
    )
    changed = {
        path
        for was, now in tables
        for path in differing(was, now)
        if path in index.contacts and was.get(path) != now.get(path)
    }
    return changed if old.names is index.names else changed | _named_otherwise(old, index)


def _named_otherwise(old: Index, index: Index) -> set[str]:
    """The contacts of whom a note tells whose links may mean something else than before."""
    told = {
        link.contact
        for each in (old, index)
        for note in index.reached
        for link in each.links.get(note, ())
    }
    return (told | index.reached) & index.contacts.keys()


def _counts_in(each: Known | Person | None) -> tuple[Industry, ...]:
    """The industries in which a contact counts."""
    return each.industries if each and each.active else ()


def _counts(
    before: Assessment | None,
    was: Iterable[tuple[Industry, ...]],
    counted: Iterable[tuple[Industry, ...]],
) -> Counter[str]:
    """The active contacts in each industry, once some count in others than before."""
    known_before = before.active_by_industry if before else {}
    counts = Counter({key: len(there.people) for key, there in known_before.items()})
    counts.subtract(industry.key for each in was for industry in each)
    counts.update(industry.key for each in counted for industry in each)
    return counts


def _bridges(before: Assessment | None, counts: Mapping[str, int], index: Index) -> Iterable[str]:
    """The contacts in industries in which one is the only one now, or was before."""
    if before is None:
        return
    for key, count in counts.items():
        there = before.active_by_industry.get(key)
        if (count == 1) != (there is not None and len(there.people) == 1):
            yield from index.by_industry.get(key, ())


def _listed(
    before: Assessment | None,
    people: Mapping[str, Person],
    again: Collection[str],
    gone: Collection[str],
) -> Mapping[str, tuple[Person, ...]]:
    """The lists of the page neglected; one that nobody has left or joined is as it was before."""
    found: defaultdict[str, list[Person]] = defaultdict(list)
    if before is None:
        for person in people.values():
            found[person.listed or ""].append(person)
        return {name: tuple(each) for name, each in found.items()}
    for path in again:
        found[people[path].listed or ""].append(people[path])
    left = {before.people[path].listed or "" for path in (*again, *gone) if path in before.people}
    lists = dict(before.listed)
    for name in {*left, *found}:
        members = list(lists.get(name, ()))
        for path in (*again, *gone):
            place = bisect_left(members, path, key=_path)
            if members[place : place + 1] and _path(members[place]) == path:
                del members[place]
        for person in found[name]:
            insort(members, person, key=_path)
        lists[name] = tuple(members)
    return lists


def _path(person: Person) -> str:
    return person.contact.path


def _by_industry(
    before: Assessment | None,
    people: Mapping[str, Person],
    index: Index,
    touched: Collection[str],
) -> Mapping[str, Presence]:
    """The active contacts by industry; those of an untouched industry are as they were before."""
    found: dict[str, Presence] = {}
    for key in index.taxonomy.industries:
        if before and key not in touched:
            if key in before.active_by_industry:
                found[key] = before.active_by_industry[key]
            continue
        everyone = [people[path] for path in index.by_industry.get(key, ())]
        members = [person for person in everyone if person.active]
        if members:
            found[key] = presence(members)
    return found


def _diversity(active: Iterable[Person], index: Index) -> Diversity | None:
    groups = {industry.key: industry.group for industry in index.taxonomy.industries.values()}
    return diversity(
        industry_weights([industry.key for industry in person.industries] for person in active),
        groups,
    )
