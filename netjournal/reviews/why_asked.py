"""What a question about give and take rests on, in words, and the question: never a verdict."""

from collections.abc import Callable, Mapping
from datetime import date

from netjournal.measures.reciprocity import BURST_DAYS, Flag
from netjournal.model.contact import Relationship
from netjournal.reviews.exchange import Exchange
from netjournal.reviews.reasons import kind_of
from netjournal.reviews.words import ahead, counted, exactly_ago, named_day, times

_PLANNED = "Is there something that you could do for {name} first?"


def why(exchange: Exchange, flag: Flag, as_of: date) -> str:
    """What a question rests on, in numbers that can be checked in the notes."""
    return _WHY[flag](exchange, as_of)


def why_planned(exchange: Exchange, as_of: date) -> str:
    """Why an ask ahead may come too soon."""
    day = exchange.planned_ask or as_of
    when = f"you plan to ask {ahead((day - as_of).days)} ({named_day(day, as_of)})"
    return f"{when}; {_contact_before(exchange, day)} so far, and no help given is written down"


def question(exchange: Exchange, flag: Flag, *, is_planned: bool = False) -> str:
    """The question; what stands between backquotes may be typed into the note."""
    # A name may hold backquotes of its own, which would be taken for something to type.
    name = exchange.person.ref.label.replace("`", "'")
    return (_PLANNED if is_planned else _QUESTIONS[flag]).replace("{name}", name)


def _your_turn(exchange: Exchange, _as_of: date) -> str:
    found = exchange.reciprocity
    back = f"you helped {times(found.given)}" if found.given else "no help back is written down"
    kind = kind_of(exchange.person)
    return f"{kind}, helped you {times(found.received)} in twelve months; {back} in that time"


def _asked_too_soon(exchange: Exchange, as_of: date) -> str:
    day = exchange.dealings.asked[0]
    when = f"you asked {exactly_ago((as_of - day).days)} ({named_day(day, as_of)})"
    return f"{when}; {_contact_before(exchange, day)} before, and no help given by then"


def _contact_before(exchange: Exchange, day: date) -> str:
    return counted(len([one for one in exchange.dealings.two_way if one < day]), "interaction")


def _asks_without_giving(exchange: Exchange, _as_of: date) -> str:
    asked = f"you asked {times(exchange.reciprocity.asked)} in twelve months"
    return f"{kind_of(exchange.person)}; {asked}, and no help given is written down in that time"


def _letters(exchange: Exchange, as_of: date) -> str:
    found, stands = exchange.reciprocity, exchange.person.standing
    last = [day for day in exchange.dealings.unanswered if day <= as_of][-1]
    since = " since you were last in touch" if stands.last_contact else ""
    when = f"last {exactly_ago((as_of - last).days)} ({named_day(last, as_of)})"
    return f"you wrote {times(found.unanswered)}{since}, {when}, and no answer yet"


def _too_frequent(exchange: Exchange, as_of: date) -> str:
    days = [(as_of - day).days for day in exchange.dealings.outgoing]
    letters = len([ago for ago in days if 0 <= ago <= BURST_DAYS])
    return f"you wrote first {times(letters)} in {BURST_DAYS} days"


def _in_name_only(exchange: Exchange, _as_of: date) -> str:
    contact = counted(exchange.reciprocity.contacts, "interaction")
    days = exactly_ago(exchange.person.standing.days_since or 0)
    return (
        f"called an ally; {contact} in twelve months, last in touch {days}, and no help either "
        "way is written down"
    )


def _like_an_ally(exchange: Exchange, _as_of: date) -> str:
    contact = counted(exchange.reciprocity.contacts, "interaction")
    has_said = exchange.person.contact.relationship is Relationship.ACQUAINTANCE
    called = "called an acquaintance" if has_said else "no relationship in the note"
    return f"{called}; {contact} in twelve months, and help went both ways"


def _transactional(exchange: Exchange, _as_of: date) -> str:
    most = "most of what is written down in twelve months is asks or paid business"
    given = "help only when they asked" if exchange.reciprocity.given else "no help given"
    return f"{kind_of(exchange.person)}; {most}, with {given}"


_WHY: Mapping[Flag, Callable[[Exchange, date], str]] = {
    Flag.ASKED_TOO_SOON: _asked_too_soon,
    Flag.ASKS_WITHOUT_GIVING: _asks_without_giving,
    Flag.WAIT: _letters,
    Flag.STOP: _letters,
    Flag.TOO_FREQUENT: _too_frequent,
    Flag.ALLY_IN_NAME_ONLY: _in_name_only,
    Flag.ACTS_LIKE_AN_ALLY: _like_an_ally,
    Flag.TRANSACTIONAL: _transactional,
    Flag.YOUR_TURN: _your_turn,
}

_QUESTIONS: Mapping[Flag, str] = {
    Flag.ASKED_TOO_SOON: "What could you do for {name} before the next ask?",
    Flag.ASKS_WITHOUT_GIVING: "Is there something that you could do for {name}?",
    Flag.WAIT: "Wait for a word from {name}?",
    Flag.STOP: "Leave it until {name} writes?",
    Flag.TOO_FREQUENT: "Would {name} like to write first for once?",
    Flag.ALLY_IN_NAME_ONLY: "Time for a word, or rather `relationship: acquaintance`?",
    Flag.ACTS_LIKE_AN_ALLY: "An ally by now, `relationship: ally`?",
    Flag.TRANSACTIONAL: "A good business contact, `relationship: transactional`?",
    Flag.YOUR_TURN: "What could you do for {name}?",
}
