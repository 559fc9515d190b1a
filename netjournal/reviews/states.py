"""What each state of a contact means, in a few words for somebody who meets it first."""

from collections.abc import Iterable, Mapping

from netjournal.measures.cadence import FOLLOW_UP_DAYS, State
from netjournal.model.review import Meaning

_MEANINGS: Mapping[State, str] = {
    State.FRESH: "in touch, within the time that you want",
    State.DUE: "silent for as long as you want it to be at most (the cadence)",
    State.OVERDUE: "silent for twice as long",
    State.FADING: "silent for four times as long",
    State.LAPSED: "silent for eight times as long, or for three years",
    State.NEVER: "no contact is written down so far",
    State.FOLLOW_UP: f"met once, in touch in the last {FOLLOW_UP_DAYS} days: a line is natural",
    State.MET_ONCE: "met once, longer ago: left in peace",
    State.NO_CADENCE: "in contact, and never due",
    State.SNOOZED: "resting until the day that you set",
    State.DORMANT: "resting, and never due: the note says `status: dormant`",
    State.EXCLUDED: "let go, and in no list: the note says `status: closed`",
    State.UNSORTED: "no relationship, no cadence and no contact in the note yet",
}


def meanings(states: Iterable[State] = State) -> tuple[Meaning, ...]:
    """What these states mean, from the freshest to those that rest; of all of them, unless said."""
    wanted = frozenset(states)
    return tuple([Meaning(state, words) for state, words in _MEANINGS.items() if state in wanted])
