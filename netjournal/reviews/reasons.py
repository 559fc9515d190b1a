"""Why a contact stands in a list, as one sentence each."""

from datetime import date

from netjournal.measures.cadence import FOLLOW_UP_DAYS
from netjournal.model.contact import Interaction, Kind, Relationship
from netjournal.model.index import Index
from netjournal.reviews.person import Person
from netjournal.reviews.words import (
    ahead,
    counted,
    every,
    exactly_ago,
    listed,
    named_day,
    since,
    times,
    weekday,
)

_KINDS = {
    Relationship.ALLY: "ally",
    Relationship.ACQUAINTANCE: "acquaintance",
    Relationship.TRANSACTIONAL: "business contact",
    Relationship.MET_ONCE: "met once",
}


def kind_of(person: Person) -> str:
    """What the contact is, as the beginning of a reason: `ally`, `business contact`."""
    return _KINDS[person.relationship] if person.relationship else "contact"


def cadence(person: Person, wish: str) -> str:
    """How often to be in touch: as a wish where the note or a tag says so, else as a default."""
    often = every(person.cadence_days or 1)
    return f"by default {often}" if person.cadence_is_default else f"{wish} {often}"


def overdue(person: Person, index: Index, as_of: date) -> str:
    """Why it is time: the silence, the cadence, and what makes it matter."""
    reasons = [f"{silence(person, as_of)}, {cadence(person, 'you wanted')}"]
    rhythm = person.rhythm
    if rhythm and rhythm.unusual_silence and not rhythm.ended:
        reasons.append(f"you used to be in touch {_about_every(rhythm.gap_days)}")
    return "; ".join([*reasons, *_sole(person), *_unanswered(person, index, as_of)])


def due_soon(person: Person, as_of: date) -> str:
    """When it will be time, with the day."""
    due = person.standing.due_date
    when = f" ({weekday(due, as_of)})" if due else ""
    return f"{silence(person, as_of)}, due {ahead(person.days_left)}{when}"


def drifting(person: Person, as_of: date) -> str:
    """How a contact who isn't due is quieter than usual."""
    reasons = [silence(person, as_of)]
    if person.rhythm:
        reasons[0] += f", while you used to be in touch {_about_every(person.rhythm.gap_days)}"
        if person.rhythm.ended:
            reasons.append("perhaps what brought you together has ended")
    return "; ".join([*reasons, *_sole(person)])


def never(person: Person, index: Index, as_of: date) -> str:
    """What is known of a contact without any contact."""
    known = "no contact is written down yet"
    if person.contact.met and person.contact.met.year:
        known = f"met {since(person.contact.met)}, and no contact is written down"
    return "; ".join(
        [f"{kind_of(person)}, {known}", *_sole(person), *_unanswered(person, index, as_of)]
    )


def follow_up(person: Person, as_of: date) -> str:
    """How long a follow-up is still natural."""
    days = person.standing.days_since or 0
    left = FOLLOW_UP_DAYS - days
    until = f"natural for {counted(left, 'more day')}" if left else "natural until today"
    when = f"{exactly_ago(days)} ({_day_of_last(person, as_of)})"
    seen = f"met-once contact, last in touch {when}" if _met_before(person) else f"met once, {when}"
    return f"{seen}; a follow-up is {until}"


def _met_before(person: Person) -> bool:
    """Whether the first meeting lies before the day of the last contact."""
    last, met = person.standing.last_contact, person.contact.met
    if last is None:
        return False
    if person.contacted and person.contacted[0] < last:
        return True
    if met is None or met.year is None:
        return False
    known = tuple([part for part in met if part is not None])
    return known < (last.year, last.month, last.day)[: len(known)]


def planned(person: Person, as_of: date) -> str:
    """When the next meeting is, and what it answers."""
    day = person.standing.next_planned or as_of
    when = f"you have {weekday(day, as_of)} planned ({ahead((day - as_of).days)})"
    if person.standing.last_contact is None:
        return f"{kind_of(person)}, no contact so far; {when}"
    return f"{silence(person, as_of)}; {when}"


def snoozed(person: Person, as_of: date) -> str:
    """Until when a contact rests."""
    day = person.contact.snoozed_until or as_of
    return f"{kind_of(person)}, rests until {named_day(day, as_of)} ({ahead((day - as_of).days)})"


def lapsed(person: Person, as_of: date) -> str:
    """How long a tie has been silent that was meant to be kept."""
    how_often = f", {cadence(person, 'you wanted')}" if person.cadence_days else ""
    return "; ".join([f"{silence(person, as_of)}{how_often}", *_sole(person)])


def revive(person: Person, as_of: date) -> str:
    """Why an old tie is worth a line."""
    industries = listed([industry.label for industry in person.industries])
    work = f" in {industries}" if industries else ""
    return f"{silence(person, as_of)}; an old tie{work}: what has become of them?"


def unanswered(person: Person, index: Index, as_of: date) -> tuple[Interaction, ...]:
    """The letters since the last contact that nobody has answered, the last one first."""
    last = person.standing.last_contact
    found = []
    for entry in reversed(index.interactions.get(person.contact.path, ())):
        if entry.date > as_of:
            continue
        if last is not None and entry.date <= last:
            break
        if Kind.OUTREACH in entry.kinds and not entry.two_way:
            found.append(entry)
    return tuple(found)


def _unanswered(person: Person, index: Index, as_of: date) -> list[str]:
    # Most contacts answered last: only a letter at the end can be without an answer.
    if person.last_entry is None or person.last_entry.two_way:
        return []
    letters = unanswered(person, index, as_of)
    if len(letters) == 1:
        return [f"you wrote {exactly_ago((as_of - letters[0].date).days)}, and no answer yet"]
    return [f"you wrote {times(len(letters))} since, perhaps wait for an answer"] if letters else []


def silence(person: Person, as_of: date) -> str:
    """What the contact is, and how long ago the last contact was, with the day."""
    days = person.standing.days_since or 0
    return f"{kind_of(person)}, last in touch {exactly_ago(days)} ({_day_of_last(person, as_of)})"


def _day_of_last(person: Person, as_of: date) -> str:
    return named_day(person.standing.last_contact or as_of, as_of)


def _about_every(gap_days: float) -> str:
    return f"about {every(max(1, round(gap_days)))}"


def _sole(person: Person) -> list[str]:
    if not person.sole_in:
        return []
    # Business contacts, and those who rest, may work there as well.
    industries = listed([industry.label for industry in person.sole_in])
    return [f"your only ally or acquaintance in {industries}"]
