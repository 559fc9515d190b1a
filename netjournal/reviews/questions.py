"""The questions of the page give-and-take: what each rests on, and how it is put."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import chain
from typing import NamedTuple

from netjournal.measures.reciprocity import Flag
from netjournal.model.contact import Interaction, Kind
from netjournal.model.review import Advice, Cell, Excerpt, Row
from netjournal.model.source import Place
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.excerpts import excerpt, plain_texts
from netjournal.reviews.exchange import Exchange, exchanges
from netjournal.reviews.person import Person
from netjournal.reviews.why_asked import question, why, why_planned
from netjournal.reviews.words import listed, named_day


class Topic(NamedTuple):
    """Questions that belong together: a section of the page."""

    slug: str
    title: str
    intro: str
    flags: tuple[Flag, ...]
    one: str
    """One of them, counted: `1 person to do something for`."""
    several: str


TOPICS = (
    Topic(
        "your-turn",
        "Your turn",
        "As far as it is written down, more help has come from them than gone to them.",
        (Flag.YOUR_TURN,),
        "person to do something for",
        "people to do something for",
    ),
    Topic(
        "asks",
        "Before you ask",
        "A small help first, or simply a talk, makes an ask easier for both.",
        (Flag.ASKED_TOO_SOON, Flag.ASKS_WITHOUT_GIVING),
        "ask that may come easier after a small help",
        "asks that may come easier after a small help",
    ),
    Topic(
        "unanswered",
        "Their turn to write",
        "No answer is seldom about you: most people are busy, and some write months later.",
        (Flag.STOP, Flag.WAIT, Flag.TOO_FREQUENT),
        "person to let write first",
        "people to let write first",
    ),
    Topic(
        "labels",
        "Does the word still fit?",
        "What is written down looks different from the relationship in the note. You know better.",
        (Flag.ACTS_LIKE_AN_ALLY, Flag.ALLY_IN_NAME_ONLY, Flag.TRANSACTIONAL),
        "relationship that may have changed",
        "relationships that may have changed",
    ),
)
"""The sections, in the order of the page; the flags of each in the order of its rows."""

_TOPIC_OF = {flag: topic for topic in TOPICS for flag in topic.flags}
_NEVER = 10**7
"""Days since a contact that there never was: more than any."""

_PLACES = {flag: place for place, flag in enumerate(_TOPIC_OF)}

_RESTS_ON = {
    Flag.ASKED_TOO_SOON: Kind.ASKED,
    Flag.ASKS_WITHOUT_GIVING: Kind.ASKED,
    Flag.WAIT: Kind.OUTREACH,
    Flag.STOP: Kind.OUTREACH,
    Flag.TOO_FREQUENT: Kind.OUTREACH,
    Flag.YOUR_TURN: Kind.RECEIVED,
}
"""The kind of the entry that is quoted; for the other flags what was said last."""


class Question(NamedTuple):
    """A question about one contact."""

    topic: Topic
    flag: Flag
    exchange: Exchange
    planned: date | None = None
    """The day of an ask ahead, whose flag is that of one too soon."""

    def numbers(self) -> dict[str, Cell]:
        """The numbers that it rests on, by their names in the JSON."""
        found = self.exchange.reciprocity
        return {
            "contact": self.exchange.person.ref,
            "relationship": self.exchange.person.relationship,
            "flag": self.flag,
            "given": found.given,
            "received": found.received,
            "asked": found.asked,
            "net": found.net,
            "balance": found.balance,
            "contacts": found.contacts,
            "unanswered": found.unanswered,
            "planned": self.planned,
        }

    def row(self, assessment: Assessment) -> Row:
        """The same, with the words of the page."""
        as_of = assessment.as_of
        is_planned = self.planned is not None
        reason = (
            why_planned(self.exchange, as_of)
            if is_planned
            else why(self.exchange, self.flag, as_of)
        )
        return {
            **self.numbers(),
            "why": reason,
            "said": _said(self, assessment),
            "question": Advice(question(self.exchange, self.flag, is_planned=is_planned)),
            "bring": _what_may_help(self.exchange.person, assessment) if self._helps else None,
        }

    @property
    def _helps(self) -> bool:
        """Whether the question is what I could do for them."""
        return self.topic.slug in ("your-turn", "asks")


def questions(assessment: Assessment) -> Sequence[Question]:
    """All questions, in the order of the sections and of their flags; see `_place`.

    It is the same object as before while no question has changed.
    """
    asked = assessment.some_of(assessment.once(exchanges), _about)
    return assessment.kept(questions, asked, _in_order)


def _about(exchange: Exchange, _assessment: Assessment) -> Sequence[Question]:
    """The questions about one contact; none about most."""
    if not exchange.raises_questions:
        return ()
    flags = exchange.reciprocity.flags
    asked = [Question(_TOPIC_OF[flag], flag, exchange) for flag in flags if flag in _TOPIC_OF]
    if exchange.planned_ask:
        flag = Flag.ASKED_TOO_SOON
        asked.append(Question(_TOPIC_OF[flag], flag, exchange, exchange.planned_ask))
    return asked


def _in_order(asked: Mapping[str, Sequence[Question]]) -> Sequence[Question]:
    return sorted(chain.from_iterable(asked.values()), key=_place)


def _place(asked: Question) -> tuple[int, bool, int, int]:
    """Asks ahead before past ones, most help first where it is my turn, the latest contact first.

    A page shows the first few of many.
    """
    days = asked.exchange.person.standing.days_since
    net = asked.exchange.reciprocity.net if asked.flag is Flag.YOUR_TURN else 0
    return _PLACES[asked.flag], asked.planned is None, net, _NEVER if days is None else days


def _said(asked: Question, assessment: Assessment) -> Excerpt | None:
    """The entry that a question rests on, in the words of the note, with its day."""
    entry = _entry(asked, assessment)
    if entry is None:
        return None
    before = f"{named_day(entry.date, assessment.as_of)}: "
    about = asked.exchange.person.contact.path
    return excerpt(entry, assessment.index, assessment.config.hashtags, before, about)


def _entry(asked: Question, assessment: Assessment) -> Interaction | None:
    person, kind = asked.exchange.person, _RESTS_ON.get(asked.flag)
    if kind is None:
        return person.last_entry
    entries = assessment.index.interactions.get(person.contact.path, ())
    if asked.planned:
        entries = tuple([entry for entry in entries if entry.date == asked.planned])
    else:
        entries = tuple([entry for entry in entries if entry.date <= assessment.as_of])
    found = [entry for entry in entries if kind in entry.kinds and Kind.ABOUT not in entry.kinds]
    # The first ask is the one that may have come too soon; elsewhere it is the last that counts.
    is_first = asked.flag is Flag.ASKED_TOO_SOON
    return (found[0] if is_first else found[-1]) if found else person.last_entry


def _what_may_help(person: Person, assessment: Assessment) -> Excerpt | None:
    """A promise that is open, or what they are looking for."""
    contact = person.contact
    if person.promises:
        promise = min(person.promises, key=lambda promise: promise.due or date.max)
        hashtags = assessment.config.hashtags
        return excerpt(promise, assessment.index, hashtags, "You promised: ", contact.path)
    if not contact.needs:
        return None
    place = Place(contact.path, contact.place_of("needs")[0])
    needs = plain_texts(contact.needs, assessment.index, contact.path)
    return Excerpt(f"Looking for {listed(needs, 3)}", place)
