"""The page `opportunities`: who brought news and openings, and what can be said about it."""

from collections.abc import Mapping, Sequence

from netjournal.model.contact import Interaction, Kind, Relationship
from netjournal.model.diagnostic import Diagnostic
from netjournal.model.review import (
    Cell,
    Column,
    Excerpt,
    Figure,
    IndustryRef,
    Review,
    Row,
    Section,
)
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.basis import basis, no_contacts
from netjournal.reviews.bringing import ENOUGH, MOST_NAMED, Bringing, Group, bringing, compared
from netjournal.reviews.excerpts import excerpt
from netjournal.reviews.exchange import Exchange
from netjournal.reviews.opportunity_chart import opportunity_chart
from netjournal.reviews.reasons import kind_of
from netjournal.reviews.tagging import hashtag
from netjournal.reviews.words import counted, exactly_ago, listed, named_day, one_decimal

SLUG = "opportunities"
TITLE = "Opportunities"

TOO_EARLY = "too early to say"

MOST_BRINGERS = 20
"""People who brought something that a page shows."""

_NAMES: Mapping[str, tuple[str, str]] = {
    Relationship.ALLY: ("ally", "allies"),
    Relationship.ACQUAINTANCE: ("acquaintance", "acquaintances"),
    Relationship.TRANSACTIONAL: ("business contact", "business contacts"),
    Relationship.MET_ONCE: ("person met once", "people met once"),
}

_COLUMNS = (
    Column("label", "Among"),
    Column("count", "Brought something"),
    Column("share", "As a share"),
    Column("who", "Who"),
)

_EXPLANATION = (
    (
        "Counted are people, not leads: whoever brought at least one lead in the last 365 days, "
        "of all whom you might have heard from. The relationship is the one of today, since the "
        "notes don't say what it was then; somebody who became an ally through a lead makes "
        "allies look better than they were."
    ),
    (
        "The range behind a share is Wilson's 95 % interval: with so few cases, shares in all of "
        "that range would be no surprise. A difference is only spoken of when Newcombe's interval "
        "(1998) leaves zero out; until then it is too early to say. From fewer than five people "
        "there is no percentage. The lists begin with the share that is surest to be large."
    ),
    (
        "Of twenty industries about one looks different by chance alone, and the page only counts: "
        "why somebody brings leads it can't tell. One by one, strong ties help more, and weak ones "
        "together, as there are more of them (Gee, Jones and Burke, 2017); of 54 people who had "
        "found work through somebody, 17 % saw that person often, 56 % now and then and 28 % "
        "rarely (Granovetter, 1973)."
    ),
)


def make(assessment: Assessment, _diagnostics: Sequence[Diagnostic]) -> Review:
    """The review `opportunities` of a vault on a day."""
    found = assessment.once(bringing)
    return Review(
        slug=SLUG,
        title=TITLE,
        lead=_lead(found, assessment),
        figures=_figures(found),
        sections=(
            _by_relationship(found, assessment),
            _by_industry(found, assessment),
            _brought(found, assessment),
        ),
        basis=assessment.once(basis),
        explanation=_EXPLANATION,
    )


def _lead(found: Bringing, assessment: Assessment) -> tuple[str, ...]:
    if not assessment.people:
        return (no_contacts(assessment),)
    if not found.bringers:
        lead = hashtag(Kind.LEAD, assessment.config)
        nothing = (
            "No lead is written down for the last twelve months. Did somebody bring news, an "
            f"opening or an offer? {lead} behind that dated line is enough."
        )
        return (nothing,)
    people = counted(len(found.bringers), "person", "people")
    leads = counted(found.leads, "lead")
    first = f"In the last twelve months {people} brought {leads}: news, an opening or an offer."
    groups = {group.key: group for group in found.by_relationship}
    allies, others = groups.get(Relationship.ALLY), groups.get(Relationship.ACQUAINTANCE)
    if allies is None or others is None:
        return (first,)
    return (first, f"{_counts(allies, others)} {_compared(allies, others)}{_together(found)}")


def _counts(one: Group, other: Group) -> str:
    words = f"{_of(one)} and {_of(other)} brought something."
    return words[0].upper() + words[1:]


def _of(group: Group) -> str:
    number = f"{group.brought:,}" if group.brought else "none"
    return f"{number} of {counted(group.contacts, *_NAMES[group.key])}"


def _compared(allies: Group, others: Group) -> str:
    """Which of the two brings more, one by one, as far as it can be said."""
    gap = compared(allies, others)
    if gap is None:
        return f"That is too few for percentages: {TOO_EARLY} who brings more, one by one."
    shares = f"{_percent(allies.share.estimate)} against {_percent(others.share.estimate)}"
    bounds = f"{_points(gap.low)} to {_points(gap.high)} points"
    if gap.estimate == 0:
        return f"Per person that is the same ({shares}; the gap may be {bounds})."
    ahead = "allies" if gap.estimate > 0 else "acquaintances"
    if gap.estimate < 0:
        shares = f"{_percent(others.share.estimate)} against {_percent(allies.share.estimate)}"
        bounds = f"{_points(-gap.high)} to {_points(-gap.low)} points"
    if gap.excludes_zero:
        return f"Per person {ahead} are ahead ({shares}), by {bounds}."
    return (
        f"Per person {ahead} are ahead ({shares}), but that may well be chance (the gap may be "
        f"anything from {bounds}): {TOO_EARLY}."
    )


def _together(found: Bringing) -> str:
    """Which relationship most of those have who brought something, when one stands out."""
    first, *others = sorted([group.brought for group in found.by_relationship], reverse=True)
    if len(found.bringers) < 2 or (others and others[0] == first):
        return ""
    key = next(group.key for group in found.by_relationship if group.brought == first)
    names = _NAMES[key]
    number = f"{first:,} {'are' if first > 1 else 'is an'} {names[first > 1]}"
    return f" Of the {len(found.bringers):,} people who brought something, {number}."


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"


def _points(difference: float) -> str:
    """A difference in points of a percentage: `+58`, `−0.2`."""
    points = 100 * difference
    text = one_decimal(abs(points)) if abs(points) < 1 else f"{abs(points):.0f}"
    if text == "0":
        return text
    return f"{'+' if points > 0 else '−'}{text}"


def _figures(found: Bringing) -> tuple[Figure, ...]:
    groups = {group.key: group for group in found.by_relationship}
    allies, others = groups.get(Relationship.ALLY), groups.get(Relationship.ACQUAINTANCE)
    gap = compared(allies, others) if allies and others else None
    unplaced = found.contacts - found.placed
    text = ""
    if found.unplaced:
        people = counted(
            found.unplaced, "person who brought something", "people who brought something"
        )
        text = f"{people} {'has' if found.unplaced == 1 else 'have'} no known industry."
    return (
        Figure("brought", len(found.bringers)),
        Figure("contacts", found.contacts),
        Figure("leads", found.leads),
        Figure("without_industry", unplaced, text),
        Figure("difference", gap.estimate if gap else None),
        Figure("difference_low", gap.low if gap else None),
        Figure("difference_high", gap.high if gap else None),
    )


def _by_relationship(found: Bringing, assessment: Assessment) -> Section:
    return Section(
        "by-relationship",
        "By relationship",
        _COLUMNS if found.bringers else (),
        tuple(_row(group, _NAMES[group.key][1].capitalize()) for group in found.by_relationship),
        chart=opportunity_chart(
            "relationship",
            [(group, _NAMES[group.key][1].capitalize()) for group in found.by_relationship],
            assessment.as_of,
        ),
    )


def _by_industry(found: Bringing, assessment: Assessment) -> Section:
    """The industries: a row where somebody brought something, a sentence for the others."""
    known = assessment.index.taxonomy.industries
    named = [(group, known[group.key]) for group in found.by_industry]
    silent = [industry.label for group, industry in named if not group.brought]
    return Section(
        "by-industry",
        "By industry",
        _COLUMNS if found.bringers else (),
        tuple(_row(group, IndustryRef(each.label, each.key)) for group, each in named),
        most=len(found.by_industry) - len(silent),
        rest=f"No lead so far from {listed(silent, len(silent), 'or')}." if silent else "",
        chart=opportunity_chart(
            "industry",
            [(group, industry.label) for group, industry in named if group.brought],
            assessment.as_of,
        ),
    )


def _row(group: Group, label: str | IndustryRef) -> Row:
    others = group.brought - MOST_NAMED + 1 if group.brought > MOST_NAMED else 0
    named = group.named[: MOST_NAMED - 1 if others else MOST_NAMED]
    who: Cell = (*[each.person.ref for each in named], *([f"{others:,} others"] if others else []))
    return {
        "group": group.key,
        "label": label,
        "brought": group.brought,
        "contacts": group.contacts,
        "rate": group.share.estimate,
        "low": group.share.low,
        "high": group.share.high,
        "leads": group.leads,
        "count": f"{group.brought:,} of {group.contacts:,}",
        "share": _share(group),
        "who": who,
    }


def _share(group: Group) -> str:
    """The share of a group with its range, and what that says beside all others."""
    if group.contacts < ENOUGH:
        return f"fewer than {ENOUGH} people: {TOO_EARLY}"
    share, difference = group.share, group.difference
    verdict = TOO_EARLY
    if difference and difference.excludes_zero:
        verdict = f"{'more' if difference.estimate > 0 else 'less'} often than all others so far"
    bounds = f"{100 * share.low:.0f} to {_percent(share.high)}"
    return f"{_percent(share.estimate)}, and it may well be {bounds}: {verdict}"


def _brought(found: Bringing, assessment: Assessment) -> Section:
    def row(each: Exchange) -> Row:
        return _brought_row(each, assessment)

    return Section(
        "brought",
        "What they brought",
        (Column("contact", "Contact"), Column("why", "Why"), Column("said", "In your words")),
        assessment.rows((make, "brought"), found.bringers, row),
        intro="The latest first. Do they know what became of it?",
        most=MOST_BRINGERS,
    )


def _brought_row(each: Exchange, assessment: Assessment) -> Row:
    person, last = each.person, each.leads[-1]
    ago = exactly_ago((assessment.as_of - last).days)
    when = f"{ago} ({named_day(last, assessment.as_of)})"
    number = len(each.leads)
    many = f"a lead {when}" if number == 1 else f"{counted(number, 'lead')}, the last {when}"
    return {
        "contact": person.ref,
        "relationship": person.relationship,
        "leads": number,
        "last": last,
        "why": f"{kind_of(person)}, {many}",
        "said": _said(each, assessment),
    }


def _said(each: Exchange, assessment: Assessment) -> Excerpt | None:
    """What the last lead says in the notes."""
    path = each.person.contact.path
    entries = assessment.index.interactions.get(path, ())
    entry = next((e for e in entries if e.date == each.leads[-1] and _is_lead(e)), None)
    if entry is None:
        return None
    return excerpt(entry, assessment.index, assessment.config.hashtags, about=path)


def _is_lead(entry: Interaction) -> bool:
    return Kind.LEAD in entry.kinds and Kind.ABOUT not in entry.kinds
