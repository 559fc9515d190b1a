"""Everything that the reviews ask of the measures, computed once for a vault on a day."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from netjournal.measures.diversity import Diversity
from netjournal.model.config import Config
from netjournal.model.index import Index
from netjournal.model.review import Row
from netjournal.reviews.keepsakes import Keepsakes, Parts, Rank
from netjournal.reviews.person import Person
from netjournal.reviews.presence import Presence

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

    def some(self, make: "Callable[[Person, Assessment], T | None]") -> Mapping[str, T]:
        """The same for those alone of whom something is made: neither None nor empty.

        It is the same object as before while no change has reached any of them.
        """
        return self._keepsakes.of_some(make, self.people, lambda person: make(person, self))

    def facts(self, make: "Callable[[Person, Assessment], T | None]") -> Mapping[str, T]:
        """The same as `some` of facts that say everything by themselves, such as a name or days.

        It is the same object as before while they are equal, whatever else has changed.
        """
        return self._keepsakes.facts(make, self.people, lambda person: make(person, self))

    def those(self, holds: "Callable[[Person], object]") -> tuple[Person, ...]:
        """The contacts of whom something holds, in the order of paths, as in `some`."""
        return self._keepsakes.those(holds, self.people)

    def ranked(self, rank: "Callable[[Person], Rank | None]") -> tuple[Person, ...]:
        """The contacts that have a rank, in its order; equals in the order of paths.

        After a change only whom it reaches is put elsewhere; the rest is as in `some`.
        """
        return self._keepsakes.ranked(rank, self.people, rank)

    def sums(self, make: "Callable[[Person, Assessment], Parts]") -> Mapping[Any, int]:
        """The sums of the numbers that are made of each contact, by what they count.

        After a change only whom it reaches is taken off and added, as in `each`.
        """
        return self._keepsakes.sums(make, self.people, lambda person: make(person, self))

    def some_of(
        self, sources: Mapping[str, S], make: "Callable[[S, Assessment], T | None]"
    ) -> Mapping[str, T]:
        """The same as `some` of something else that there is of each contact."""
        return self._keepsakes.of_some(make, sources, lambda source: make(source, self))

    def facts_of(
        self, sources: Mapping[str, S], make: "Callable[[S, Assessment], T | None]"
    ) -> Mapping[str, T]:
        """The same as `facts` of something else that there is of each contact."""
        return self._keepsakes.facts(make, sources, lambda source: make(source, self))

    def ranked_of(
        self, sources: Mapping[str, S], rank: "Callable[[S], Rank | None]"
    ) -> tuple[S, ...]:
        """The same as `ranked` of something else that there is of each contact."""
        return self._keepsakes.ranked(rank, sources, rank)

    def sums_over(
        self, sources: Mapping[str, S], make: "Callable[[S, Assessment], Parts]"
    ) -> Mapping[Any, int]:
        """The same of something else that there is of each contact."""
        return self._keepsakes.sums(make, sources, lambda source: make(source, self))

    def rows(self, key: object, items: Sequence[S], make: "Callable[[S], Row]") -> Sequence[Row]:
        """Rows made of some items, each when it is asked for; each row is as in `kept`."""
        return self._keepsakes.rows(key, items, make)

    def keepsakes_for(self, index: Index) -> Keepsakes:
        """What the next assessment takes over: nothing if any link may mean another contact there.

        Where it is known which links may, whom these reach are other objects there.
        """
        is_known = self.index.names is index.names or self.index.names is index.names_before
        return self._keepsakes.handed_on() if is_known else Keepsakes({})
