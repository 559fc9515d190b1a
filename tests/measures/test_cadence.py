"""Standing of a contact: the reference rows, the edges, and what must hold for any dates."""

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.measures.cadence import Standing, State, Tie, standing

AS_OF = date(2026, 3, 1)
REFERENCE = Path(__file__).parents[1] / "reference" / "neglect.csv"
ROWS = list(csv.DictReader(REFERENCE.read_text(encoding="utf-8").splitlines()))
BY_SILENCE = [State.FRESH, State.DUE, State.OVERDUE, State.FADING, State.LAPSED]

ALLY = Tie("ally", 30)
ACQUAINTANCE = Tie("acquaintance", 180)

dates = st.dates(min_value=date(2010, 1, 1), max_value=date(2030, 1, 1))
cadences = st.integers(1, 800)


def days_ago(*days: int) -> list[date]:
    """The dates so many days before the day of the review; negative ones are ahead of it."""
    return [AS_OF - timedelta(days=count) for count in days]


def number(cell: str) -> object:
    """A cell of the reference as a number to compare with; an empty one is undefined."""
    return pytest.approx(float(cell), rel=1e-9, abs=0) if cell else None


def tie_of(row: dict[str, str]) -> Tie:
    """The tie of a row, whose dormant tier and deceased status are statuses here."""
    status = {"deceased": "closed"}.get(row["status"], row["status"])
    return Tie(
        tier=None if row["tier"] == "dormant" else row["tier"].replace("_", "-"),
        cadence_days=int(row["cadence_days"]) if row["cadence_days"] else None,
        status="dormant" if row["tier"] == "dormant" else status,
        snoozed_until=date.fromisoformat(row["snooze_until"]) if row["snooze_until"] else None,
        sole_in_industry=row["sole_in_industry"] == "True",
    )


@pytest.mark.parametrize("row", ROWS, ids=[row["case"] for row in ROWS])
def test_a_reference_row_gives_every_column(row: dict[str, str]) -> None:
    contacted = [date.fromisoformat(day) for day in row["interaction_dates"].split()]

    actual = standing(date.fromisoformat(row["as_of"]), contacted, tie_of(row))

    assert row["state"].replace("_", "-") == actual.state
    assert (row["planned"] == "True") == actual.planned
    assert (int(row["days_since"]) if row["days_since"] else None) == actual.days_since
    assert row["due_date"] == (actual.due_date.isoformat() if actual.due_date else "")
    assert number(row["overdue_ratio"]) == actual.overdue_ratio
    assert number(row["priority"]) == actual.priority
    assert number(row["warmth"]) == actual.warmth


def test_all_reference_rows_are_read() -> None:
    assert len(ROWS) == 23


@pytest.mark.parametrize(
    ("days", "cadence", "state"),
    [
        (0, 1, State.FRESH),
        (29, 30, State.FRESH),
        (30, 30, State.DUE),
        (59, 30, State.DUE),
        (60, 30, State.OVERDUE),
        (119, 30, State.OVERDUE),
        (120, 30, State.FADING),
        (239, 30, State.FADING),
        (240, 30, State.LAPSED),
        (1094, 400, State.OVERDUE),
        (1095, 400, State.LAPSED),
        (1095, 5000, State.LAPSED),
        (1094, 5000, State.FRESH),
    ],
)
def test_each_state_begins_on_its_day(days: int, cadence: int, state: State) -> None:
    assert state == standing(AS_OF, days_ago(days), Tie("ally", cadence)).state


def test_an_acquaintance_of_1095_days_has_lapsed_and_has_no_priority() -> None:
    actual = standing(AS_OF, [date(2023, 3, 2)], ACQUAINTANCE)

    assert (actual.state, actual.priority) == (State.LAPSED, None)
    assert pytest.approx(1095 / 180, rel=1e-9) == actual.overdue_ratio


def test_the_only_one_in_an_industry_comes_before_an_equal() -> None:
    sole = standing(AS_OF, days_ago(360), Tie("acquaintance", 180, sole_in_industry=True))
    ally = standing(AS_OF, days_ago(60), ALLY)
    long_silent = standing(AS_OF, days_ago(720), ACQUAINTANCE)

    assert [sole.priority, ally.priority, long_silent.priority] == [2.0, 2.0, 2.0]


@pytest.mark.parametrize("tier", ["acquaintance", "transactional", None])
def test_only_allies_weigh_double(tier: str | None) -> None:
    assert pytest.approx(1.0) == standing(AS_OF, days_ago(60), Tie(tier, 30)).priority


@pytest.mark.parametrize(("days", "state"), [(14, State.FOLLOW_UP), (15, State.MET_ONCE)])
def test_someone_met_once_is_followed_up_for_two_weeks(days: int, state: State) -> None:
    actual = standing(AS_OF, days_ago(days), Tie("met-once", None))

    assert Standing(state, False, None, days_ago(days)[0], days, None, None, None, None) == actual


def test_a_cadence_on_someone_met_once_makes_nothing_due() -> None:
    actual = standing(AS_OF, days_ago(400), Tie("met-once", 30))

    assert actual.state == State.MET_ONCE
    assert (actual.overdue_ratio, actual.due_date, actual.priority) == (None, None, None)


def test_someone_met_once_without_a_date_was_never_contacted() -> None:
    assert standing(AS_OF, [], Tie("met-once", None)).state == State.NEVER


def test_a_dormant_ally_has_no_cadence() -> None:
    actual = standing(AS_OF, days_ago(40), Tie("ally", 30, status="dormant"))

    assert Standing(State.DORMANT, False, None, days_ago(40)[0], 40, None, None, None, None) == (
        actual
    )


def test_a_closed_relationship_is_excluded_before_all_else() -> None:
    tie = Tie("ally", 30, status="closed", snoozed_until=date(2027, 1, 1), unsorted=True)

    assert standing(AS_OF, [], tie).state == State.EXCLUDED


def test_a_planned_date_with_someone_closed_plans_nothing() -> None:
    actual = standing(AS_OF, days_ago(-3), Tie("ally", 30, status="closed"))

    assert (actual.state, actual.planned) == (State.EXCLUDED, False)


def test_a_snoozed_dormant_contact_is_snoozed() -> None:
    tie = Tie("ally", 30, status="dormant", snoozed_until=AS_OF + timedelta(days=1))

    assert standing(AS_OF, days_ago(900), tie).state == State.SNOOZED


def test_a_snoozed_contact_without_any_contact_has_no_due_date() -> None:
    actual = standing(AS_OF, [], Tie("ally", 30, snoozed_until=date(2026, 4, 1)))

    assert (actual.state, actual.due_date) == (State.SNOOZED, None)


def test_a_snooze_that_ended_before_the_cadence_moves_nothing() -> None:
    tie = Tie("ally", 30, snoozed_until=date(2026, 2, 20))

    assert date(2026, 3, 21) == standing(AS_OF, days_ago(10), tie).due_date


def test_contact_without_a_cadence_is_never_due() -> None:
    actual = standing(AS_OF, days_ago(2000), Tie("transactional", None))

    expected = Standing(
        State.NO_CADENCE, False, None, days_ago(2000)[0], 2000, None, None, None, None
    )
    assert expected == actual


def test_a_stranger_in_an_address_book_is_unsorted() -> None:
    expected = Standing(State.UNSORTED, False, None, None, None, None, None, None, None)

    assert expected == standing(AS_OF, [], Tie(None, None, unsorted=True))


def test_a_planned_meeting_with_a_stranger_is_a_first_contact() -> None:
    actual = standing(AS_OF, days_ago(-400), Tie(None, None, unsorted=True))

    assert (State.NEVER, True, date(2027, 4, 5)) == (
        actual.state,
        actual.planned,
        actual.next_planned,
    )


def test_recorded_contact_with_a_stranger_counts() -> None:
    tie = Tie(None, 180, unsorted=True)

    assert standing(AS_OF, days_ago(10), tie).state == State.FRESH


def test_a_meeting_within_a_cadence_is_planned_and_one_later_is_not() -> None:
    near = standing(AS_OF, days_ago(75, -30, -90), ALLY)
    far = standing(AS_OF, days_ago(75, -31), ALLY)

    assert (True, AS_OF + timedelta(days=30), None) == (
        near.planned,
        near.next_planned,
        near.priority,
    )
    assert (False, AS_OF + timedelta(days=31)) == (far.planned, far.next_planned)
    assert near.overdue_ratio == far.overdue_ratio
    assert far.priority is not None


@pytest.mark.parametrize("cadence", [0, -30])
def test_a_cadence_below_one_day_is_an_error(cadence: int) -> None:
    with pytest.raises(ValueError, match="at least 1 day"):
        standing(AS_OF, [], Tie("ally", cadence))


def test_a_due_date_after_the_year_9999_is_undefined() -> None:
    last_day = date.max
    tie = Tie("ally", 30, snoozed_until=last_day)

    assert standing(last_day, [last_day], tie).due_date is None
    assert last_day == standing(last_day, [last_day - timedelta(days=30)], ALLY).due_date


def test_the_whole_calendar_of_silence_is_measured() -> None:
    actual = standing(date.max, [date.min, date.max], Tie("ally", 1))
    silent = standing(date.max, [date.min], Tie("ally", 1))
    ahead = standing(date.min, [date.max], Tie("ally", 99999))

    assert actual.days_since == 0
    assert (silent.days_since, silent.state, silent.warmth) == (3652058, State.LAPSED, 0.0)
    assert (State.NEVER, date.max) == (ahead.state, ahead.next_planned)


def test_two_interactions_on_one_day_are_warmer_than_one() -> None:
    once = standing(AS_OF, days_ago(30), ALLY)
    twice = standing(AS_OF, days_ago(30, 30), ALLY)

    assert (once.warmth, twice.warmth) == (0.25, 0.5)
    assert once._replace(warmth=None) == twice._replace(warmth=None)


@given(st.lists(dates, max_size=12).flatmap(lambda d: st.tuples(st.just(d), st.permutations(d))))
def test_the_order_of_interactions_changes_no_bit(orders: tuple[list[date], list[date]]) -> None:
    written, shuffled = orders

    assert standing(AS_OF, written, ALLY) == standing(AS_OF, shuffled, ALLY)


@given(dates, cadences, st.lists(dates, max_size=8))
def test_a_day_without_contact_adds_its_share_and_never_goes_back(
    as_of: date, cadence: int, contacted: list[date]
) -> None:
    past = [day for day in contacted if day <= as_of] or [as_of]
    tie = Tie("acquaintance", cadence)

    today = standing(as_of, past, tie)
    tomorrow = standing(as_of + timedelta(days=1), past, tie)

    assert today.overdue_ratio is not None
    assert pytest.approx(today.overdue_ratio + 1 / cadence, rel=1e-9) == tomorrow.overdue_ratio
    assert BY_SILENCE.index(today.state) <= BY_SILENCE.index(tomorrow.state)
    assert today.due_date == tomorrow.due_date
    assert (today.warmth or 0.0) >= (tomorrow.warmth or 0.0)


@given(st.lists(dates, max_size=8), st.integers(0, 4000), cadences)
def test_a_new_contact_sets_the_days_and_never_lowers_warmth(
    contacted: list[date], age: int, cadence: int
) -> None:
    tie = Tie("ally", cadence)
    before = standing(AS_OF, contacted, tie)

    after = standing(AS_OF, [*contacted, *days_ago(age)], tie)

    expected = age if before.days_since is None else min(age, before.days_since)
    assert expected == after.days_since
    assert after.warmth is not None
    assert (before.warmth or 0.0) <= after.warmth <= 1.0


@given(st.lists(st.dates(), max_size=5), st.dates(), st.integers(1, 99999), st.dates())
def test_any_dates_give_a_standing(
    contacted: list[date], as_of: date, cadence: int, snoozed_until: date
) -> None:
    actual = standing(as_of, contacted, Tie("ally", cadence, snoozed_until=snoozed_until))

    assert (actual.last_contact is None) == (actual.days_since is None)
    assert (actual.priority is not None) <= (actual.state in BY_SILENCE[1:4])
    assert actual.priority is None or actual.priority >= 0.0
