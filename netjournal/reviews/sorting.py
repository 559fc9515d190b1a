"""Contacts of an address book whom somebody may sort, a few at a time, and why those first."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date

from netjournal.model.industry import Industry
from netjournal.model.review import Column, Excerpt, Section
from netjournal.model.source import Place
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.coverage import others_in, wanted_industries
from netjournal.reviews.person import Person
from netjournal.reviews.words import listed, times

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

MOST_TO_SORT = 20
"""Unsorted contacts that are offered at a time."""


def unsorted_section(people: Sequence[Person], assessment: Assessment) -> Section:
    """Those who are unsorted, with what speaks for each."""
    backlinks = assessment.index.backlinks
    missing = {
        industry.key
        for industry in wanted_industries(assessment.config)
        if industry.key not in assessment.active_by_industry
    }

    return Section(
        "unsorted",
        "To sort, a few at a time",
        (Column("contact", "Contact"), Column("work", "What they do"), Column("why", "Why")),
        tuple(
            {
                "contact": person.ref,
                "mentions": len(backlinks.get(person.contact.path, ())),
                "work": _work(person),
                "why": _why_sort(person, missing, assessment),
                "place": Excerpt(person.contact.path, Place(person.contact.path, 1)),
                "todo": "add a relationship",
            }
            for person in _in_turn(people, missing, assessment)
        ),
        intro="Who of them is more than an address? A `relationship` in the note is enough: "
        "ally, acquaintance, transactional or met-once. The others can stay as they are.",
        most=MOST_TO_SORT,
        query="state:unsorted",
    )


def _in_turn(people: Sequence[Person], missing: set[str], assessment: Assessment) -> list[Person]:
    """Who is mentioned most first; among equals one of each missing industry, then the next.

    Of those who are equal in this, too, who came last is remembered best: the latest day that a
    field of the user's own names, such as that of a connection.
    """
    backlinks = assessment.index.backlinks
    turns: Counter[str] = Counter()

    def order(person: Person) -> tuple[int, bool, int]:
        known = (*person.industries, *_guessed(person, assessment))
        needed = next((industry.key for industry in known if industry.key in missing), "")
        turns[needed] += 1
        mentions = len(backlinks.get(person.contact.path, ()))
        return -mentions, not needed, turns[needed] if needed else 0

    latest_first = sorted(people, key=lambda each: _latest_day(each, assessment), reverse=True)
    return sorted(latest_first, key=order)


def _latest_day(person: Person, assessment: Assessment) -> date:
    """The latest day before the review that a field of the user's own holds; the first of all."""
    days = (day for day in _own_days(person) if day <= assessment.as_of)
    return max(days, default=date.min)


def _own_days(person: Person) -> Iterator[date]:
    for field in person.contact.own_fields.values():
        for text in field.values:
            if _DAY.fullmatch(text):
                with suppress(ValueError):
                    yield date.fromisoformat(text)


def _work(person: Person) -> str:
    """Title and organization, as far as the note tells."""
    contact = person.contact
    return " at ".join(text for text in (contact.title, contact.organization) if text)


def _why_sort(person: Person, missing: set[str], assessment: Assessment) -> str:
    links = assessment.index.backlinks.get(person.contact.path, ())
    reasons = []
    if links:
        reasons.append(f"mentioned {times(len(links))} in your notes")
    new = [industry for industry in person.industries if industry.key in missing]
    if new:
        labels = listed([industry.label for industry in new])
        reasons.append(f"works in {labels}, {_gap(new, assessment)}")
    for industry in _guessed(person, assessment):
        gap = f", {_gap([industry], assessment)}" if industry.key in missing else ""
        reasons.append(f"perhaps in {industry.label}{gap}")
    return "; ".join(reasons) or "nothing is known yet"


def _gap(industries: Sequence[Industry], assessment: Assessment) -> str:
    """What is missing in industries in which somebody is looked for."""
    known = "have no ally or acquaintance" if others_in(industries, assessment) else "know nobody"
    return f"where you {known}"


def _guessed(person: Person, assessment: Assessment) -> list[Industry]:
    """The industries that an import has guessed of somebody whose note names none."""
    if person.industries:
        return []
    found = map(assessment.config.taxonomy.resolve, person.contact.industry_guess)
    return [industry for industry in found if industry]
