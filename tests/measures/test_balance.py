"""The balance of a network: the archetypes of the reference, the edges, and what always holds."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.measures.balance import Balance, Bars, Network, Share, balance, score
from netjournal.measures.diversity import diversity
from netjournal.measures.rhythm import touches_per_week
from netjournal.model.config import Targets

TABLE = Path(__file__).parents[1] / "reference" / "balance.csv"
ROWS = list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines()))
BARS = ("allies", "spread", "outside", "reach", "care")

NOBODY = Share(0, 0)
GOOD = Network(
    allies=8,
    acquaintances=40,
    placed=48,
    own_allies=3,
    outside=Share(30, 40),
    effective_industries=6.5,
    allies_in_rhythm=Share(8, 8),
    acquaintances_in_rhythm=Share(40, 40),
)


def counts(text: str) -> dict[str, int]:
    """Contacts by industry, as the reference writes them."""
    pairs = (word.split(":") for word in text.split())
    return {industry: int(count) for industry, count in pairs}


def share(text: str) -> Share:
    """A share, as the reference writes it."""
    part, whole = map(int, text.split("/"))
    return Share(part, whole)


def network_of(row: dict[str, str]) -> Network:
    """The network of a reference row."""
    own = row["own_industry"]
    allies, others = counts(row["allies_by_industry"]), counts(row["acquaintances_by_industry"])
    everyone = {key: allies.get(key, 0) + others.get(key, 0) for key in {*allies, *others}}
    spread = diversity(everyone, {})
    total = sum(others.values())
    return Network(
        allies=sum(allies.values()),
        acquaintances=total,
        placed=sum(everyone.values()),
        own_allies=allies.get(own, 0),
        outside=Share(total - others.get(own, 0), total),
        effective_industries=spread.effective_industries if spread else None,
        allies_in_rhythm=share(row["allies_in_rhythm"]),
        acquaintances_in_rhythm=share(row["acq_in_rhythm"]),
    )


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["case"])
def test_an_archetype_has_the_bars_and_the_score_of_the_reference(row: dict[str, str]) -> None:
    actual = balance(network_of(row), Targets())

    expected = [float(row[f"bar_{name}"]) for name in BARS]
    assert actual.bars == pytest.approx(expected, rel=1e-9)
    assert actual.score == pytest.approx(float(row["score"]), rel=1e-9)
    assert actual.weakest == row["weakest"]
    index = float(row["EI_index_acq"]) if row["EI_index_acq"] else None
    assert actual.ei_index == (None if index is None else pytest.approx(index, rel=1e-9))
    assert actual.provisional == (row["provisional_n_lt_10"] == "yes")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["case"])
def test_an_archetype_asks_for_the_upkeep_of_the_reference(row: dict[str, str]) -> None:
    cadences = {30: int(row["n_allies"]), 180: int(row["n_acq"])}

    expected = float(row["touches_per_week"])
    assert touches_per_week(cadences) == pytest.approx(expected, rel=1e-9)


@pytest.mark.parametrize(
    ("allies", "own", "bar"),
    [(0, 0, 0.0), (4, 2, 0.8), (5, 2, 1.0), (15, 9, 1.0), (20, 9, 0.75), (8, 1, 0.5), (8, 0, 0.0)],
)
def test_allies_are_full_between_the_bounds_with_enough_in_the_own_field(
    allies: int, own: int, bar: float
) -> None:
    actual = balance(GOOD._replace(allies=allies, own_allies=own), Targets())

    assert actual.bars.allies == bar


def test_who_wants_no_allies_in_the_own_field_needs_none() -> None:
    network = GOOD._replace(own_allies=0)

    assert balance(network, Targets(own_field_allies=0)).bars.allies == 1


def test_without_a_known_field_of_its_own_a_network_has_four_bars() -> None:
    actual = balance(GOOD._replace(own_allies=None, outside=None), Targets())

    assert (actual.bars.allies, actual.bars.outside, actual.ei_index) == (1, None, None)
    assert actual.score == 100


def test_a_network_of_nobody_has_nothing_and_is_provisional() -> None:
    nobody = Network(0, 0, 0, 0, NOBODY, None, NOBODY, NOBODY)

    actual = balance(nobody, Targets())

    assert actual == Balance(Bars(0, 0, 0, 0, 0), 0, "allies", None, provisional=True)


def test_care_is_that_of_the_other_kind_when_one_has_nobody() -> None:
    actual = balance(
        GOOD._replace(allies_in_rhythm=NOBODY, acquaintances_in_rhythm=Share(1, 4)), Targets()
    )

    assert actual.bars.care == 0.25


def test_a_wish_for_hardly_more_than_one_industry_is_met_by_it() -> None:
    actual = balance(GOOD._replace(effective_industries=1.2), Targets(effective_industries=1.1))

    assert actual.bars.spread == 1


@pytest.mark.parametrize(
    ("contacts", "placed", "is_provisional"),
    [(9, 9, True), (10, 10, False), (10, 7, False), (10, 6, True)],
)
def test_few_contacts_or_many_without_an_industry_make_it_provisional(
    contacts: int, placed: int, is_provisional: object
) -> None:
    network = GOOD._replace(allies=5, acquaintances=contacts - 5, placed=placed)

    assert balance(network, Targets()).provisional is is_provisional


shares = st.integers(0, 300).flatmap(lambda of: st.builds(Share, st.integers(0, of), st.just(of)))
networks = st.builds(
    Network,
    allies=st.integers(0, 300),
    acquaintances=st.integers(0, 300),
    placed=st.integers(0, 600),
    own_allies=st.none() | st.integers(0, 300),
    outside=st.none() | shares,
    effective_industries=st.none() | st.floats(1, 40),
    allies_in_rhythm=shares,
    acquaintances_in_rhythm=shares,
)
bars = st.lists(st.floats(0, 1), min_size=1, max_size=5)


@given(networks)
def test_bars_and_score_keep_their_bounds(network: Network) -> None:
    actual = balance(network, Targets())

    known = [bar for bar in actual.bars if bar is not None]
    assert all(0 <= bar <= 1 for bar in known)
    assert 100 * min(known) <= actual.score + 1e-9
    assert actual.score <= 100
    assert getattr(actual.bars, actual.weakest) == min(known)
    assert actual.ei_index is None or -1 <= actual.ei_index <= 1


@given(bars, st.data())
def test_a_bar_that_rises_never_lowers_the_score(before: list[float], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(before) - 1))
    after = [*before]
    after[place] = data.draw(st.floats(before[place], 1))

    assert score(tuple(after)) >= score(tuple(before)) - 1e-9


@given(networks, st.integers(1, 50))
def test_more_acquaintances_than_wanted_add_nothing(network: Network, more: int) -> None:
    enough = network._replace(acquaintances=35)
    many = network._replace(acquaintances=35 + more)

    assert balance(many, Targets()).bars.reach == balance(enough, Targets()).bars.reach == 1
