"""Your circles: who is how near, by groups of industries, as rows and as a picture."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Final, NamedTuple

from netjournal.measures.cadence import State
from netjournal.model.charts import Chart, CircleMark, CirclesMap, Wedge
from netjournal.model.contact import Relationship
from netjournal.model.review import Column, Row, Section
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.coverage import is_unplaced, wanted_industries
from netjournal.reviews.person import Person
from netjournal.reviews.presence import Presence

MOST_GROUPS: Final = 9
"""The groups that the picture shows, the largest ones; the others share one wedge."""

MOST_MARKS: Final = 24
"""The marks for the allies or the acquaintances of a group; with more people, each is several."""

_WAITING: Final = (State.DUE, State.OVERDUE, State.FADING)
_STATES: Final = (State.FRESH, *_WAITING, State.NEVER, State.NO_CADENCE)
_OTHER: Final = State.LAPSED
_WARMTH: Final = {State.FRESH: 1.0, State.DUE: 2 / 3, State.OVERDUE: 1 / 3}
"""How full a mark of several is, by their state; empty for the others."""

_REST: Final = ("other groups", "Other groups")
_UNKNOWN: Final = ("unknown", "Unknown")

_COLUMNS: Final = (
    Column("label", "Group"),
    Column("allies", "Allies"),
    Column("acquaintances", "Acquaintances"),
    Column("in_touch", "In touch"),
    Column("waiting", "Waiting"),
    Column("others", "Others"),
)


class Ring(NamedTuple):
    """The allies or the acquaintances in a group of industries."""

    people: Sequence[Person]
    states: Mapping[State, int]
    """How many there are in each state that calls for something; those in touch first."""

    @property
    def others(self) -> int:
        """How many are in no such state: they have lapsed, or rest."""
        return len(self.people) - sum(self.states.values())


class Near(NamedTuple):
    """Some contacts, by how near they are."""

    allies: Ring
    acquaintances: Ring


class Circle(NamedTuple):
    """The active contacts in a group of industries."""

    group: str
    label: str
    """What the group is called."""
    near: Near

    @property
    def size(self) -> int:
        """How many there are."""
        return sum([len(ring.people) for ring in self.near])

    def count(self, *states: State) -> int:
        """How many are in one of these states."""
        return sum([ring.states[state] for ring in self.near for state in states])


def circles_section(assessment: Assessment) -> Section:
    """The circles as a section; it isn't shown when nobody has a known industry."""
    circles = assessment.once(circles_of) if assessment.active_by_industry else ()
    return Section(
        "circles",
        "Your circles",
        _COLUMNS,
        tuple([_row(circle) for circle in circles]),
        intro="By groups of industries: one that is empty is a direction to look in.",
        chart=_chart(circles, assessment) if circles else None,
    )


def circles_of(assessment: Assessment) -> tuple[Circle, ...]:
    """The active contacts by the group of their first industry, in the taxonomy's order."""
    found: dict[str, list[Near]] = {
        industry.group: [] for industry in wanted_industries(assessment.config)
    }
    for key, there in assessment.active_by_industry.items():
        group = assessment.index.taxonomy.industries[key].group
        # Of thousands of people few change: those of the other industries are counted once.
        near = assessment.kept((circles_of, key), there, partial(_first_in, key))
        found.setdefault(group, []).append(near)
    label = assessment.index.taxonomy.group_label
    circles = [Circle(group, label(group), _together(near)) for group, near in found.items()]
    unknown = assessment.those(is_unplaced)
    shown = _largest(circles)
    return (*shown, Circle(*_UNKNOWN, _split(unknown))) if unknown else tuple(shown)


def _first_in(key: str, there: Presence) -> Near:
    """Those among the people in an industry of whom it is the first."""
    return _split([person for person in there.people if person.industries[0].key == key])


def _largest(circles: Sequence[Circle]) -> Sequence[Circle]:
    """The circles that are shown, in their order, and what is left of the others as one."""
    if len(circles) <= MOST_GROUPS:
        return circles
    largest = set(sorted(range(len(circles)), key=lambda n: -circles[n].size)[:MOST_GROUPS])
    rest = [circle.near for number, circle in enumerate(circles) if number not in largest]
    return (*[circles[number] for number in sorted(largest)], Circle(*_REST, _together(rest)))


def _split(people: Sequence[Person]) -> Near:
    return Near(
        _ring([person for person in people if person.relationship is Relationship.ALLY]),
        _ring([person for person in people if person.relationship is not Relationship.ALLY]),
    )


def _ring(people: Sequence[Person]) -> Ring:
    # Counting in a list is much quicker than a table of states for each of thousands of people.
    states = [person.standing.state for person in people]
    return Ring(people, {state: states.count(state) for state in _STATES})


def _together(several: Sequence[Near]) -> Near:
    return Near(*[_joined([near[place] for near in several]) for place in range(2)])


def _joined(rings: Sequence[Ring]) -> Ring:
    return Ring(
        [person for ring in rings for person in ring.people],
        {state: sum([ring.states[state] for ring in rings]) for state in _STATES},
    )


def _row(circle: Circle) -> Row:
    in_touch = circle.count(State.FRESH)
    waiting = circle.count(*_WAITING)
    return {
        "industry": None,
        "group": circle.group,
        "label": circle.label,
        "contacts": circle.size,
        "allies": len(circle.near.allies.people),
        "acquaintances": len(circle.near.acquaintances.people),
        "in_touch": in_touch,
        "waiting": waiting,
        "others": circle.size - in_touch - waiting,
    }


def _chart(circles: Sequence[Circle], assessment: Assessment) -> Chart:
    each = _people_a_mark(circles)
    stands = "A mark is a person" if each == 1 else f"A mark is up to {each:,} people of one state"
    empty = [circle.label for circle in circles if not circle.size]
    return Chart(
        title="Your circles",
        description=f"Allies in the middle, acquaintances around them, in {len(circles):,} groups "
        f"of industries, {len(empty):,} of them empty. The table has the numbers.",
        caption=f"{stands}: allies in the middle, acquaintances around them, each group of "
        "industries in its own direction. The shape says where they stand, and a fuller one "
        "that there was more contact lately. Somebody with several industries stands in the "
        "first. The numbers are allies and acquaintances.",
        as_of=assessment.as_of,
        drawing=CirclesMap(tuple([_wedge(circle, each) for circle in circles])),
    )


def _people_a_mark(circles: Iterable[Circle]) -> int:
    most = max([len(ring.people) for circle in circles for ring in circle.near])
    return max(1, -(-most // MOST_MARKS))


def _wedge(circle: Circle, each: int) -> Wedge:
    allies, others = [len(ring.people) for ring in circle.near]
    told = f"{allies:,} + {others:,}" if allies and others else f"{allies + others:,}"
    return Wedge(
        circle.label,
        told if circle.size else "none yet",
        _marks(circle.near.allies, each),
        _marks(circle.near.acquaintances, each),
    )


def _marks(ring: Ring, each: int) -> tuple[CircleMark, ...]:
    """A mark for each person, or for so many of one state; those in touch come first."""
    if each == 1:
        return tuple(sorted([_mark(person) for person in ring.people], key=_warmest_in_touch_first))
    counts = {**ring.states, _OTHER: ring.others}
    return tuple(
        [
            CircleMark(state, _WARMTH.get(state, 0.0))
            for state, count in counts.items()
            for _ in range(-(-count // each))
        ]
    )


def _mark(person: Person) -> CircleMark:
    stands = person.standing
    return CircleMark(stands.state, stands.warmth or 0.0, person.ref.label)


def _warmest_in_touch_first(mark: CircleMark) -> tuple[int, float, str]:
    place = _STATES.index(State(mark.state)) if mark.state in _STATES else len(_STATES)
    return place, -mark.warmth, mark.name
