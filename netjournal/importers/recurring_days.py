"""The days on which a rule of a calendar recurs, always within bounds: a rule may be hostile."""

from calendar import isleap, monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from enum import Enum
from typing import NamedTuple

MOST_DAYS = 50_000
"""A number of times from which a rule ends after all the days that are ever looked at."""

_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)


class Every(Enum):
    """What a rule counts its intervals in."""

    YEAR = "YEARLY"
    MONTH = "MONTHLY"
    WEEK = "WEEKLY"
    DAY = "DAILY"


class Weekday(NamedTuple):
    """A day of the week, perhaps the second or the last of the month or year."""

    day: int
    """0 is Monday."""
    which: int = 0
    """From 1, or from the end from -1; 0 for every one."""


class Rule(NamedTuple):
    """A rule of a calendar, down to days; numbers below 0 count from the end."""

    every: Every
    interval: int = 1
    times: int | None = None
    """How often it recurs."""
    until: date | None = None
    """The last day on which it may recur."""
    week_start: int = 0
    """0 is Monday."""
    months: tuple[int, ...] = ()
    weeks: tuple[int, ...] = ()
    days_of_year: tuple[int, ...] = ()
    days_of_month: tuple[int, ...] = ()
    weekdays: tuple[Weekday, ...] = ()
    positions: tuple[int, ...] = ()
    """Which of the days in an interval, from 1."""


def recurring_days(rule: Rule, first: date, start: date, end: date) -> Iterator[date]:
    """The days from start to end, in order, on which a rule that begins on the first day recurs.

    The first day is only among them if the rule names it. Days stand between 1900 and 2100.
    """
    last = min(end, rule.until) if rule.until else end
    full = _with_defaults(rule, first)
    left = rule.times if rule.times is not None and rule.times < MOST_DAYS else None
    # Only who counts needs the days before the first one that is asked for.
    step = 0 if left is not None else max(0, _steps(full, first, start) - 1)
    while True:
        begin = _period(full, first, step)
        if begin is None or begin > last:
            return
        for day in _days_in(full, begin):
            if day < first:
                continue
            if day > last or left == 0:
                return
            if left is not None:
                left -= 1
            if day >= start:
                yield day
        step += 1


def _with_defaults(rule: Rule, first: date) -> Rule:
    """The rule with what the first day says, where the rule itself names no days."""
    if rule.weeks or rule.days_of_year or rule.days_of_month or rule.weekdays:
        return rule
    if rule.every is Every.WEEK:
        return rule._replace(weekdays=(Weekday(first.weekday()),))
    if rule.every is Every.MONTH:
        return rule._replace(days_of_month=(first.day,))
    if rule.every is Every.YEAR:
        return rule._replace(months=rule.months or (first.month,), days_of_month=(first.day,))
    return rule


def _steps(rule: Rule, first: date, start: date) -> int:
    """How many intervals lie between two days, at least."""
    days = max(0, (start - first).days)
    if rule.every is Every.YEAR:
        return (start.year - first.year) // rule.interval
    if rule.every is Every.MONTH:
        months = (start.year - first.year) * 12 + start.month - first.month
        return months // rule.interval
    return days // (7 if rule.every is Every.WEEK else 1) // rule.interval


def _period(rule: Rule, first: date, step: int) -> date | None:
    """The day on which an interval begins; None when it lies too far away."""
    ahead = step * rule.interval
    if ahead > MOST_DAYS:
        return None
    try:
        if rule.every is Every.YEAR:
            return date(first.year + ahead, 1, 1)
        if rule.every is Every.MONTH:
            years, month = divmod(first.month - 1 + ahead, 12)
            return date(first.year + years, month + 1, 1)
        if rule.every is Every.WEEK:
            return _week_of(first, rule.week_start) + ahead * _WEEK
        return first + ahead * _DAY
    except (ValueError, OverflowError):
        return None


def _days_in(rule: Rule, begin: date) -> list[date]:
    """The days of an interval that the rule names."""
    if rule.every is Every.YEAR:
        months = [month for month in range(1, 13) if not rule.months or month in rule.months]
        days = [day for month in months for day in _month(begin.year, month)]
    elif rule.every is Every.MONTH:
        days = _month(begin.year, begin.month)
    elif rule.every is Every.WEEK:
        days = [begin + number * _DAY for number in range(7)]
    else:
        days = [begin]
    named = [day for day in days if _is_named(rule, day)]
    if not rule.positions:
        return named
    count = len(named)
    chosen = {at - 1 if at > 0 else count + at for at in rule.positions if at and abs(at) <= count}
    return [named[index] for index in sorted(chosen)]


def _month(year: int, month: int) -> list[date]:
    return [date(year, month, day) for day in range(1, monthrange(year, month)[1] + 1)]


def _is_named(rule: Rule, day: date) -> bool:
    if rule.months and day.month not in rule.months:
        return False
    if rule.days_of_month:
        back = day.day - monthrange(day.year, day.month)[1] - 1
        if day.day not in rule.days_of_month and back not in rule.days_of_month:
            return False
    if rule.days_of_year:
        number = day.timetuple().tm_yday
        back = number - (366 if isleap(day.year) else 365) - 1
        if number not in rule.days_of_year and back not in rule.days_of_year:
            return False
    if rule.weeks and not _is_in_week(rule, day):
        return False
    return not rule.weekdays or any(_is_weekday(rule, each, day) for each in rule.weekdays)


def _is_weekday(rule: Rule, weekday: Weekday, day: date) -> bool:
    if weekday.day != day.weekday():
        return False
    if not weekday.which or rule.every in (Every.WEEK, Every.DAY):
        return True
    if rule.every is Every.MONTH or rule.months:
        number, length = day.day, monthrange(day.year, day.month)[1]
    else:
        number, length = day.timetuple().tm_yday, 366 if isleap(day.year) else 365
    return weekday.which in ((number - 1) // 7 + 1, -((length - number) // 7 + 1))


def _week_of(day: date, week_start: int) -> date:
    """The first day of the week in which a day lies."""
    return day - (day.weekday() - week_start) % 7 * _DAY


def _is_in_week(rule: Rule, day: date) -> bool:
    """Whether a day lies in one of the numbered weeks; the first has four days of its year."""
    begin = _week_of(day, rule.week_start)
    year = (begin + 3 * _DAY).year
    first = _week_of(date(year, 1, 4), rule.week_start)
    number = (begin - first).days // 7 + 1
    weeks = (_week_of(date(year + 1, 1, 4), rule.week_start) - first).days // 7
    return number in rule.weeks or number - weeks - 1 in rule.weeks
