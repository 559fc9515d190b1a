"""The page `upcoming`: the next 30 days, day by day."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from netjournal.measures.cadence import State
from netjournal.model.config import Config
from netjournal.model.diagnostic import Diagnostic
from netjournal.model.review import Cell, Column, Figure, Review, Row, RowsWhenAsked, Section
from netjournal.reviews import reasons
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.basis import basis, no_contacts
from netjournal.reviews.excerpts import excerpt
from netjournal.reviews.occasions import (
    WEEK,
    Birthday,
    DuePromise,
    Meeting,
    birthdays,
    due_promises,
    meetings,
    open_promises,
)
from netjournal.reviews.person import Person
from netjournal.reviews.words import ahead, counted, exactly_ago, listed, named_day, weekday

SLUG = "upcoming"
TITLE = "Upcoming"

DAYS = 30
"""Days ahead that the page looks."""

_MOST_NAMED = 5

_EXPLANATION = (
    (
        f"The day of the review and the {DAYS} days after it, of which the first {WEEK} are this "
        "week: from what your notes say, dated entries ahead, open promises with a day, and "
        "birthdays. Somebody born on 29 February has a birthday on the 28th in other years."
    ),
    (
        "A word is due on the day on which the last contact lies as many days back as the "
        "cadence. Whoever has waited longer is on the page neglected, and whoever you are going "
        "to meet is here with the meeting alone. The cadence is your wish; no study says on "
        "which day anybody ought to write."
    ),
)


class _Event(NamedTuple):
    """Something on a day."""

    day: date
    kind: str
    people: tuple[Person, ...]
    said: Meeting | DuePromise | Birthday | None = None


_ORDER = ("meeting", "promise", "birthday", "back", "due")
"""The kinds of events, in the order in which a day has them."""

_KINDS = {
    "meeting": "Planned",
    "promise": "Promised",
    "birthday": "Birthday",
    "back": "Back from a rest",
    "due": "Due for a word",
}


def make(assessment: Assessment, _diagnostics: Sequence[Diagnostic]) -> Review:
    """The review `upcoming` of a vault on a day."""
    as_of = assessment.as_of
    promises = due_promises(open_promises(assessment), as_of, DAYS)
    late = [promise for promise in promises if promise.days_left < 0]
    events = _events(promises[len(late) :], assessment)
    return Review(
        slug=SLUG,
        title=TITLE,
        lead=_lead(events, late, assessment),
        figures=_figures(events, late),
        sections=_sections(events, assessment),
        basis=assessment.once(basis),
        explanation=_EXPLANATION,
    )


def _events(promises: Iterable[DuePromise], assessment: Assessment) -> list[_Event]:
    """Everything ahead, in the order of days."""
    as_of = assessment.as_of
    found = [
        _Event(each.entry.date, "meeting", each.people, each) for each in meetings(assessment, DAYS)
    ]
    found += [_Event(each.promise.due or as_of, "promise", each.people, each) for each in promises]
    found += [
        _Event(each.day, "birthday", (each.person,), each) for each in birthdays(assessment, DAYS)
    ]
    found += _by_day("back", _back(assessment))
    found += [_Event(day, "due", tuple(people)) for day, people in _due(assessment)]
    return sorted(found, key=lambda event: (event.day, _ORDER.index(event.kind)))


def _back(assessment: Assessment) -> Iterable[tuple[date, Person]]:
    """Who returns from a rest, and when."""
    for person in assessment.those(_rests):
        day = person.contact.snoozed_until
        if day and (day - assessment.as_of).days <= DAYS:
            yield day, person


def _rests(person: Person) -> bool:
    return person.standing.state is State.SNOOZED


def _due(assessment: Assessment) -> Iterable[tuple[date, list[Person]]]:
    """Who is due on which day, with nothing planned."""
    as_of = assessment.as_of
    found: defaultdict[int, list[Person]] = defaultdict(list)
    for person in assessment.those(_is_due_soon):
        found[person.days_left].append(person)
    # A day past the end of the calendar is no day ahead.
    ahead = [days for days in found if days <= (date.max - as_of).days]
    return [(as_of + timedelta(days=days), found[days]) for days in ahead]


def _is_due_soon(person: Person) -> bool:
    stands = person.standing
    return (
        0 <= person.days_left <= DAYS
        and stands.state in (State.FRESH, State.DUE)
        and not stands.planned
    )


def _by_day(kind: str, found: Iterable[tuple[date, Person]]) -> list[_Event]:
    """One event a day, with everybody of that day."""
    days: dict[date, list[Person]] = {}
    for day, person in found:
        days.setdefault(day, []).append(person)
    return [_Event(day, kind, tuple(people)) for day, people in days.items()]


def _lead(
    events: Sequence[_Event], late: Sequence[DuePromise], assessment: Assessment
) -> tuple[str, ...]:
    if not assessment.people:
        return (no_contacts(assessment),)
    counts = _counts(events)
    things = [
        counted(counts[kind], one, several)
        for kind, one, several in (
            ("meeting", "meeting planned", "meetings planned"),
            ("promise", "promise due", "promises due"),
            ("birthday", "birthday", "birthdays"),
            ("back", "contact back from a rest", "contacts back from a rest"),
            ("due", "contact due for a word", "contacts due for a word"),
        )
        if counts[kind]
    ]
    if things:
        first = f"In the next {DAYS} days: {listed(things)}."
    else:
        first = (
            f"Nothing has a day in the next {DAYS} days. A dated line ahead in a note, a task "
            "with a day, or a birthday would stand here."
        )
    return (first, _late(late, assessment.config)) if late else (first,)


def _late(late: Sequence[DuePromise], config: Config) -> str:
    verb = "was" if len(late) == 1 else "were"
    longest = exactly_ago(-late[0].days_left)
    since = longest if len(late) == 1 else f"the first {longest}"
    where = " See the page today." if "today" in (config.build.pages or ("today",)) else ""
    return f"Besides, {counted(len(late), 'promise')} {verb} due before, {since}.{where}"


def _counts(events: Iterable[_Event]) -> dict[str, int]:
    """How many of each kind; for those who are due or back, how many people."""
    counts = dict.fromkeys(_ORDER, 0)
    for event in events:
        counts[event.kind] += len(event.people) if event.said is None else 1
    return counts


def _figures(events: Iterable[_Event], late: Sequence[DuePromise]) -> tuple[Figure, ...]:
    counts = _counts(events)
    return (
        Figure("meetings", counts["meeting"]),
        Figure("promises", counts["promise"]),
        Figure("promises_before", len(late)),
        Figure("birthdays", counts["birthday"]),
        Figure("back", counts["back"]),
        Figure("due", counts["due"]),
    )


def _sections(events: Sequence[_Event], assessment: Assessment) -> tuple[Section, ...]:
    end = [(event.day - assessment.as_of).days <= WEEK for event in events].count(True)
    columns = (
        Column("when", "Day"),
        Column("what", "What"),
        Column("who", "Who"),
        Column("why", "Why"),
    )

    def rows(found: Sequence[_Event]) -> Sequence[Row]:
        return RowsWhenAsked(found, lambda event: _row(event, assessment))

    nothing = "Nothing with a day this week." if assessment.people else ""
    return (
        Section("week", "This week", columns, rows(events[:end]), empty=nothing),
        Section("later", "After that", columns, rows(events[end:])),
    )


def _row(event: _Event, assessment: Assessment) -> Row:
    as_of = assessment.as_of
    days = (event.day - as_of).days
    refs = tuple([person.ref for person in event.people])
    who: Cell = refs
    if len(refs) > _MOST_NAMED:
        who = (*refs[: _MOST_NAMED - 1], f"{len(refs) - _MOST_NAMED + 1:,} others")
    return {
        "date": event.day,
        "days": days,
        "kind": event.kind,
        "contacts": refs,
        "when": f"{weekday(event.day, as_of)} ({ahead(days)})",
        "what": _KINDS[event.kind],
        "who": who,
        "why": _why(event, assessment),
    }


def _why(event: _Event, assessment: Assessment) -> Cell:
    said, as_of = event.said, assessment.as_of
    index, hashtags = assessment.index, assessment.config.hashtags
    if isinstance(said, Meeting):
        about = said.people[0].contact.path if len(said.people) == 1 else ""
        return excerpt(said.entry, index, hashtags, about=about) or "as your notes say"
    if isinstance(said, DuePromise):
        return excerpt(said.promise, index, hashtags) or "as your notes say"
    if isinstance(said, Birthday):
        return f"turns {said.turns}" if said.turns else "a line, or a call?"
    if event.kind == "back":
        return "the rest that you set ends" if len(event.people) == 1 else "their rest ends"
    return _why_due(event.people, as_of)


def _why_due(people: Sequence[Person], as_of: date) -> str:
    if len(people) > 1:
        return "as long since the last contact as you wanted it to be at most"
    stands = people[0].standing
    since = named_day(stands.last_contact or as_of, as_of)
    return f"last in touch on {since}, {reasons.cadence(people[0], 'you wanted')}"
