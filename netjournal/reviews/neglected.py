"""The page `neglected`: contacts who have waited longer than I wanted, and those who soon will."""

from collections.abc import Callable, Iterable, Sequence

from netjournal.measures.cadence import State
from netjournal.model.contact import Interaction, Relationship
from netjournal.model.diagnostic import Diagnostic
from netjournal.model.review import (
    Cell,
    Column,
    Excerpt,
    Figure,
    Review,
    Row,
    RowsWhenAsked,
    Section,
)
from netjournal.reviews import reasons
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.attention import Attention, attention
from netjournal.reviews.basis import basis, no_contacts
from netjournal.reviews.doubts import WHY, Doubts, doubt, doubts
from netjournal.reviews.due_chart import due_chart
from netjournal.reviews.excerpts import excerpt
from netjournal.reviews.person import Person
from netjournal.reviews.reviving import ENOUGH, revival_worth
from netjournal.reviews.states import meanings
from netjournal.reviews.words import counted, listed

SLUG = "neglected"
TITLE = "Neglected"

_CONTACT = Column("contact", "Contact")
_SAID = Column("said", "Said last")
_COLUMNS = (_CONTACT, WHY, _SAID)

MOST_WAITING = 50
"""People who have waited that the page shows: more than anybody writes to before the next look."""

MOST_OTHERS = 20
"""People that it shows in each other section."""

_EXPLANATION = (
    (
        "A contact is due once the days since the last contact reach the cadence, overdue at "
        "twice the cadence, and fading at four times. At eight times, or after three years, the "
        "tie has lapsed: stable ties keep a rhythm, and a silence of eight usual gaps is seldom "
        "chance (Navarro and others, 2017)."
    ),
    (
        "The list is ordered by how often the silence has doubled past the cadence; allies weigh "
        "double, and your only ally or acquaintance in an industry counts one doubling more, "
        "because such bridges are the first to go (Burt, 2002)."
    ),
    (
        "Drifting needs at least five days of contact: the silence is then twice the usual gap "
        "or more, and at least two weeks, though the cadence isn't reached yet."
    ),
    (
        "A contact's own `cadence` comes first, then the shortest of its tags in netjournal.toml, "
        "then that of its relationship. Only contact that went both ways counts; a letter "
        "without an answer doesn't."
    ),
)


def make(assessment: Assessment, diagnostics: Sequence[Diagnostic]) -> Review:
    """The review `neglected` of a vault on a day."""
    lists = assessment.once(attention)
    return Review(
        slug=SLUG,
        title=TITLE,
        lead=_lead(lists, assessment),
        figures=_figures(lists, assessment),
        sections=_sections(lists, doubts(diagnostics, assessment.index), assessment),
        basis=assessment.once(basis),
        explanation=_EXPLANATION,
    )


def _lead(lists: Attention, assessment: Assessment) -> tuple[str, ...]:
    if not assessment.people:
        return (no_contacts(assessment),)
    waiting = lists.overdue
    if not waiting:
        answer = "Nobody has waited longer than you wanted."
    elif len(waiting) == 1:
        answer = f"{waiting[0].ref.label} has waited longer than you wanted."
    else:
        answer = (
            f"{counted(len(waiting), 'person', 'people')} have waited longer than you wanted: "
            f"{_kinds(waiting)}."
        )
    more = [
        f"{counted(len(people), 'contact')} {words}"
        for people, words in (
            (lists.due_soon, "due within two weeks"),
            (lists.drifting, "quieter than usual"),
            (lists.never, "without any contact so far"),
        )
        if people
    ]
    return (answer, f"Besides: {listed(more)}.") if more else (answer,)


def _kinds(people: Iterable[Person]) -> str:
    """How many of each relationship, in words."""
    found = [person.relationship for person in people]
    allies = found.count(Relationship.ALLY)
    acquaintances = found.count(Relationship.ACQUAINTANCE)
    others = len(found) - allies - acquaintances
    return listed(
        [
            counted(number, one, several)
            for number, one, several in (
                (allies, "ally", "allies"),
                (acquaintances, "acquaintance", "acquaintances"),
                (others, "business contact", "business contacts"),
            )
            if number
        ]
    )


def _figures(lists: Attention, assessment: Assessment) -> tuple[Figure, ...]:
    unsorted = len(assessment.unsorted)
    text = ""
    if unsorted:
        text = (
            f"In no list here: {counted(unsorted, 'contact')} without a relationship, a cadence "
            "or any recorded contact. The page hygiene offers a few at a time for sorting."
        )
    counts = [Figure(name, len(people)) for name, people in lists._asdict().items()]
    return (*counts, Figure("unsorted", unsorted, text))


def _sections(lists: Attention, unread: Doubts, assessment: Assessment) -> tuple[Section, ...]:
    index, as_of = assessment.index, assessment.as_of

    def rows(
        name: str,
        why: Callable[[Person], str],
        more: Callable[[Person], dict[str, Cell]] = lambda _: {},
    ) -> Sequence[Row]:
        def row(person: Person) -> Row:
            return _row(person, why(person), assessment) | more(person)

        people: Sequence[Person] = getattr(lists, name)
        kept = assessment.rows((make, name), people, row)

        def with_doubt(place: int) -> Row:
            # A problem may come of another note, and so isn't kept with the row.
            found = doubt(people[place].contact.path, unread)
            return {**kept[place], "doubt": found} if found else kept[place]

        return RowsWhenAsked(range(len(people)), with_doubt)

    return (
        Section(
            "overdue",
            "Time to be in touch",
            _COLUMNS,
            rows("overdue", lambda person: reasons.overdue(person, index, as_of)),
            intro="The first ones matter most. A short word is enough.",
            empty="Nobody. Everyone with a cadence has heard from you in time.",
            chart=due_chart(lists.overdue, as_of),
            legend=meanings([State.DUE, State.OVERDUE, State.FADING]),
            most=MOST_WAITING,
            query="state:due,overdue,fading -state:planned",
        ),
        Section(
            "due-soon",
            "Due in the next two weeks",
            _COLUMNS,
            rows("due_soon", lambda person: reasons.due_soon(person, as_of)),
            most=MOST_OTHERS,
        ),
        Section(
            "drifting",
            "Quieter than usual",
            _COLUMNS,
            rows("drifting", lambda person: reasons.drifting(person, as_of)),
            intro="Not due yet, but silent for long against your own rhythm with them. "
            "Has anything changed?",
            most=MOST_OTHERS,
        ),
        Section(
            "never",
            "No contact so far",
            _COLUMNS,
            rows("never", lambda person: reasons.never(person, index, as_of)),
            intro="If you were in touch, one dated line or `last_contact` in the note is enough.",
            query="state:never -state:planned",
            most=MOST_OTHERS,
        ),
        Section(
            "follow-up",
            "Worth a follow-up",
            _COLUMNS,
            rows("follow_up", lambda person: reasons.follow_up(person, as_of)),
            intro="One friendly line in the first two weeks; after that they are left in peace.",
            query="state:follow-up",
            most=MOST_OTHERS,
        ),
        Section(
            "planned",
            "Already planned",
            (_CONTACT, WHY, Column("plan", "Plan")),
            rows(
                "planned",
                lambda person: reasons.planned(person, as_of),
                lambda person: {"plan": _plan(person, assessment)},
            ),
            query="state:planned",
            most=MOST_OTHERS,
        ),
        Section(
            "snoozed",
            "Resting",
            _COLUMNS,
            rows("snoozed", lambda person: reasons.snoozed(person, as_of)),
            query="state:snoozed",
            most=MOST_OTHERS,
        ),
        Section(
            "lapsed",
            "Lapsed",
            (_CONTACT, WHY, _SAID, Column("question", "Perhaps")),
            rows(
                "lapsed",
                lambda person: reasons.lapsed(person, as_of),
                lambda person: {"question": _question(person, assessment)},
            ),
            intro="Revive, rest or let go? Old ties gave advice as good as current ones (Levin, "
            "Walter and Murnighan, 2011), and one honest line is enough. `status: dormant` lets "
            "one rest without reminders; `status: closed` lets it go and keeps its history.",
            query="state:lapsed -state:planned",
            most=MOST_OTHERS,
        ),
    )


def _row(person: Person, why: str, assessment: Assessment) -> dict[str, Cell]:
    stands = person.standing
    return {
        "contact": person.ref,
        "relationship": person.relationship,
        "last_contact": stands.last_contact,
        "days": stands.days_since,
        "cadence_days": person.cadence_days,
        "overdue_ratio": stands.overdue_ratio,
        "state": stands.state,
        "priority": stands.priority,
        "due_date": stands.due_date,
        "warmth": stands.warmth,
        "why": why,
        "said": _quoted(person.last_entry, person, assessment),
        "doubt": None,
    }


def _plan(person: Person, assessment: Assessment) -> Excerpt | None:
    """What is planned with a contact, in the words of the note."""
    day = person.standing.next_planned
    entries = assessment.index.interactions.get(person.contact.path, ())
    found = (entry for entry in entries if entry.date == day and entry.two_way)
    return _quoted(next(found, None), person, assessment)


def _question(person: Person, assessment: Assessment) -> str:
    """What may be done with a lapsed tie."""
    sole = frozenset(industry.key for industry in person.sole_in)
    if revival_worth(person, assessment, sole) >= ENOUGH:
        return "a line to revive it?"
    return "let it rest?"


def _quoted(entry: Interaction | None, person: Person, assessment: Assessment) -> Excerpt | None:
    if entry is None:
        return None
    hashtags, about = assessment.config.hashtags, person.contact.path
    return excerpt(entry, assessment.index, hashtags, about=about)
