"""Days of recurring events, compared with those that dateutil finds."""

from datetime import date, datetime, timedelta
from typing import Literal

import pytest
from dateutil import rrule
from hypothesis import given
from hypothesis import strategies as st

from netjournal.importers.recurring_days import Every, Rule, Weekday, recurring_days

_FREQUENCIES: dict[Every, Literal[0, 1, 2, 3]] = {
    Every.YEAR: rrule.YEARLY,
    Every.MONTH: rrule.MONTHLY,
    Every.WEEK: rrule.WEEKLY,
    Every.DAY: rrule.DAILY,
}


def by_dateutil(rule: Rule, first: date, start: date, end: date) -> list[date]:
    given = rrule.rrule(
        _FREQUENCIES[rule.every],
        dtstart=datetime(first.year, first.month, first.day),  # noqa: DTZ001
        interval=rule.interval,
        wkst=rule.week_start,
        count=rule.times,
        until=datetime(rule.until.year, rule.until.month, rule.until.day) if rule.until else None,  # noqa: DTZ001
        bymonth=rule.months or None,
        byweekno=rule.weeks or None,
        byyearday=rule.days_of_year or None,
        bymonthday=rule.days_of_month or None,
        byweekday=[
            rrule.weekday(each.day, each.which) if each.which else rrule.weekday(each.day)
            for each in rule.weekdays
        ]
        or None,
        bysetpos=rule.positions or None,
    )
    found: list[date] = []
    for each in given:
        if each.date() > end:
            break
        if each.date() >= start:
            found.append(each.date())
    return found


def numbers(low: int, high: int) -> st.SearchStrategy[tuple[int, ...]]:
    either = st.integers(low, high) | st.integers(-high, -low)
    return st.just(()) | st.lists(either, min_size=1, max_size=3).map(tuple)


def few(of: st.SearchStrategy[int]) -> st.SearchStrategy[tuple[int, ...]]:
    return st.just(()) | st.lists(of, min_size=1, max_size=4).map(tuple)


plain_weekdays = few(st.integers(0, 6)).map(lambda days: tuple(Weekday(day) for day in days))
nth_weekdays = st.lists(
    st.builds(Weekday, st.integers(0, 6), st.sampled_from([1, 2, 4, -1, -2])), max_size=3
).map(tuple)
first_days = st.dates(date(2015, 1, 1), date(2021, 12, 31))


@st.composite
def rules(draw: st.DrawFn) -> Rule:
    every = draw(st.sampled_from(Every))
    nth = every in (Every.YEAR, Every.MONTH)
    return Rule(
        every,
        draw(st.integers(1, 4)),
        draw(st.none() | st.integers(1, 40)),
        draw(st.none() | st.dates(date(2016, 1, 1), date(2022, 12, 31))),
        draw(st.integers(0, 6)),
        draw(few(st.integers(1, 12))),
        draw(numbers(1, 53)) if every is Every.YEAR else (),
        draw(numbers(1, 366)) if every is Every.YEAR else (),
        draw(numbers(1, 31)) if every is not Every.WEEK else (),
        draw(plain_weekdays | nth_weekdays if nth else plain_weekdays),
        # Of a first week that is cut by the first day, dateutil takes what is left as a whole.
        draw(numbers(1, 5)) if nth else (),
    )


@given(rules(), first_days, st.integers(0, 800))
def test_days_are_those_that_dateutil_finds(rule: Rule, first: date, ahead: int) -> None:
    start, end = first + timedelta(days=ahead), first + timedelta(days=ahead + 1_000)
    by_parts = (rule.weeks, rule.days_of_year, rule.days_of_month, rule.weekdays, rule.months)
    if rule.positions and not any(by_parts):
        rule = rule._replace(positions=())
    if rule.times is None:
        rule = rule._replace(until=min(rule.until or end, end))
    else:
        rule = rule._replace(until=None)

    ours = list(recurring_days(rule, first, start, end))

    # A rule that never comes true keeps dateutil busy until the year 9999.
    if ours:
        assert ours == by_dateutil(rule, first, start, end)


@pytest.mark.parametrize(
    ("rule", "first", "count"),
    [
        (Rule(Every.DAY), date(1900, 1, 1), 1_000),
        (Rule(Every.DAY, times=10**9), date(1900, 1, 1), 1_000),
        (Rule(Every.YEAR, months=(2,), days_of_month=(30,)), date(1900, 2, 1), 0),
        (Rule(Every.DAY, months=(2,), days_of_month=(30,)), date(1900, 2, 1), 0),
        (Rule(Every.MONTH, positions=(300,)), date(1900, 2, 1), 0),
        (Rule(Every.DAY, interval=2**31), date(1900, 1, 1), 0),
        (Rule(Every.WEEK, interval=2**31), date(2020, 1, 1), 1),
    ],
)
def test_hostile_rules_end(rule: Rule, first: date, count: int) -> None:
    start = date(2020, 1, 1)

    found = list(recurring_days(rule, first, start, start + timedelta(days=999)))

    assert len(found) == count


def test_several_weekdays_of_both_sorts_are_united() -> None:
    rule = Rule(Every.MONTH, weekdays=(Weekday(0, 1), Weekday(4)))

    found = list(recurring_days(rule, date(2026, 11, 1), date(2026, 11, 1), date(2026, 11, 30)))

    assert found == [date(2026, 11, day) for day in (2, 6, 13, 20, 27)]
