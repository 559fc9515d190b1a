"""The page `give-and-take`: help that goes to and fro, and whom it is fine to ask."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from netjournal.model.contact import Kind, Relationship
from netjournal.model.diagnostic import Diagnostic
from netjournal.model.review import Column, Figure, Review, Row, RowsWhenAsked, Section
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.basis import basis, no_contacts
from netjournal.reviews.excerpts import plain_texts
from netjournal.reviews.exchange import Exchange, exchanges
from netjournal.reviews.help_by_month import MONTHS, HelpInMonth, help_by_month, help_in
from netjournal.reviews.help_chart import help_chart
from netjournal.reviews.keepsakes import Parts
from netjournal.reviews.questions import TOPICS, Question, Topic, questions
from netjournal.reviews.reasons import kind_of
from netjournal.reviews.tagging import hashtag
from netjournal.reviews.words import counted, exactly_ago, listed, month_of, one_decimal, times

SLUG = "give-and-take"
TITLE = "Give and take"

ENOUGH_HELP = 5
"""Helps in the window from which the page says how many there are a month."""

_MANY = 10
"""Helps a month from which a decimal says nothing more."""

MOST_ASKED = 20
"""Questions on one topic that a page shows."""

MOST_FINE = 10
"""People whom it is fine to ask that a page shows."""

_CONTACT = Column("contact", "Contact")
_WHY = Column("why", "Why")

_EXPLANATION = (
    (
        "Help is what carries the hashtags for giving and receiving, introductions included; an "
        "entry that links several people counts for each of them. Help, asks and contact are "
        "counted over the last 365 days. Who helps often does better than who keeps an exact "
        "balance (Flynn, 2003), so what counts is how often help goes to and fro."
    ),
    (
        "Allies get no account of give and take: among people who care for each other, keeping "
        "count puts off (Clark and Mills, 1979). They come up only when three more helps came "
        "from them than went to them, when you asked three times without any help given, or when "
        "half a year has nothing to show."
    ),
    (
        "With others, a first ask within half a year of meeting, after one interaction at most "
        "and without any help given, may come too soon; it is spoken of for 90 days. Two asks "
        "without any help given, two letters without an answer, and three letters in 30 days are "
        "worth a thought as well. The numbers are our choice, and every line is a question."
    ),
    (
        "Fine to ask are those who aren't due and about whom there is no question here; a promise "
        "to them that is past its day is said. People say yes more often than one expects: those "
        "who ask guess the chance too low, by up to a half (Flynn and Lake, 2008)."
    ),
)


_ByTopic = Mapping[Topic, Sequence[Question]]


def make(assessment: Assessment, _diagnostics: Sequence[Diagnostic]) -> Review:
    """The review `give-and-take` of a vault on a day."""
    numbers = _numbers(assessment)
    asked = assessment.once(questions)
    by_topic = assessment.kept(_by_topic, asked, _by_topic)
    fine = assessment.ranked_of(assessment.once(exchanges), _fine_rank)
    return Review(
        slug=SLUG,
        title=TITLE,
        lead=_lead(numbers, by_topic, fine, assessment),
        figures=_figures(numbers, asked, fine),
        sections=(
            *_questions(by_topic, assessment),
            _fine(fine, assessment),
            _by_month(numbers, assessment.as_of),
            _flags(asked),
        ),
        basis=assessment.once(basis),
        explanation=_EXPLANATION,
    )


def _fine_rank(exchange: Exchange) -> tuple[bool, int] | None:
    """Allies first, the latest contact first; None for those of whom it isn't fine to ask."""
    person = exchange.person
    if not exchange.is_fine_to_ask:
        return None
    return person.relationship is not Relationship.ALLY, person.standing.days_since or 0


def _lead(
    numbers: Mapping[Any, int],
    asked: _ByTopic,
    fine: Sequence[Exchange],
    assessment: Assessment,
) -> tuple[str, ...]:
    if not assessment.people:
        return (no_contacts(assessment),)
    given, received = numbers.get("given", 0), numbers.get("received", 0)
    if not given and not received:
        gave = hashtag(Kind.GAVE, assessment.config)
        got = hashtag(Kind.RECEIVED, assessment.config)
        nothing = (
            "No help is written down for the last twelve months. "
            f"{gave} or {got} behind a dated line is enough to begin with."
        )
        return (nothing, *_worth_a_thought(asked, fine))
    to = f"helped {times(given)}" if given else "gave no help that is written down"
    fro = f"were helped {times(received)}" if received else "received none"
    people = numbers.get("people", 0)
    how_often = "That is too little to say how often help goes to and fro."
    if given + received >= ENOUGH_HELP:
        a_month = _rate((given + received) / MONTHS)
        how_often = (
            f"With {counted(people, 'person', 'people')}, help went to or fro about "
            f"{'once' if a_month == '1' else f'{a_month} times'} a month."
        )
    return (
        f"In the last twelve months you {to} and {fro}. {how_often}",
        *_worth_a_thought(asked, fine),
    )


def _rate(number: float) -> str:
    """A number with one decimal as long as it is small."""
    return one_decimal(number) if number < _MANY else f"{number:,.0f}"


def _worth_a_thought(asked: _ByTopic, fine: Sequence[Exchange]) -> tuple[str, ...]:
    counts = [(len(asked[topic]), topic) for topic in TOPICS]
    parts = [counted(number, topic.one, topic.several) for number, topic in counts if number]
    texts = [f"Worth a thought: {listed(parts)}."] if parts else []
    if fine:
        people = counted(len(fine), "person", "people")
        texts.append(f"You are in touch with {people} whom it is fine to ask.")
    return (" ".join(texts),) if texts else ()


def _numbers(assessment: Assessment) -> Mapping[Any, int]:
    """The help of the last twelve months, of all contacts together."""
    return assessment.sums_over(assessment.once(exchanges), _parts)


def _parts(exchange: Exchange, assessment: Assessment) -> Parts:
    """What one contact adds to these numbers."""
    found = exchange.reciprocity
    numbers = {
        "given": found.given,
        "received": found.received,
        "asked": found.asked,
        "people": int(bool(found.given or found.received)),
    }
    counts = [(name, number) for name, number in numbers.items() if number]
    return [*counts, *help_in(exchange, assessment.as_of)]


def _figures(
    numbers: Mapping[Any, int], asked: Sequence[Question], fine: Sequence[Exchange]
) -> tuple[Figure, ...]:
    given, received = numbers.get("given", 0), numbers.get("received", 0)
    return (
        Figure("given", given),
        Figure("received", received),
        Figure("asked", numbers.get("asked", 0)),
        Figure("helps_per_month", (given + received) / MONTHS),
        Figure("questions", len(asked)),
        Figure("fine_to_ask", len(fine)),
    )


def _by_topic(asked: Sequence[Question]) -> _ByTopic:
    return {topic: [one for one in asked if one.topic is topic] for topic in TOPICS}


def _questions(asked: _ByTopic, assessment: Assessment) -> Sequence[Section]:
    """A section for each topic that has questions."""
    return [
        Section(
            topic.slug,
            topic.title,
            (
                _CONTACT,
                _WHY,
                Column("said", "In your words"),
                Column("question", "Perhaps"),
                Column("bring", "What may help"),
            ),
            assessment.rows((make, topic), asked[topic], lambda one: one.row(assessment)),
            intro=topic.intro,
            most=MOST_ASKED,
        )
        for topic in TOPICS
    ]


def _fine(people: Sequence[Exchange], assessment: Assessment) -> Section:
    return Section(
        "fine-to-ask",
        "Fine to ask",
        (_CONTACT, _WHY, Column("offers", "What they offer")),
        assessment.rows(_fine_row, people, lambda each: _fine_row(each, assessment)),
        intro="In touch, and no question above. People say yes more often than one expects.",
        most=MOST_FINE,
    )


def _fine_row(exchange: Exchange, assessment: Assessment) -> Row:
    person, as_of = exchange.person, assessment.as_of
    offers = person.contact.offers
    days = person.standing.days_since
    late = any(each.due and each.due < as_of for each in person.promises)
    first = "; first keep your promise, whose day is past" if late else ""
    return {
        "contact": person.ref,
        "relationship": person.relationship,
        "days": days,
        "why": f"{kind_of(person)}, last in touch {exactly_ago(days or 0)}{first}",
        "offers": listed(plain_texts(offers, assessment.index, person.contact.path), 3),
    }


def _by_month(numbers: Mapping[Any, int], as_of: date) -> Section:
    """The months of a year with any help; none without."""
    months = help_by_month(numbers, as_of)
    has_help = any(month.given or month.received for month in months)
    return Section(
        "by-month",
        "Month by month",
        (
            Column("label", "Month"),
            Column("given", "You helped"),
            Column("received", "You were helped"),
        ),
        tuple(_month_row(month) for month in months) if has_help else (),
        intro="All contacts together; the last month isn't over yet.",
        chart=help_chart(months, as_of),
    )


def _month_row(month: HelpInMonth) -> Row:
    return {
        "month": f"{month.year:04d}-{month.month:02d}",
        "label": month_of(month.year, month.month),
        "given": month.given,
        "received": month.received,
    }


def _flags(asked: Sequence[Question]) -> Section:
    """All questions in one list, for programs."""
    return Section("flags", "All questions", (), RowsWhenAsked(asked, lambda one: one.numbers()))
