"""Help to and fro and its questions: the reference cases, and the edges of each rule."""

import csv
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.measures.reciprocity import Dealings, Flag, asks_too_soon, reciprocity

TABLE = Path(__file__).parents[1] / "reference" / "reciprocity.csv"
ROWS = list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines()))
AS_OF = date(2026, 3, 1)
HELP = ("gave", "received", "intro_gave", "intro_received")
TRADE = ("asked", "was_asked", "deal")

items_of_a_contact = st.lists(
    st.tuples(
        st.integers(-40, 800),
        st.sampled_from(["catchup", "outreach", *HELP, *TRADE]),
        st.booleans(),
    ),
    max_size=25,
)
tiers = st.sampled_from(["ally", "acquaintance", "transactional", "met-once", None])


def dealings(items: list[tuple[int, str, bool]], as_of: date = AS_OF) -> Dealings:
    """The days of some items: how long ago, what, and whether a letter was answered."""
    found: dict[str, list[date]] = {name: [] for name in Dealings._fields}
    for ago, kind, answered in items:
        day = as_of - timedelta(days=ago)
        name = "talk" if kind in ("catchup", "outreach") else kind.removeprefix("intro_")
        if kind == "outreach":
            found["outgoing"].append(day)
        if kind == "outreach" and not answered:
            found["unanswered"].append(day)
        else:
            found["two_way"].append(day)
        if name in found:
            found[name].append(day)
        if kind in TRADE:
            found["trade"].append(day)
    return Dealings(**{name: sorted(days) for name, days in found.items()})


def written(text: str) -> Dealings:
    """The days of items as the reference writes them: `60:outreach:no 20:asked:yes`."""
    items = []
    for item in text.split():
        ago, kind, *answer = item.split(":")
        items.append((int(ago), kind, answer == ["yes"]))
    return dealings(items)


def flags(text: str, tier: str | None = "acquaintance", met: date | None = None) -> list[str]:
    """The questions that items raise."""
    return list(reciprocity(AS_OF, tier, written(text), met).flags)


def named(cell: str) -> list[str]:
    """The flags of a reference row by their short names."""
    return [flag if flag.startswith("P3") else flag[:2] for flag in cell.split()]


@pytest.mark.parametrize("row", ROWS, ids=[row["case"] for row in ROWS])
def test_a_reference_case_gives_the_numbers_and_the_flags(row: dict[str, str]) -> None:
    known = written(row["items(days_ago:kind:answered)"])

    actual = reciprocity(date.fromisoformat(row["as_of"]), row["tier"], known)

    assert actual.given == int(row["gives_365"])
    assert actual.received == int(row["receives_365"])
    assert actual.asked == int(row["asks_365"])
    assert actual.contacts == int(row["two_way_365"])
    assert actual.unanswered == int(row["unanswered_streak"])
    assert actual.net == int(row["net_give"])
    assert actual.balance == pytest.approx(float(row["smoothed_balance"]), rel=1e-9)
    assert list(actual.flags) == named(row["flags"])


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ("120:catchup 80:outreach 60:outreach 50:catchup 35:outreach", []),
        ("20:deal 100:was_asked 98:gave 60:gave 180:deal 250:asked 300:catchup", []),
        ("20:deal 100:was_asked 86:gave 180:deal 250:asked 300:catchup", ["M3"]),
        ("20:deal 100:was_asked 85:gave 180:deal 250:asked 300:catchup", []),
        ("20:deal 100:deal 180:deal", []),
        ("20:deal 100:deal 180:deal 300:catchup", ["M3"]),
        ("20:deal 100:deal 180:deal 200:catchup 300:catchup", []),
        ("10:received 20:received 30:received", ["R1"]),
        ("10:received 20:received 30:received 40:gave", []),
        ("10:received 20:received 366:received", []),
        ("10:received 20:received 365:received", ["R1"]),
    ],
)
def test_an_acquaintance_raises_the_questions_of_these_items(
    items: str, expected: list[str]
) -> None:
    assert flags(items) == expected


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ("30:catchup 0:asked", ["P1"]),
        ("100:catchup 90:asked", ["P1"]),
        ("100:catchup 91:asked", []),
        ("200:catchup 20:asked", ["P1"]),
        ("201:catchup 20:asked", []),
        ("60:catchup 50:catchup 20:asked", []),
        ("60:gave 20:asked", []),
        ("20:asked 20:gave", []),
        ("20:asked 10:gave", ["P1"]),
        ("20:asked", ["P1"]),
    ],
)
def test_a_first_ask_can_be_too_soon(items: str, expected: list[str]) -> None:
    assert flags(items) == expected
    assert flags(items, "met-once") == expected
    assert flags(items, "ally") == []


def test_who_was_met_long_before_the_notes_is_not_asked_too_soon() -> None:
    assert flags("30:catchup 20:asked", met=date(2025, 8, 1)) == []
    assert flags("30:catchup 20:asked", met=date(2026, 1, 1)) == ["P1"]


def test_only_the_first_ask_is_too_soon() -> None:
    assert flags("400:catchup 395:asked 20:asked") == []


def test_an_ask_ahead_is_looked_at_by_itself() -> None:
    known = written("30:catchup -10:asked")

    assert reciprocity(AS_OF, "acquaintance", known).flags == ()
    assert asks_too_soon(AS_OF + timedelta(days=10), known)
    assert not asks_too_soon(AS_OF + timedelta(days=10), written("30:catchup -5:gave -10:asked"))


def test_an_ally_may_be_asked_once_more() -> None:
    assert flags("100:asked 200:asked", "ally") == []
    assert flags("100:asked 200:asked 300:asked", "ally") == ["P2"]


@pytest.mark.parametrize("tier", ["acquaintance", "transactional", "met-once", None])
def test_unanswered_letters_count_for_all_but_allies(tier: str | None) -> None:
    assert flags("500:outreach 35:outreach", tier) == ["P3_wait"]
    assert flags("500:outreach 40:outreach 35:outreach", tier) == ["P3_stop"]
    assert flags("500:outreach 40:outreach 35:outreach", "ally") == []


def test_three_letters_in_a_month_are_many_though_answered() -> None:
    assert flags("30:outreach:yes 20:outreach:yes 10:outreach:yes") == ["P4"]
    assert flags("31:outreach:yes 20:outreach:yes 10:outreach:yes") == []


def test_an_ally_known_for_half_a_year_without_help_is_one_in_name() -> None:
    assert flags("180:catchup", "ally") == ["M1"]
    assert flags("179:catchup", "ally") == []
    assert flags("400:catchup 300:catchup 20:catchup", "ally") == []
    assert flags("400:catchup 300:gave", "ally") == []


def test_who_meets_often_and_helps_both_ways_acts_like_an_ally() -> None:
    often = "10:catchup 50:gave 90:received 150:catchup 200:catchup 260:catchup"

    assert flags(often, "ally") == []
    assert flags(often, "transactional") == []
    assert flags(often.replace("received", "gave")) == []


def test_who_is_called_transactional_is_not_asked_about_it() -> None:
    assert flags("20:deal 100:deal 180:deal 300:catchup", "transactional") == []


def test_help_is_counted_with_introductions() -> None:
    actual = reciprocity(AS_OF, "ally", written("10:gave 20:intro_gave 30:intro_received"))

    assert (actual.given, actual.received, actual.net) == (2, 1, 1)
    assert actual.balance == pytest.approx(1 / 5)


def test_the_first_days_of_the_calendar_are_days_as_well() -> None:
    actual = reciprocity(date(1, 1, 20), "acquaintance", Dealings((date(1, 1, 5),)))

    assert actual.contacts == 1


@given(items_of_a_contact, tiers, st.randoms())
def test_the_order_of_items_makes_no_difference(
    items: list[tuple[int, str, bool]], tier: str | None, random: Random
) -> None:
    shuffled = items.copy()
    random.shuffle(shuffled)

    assert reciprocity(AS_OF, tier, dealings(items)) == reciprocity(AS_OF, tier, dealings(shuffled))


@given(items_of_a_contact, tiers)
def test_what_lies_ahead_counts_for_nothing(
    items: list[tuple[int, str, bool]], tier: str | None
) -> None:
    past = [item for item in items if item[0] >= 0]

    assert reciprocity(AS_OF, tier, dealings(items)) == reciprocity(AS_OF, tier, dealings(past))


@given(items_of_a_contact, tiers)
def test_a_gift_raises_no_question_that_a_reply_would_not(
    items: list[tuple[int, str, bool]], tier: str | None
) -> None:
    """Help today answers letters, and never makes it more my turn."""
    before = reciprocity(AS_OF, tier, dealings(items))
    after = reciprocity(AS_OF, tier, dealings([*items, (0, "gave", True)]))

    assert after.balance >= before.balance
    assert after.unanswered == 0
    assert set(after.flags) - set(before.flags) <= {Flag.ACTS_LIKE_AN_ALLY}


@given(items_of_a_contact, tiers)
def test_the_balance_lies_between_the_ends(
    items: list[tuple[int, str, bool]], tier: str | None
) -> None:
    actual = reciprocity(AS_OF, tier, dealings(items))

    assert -1 < actual.balance < 1
    assert (actual.balance > 0) == (actual.given > actual.received)
