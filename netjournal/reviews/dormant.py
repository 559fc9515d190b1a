"""The page `dormant`: old ties that are worth a line, and those to let rest or let go."""

from collections.abc import Sequence
from typing import NamedTuple

from netjournal.model.contact import Status
from netjournal.model.diagnostic import Diagnostic
from netjournal.model.review import (
    Advice,
    Cell,
    Column,
    Figure,
    Review,
    Row,
    RowsWhenAsked,
    Section,
)
from netjournal.reviews import reasons
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.basis import basis, no_contacts
from netjournal.reviews.bring import bring
from netjournal.reviews.coverage import open_industries, others_in
from netjournal.reviews.matching import offers_in_touch
from netjournal.reviews.person import Person
from netjournal.reviews.reviving import ENOUGH, Worth, is_resting, worth_of
from netjournal.reviews.words import ahead, counted, exactly_ago, listed, times, weekday

SLUG = "dormant"
TITLE = "Dormant"

LETTER_DAYS = 365
"""Days after a letter in which no other is proposed: a line a year is enough."""

LET_GO_DAYS = 7 * 365
"""Days of silence after which a tie that promises nothing may be let go."""

_ENOUGH_LETTERS = 2
_MOST_NAMED = 3

_CONTACT = Column("contact", "Contact")
_WHY = Column("why", "Why")
_BRING = Column("bring", "What you could bring")
_QUESTION = Column("question", "Perhaps")

_EXPLANATION = (
    (
        "Here are allies and acquaintances who are dormant, or lapsed: silent for eight times the "
        "cadence, or for three years. Executives who asked such old contacts for advice got "
        "advice as good as from current ones, and newer (Levin, Walter and Murnighan, 2011)."
    ),
    (
        "The order is by points: two for an industry where you have nobody or that is thin, two "
        "for help that was ever given or received, one for three contacts or more; of equals "
        "the most recent comes first. People tend to revive those whom they saw most, but what "
        "counts is something new together with trust (Walter, Levin and Murnighan, 2015). Two "
        "points are enough to be worth a line. The points are our choice."
    ),
    (
        "Nobody is proposed to whom you wrote in the last year, or who hasn't answered two "
        "letters. To let go, perhaps, are ties without any point and silent for seven years: "
        "about half of a personal network is replaced in that time (Mollenhorst, Völker and "
        "Flap, 2014), so that is nobody's fault."
    ),
)


_NOTHING_LOGGED = (
    "Nothing is written down of any contact yet, so no tie can be called old. A dated line for "
    "the last time you spoke is enough."
)


class _Tie(NamedTuple):
    """A silent tie, what it may bring, and why it must wait, if it must."""

    person: Person
    worth: Worth
    waits: str


class _Ties(NamedTuple):
    """The silent ties in three parts, each with the worthiest and most recent first."""

    revive: list[_Tie]
    waiting: list[_Tie]
    rest: list[_Tie]


def make(assessment: Assessment, _diagnostics: Sequence[Diagnostic]) -> Review:
    """The review `dormant` of a vault on a day."""
    ties = _ties(assessment)
    return Review(
        slug=SLUG,
        title=TITLE,
        lead=_lead(ties, assessment),
        figures=(
            Figure("worth_reviving", len(ties.revive)),
            Figure("waiting", len(ties.waiting)),
            Figure("rest", len(ties.rest)),
            Figure("let_go", sum(map(_is_over, ties.rest))),
        ),
        sections=_sections(ties, assessment),
        basis=assessment.once(basis),
        explanation=_EXPLANATION,
    )


def _ties(assessment: Assessment) -> _Ties:
    """All silent ties."""
    wanted = assessment.once(open_industries)
    found = [
        _Tie(person, worth_of(person, assessment, wanted), _waits(person, assessment))
        for person in assessment.those(is_resting)
    ]
    found.sort(key=_order)
    ties = _Ties([], [], [])
    for tie in found:
        _part_of(tie, ties).append(tie)
    return ties


def _order(tie: _Tie) -> tuple[int, bool, int]:
    days = tie.person.standing.days_since
    return -tie.worth.points, days is None, days or 0


def _part_of(tie: _Tie, ties: _Ties) -> list[_Tie]:
    if tie.waits:
        return ties.waiting
    return ties.revive if tie.worth.points >= ENOUGH else ties.rest


def _is_over(tie: _Tie) -> bool:
    """Whether a tie promises nothing and has been silent for very long."""
    return not tie.worth.points and (tie.person.standing.days_since or 0) >= LET_GO_DAYS


def _waits(person: Person, assessment: Assessment) -> str:
    """Why a tie isn't to be revived at the moment: something is planned, or it is their turn."""
    as_of, day = assessment.as_of, person.standing.next_planned
    if day:
        return f"you have {weekday(day, as_of)} planned ({ahead((day - as_of).days)})"
    # Most contacts answered last: only a letter at the end can be without an answer.
    if person.last_entry is None or person.last_entry.two_way:
        return ""
    letters = reasons.unanswered(person, assessment.index, as_of)
    if not letters:
        return ""
    days = (as_of - letters[0].date).days
    if len(letters) >= _ENOUGH_LETTERS:
        return (
            f"you wrote {times(len(letters))} since, the last time {exactly_ago(days)}; "
            "it is their turn"
        )
    if days < LETTER_DAYS:
        return f"you wrote {exactly_ago(days)}, and no answer yet; a line a year is enough"
    return ""


def _lead(ties: _Ties, assessment: Assessment) -> tuple[str, ...]:
    if not assessment.people:
        return (no_contacts(assessment),)
    if not any(ties):
        if not any(person.contacted for person in assessment.people.values()):
            return (_NOTHING_LOGGED,)
        return ("No tie of yours has been silent for so long that it rests.",)
    if not ties.revive:
        return ("No old tie asks for a line at the moment.", *_others(ties))
    names = listed([tie.person.ref.label for tie in ties.revive], _MOST_NAMED)
    if len(ties.revive) == 1:
        first = f"{names} is an old tie worth a line: something new, or old trust."
    else:
        number = counted(len(ties.revive), "old tie")
        first = f"{number} may be worth a line: {names}. One of them is enough for a month."
    return (first, *_others(ties))


def _others(ties: _Ties) -> tuple[str, ...]:
    words = [
        f"{number:,} {text}"
        for number, text in (
            (len(ties.waiting), "already on the way, or waiting for an answer"),
            (len(ties.rest), "to let rest, or let go"),
        )
        if number
    ]
    return (f"Besides: {listed(words)}.",) if words else ()


def _sections(ties: _Ties, assessment: Assessment) -> tuple[Section, ...]:
    def rows(found: Sequence[_Tie]) -> Sequence[Row]:
        return RowsWhenAsked(found, lambda tie: _row(tie, assessment))

    return (
        Section(
            "worth-reviving",
            "Worth a line",
            (_CONTACT, _WHY, _BRING),
            rows(ties.revive),
            intro="The first ones may bring most. One honest line is enough, and no excuse is "
            "needed.",
            empty="Nobody at the moment." if assessment.people else "",
        ),
        Section(
            "waiting",
            "On the way, or their turn",
            (_CONTACT, _WHY),
            rows(ties.waiting),
        ),
        Section(
            "rest",
            "Let rest, or let go",
            (_CONTACT, _WHY, _QUESTION),
            rows(ties.rest),
            intro="Nothing needs doing. They are welcome whenever they come to mind, and the "
            "note and its history are kept.",
        ),
    )


def _row(tie: _Tie, assessment: Assessment) -> Row:
    person, worth = tie.person, tie.worth
    stands = person.standing
    return {
        "contact": person.ref,
        "relationship": person.relationship,
        "state": stands.state,
        "last_contact": stands.last_contact,
        "days": stands.days_since,
        "contacts": len(person.contacted),
        "helped": int(worth.helped),
        "new_in": listed([each.label for each in worth.novel]),
        "worth": worth.points,
        "why": _why(tie, assessment),
        "bring": bring(person, assessment.once(offers_in_touch), assessment),
        "question": _question(tie),
    }


def _why(tie: _Tie, assessment: Assessment) -> str:
    person, worth = tie.person, tie.worth
    parts = [_silence(person, assessment)]
    if worth.novel:
        parts.append(_new(tie, assessment))
    if worth.helped:
        parts.append("there was help between you")
    if worth.many:
        parts.append(f"{counted(len(person.contacted), 'contact')} in your notes")
    return "; ".join([*parts, tie.waits] if tie.waits else parts)


def _silence(person: Person, assessment: Assessment) -> str:
    if person.standing.last_contact is None:
        return f"{reasons.kind_of(person)}, no contact is written down"
    return reasons.silence(person, assessment.as_of)


def _new(tie: _Tie, assessment: Assessment) -> str:
    """The industries in which the tie may bring something new, and who else is there."""
    there = assessment.active_by_industry
    else_there = [
        other
        for industry in tie.worth.novel
        if industry.key in there
        for other in there[industry.key].people
        if other is not tie.person
    ]
    labels = listed([industry.label for industry in tie.worth.novel])
    if else_there:
        others = "hardly anybody else in touch"
    elif any(other is not tie.person for other in others_in(tie.worth.novel, assessment)):
        others = "no other ally or acquaintance in touch"
    else:
        others = "nobody else"
    return f"works in {labels}, where you have {others}"


def _question(tie: _Tie) -> Cell:
    """What may be done with a tie that isn't worth a line."""
    if _is_over(tie):
        return Advice("let it go with `status: closed`?")
    if tie.person.contact.status is Status.DORMANT:
        return "rests, as the note says"
    return Advice("let it rest with `status: dormant`?")
