"""Rules of iCalendar as the days on which they recur."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta, tzinfo

from netjournal.importers.recurring_days import Every, Rule, Weekday

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_OFTEN = ("SECONDLY", "MINUTELY", "HOURLY")
_MOST_VALUES = 400


class NotSupported(ValueError):
    """A rule that isn't read; the text says why."""


def rule_of(said: Mapping[str, object], start: date, zone: tzinfo | None) -> Rule:
    """A rule by what the library has read of it, for an event that starts at a time in a zone.

    The hours of a day don't matter: a day is one day of contact. Raises NotSupported.
    """
    typed = {name.upper(): _list(value) for name, value in said.items()}
    every = str(typed.get("FREQ", [""])[0]).upper()
    if every in _OFTEN:
        raise NotSupported("it recurs several times a day")
    scale = str(typed.get("RSCALE", ["GREGORIAN"])[0]).upper()
    if every not in {each.value for each in Every} or scale != "GREGORIAN":
        raise NotSupported("how it recurs can't be read")
    interval = _number(typed, "INTERVAL", 1)
    times = _number(typed, "COUNT", 0) if "COUNT" in typed else None
    if interval < 1 or (times is not None and times < 1):
        raise NotSupported("how it recurs can't be read")
    return Rule(
        Every(every),
        interval,
        times,
        _until(typed["UNTIL"][0], start, zone) if "UNTIL" in typed else None,
        _weekday(typed.get("WKST", ["MO"])[0]).day,
        _numbers(typed, "BYMONTH", 1, 12),
        _numbers(typed, "BYWEEKNO", -53, 53),
        _numbers(typed, "BYYEARDAY", -366, 366),
        _numbers(typed, "BYMONTHDAY", -31, 31),
        tuple(dict.fromkeys(map(_weekday, typed.get("BYDAY", [])))),
        _numbers(typed, "BYSETPOS", -366, 366),
    )


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) and value else [value]


def _number(typed: Mapping[str, list[object]], name: str, missing: int) -> int:
    value = typed.get(name, [missing])[0]
    if isinstance(value, int):
        return int(value)
    raise NotSupported("how it recurs can't be read")


def _numbers(typed: Mapping[str, list[object]], name: str, low: int, high: int) -> tuple[int, ...]:
    values = typed.get(name, [])[:_MOST_VALUES]
    numbers = tuple(dict.fromkeys(int(each) for each in values if isinstance(each, int)))
    if len(numbers) < len(set(values)) or not all(low <= each <= high and each for each in numbers):
        raise NotSupported("how it recurs can't be read")
    return numbers


def _weekday(value: object) -> Weekday:
    typed = str(value).strip().upper()
    which, day = typed[:-2], typed[-2:]
    try:
        return Weekday(_DAYS.index(day), int(which or 0))
    except ValueError:
        raise NotSupported("how it recurs can't be read") from None


def _until(value: object, start: date, zone: tzinfo | None) -> date:
    """The last day on which the event may begin."""
    if not isinstance(value, datetime):
        if isinstance(value, date):
            return value
        raise NotSupported("how it recurs can't be read")
    if value.tzinfo and zone:
        value = value.astimezone(zone)
    last = value.date()
    if not isinstance(start, datetime) or value.time() >= start.time():
        return last
    return last - timedelta(days=1)
