"""The page `trends`: the figures of the balance at each month's end, and what has changed since."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from netjournal.measures.balance import Balance, balance
from netjournal.measures.rhythm import touches_per_week
from netjournal.model.diagnostic import Diagnostic
from netjournal.model.review import Cell, Column, Figure, Review, Row, RowsWhenAsked, Section
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.basis import basis, no_contacts
from netjournal.reviews.industries import EVEN
from netjournal.reviews.month_ends import month_ends, month_lines, past_at_month_ends, quarter_ago
from netjournal.reviews.past import (
    Past,
    Then,
    days_of,
    first_day,
    lane,
    networks,
    past_of,
    summed,
)
from netjournal.reviews.person import Person
from netjournal.reviews.reasons import kind_of
from netjournal.reviews.trends_chart import trends_chart
from netjournal.reviews.words import counted, exactly_ago, named_day, one_decimal, roughly

SLUG = "trends"
TITLE = "Trends"

WORTH_TELLING = 0.5
"""Difference of the effective number of industries from which it is called a change."""

MOST_MOVED = 12
"""People of whom something else is true now that the page shows in each section."""

_CONTACT = Column("contact", "Contact")
_WHY = Column("why", "Why")

_EXPLANATION = (
    (
        "Nothing is stored for this page: every line is reckoned from the dated notes as they are "
        "today. So an entry that you add later changes the past as well."
    ),
    (
        "A contact counts from the first day of which a note tells: its first entry, `met` or "
        "`last_contact`. One without any date counts throughout. Who is in touch in time is known "
        "for every day."
    ),
    (
        "What a note says without a date is known for today alone: the relationship, the "
        "industry, the cadence, the status and the targets. The page takes them as they are now. "
        "Somebody who became an ally last month is one in every line, and who is closed or "
        "dormant today is in none. So the numbers of allies, acquaintances and industries can "
        "only grow here; being in touch goes both ways."
    ),
    (
        "The bars and the score are those of the page balance, and what the industries count as "
        "is told on the page industries; a change of that by less than 0.5 is called none."
    ),
)


_NEW, _CLOSER, _QUIETER = "new", "closer", "quieter"


class _Change(NamedTuple):
    """Two days, and those of whom something else is true now than it was then, by path."""

    before: Then
    now: Then
    moved: Mapping[str, str]
    """`new`, `closer` for those in touch in time again, `quieter` for those no more."""


def make(assessment: Assessment, _diagnostics: Sequence[Diagnostic]) -> Review:
    """The review `trends` of a vault on a day, with what has changed in about a quarter."""
    lines = assessment.once(month_lines)
    moved = assessment.facts(_moved_in_a_quarter)
    return _review(assessment, _Change(lines[quarter_ago(len(lines))], lines[-1], moved))


def _moved_in_a_quarter(person: Person, assessment: Assessment) -> str:
    days = len(assessment.once(month_ends).ordinals)
    past = assessment.each(past_at_month_ends)[person.contact.path]
    return _moved(past, quarter_ago(days), days - 1)


def make_since(assessment: Assessment, since: date) -> Review:
    """The same, with what has changed since a day, which lies before the day of the review."""
    days = days_of((since, assessment.as_of))
    pasts = {path: past_of(each, assessment, days) for path, each in assessment.people.items()}
    before, now = networks(summed(pasts.values()), days, assessment)
    found = [(path, _moved(past, 0, 1)) for path, past in pasts.items()]
    moved = {path: what for path, what in found if what}
    review = _review(assessment, _Change(before, now, moved))
    return replace(review, options=f" --since {since.isoformat()}")


def _review(assessment: Assessment, change: _Change) -> Review:
    return Review(
        slug=SLUG,
        title=TITLE,
        lead=_lead(assessment, change),
        figures=_figures(assessment, change),
        sections=_sections(assessment, change) if assessment.active else (),
        basis=assessment.once(basis),
        explanation=_EXPLANATION,
    )


def _lead(assessment: Assessment, change: _Change) -> tuple[str, ...]:
    if not assessment.people:
        return (no_contacts(assessment),)
    if not assessment.active:
        return (
            "None of your contacts is an ally or an acquaintance yet: there is no past to tell.",
        )
    before, now, as_of = change.before, change.now, assessment.as_of
    day = named_day(before.day, as_of)
    if not before.network.contacts:
        return (f"It is too early to say what has changed: the notes tell of nobody on {day}.",)
    parts = [
        _more(now.network.allies - before.network.allies, "ally", "allies"),
        _more(
            now.network.acquaintances - before.network.acquaintances,
            "acquaintance",
            "acquaintances",
        ),
    ]
    grown = " and ".join(part for part in parts if part) or "nobody new"
    moved = (
        f"Since {day} your notes tell of {grown}. On that day you were in touch in time, that "
        f"is as often as you want to be, with {_in_time(before)}; today it is {_in_time(now)}."
    )
    return moved, _spread_change(before, now)


def _more(number: int, one: str, several: str) -> str:
    return counted(number, f"more {one}", f"more {several}") if number else ""


def _spread_change(before: Then, now: Then) -> str:
    """What became of the spread of industries, in words."""
    first, second = before.network.effective_industries, now.network.effective_industries
    if first is None or second is None:
        return "How your industries have changed can't be told: too little is known of them."
    like = f"your {counted(now.industries, 'industry', 'industries')} count as"
    if abs(second - first) < WORTH_TELLING:
        if second >= EVEN * now.industries:
            over = counted(now.industries, "industry", "industries")
            return f"As before, your contacts are spread quite evenly over {over}."
        return f"As before, {like} about {roughly(second)} (see the page industries)."
    works = f"{like} {one_decimal(second)}"
    before_that = one_decimal(first)
    if second > first:
        return f"Now {works}; it was {before_that}."
    return f"Now {works}; it was {before_that}, as newer contacts work where many did before."


def _in_time(then: Then) -> str:
    share = then.network.in_rhythm
    return f"{share.part:,} of {share.whole:,}" if share.whole else "nobody"


def _figures(assessment: Assessment, change: _Change) -> tuple[Figure, ...]:
    values = _numbers(change.now, assessment)
    return tuple(Figure(name, value) for name, value in values.items())


def _numbers(then: Then, assessment: Assessment) -> dict[str, float | int | None]:
    """The figures of a day, by the names that the page balance has for them."""
    if not then.network.contacts:
        nothing = ("score", "allies", "spread", "outside", "reach", "care", "ei_index")
        return {**dict.fromkeys(nothing), "touches_per_week": touches_per_week(then.cadences)}
    found: Balance = balance(then.network, assessment.config.targets)
    return {
        "score": found.score,
        **found.bars._asdict(),
        "ei_index": found.ei_index,
        "touches_per_week": touches_per_week(then.cadences),
    }


def _sections(assessment: Assessment, change: _Change) -> tuple[Section, ...]:
    moved = assessment.kept(_sections, change.moved, _by_what)

    def rows(what: str, why: Callable[[Person], str]) -> Sequence[Row]:
        def row(path: str) -> Row:
            person = assessment.people[path]
            return {"contact": person.ref, "why": why(person)}

        return RowsWhenAsked(moved.get(what, ()), row)

    return (
        Section(
            "new",
            "New since then",
            (_CONTACT, _WHY),
            rows(_NEW, lambda person: _why_new(person, assessment)),
            most=MOST_MOVED,
        ),
        Section(
            "closer",
            "In touch again",
            (_CONTACT, _WHY),
            rows(
                _CLOSER,
                lambda person: f"{_last(person)}; then it had been longer than you want",
            ),
            most=MOST_MOVED,
        ),
        Section(
            "quieter",
            "Quieter since then",
            (_CONTACT, _WHY),
            rows(_QUIETER, lambda person: f"{_last(person)}; then you were in touch in time"),
            intro="Is it the season, or has something changed?",
            most=MOST_MOVED,
        ),
        _months(assessment),
    )


def _by_what(moved: Mapping[str, str]) -> Mapping[str, Sequence[str]]:
    """The paths of those of whom each thing is true."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for path, what in moved.items():
        found[what].append(path)
    return found


def _moved(past: Past, then: int, now: int) -> str:
    """What is true of a contact now that wasn't in the lane of an earlier day; mostly nothing."""
    if not past.alike.active:
        return ""
    if not lane(past.there, then):
        return _NEW
    was, is_now = lane(past.in_time, then), lane(past.in_time, now)
    if not past.alike.is_cared_for or was == is_now:
        return ""
    return _CLOSER if is_now else _QUIETER


def _why_new(person: Person, assessment: Assessment) -> str:
    begun = first_day(person, assessment)
    day = date.fromordinal(begun) if begun else assessment.as_of
    return f"{kind_of(person)}, first told of on {named_day(day, assessment.as_of)}"


def _last(person: Person) -> str:
    days = person.standing.days_since
    return "no contact so far" if days is None else f"last in touch {exactly_ago(days)}"


def _months(assessment: Assessment) -> Section:
    """The lines of all months, the latest first, from the first one that tells of anybody."""
    told = [then for then in assessment.once(month_lines) if then.network.contacts]
    numbers = [_numbers(then, assessment) for then in told]
    rows = [_month(then, known) for then, known in zip(told, numbers, strict=True)]
    return Section(
        "months",
        "Month by month",
        (
            Column("day", "On"),
            Column("ally_count", "Allies"),
            Column("acquaintance_count", "Acquaintances"),
            Column("in_time", "In touch in time", is_count=True),
            Column("industries", "Industries"),
            Column("effective_industries", "Count as"),
            Column("score_rounded", "Score"),
        ),
        tuple(reversed(rows)),
        intro="The day of the review, and the ends of the months before it.",
        chart=trends_chart(told, [known["score"] for known in numbers], assessment.as_of),
    )


def _month(then: Then, numbers: Mapping[str, float | int | None]) -> Mapping[str, Cell]:
    score = numbers["score"]
    return {
        "day": then.day,
        "ally_count": then.network.allies,
        "acquaintance_count": then.network.acquaintances,
        "in_time": _in_time(then),
        "industries": then.industries,
        "effective_industries": then.network.effective_industries,
        **numbers,
        "score_rounded": None if score is None else round(score),
    }
