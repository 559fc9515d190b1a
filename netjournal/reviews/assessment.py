"""Everything that the reviews ask of the measures, computed once for a vault on a day."""

from bisect import insort
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from netjournal.measures.cadence import State
from netjournal.measures.diversity import Diversity, diversity, industry_weights
from netjournal.model.config import Config
from netjournal.model.index import Index
from netjournal.model.industry import Industry
from netjournal.model.namesakes import told_apart
from netjournal.model.review import ContactRef
from netjournal.reviews.keepsakes import Keepsakes, Parts
from netjournal.reviews.known import Known, known
from netjournal.reviews.person import Person, measured
from netjournal.reviews.presence import Presence, presence

S = TypeVar("S")
T = TypeVar("T")


@dataclass(frozen=True, slots=True, eq=False)
class Assessment:
    """A vault on a day: what every review page starts from."""

    index: Index
    config: Config
    as_of: date
    people: Mapping[str, Person]
    """Every contact, by path, in the order of paths."""
    apart: Mapping[str, str]
    """What tells contacts of the same name apart, by path."""
    active: tuple[Person, ...]
    """Allies and acquaintances whose status is active, in the order of paths."""
    listed: Mapping[str, tuple[Person, ...]]
    """Those in each list of the page neglected, by its name in `Attention`, in the order of paths;
    those in no list by the empty name."""
    unsorted: tuple[Person, ...]
    """Contacts of whom nothing is known yet: no relationship, no cadence, no recorded contact."""
    active_by_industry: Mapping[str, Presence]
    """The active contacts in each industry that has any, by key, in the taxonomy's order."""
    diversity: Diversity | None
    """The spread of the active contacts; None when none of them has a known industry."""
    _made: dict[object, Any] = field(default_factory=dict, repr=False)
    _keepsakes: Keepsakes = field(default_factory=lambda: Keepsakes({}), repr=False)

    def once(self, make: "Callable[[Assessment], T]") -> T:
        """What several pages make of an assessment, made when it is first asked for."""
        if make not in self._made:
            self._made[make] = make(self)
        made: T = self._made[make]
        return made

    def kept(self, key: object, source: S, make: Callable[[S], T]) -> T:
        """What is made of a part of an assessment, known by its key; made again for another part.

        What was made of the same object for the assessment before is taken over, unless a contact
        has another name since. So it may depend on the source, the day, the settings and names.
        """
        return self._keepsakes.of(key, source, make)

    def each(self, make: "Callable[[Person, Assessment], T]") -> Mapping[str, T]:
        """What is made of each contact and its entries, by path, in the order of paths.

        What was made of the same person for the assessment before is taken over, as in `kept`.
        """
        return self._keepsakes.of_each(make, self.people, lambda person: make(person, self))

    def sums(self, make: "Callable[[Person, Assessment], Parts]") -> Mapping[Any, int]:
        """The sums of the numbers that are made of each contact, by what they count.

        After a change only whom it reaches is taken off and added, as in `each`.
        """
        return self._keepsakes.sums(make, self.people, lambda person: make(person, self))

    def sums_over(
        self, sources: Mapping[str, S], make: "Callable[[S, Assessment], Parts]"
    ) -> Mapping[Any, int]:
        """The same of something else that there is of each contact."""
        return self._keepsakes.sums(make, sources, lambda source: make(source, self))

    def keepsakes_for(self, index: Index) -> Keepsakes:
        """What the next assessment takes over: nothing if a link may mean another contact there."""
        return self._keepsakes.handed_on() if index.names is self.index.names else Keepsakes({})


def assess(
    index: Index, config: Config, as_of: date, before: Assessment | None = None
) -> Assessment:
    """The assessment of a vault on a day.

    One of the same day and settings from `before` saves measuring those again whom no change has
    reached; it makes no other difference.
    """
    if before and (before.as_of != as_of or before.config != config):
        before = None
    apart = told_apart(index.contacts, index.names.by_name)
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
    active = tuple([person for person in people.values() if person.active])
    return Assessment(
        index=index,
        config=config,
        as_of=as_of,
        people=people,
        apart=apart,
        active=active,
        listed=_listed(before, people, again, gone),
        unsorted=tuple([p for p in people.values() if p.standing.state is State.UNSORTED]),
        active_by_industry=_by_industry(before, people, index, touched),
        diversity=before.diversity if before and was == counted else _diversity(active, index),
        _keepsakes=before.keepsakes_for(index) if before else Keepsakes({}),
    )


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
    paths = {
        *_differing(old.contacts, index.contacts),
        *_differing(old.interactions, index.interactions),
        *_differing(old.promises, index.promises),
        *_differing(old.industries, index.industries),
        *_differing(before.apart, apart),
    }
    return paths & index.contacts.keys()


def _differing(old: Mapping[str, object], new: Mapping[str, object]) -> Iterable[str]:
    if old is new:
        return
    if list(old) != list(new):
        yield from old.keys() ^ new.keys()
        old = {path: old[path] for path in new if path in old}
        new = {path: new[path] for path in old}
    # Most are the same object, and comparing others takes long.
    for path, one, other in zip(new, old.values(), new.values(), strict=True):
        if one is not other and one != other:
            yield path


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
    changed = {*again, *gone}
    for name in {*left, *found}:
        members = [each for each in lists.get(name, ()) if each.contact.path not in changed]
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
