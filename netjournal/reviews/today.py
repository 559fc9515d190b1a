"""The page `today`: a few people to be in touch with this week, and what falls due.

At most ten people, in kept seats (see `seats.py`), so that overdue allies don't drown everyone
else: a follow-up, the only one in an industry, four allies, two acquaintances, one who is
drifting, and an old tie worth a line. Free seats go to the next by priority.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from netjournal.model.contact import Promise
from netjournal.model.diagnostic import Diagnostic, Severity
from netjournal.model.review import Cell, Column, Figure, Review, Row, Section
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.attention import attention
from netjournal.reviews.balance_step import balance_step
from netjournal.reviews.basis import full_basis, no_contacts
from netjournal.reviews.bring import bring
from netjournal.reviews.coverage import coverage
from netjournal.reviews.doubts import WHY, Doubts, doubt, doubts
from netjournal.reviews.elsewhere import SOMEDAY, elsewhere, reference
from netjournal.reviews.excerpts import excerpt
from netjournal.reviews.matching import Offer, offers_in_touch
from netjournal.reviews.occasions import (
    WEEK,
    Birthday,
    DuePromise,
    birthdays,
    due_promises,
    open_promises,
)
from netjournal.reviews.person import Person
from netjournal.reviews.seats import MOST, Seat, this_week, why
from netjournal.reviews.states import meanings
from netjournal.reviews.words import ahead, counted, exactly_ago, listed, named_day, weekday

SLUG = "today"
TITLE = "Today"

BIRTHDAY_DAYS = 14
"""Days ahead for which a birthday is shown: a card has to be on its way before."""

MOST_SOMEDAY = 10
"""Promises without a day that are shown."""

_NOTHING_KNOWN = "How are they? A short line is enough."
"""What to bring when the notes have nothing."""

_CONTACT = Column("contact", "Contact")

_EXPLANATION = (
    (
        f"This week is today and the {WEEK} days after it. At most {MOST} people a week, in kept "
        "seats: one follow-up after a first meeting, one who is your only ally or acquaintance in "
        "an industry, four allies, two acquaintances, one who is quieter than usual, and one old "
        "tie worth a line. A free seat goes to the next of those who are due, by the priority of "
        "the page neglected."
    ),
    (
        "An old tie is proposed in the four weeks after an anniversary of the last contact, if "
        "it may bring something new (an industry where you have no ally or acquaintance, or only "
        "one) or rests on help given or received. Old ties gave advice as good as current ones "
        "(Levin, Walter and Murnighan, 2011)."
    ),
    (
        "What you could bring is the first that there is: an open promise, a need that another "
        "contact's offer meets, what was said last. Nobody is proposed who owes you two answers."
    ),
)


def make(assessment: Assessment, diagnostics: Sequence[Diagnostic]) -> Review:
    """The review `today` of a vault on a day."""
    as_of = assessment.as_of
    lists = assessment.once(attention)
    found = assessment.once(coverage)
    seats = this_week(lists, assessment)
    promises = open_promises(assessment)
    due = due_promises(promises, as_of, WEEK)
    days = birthdays(assessment, BIRTHDAY_DAYS)
    problems = sum(1 for problem in diagnostics if problem.severity is not Severity.INFO)
    return Review(
        slug=SLUG,
        title=TITLE,
        lead=_lead(len(seats), len(due), len(days), assessment),
        figures=(
            Figure("people", len(seats)),
            Figure("promises", len(due)),
            Figure("birthdays", len(days)),
            Figure("problems", problems),
        ),
        sections=(
            _people(seats, days, doubts(diagnostics, assessment.index), assessment),
            _promises(due, assessment),
            _birthdays(days, as_of),
            _next_step(assessment),
            elsewhere(lists, found, promises, problems, assessment),
            _someday(promises, assessment),
        ),
        basis=full_basis(assessment, diagnostics),
        explanation=_EXPLANATION,
    )


def _lead(people: int, promises: int, days: int, assessment: Assessment) -> tuple[str, ...]:
    if not assessment.people:
        return (no_contacts(assessment),)
    if len(assessment.unsorted) == len(assessment.people):
        begin = (
            f"{counted(len(assessment.people), 'contact')} so far, and nothing about any of them "
            "yet. Begin with one whom you would miss: `relationship: ally` in the note, and a "
            "dated line for the last time you spoke."
        )
        return (begin,)
    things = [
        counted(number, one, several)
        for number, one, several in (
            (people, "person to be in touch with", "people to be in touch with"),
            (promises, "promise due", "promises due"),
        )
        if number
    ]
    week = f"This week: {listed(things)}." if things else "Nothing is waiting this week."
    if not days:
        return (week,)
    return (f"{week} In the next two weeks: {counted(days, 'birthday', 'birthdays')}.",)


def _people(
    seats: Sequence[Seat],
    days: Sequence[Birthday],
    unread: Doubts,
    assessment: Assessment,
) -> Section:
    offers = assessment.once(offers_in_touch)
    born = {each.person.contact.path: each.day for each in days}
    return Section(
        "people",
        "People this week",
        (_CONTACT, WHY, Column("bring", "What you could bring")),
        tuple(
            _seat_row(seat, offers, born.get(seat.person.contact.path), assessment)
            | {"doubt": doubt(seat.person.contact.path, unread)}
            for seat in seats
        ),
        legend=meanings([seat.person.standing.state for seat in seats]),
        empty="Nobody is due. Time for whoever comes to mind." if assessment.people else "",
    )


def _seat_row(
    seat: Seat, offers: Sequence[Offer], birthday: date | None, assessment: Assessment
) -> dict[str, Cell]:
    person, as_of = seat.person, assessment.as_of
    reason = why(seat, assessment.index, as_of)
    if birthday:
        reason += f"; has a birthday {ahead((birthday - as_of).days)}"
    return {
        "contact": person.ref,
        "relationship": person.relationship,
        "seat": seat.kind,
        "state": person.standing.state,
        "days": person.standing.days_since,
        "cadence_days": person.cadence_days,
        "priority": person.standing.priority,
        "why": reason,
        "bring": bring(person, offers, assessment) or _NOTHING_KNOWN,
    }


def _promises(found: Sequence[DuePromise], assessment: Assessment) -> Section:
    return Section(
        "promises",
        "Promises due",
        (Column("promise", "Promise"), Column("people", "To"), Column("when", "When")),
        tuple(
            {
                "promise": excerpt(due.promise, assessment.index, assessment.config.hashtags),
                "people": tuple(person.ref for person in due.people),
                "due": due.promise.due,
                "days_left": due.days_left,
                "when": _when(due, assessment.as_of),
            }
            for due in found
        ),
    )


def _someday(found: Mapping[Promise, Sequence[Person]], assessment: Assessment) -> Section:
    """The open promises without a day, to which the counts lead."""
    index, hashtags = assessment.index, assessment.config.hashtags
    return Section(
        SOMEDAY,
        "Promises without a day",
        (Column("promise", "Promise"), Column("people", "To")),
        tuple(
            {
                "promise": excerpt(promise, index, hashtags),
                "people": tuple(person.ref for person in people),
            }
            for promise, people in found.items()
            if promise.due is None
        ),
        most=MOST_SOMEDAY,
    )


def _when(due: DuePromise, as_of: date) -> str:
    day = due.promise.due or as_of
    if due.days_left < 0:
        return f"was due {exactly_ago(-due.days_left)} ({named_day(day, as_of)})"
    return f"{ahead(due.days_left)} ({weekday(day, as_of)})"


def _birthdays(found: Sequence[Birthday], as_of: date) -> Section:
    return Section(
        "birthdays",
        "Birthdays in the next two weeks",
        (_CONTACT, Column("when", "When")),
        tuple(
            {
                "contact": birthday.person.ref,
                "day": birthday.day,
                "turns": birthday.turns,
                "when": f"{ahead((birthday.day - as_of).days)} ({weekday(birthday.day, as_of)})"
                + (f", turns {birthday.turns}" if birthday.turns else ""),
            }
            for birthday in found
        ),
    )


def _next_step(assessment: Assessment) -> Section:
    rows: tuple[Row, ...] = ()
    if assessment.active:
        step = assessment.once(balance_step)
        where = reference(step.slug, step.slug, step.section, assessment.config)
        people = tuple(person.ref for person in step.people)
        rows = ({"step": step.text, "people": people, "where": where},)
    columns = (Column("step", "Step"), Column("people", "With"), Column("where", "See"))
    return Section("next-step", "One step for balance", columns, rows)
