"""Days that may be meant by what is typed."""

from collections.abc import Sequence
from datetime import date, timedelta

from netjournal.app.editing.proposal import Proposal, ProposalKind
from netjournal.model.spoken_days import spoken_day

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_FAR = ("in 1w", "in 2w", "in 1m", "in 3m")
_BEHIND = ("today", "yesterday")
_BY_WEEKDAY = tuple(map(str.lower, _WEEKDAYS))


def days_called(typed: str, as_of: date, *, ahead: bool) -> list[Proposal]:
    """Days whose words or digits begin with what is typed, the nearest first.

    Of what has happened, or with `ahead` of what is to be done.
    """
    words = (*_BEHIND, *_BY_WEEKDAY, "tomorrow")
    if ahead:
        words = ("today", "tomorrow", *_BY_WEEKDAY, *_FAR)
    return _days(typed, as_of, words, ahead=ahead)


def days_of_field(typed: str, as_of: date, *, ahead: bool) -> list[Proposal]:
    """Days for a field that tells of the past, or of what is ahead."""
    return _days(typed, as_of, ("tomorrow", *_FAR) if ahead else _BEHIND, ahead=ahead)


def _days(typed: str, as_of: date, words: Sequence[str], *, ahead: bool) -> list[Proposal]:
    key = typed.casefold().strip()
    found: dict[date, str] = {}
    for word in words:
        day = spoken_day(word, as_of, ahead=ahead)
        if day and (word.startswith(key) or day.isoformat().startswith(key)):
            found.setdefault(day, word)
    if key and not found:
        day = spoken_day(key, as_of, ahead=ahead)
        found = {day: typed.strip()} if day else {}

    def nearest(day: date) -> tuple[bool, timedelta]:
        is_other_way = day < as_of if ahead else day > as_of
        return is_other_way, abs(day - as_of)

    return [_proposal(day, found[day]) for day in sorted(found, key=nearest)]


def _proposal(day: date, word: str) -> Proposal:
    weekday = _WEEKDAYS[day.weekday()]
    detail = weekday if weekday.lower().startswith(word.lower()) else f"{word}, {weekday}"
    return Proposal(day.isoformat(), day.isoformat(), ProposalKind.DAY, detail)


def months_and_years(typed: str, as_of: date) -> list[Proposal]:
    """This month, the last one and this year, for fields that need no day."""
    last = as_of.replace(day=1) - timedelta(days=1)
    texts = (f"{as_of:%Y-%m}", f"{last:%Y-%m}", f"{as_of:%Y}")
    words = ("this month", "last month", "this year")
    return [
        Proposal(text, text, ProposalKind.DAY, word)
        for text, word in zip(texts, words, strict=True)
        if text.startswith(typed) or word.startswith(typed.casefold())
    ]
