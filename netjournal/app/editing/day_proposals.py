"""Days that may be meant by what is typed."""

from datetime import date, timedelta

from netjournal.app.editing.proposal import Proposal, ProposalKind
from netjournal.model.spoken_days import spoken_day

_PAST = ("today", "yesterday")
_AHEAD = ("tomorrow", "in 1w", "in 2w", "in 1m", "in 3m")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def days_called(typed: str, as_of: date) -> list[Proposal]:
    """Days whose words or digits begin with what is typed, the nearest to today first."""
    words = [*_PAST, *map(str.lower, _WEEKDAYS), "tomorrow"]
    return _days(typed, as_of, words)


def days_of_field(typed: str, as_of: date, *, ahead: bool) -> list[Proposal]:
    """Days for a field that tells of the past, or of what is ahead."""
    return _days(typed, as_of, _AHEAD if ahead else _PAST)


def _days(typed: str, as_of: date, words: "list[str] | tuple[str, ...]") -> list[Proposal]:
    key = typed.casefold().strip()
    found: dict[date, str] = {}
    for word in words:
        day = spoken_day(word, as_of)
        if day and (word.startswith(key) or day.isoformat().startswith(key)):
            found.setdefault(day, word)
    if key and not found:
        day = spoken_day(key, as_of)
        found = {day: typed.strip()} if day else {}
    return [_proposal(day, word) for day, word in found.items()]


def _proposal(day: date, word: str) -> Proposal:
    weekday = _WEEKDAYS[day.weekday()]
    detail = word if word.lower() == weekday.lower() else f"{word}, {weekday}"
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
