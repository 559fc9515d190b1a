"""The picture of who has waited the longest, for the page neglected."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from netjournal.model.charts import Chart, DueMark, DueTimeline
from netjournal.reviews.person import Person
from netjournal.reviews.words import counted, listed

MOST: Final = 15
"""How many contacts the picture shows: those for whom there is most reason to be in touch."""

FEWEST: Final = 2
"""One contact needs no picture."""


def due_chart(waiting: Sequence[Person], as_of: date) -> Chart | None:
    """The picture of these contacts, who are due, in the order of their priority."""
    if len(waiting) < FEWEST:
        return None
    shown = waiting[:MOST]
    names = listed([person.ref.label for person in shown], 3)
    first = f"The first {MOST} of {len(waiting):,} contacts" if len(waiting) > MOST else "Contacts"
    return Chart(
        title="How long they have waited",
        description=f"{counted(len(shown), 'contact')} on a line from due to lapsed, those first "
        f"for whom there is most reason to be in touch: {names}. The table has the days of each.",
        caption=f"{first} by priority. A mark stands where the silence is today: at the left "
        "edge a contact is due, at 2× overdue, at 4× fading, at 8× lapsed. Round is an ally, "
        "square an acquaintance, a triangle anybody else; an empty diamond is the next meeting "
        "that is planned.",
        as_of=as_of,
        drawing=DueTimeline(tuple([_mark(person) for person in shown])),
    )


def _mark(person: Person) -> DueMark:
    stands, cadence = person.standing, person.cadence_days or 1
    planned = None
    if stands.next_planned and stands.last_contact:
        planned = (stands.next_planned - stands.last_contact).days / cadence
    return DueMark(
        name=person.ref.label,
        ratio=stands.overdue_ratio or 1.0,
        planned=planned,
        relationship=person.relationship or "",
        state=stands.state,
        words=f"{stands.days_since or 0:,} days, wanted {cadence:,}",
    )
