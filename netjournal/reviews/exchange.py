"""What went to and fro with each contact: help, asks, letters and leads, by the day."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from netjournal.measures.cadence import State
from netjournal.measures.reciprocity import (
    Dealings,
    Reciprocity,
    asks_too_soon,
    in_window,
    reciprocity,
)
from netjournal.model.contact import Contact, Interaction, Kind, Relationship, Status
from netjournal.model.index import Index
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.person import Person

_GIVING = frozenset({Kind.GAVE, Kind.INTRO})
_RECEIVING = frozenset({Kind.RECEIVED, Kind.INTRODUCED_ME})
_HELP = _GIVING | _RECEIVING
_TRADE = frozenset({Kind.ASKED, Kind.WAS_ASKED, Kind.DEAL})

_IN_TOUCH = frozenset({State.FRESH, State.DUE})
_NOTHING = Dealings()
_NO_HELP = Reciprocity(0, 0, 0, 0, 0, ())

_MOST_LINKS = 50
"""Links of an introduction that are looked at, so that one with thousands costs nothing."""


class Exchange(NamedTuple):
    """What went to and fro with one contact."""

    person: Person
    dealings: Dealings
    leads: Sequence[date]
    """The days of leads in the window, earliest first."""
    introductions: Sequence[Interaction]
    """The introductions that stand in the contact's own note, and link somebody else."""
    reciprocity: Reciprocity
    planned_ask: date | None
    """A first ask ahead that would come too soon as things stand."""
    raises_questions: bool
    """Whether there is anything to ask about it."""
    is_fine_to_ask: bool
    """Whether the contact is in touch, not past due, and there is nothing to ask about it."""


def exchanges(assessment: Assessment) -> Mapping[str, Exchange]:
    """The exchange with every contact but the unsorted, by path, in the order of paths."""
    found = assessment.some(own_exchange)
    introducing = assessment.facts_of(found, _introductions)
    introduced = assessment.kept(exchanges, introducing, _introduced_elsewhere)
    both = introduced.keys() & found.keys()
    made = {path: _with_help(path, introduced[path], assessment) for path in both}
    return {**found, **made} if made else found


def _introductions(exchange: Exchange, assessment: Assessment) -> tuple[tuple[str, date], ...]:
    """To whom else the introductions in a contact's note are, and when."""
    find = assessment.index.names.find
    return tuple(
        [
            (meant[0], entry.date)
            for entry in exchange.introductions
            for link in entry.links[:_MOST_LINKS]
            if len(meant := find(link, entry.path)) == 1 and meant[0] != entry.path
        ]
    )


def _with_help(path: str, days: tuple[date, ...], assessment: Assessment) -> Exchange:
    """An exchange, with help that stands in other contacts' notes."""
    person = assessment.people[path]
    return assessment.kept(
        (exchanges, path, days), person, lambda person: _made(person, assessment, days)
    )


def own_exchange(person: Person, assessment: Assessment) -> Exchange | None:
    """The exchange that the entries with a contact tell of."""
    return None if person.relationship is None else _made(person, assessment)


def _made(person: Person, assessment: Assessment, also_gave: Sequence[date] = ()) -> Exchange:
    """An exchange, with help that stands in other contacts' notes."""
    contact, as_of = person.contact, assessment.as_of
    entries = assessment.index.interactions.get(contact.path, ())
    tagged = [entry for entry in entries if entry.kinds]
    if not tagged and not also_gave and person.relationship is not Relationship.ALLY:
        return Exchange(person, _NOTHING, (), (), _NO_HELP, None, False, _is_in_touch(person))
    if contact.introduced_by:
        tagged = [_as_told_of(contact, entry, assessment.index) for entry in tagged]
    days = _days(contact.path, tagged)
    gave, trade = _united(days.get("gave", ()), also_gave), days.get("trade", ())
    dealings = Dealings(
        person.contacted,
        gave,
        days.get("received", ()),
        days.get("asked", ()),
        days.get("was_asked", ()),
        days.get("outgoing", ()),
        days.get("unanswered", ()),
        trade,
        # Only where there is trade does it matter how much else there is.
        _days(contact.path, entries).get("talk", ()) if trade else (),
    )
    met = contact.met.earliest() if contact.met and dealings.asked else None
    found = reciprocity(as_of, person.relationship, dealings, met)
    ask = None
    if contact.status is not Status.ACTIVE or _rests(person, as_of):
        found = found._replace(flags=())
    elif dealings.asked:
        ask = _planned_ask(person, dealings, as_of, met)
    asks = bool(found.flags) or ask is not None
    return Exchange(
        person,
        dealings,
        in_window(days["leads"], as_of) if "leads" in days else (),
        _own_introductions(contact.path, tagged) if "introductions" in days else (),
        found,
        ask,
        asks,
        not asks and _is_in_touch(person),
    )


def _as_told_of(contact: Contact, entry: Interaction, index: Index) -> Interaction:
    """An entry as it counts for a contact whom somebody introduced to me.

    Where the journal tells of that, it links both, but the help is the other one's.
    """
    if entry.path == contact.path or Kind.INTRODUCED_ME not in entry.kinds:
        return entry
    by = index.names.find(contact.introduced_by, contact.path) if contact.introduced_by else ()
    links = entry.links[:_MOST_LINKS]
    if len(by) != 1 or all(index.names.find(link, entry.path) != by for link in links):
        return entry
    return entry._replace(kinds=tuple([k for k in entry.kinds if k is not Kind.INTRODUCED_ME]))


def _is_in_touch(person: Person) -> bool:
    """Whether the contact has a rhythm, and is not past it."""
    ratio = person.standing.overdue_ratio
    return ratio is not None and ratio <= 1 and person.standing.state in _IN_TOUCH


def _own_introductions(path: str, entries: Iterable[Interaction]) -> Sequence[Interaction]:
    return [e for e in entries if Kind.INTRO in e.kinds and e.links and e.path == path]


def _rests(person: Person, as_of: date) -> bool:
    until = person.contact.snoozed_until
    return until is not None and as_of < until


def _planned_ask(person: Person, dealings: Dealings, as_of: date, met: date | None) -> date | None:
    first = dealings.asked[0]
    if person.relationship is Relationship.ALLY or first <= as_of:
        return None
    return first if asks_too_soon(first, dealings, met) else None


def _days(path: str, entries: Sequence[Interaction]) -> Mapping[str, Sequence[date]]:
    """The days of what stands in the entries with the contact at a path, by what it is.

    The same thing is often written down both in the journal and in the contact's own note, so a
    day counts as often as the one of the two that has more of it.
    """
    own = [entry for entry in entries if entry.path == path]
    if not own or len(own) == len(entries):
        return _by_name(entries)
    mine = _by_name(own)
    journal = _by_name([entry for entry in entries if entry.path != path])
    return {name: _united(mine.get(name, ()), journal.get(name, ())) for name in (*mine, *journal)}


def _by_name(entries: Iterable[Interaction]) -> Mapping[str, list[date]]:
    days: dict[str, list[date]] = {}
    for entry in entries:
        for name in _names(entry.kinds):
            if name in days:
                days[name].append(entry.date)
            else:
                days[name] = [entry.date]
    return days


@lru_cache(maxsize=1024)
def _names(kinds: tuple[Kind, ...]) -> tuple[str, ...]:
    """What an entry of these kinds counts as: names of `Dealings`, leads and introductions."""
    if Kind.ABOUT in kinds:
        return ()
    said = frozenset(kinds)
    has_help = not said.isdisjoint(_HELP)
    has_trade = not said.isdisjoint(_TRADE)
    counts = {
        "gave": not said.isdisjoint(_GIVING),
        "received": not said.isdisjoint(_RECEIVING),
        "asked": Kind.ASKED in said,
        "was_asked": Kind.WAS_ASKED in said,
        "outgoing": Kind.OUTREACH in said,
        "unanswered": Kind.OUTREACH in said and Kind.ANSWERED not in said,
        "trade": has_trade and not has_help,
        "talk": not has_trade and not has_help,
        "leads": Kind.LEAD in said,
        "introductions": Kind.INTRO in said,
    }
    return tuple([name for name, is_so in counts.items() if is_so])


def _united(own: Sequence[date], journal: Sequence[date]) -> Sequence[date]:
    """The days of two lists, earliest first, each as often as in the one that has more of it."""
    if not own or not journal:
        return own or journal
    return sorted((Counter(own) | Counter(journal)).elements())


def _introduced_elsewhere(
    found: Mapping[str, Sequence[tuple[str, date]]],
) -> Mapping[str, tuple[date, ...]]:
    """The days on which another contact's note says that I introduced somebody to them.

    An entry in a contact's note is with that contact alone, but an introduction helps both.
    """
    days: defaultdict[str, set[date]] = defaultdict(set)
    for path, day in chain.from_iterable(found.values()):
        days[path].add(day)
    return {path: tuple(sorted(each)) for path, each in days.items()}
