"""Help that goes to and fro between me and one contact, and the questions that it raises.

People who expect an exchange like whoever gives first and are put off by an early request; among
those who simply care for each other, keeping count puts off (Clark and Mills 1979). So an ally is
asked fewer of these questions. The numbers in the rules are choices of our own.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

WINDOW_DAYS = 365
"""Days up to the day of the review in which help, asks and contact are counted."""

EARLY_ASK_DAYS = 180
"""Days after meeting in which a first ask can be too soon."""

RECENT_ASK_DAYS = 90
"""Days for which a first ask that came too soon is spoken of."""

PROMPTED_DAYS = 14
"""Days after their ask in which help is an answer to it."""

BURST_DAYS = 30
"""Days in which three letters are many."""

_MANY_LETTERS = 3
_WAIT_LETTERS = 2
_MANY_ASKS = 2
_MANY_ASKS_OF_ALLY = 3
_KNOWN_DAYS = 180
_CLOSE_CONTACTS = 6
_MIN_ITEMS = 4
_TRADE_SHARE = 0.75
_TURN = 3


class Flag(StrEnum):
    """A question about one contact; never a verdict."""

    ASKED_TOO_SOON = "P1"
    ASKS_WITHOUT_GIVING = "P2"
    WAIT = "P3_wait"
    """Two letters without an answer."""
    STOP = "P3_stop"
    """Three letters or more without an answer."""
    TOO_FREQUENT = "P4"
    ALLY_IN_NAME_ONLY = "M1"
    ACTS_LIKE_AN_ALLY = "M2"
    TRANSACTIONAL = "M3"
    """Asks and deals, and help only when asked."""
    YOUR_TURN = "R1"


class Dealings(NamedTuple):
    """The days on which things happened with one contact, earliest first, past and future.

    A day stands in a list as often as the thing happened on it.
    """

    two_way: Sequence[date] = ()
    """Contact that went both ways."""
    gave: Sequence[date] = ()
    """Help given, introductions included."""
    received: Sequence[date] = ()
    """Help received, introductions included."""
    asked: Sequence[date] = ()
    was_asked: Sequence[date] = ()
    outgoing: Sequence[date] = ()
    """Letters of mine, with or without an answer."""
    unanswered: Sequence[date] = ()
    """Those of them without one."""
    trade: Sequence[date] = ()
    """What was no help but an ask, theirs or mine, or paid business."""
    talk: Sequence[date] = ()
    """What was neither help nor trade."""


class Reciprocity(NamedTuple):
    """What went to and fro with one contact in the window, and the questions that it raises."""

    given: int
    received: int
    asked: int
    contacts: int
    """Contact that went both ways."""
    unanswered: int
    """Letters since the last contact, however long ago, that nobody has answered."""
    flags: tuple[Flag, ...]

    @property
    def net(self) -> int:
        """Help given minus help received."""
        return self.given - self.received

    @property
    def balance(self) -> float:
        """The net from -1 to 1, drawn towards 0 while there is little of either."""
        return self.net / (self.given + self.received + 2)


def reciprocity(
    as_of: date, tier: str | None, dealings: Dealings, met: date | None = None
) -> Reciprocity:
    """The reciprocity of one contact on a day; `met` is the first day on which we may have met."""
    start = _days_before(as_of, WINDOW_DAYS)
    found = Reciprocity(
        _within(dealings.gave, start, as_of),
        _within(dealings.received, start, as_of),
        _within(dealings.asked, start, as_of),
        _within(dealings.two_way, start, as_of),
        _unanswered(dealings, as_of),
        (),
    )
    flags = _flags(as_of, tier, dealings, met, found)
    return found._replace(flags=flags) if flags else found


def in_window(days: Sequence[date], as_of: date) -> Sequence[date]:
    """Those of some days, earliest first, that lie in the window up to a day."""
    start = _days_before(as_of, WINDOW_DAYS)
    return days[bisect_left(days, start) : bisect_right(days, as_of)]


def asks_too_soon(day: date, dealings: Dealings, met: date | None = None) -> bool:
    """Whether an ask on a day comes soon after meeting, with little contact and no help before."""
    if bisect_right(dealings.gave, day) or bisect_left(dealings.two_way, day) > 1:
        return False
    known = [days[0] for days in (dealings.two_way, dealings.outgoing) if days]
    first = min([*known, day] if met is None else [*known, day, met])
    return (day - first).days <= EARLY_ASK_DAYS


def _flags(
    as_of: date, tier: str | None, dealings: Dealings, met: date | None, found: Reciprocity
) -> tuple[Flag, ...]:
    is_ally = tier == "ally"
    flags = []
    if not is_ally and _asked_too_soon(as_of, dealings, met):
        flags.append(Flag.ASKED_TOO_SOON)
    if not found.given and found.asked >= (_MANY_ASKS_OF_ALLY if is_ally else _MANY_ASKS):
        flags.append(Flag.ASKS_WITHOUT_GIVING)
    if not is_ally and dealings.outgoing:
        flags += _letters(as_of, dealings, found)
    if is_ally and _in_name_only(as_of, dealings, found):
        flags.append(Flag.ALLY_IN_NAME_ONLY)
    if tier == "acquaintance" and _acts_like_an_ally(found):
        flags.append(Flag.ACTS_LIKE_AN_ALLY)
    # Somebody who is called transactional already needs no question about it.
    if not is_ally and tier != "transactional" and _is_trade(as_of, dealings):
        flags.append(Flag.TRANSACTIONAL)
    if found.received - found.given >= _TURN:
        flags.append(Flag.YOUR_TURN)
    return tuple(flags)


def _asked_too_soon(as_of: date, dealings: Dealings, met: date | None) -> bool:
    if not dealings.asked or dealings.asked[0] > as_of:
        return False
    first = dealings.asked[0]
    return (as_of - first).days <= RECENT_ASK_DAYS and asks_too_soon(first, dealings, met)


def _letters(as_of: date, dealings: Dealings, found: Reciprocity) -> list[Flag]:
    flags = []
    if found.unanswered >= _WAIT_LETTERS:
        flags.append(Flag.WAIT if found.unanswered == _WAIT_LETTERS else Flag.STOP)
    if _within(dealings.outgoing, _days_before(as_of, BURST_DAYS), as_of) >= _MANY_LETTERS:
        flags.append(Flag.TOO_FREQUENT)
    return flags


def _in_name_only(as_of: date, dealings: Dealings, found: Reciprocity) -> bool:
    if found.given or found.received or found.contacts > 1 or not dealings.two_way:
        return False
    return (as_of - dealings.two_way[0]).days >= _KNOWN_DAYS


def _acts_like_an_ally(found: Reciprocity) -> bool:
    return found.contacts >= _CLOSE_CONTACTS and found.given > 0 and found.received > 0


def _is_trade(as_of: date, dealings: Dealings) -> bool:
    if len(dealings.trade) < _TRADE_SHARE * _MIN_ITEMS:
        return False
    start = _days_before(as_of, WINDOW_DAYS)
    trade = _within(dealings.trade, start, as_of)
    items = trade + _within(dealings.talk, start, as_of)
    if items < _MIN_ITEMS or trade < _TRADE_SHARE * items:
        return False
    return all(_is_prompted(day, dealings.was_asked) for day in in_window(dealings.gave, as_of))


def _is_prompted(day: date, was_asked: Sequence[date]) -> bool:
    return _within(was_asked, _days_before(day, PROMPTED_DAYS), day) > 0


def _unanswered(dealings: Dealings, as_of: date) -> int:
    """The letters without an answer since the last contact."""
    letters = dealings.unanswered
    if not letters:
        return 0
    past = bisect_right(dealings.two_way, as_of)
    answered = bisect_right(letters, dealings.two_way[past - 1]) if past else 0
    return max(0, bisect_right(letters, as_of) - answered)


def _within(days: Sequence[date], first: date, last: date) -> int:
    return bisect_right(days, last) - bisect_left(days, first) if days else 0


def _days_before(day: date, days: int) -> date:
    """So many days earlier, but not before the first day that there is."""
    return day - timedelta(days) if day.toordinal() > days else date.min
