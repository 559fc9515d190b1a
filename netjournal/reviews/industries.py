"""The page `industries`: where my contacts work, what hangs on one person, and what is missing."""

from collections.abc import Sequence
from datetime import date

from netjournal.model.contact import Status
from netjournal.model.diagnostic import Diagnostic
from netjournal.model.review import (
    Cell,
    Column,
    ContactRef,
    Figure,
    IndustryRef,
    Review,
    Row,
    Section,
)
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.basis import basis, no_contacts
from netjournal.reviews.circles import circles_section
from netjournal.reviews.coverage import Coverage, Reach, coverage, is_unplaced
from netjournal.reviews.industry_chart import industry_chart
from netjournal.reviews.person import Person
from netjournal.reviews.reasons import kind_of
from netjournal.reviews.unlisted import about_unlisted, unlisted_in_words
from netjournal.reviews.words import ago, counted, factors, listed, one_decimal, roughly

SLUG = "industries"
TITLE = "Industries"

ENOUGH_TO_JUDGE = 10
"""Contacts with a known industry from which the spread is put into words."""

EVEN = 0.9
"""Share of the number of industries from which the effective number counts as even."""

_MOST_NAMED = 5

_INDUSTRY = Column("label", "Industry")
_WHO = Column("who", "Who")
_WHY = Column("why", "Why")
_INTRODUCERS = Column("introducers", "Who could introduce you")

_EXPLANATION = (
    (
        "How many industries yours count as: two with five people each count as 2, two with nine "
        "people and one as 1.4, and with everybody in one of them they would count as 1. The "
        "more of your contacts work in a few, the lower it is. It is the effective number of "
        "industries, e to the power of the entropy of the shares (Jost, 2006). Allies and "
        "acquaintances count whose status is active; one with several industries is divided "
        "among them, and one without a known industry is left out."
    ),
    (
        "That number is the product of two: groups of industries that have little in common, "
        "times industries in each group (after Frenken and others, 2007). Both help, in "
        "different ways: near ones understand your work, far ones hear other news."
    ),
    (
        "Thin is an industry with one contact, or with contacts who are all overdue, fading, "
        "lapsed or without any contact. Missing are those of the list in netjournal.toml "
        "(`[build] missing`), or of the whole list of industries when there is none."
    ),
    (
        "Who could introduce you: people in touch who work in the same group of industries, "
        "the readiest first. Whom else they know is theirs to say."
    ),
)


def make(assessment: Assessment, _diagnostics: Sequence[Diagnostic]) -> Review:
    """The review `industries` of a vault on a day."""
    found = assessment.once(coverage)
    return Review(
        slug=SLUG,
        title=TITLE,
        lead=_lead(found, assessment),
        figures=_figures(assessment),
        sections=_sections(found, assessment),
        basis=assessment.once(basis),
        explanation=_EXPLANATION,
        chart=industry_chart(found, assessment),
    )


def _lead(found: Coverage, assessment: Assessment) -> tuple[str, ...]:
    if not assessment.people:
        return (no_contacts(assessment),)
    parts = [_spread(assessment)]
    unlisted = unlisted_in_words(assessment)
    if unlisted:
        parts.append(unlisted)
    gaps = [reach.industry.label for reach in found.missing]
    if gaps and assessment.diversity:
        parts.append(f"No ally or acquaintance yet in {listed(gaps, _MOST_NAMED, 'or')}.")
    bridges = [
        f"{reach.industry.label} ({reach.people[0].ref.label})"
        for reach in found.thin
        if len(reach.people) == 1
    ]
    if bridges:
        parts.append(f"Hanging on one person: {listed(bridges, _MOST_NAMED)}.")
    return tuple(parts)


def _spread(assessment: Assessment) -> str:
    """The headline: how many industries, and how many they work like."""
    spread = assessment.diversity
    if spread is None:
        return (
            "None of your allies and acquaintances has a known industry yet. "
            "An `industry` in a few notes is enough to begin with."
        )
    industries = counted(spread.richness, "industry", "industries")
    known = assessment.once(_placed)
    if known < ENOUGH_TO_JUDGE:
        return (
            f"You know people in {industries}. That rests on {counted(known, 'contact')}: "
            "too few contacts to judge the spread."
        )
    if spread.richness == 1:
        return f"Everyone you know works in {industries}."
    largest = max(assessment.active_by_industry.items(), key=lambda item: len(item[1].people))
    label = assessment.index.taxonomy.industries[largest[0]].label
    share = f"{len(largest[1].people):,} of {counted(known, 'contact')}"
    if spread.effective_industries >= EVEN * spread.richness:
        return (
            f"You know people in {industries}, spread quite evenly: at most {share} work in one "
            "of them."
        )
    return (
        f"You know people in {industries}. The largest, {label}, has {share}. As some are larger "
        f"than others, the {spread.richness:,} count as about "
        f"{roughly(spread.effective_industries)}."
    )


def _placed(assessment: Assessment) -> int:
    """The active contacts with a known industry."""
    return len(assessment.active) - len(assessment.those(is_unplaced))


def _figures(assessment: Assessment) -> tuple[Figure, ...]:
    spread = assessment.diversity
    known = assessment.once(_placed)
    total = len(assessment.active)
    contacts = (
        Figure("contacts", total),
        Figure("without_industry", total - known, _left_out(total, known)),
    )
    if spread is None:
        names = ("effective_industries", "effective_groups", "effective_within")
        empty = (*names, "top_share", "rao_q")
        return (*contacts, Figure("industries", 0), *(Figure(name, None) for name in empty))
    product = ""
    if known >= ENOUGH_TO_JUDGE and spread.richness > 1:
        groups, within = factors(spread.effective_groups, spread.effective_within)
        product = (
            f"The {spread.richness:,} industries count as "
            f"{one_decimal(spread.effective_industries)}: that is {groups} groups that have "
            f"little in common, times {within} industries in each."
        )
    return (
        *contacts,
        Figure("industries", spread.richness),
        Figure("effective_industries", spread.effective_industries),
        Figure("effective_groups", spread.effective_groups, product),
        Figure("effective_within", spread.effective_within),
        Figure("top_share", spread.top_share),
        Figure("rao_q", spread.rao_q),
    )


def _left_out(total: int, known: int) -> str:
    if total == known:
        return ""
    verbs = ("has", "is") if total - known == 1 else ("have", "are")
    of_all = counted(total, "ally or acquaintance", "allies and acquaintances")
    return f"{total - known:,} of {of_all} {verbs[0]} no known industry and {verbs[1]} left out."


def _sections(found: Coverage, assessment: Assessment) -> tuple[Section, ...]:
    as_of = assessment.as_of
    return (
        _missing(found.missing, assessment),
        Section(
            "thin",
            "Hanging on a thread",
            (_INDUSTRY, _WHO, _WHY, _INTRODUCERS),
            tuple(_row(reach, _why_thin(reach, as_of), assessment) for reach in found.thin),
            intro="One person, or only people who haven't heard from you for long.",
        ),
        Section(
            "covered",
            "Covered",
            (_INDUSTRY, Column("contacts", "Contacts"), Column("why", "Of them"), _WHO),
            tuple(_row(reach, _kinds(reach), assessment) for reach in found.covered),
            empty="No industry with two contacts yet." if assessment.people else "",
        ),
        circles_section(assessment),
    )


def _missing(missing: Sequence[Reach], assessment: Assessment) -> Section:
    """The industries without anybody: a row where somebody is near, a sentence for the others."""
    near = [reach for reach in missing if reach.others or reach.introducers]
    far = [reach for reach in missing if not (reach.others or reach.introducers)]
    labels = [reach.industry.label for reach in far]
    return Section(
        "missing",
        "No ally or acquaintance yet",
        (_INDUSTRY, _WHY, _INTRODUCERS) if assessment.people else (),
        tuple(_row(reach, _why_missing(reach), assessment) for reach in (*near, *far)),
        intro="One friendly acquaintance is enough to hear what moves there."
        if assessment.people
        else "",
        most=len(near),
        rest=f"Nobody near {listed(labels, len(labels), 'or')} yet." if labels else "",
        empty="You know somebody in every industry that you look for." if assessment.people else "",
    )


def _row(reach: Reach, why: str, assessment: Assessment) -> Row:
    people = assessment.kept((_row, reach.industry.key), reach.people, _refs)
    who: Cell = people
    if len(people) > _MOST_NAMED:
        who = (*people[: _MOST_NAMED - 1], f"{len(people) - _MOST_NAMED + 1:,} others")
    allies = reach.allies
    unlisted = about_unlisted(reach.industry, assessment)
    return {
        "industry": reach.industry.key,
        "label": IndustryRef(reach.industry.label, reach.industry.key),
        "group": reach.industry.group,
        "contacts": len(people),
        "allies": allies,
        "acquaintances": len(people) - allies,
        "people": people,
        "who": who,
        "introducers": tuple([person.ref for person in reach.introducers]),
        "why": f"{why}; {unlisted}" if unlisted else why,
    }


def _refs(people: Sequence[Person]) -> tuple[ContactRef, ...]:
    return tuple([person.ref for person in people])


def _kinds(reach: Reach) -> str:
    allies = reach.allies
    others = len(reach.people) - allies
    kinds = [(allies, "ally", "allies"), (others, "acquaintance", "acquaintances")]
    return listed([counted(number, one, several) for number, one, several in kinds if number])


def _why_thin(reach: Reach, as_of: date) -> str:
    thread = _thread(reach, as_of)
    return f"{thread}; {_known_there(reach.others)} as well" if reach.others else thread


def _thread(reach: Reach, as_of: date) -> str:
    """What an industry hangs on."""
    if len(reach.people) > 1:
        return f"none of {len(reach.people)} has heard from you for long"
    person = reach.people[0]
    stands = person.standing
    if stands.next_planned and stands.planned:
        when = f"you meet in {counted((stands.next_planned - as_of).days, 'day')}"
    elif stands.days_since is None:
        when = "no contact so far"
    else:
        when = f"last in touch {ago(stands.days_since)}"
    return f"hangs on one {kind_of(person)}, {when}"


def _why_missing(reach: Reach) -> str:
    reasons = []
    if reach.others:
        reasons.append(_known_there(reach.others))
    if reach.introducers:
        nearest = reach.introducers[0]
        group = reach.industry.group
        work = listed([each.label for each in nearest.industries if each.group == group])
        reasons.append(f"the nearest is {nearest.ref.label}, in {work}")
    return "; ".join(reasons) or "nobody near it yet"


def _known_there(others: Sequence[Person]) -> str:
    """Who works there without being an ally or acquaintance in use."""
    names = [f"{person.ref.label} ({_rests(person) or kind_of(person)})" for person in others]
    return f"{listed(names, 3)} {'works' if len(names) == 1 else 'work'} there"


def _rests(person: Person) -> str:
    return "" if person.contact.status is Status.ACTIVE else person.contact.status
