"""Diversity and relatedness: the reference rows, the edges, and what must hold for any counts."""

import csv
from math import exp, log
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.measures.diversity import Diversity, diversity, industry_weights

REFERENCE = Path(__file__).parents[1] / "reference"

sizes = st.lists(st.integers(1, 500), min_size=1, max_size=20)
grouped = st.lists(st.tuples(st.integers(1, 500), st.integers(0, 4)), min_size=1, max_size=20)
networks = st.lists(st.sets(st.sampled_from("abcdefg"), max_size=5), min_size=1, max_size=40)


def rows_of(name: str) -> list[dict[str, str]]:
    """The rows of a reference table."""
    return list(csv.DictReader((REFERENCE / name).read_text(encoding="utf-8").splitlines()))


DIVERSITY = rows_of("diversity.csv")
RELATEDNESS = rows_of("relatedness.csv")


def number(cell: str) -> object:
    """A cell of the reference as a number to compare with; an empty one is undefined."""
    return pytest.approx(float(cell), rel=1e-9, abs=1e-15) if cell else None


def spread(counts: list[int] | list[float], groups: list[int] | None = None) -> Diversity:
    """The diversity of industries with these counts, each in a group of its own unless told."""
    weights = {f"industry {place}": float(count) for place, count in enumerate(counts)}
    of = {f"industry {place}": f"group {group}" for place, group in enumerate(groups or [])}
    found = diversity(weights, of)
    assert found is not None
    return found


@pytest.mark.parametrize("row", DIVERSITY, ids=[row["case"] for row in DIVERSITY])
def test_a_reference_row_gives_every_measure(row: dict[str, str]) -> None:
    actual = spread([int(count) for count in row["counts"].split()])

    assert number(row["n"]) == actual.contacts
    assert int(row["richness_q0"]) == actual.richness
    assert number(row["shannon_nat"]) == actual.shannon
    assert number(row["shannon_bits"]) == actual.shannon / log(2)
    assert number(row["blau_gini_simpson"]) == actual.blau
    assert number(row["hill_q1"]) == actual.effective_industries
    assert number(row["hill_q2_inv_simpson"]) == actual.dominant_industries
    assert number(row["pielou_J"]) == actual.pielou
    assert number(row["evenness_q1_over_S"]) == actual.evenness
    assert number(row["evenness_q2_over_S"]) == actual.dominant_industries / actual.richness
    assert number(row["berger_parker_top_share"]) == actual.top_share


@pytest.mark.parametrize("row", RELATEDNESS, ids=[row["case"] for row in RELATEDNESS])
def test_a_reference_row_gives_the_split_by_group(row: dict[str, str]) -> None:
    cells = [cell.rsplit(":", 1) for cell in row["sector/industry:count"].split()]

    actual = diversity(
        {industry: float(count) for industry, count in cells},
        {industry: industry.split("/")[0] for industry, _ in cells},
    )

    assert actual is not None
    assert number(row["n"]) == actual.contacts
    assert number(row["H_nat"]) == actual.shannon
    assert number(row["UV_nat"]) == actual.unrelated_variety
    assert number(row["RV_nat"]) == actual.related_variety
    assert number(row["UV_bits"]) == actual.unrelated_variety / log(2)
    assert number(row["RV_bits"]) == actual.related_variety / log(2)
    assert number(row["D_industries=exp(H)"]) == actual.effective_industries
    assert number(row["D_sectors=exp(UV)"]) == actual.effective_groups
    assert number(row["D_within=exp(RV)"]) == actual.effective_within
    assert number(row["rao_Q_d0_0.5_1"]) == actual.rao_q
    assert number(row["effective_unrelated=1/(1-Q)"]) == actual.effective_unrelated


def test_all_reference_rows_are_read() -> None:
    assert (len(DIVERSITY), len(RELATEDNESS)) == (18, 5)


def test_the_two_effective_numbers_may_disagree_about_two_networks() -> None:
    first, second = spread([50, 25, 15, 10]), spread([40, 30, 30])

    assert first.effective_industries > second.effective_industries
    assert first.dominant_industries < second.dominant_industries


@pytest.mark.parametrize("weights", [{}, {"energy": 0.0}])
def test_no_contact_gives_no_number(weights: dict[str, float]) -> None:
    assert diversity(weights, {}) is None


def test_an_industry_without_contacts_is_not_there() -> None:
    groups = {"energy": "resources", "law": "services"}

    assert diversity({"law": 2.0}, groups) == diversity({"law": 2.0, "energy": 0.0}, groups)


def test_one_industry_gives_plain_zeros_and_ones() -> None:
    expected = Diversity(
        contacts=3.0,
        richness=1,
        shannon=0.0,
        effective_industries=1.0,
        dominant_industries=1.0,
        blau=0.0,
        pielou=None,
        evenness=1.0,
        top_share=1.0,
        unrelated_variety=0.0,
        related_variety=0.0,
        effective_groups=1.0,
        effective_within=1.0,
        rao_q=0.0,
        effective_unrelated=1.0,
    )

    actual = spread([3])

    assert expected == actual
    assert "-0.0" not in repr(actual)


def test_an_industry_without_a_group_is_apart_from_a_group_of_its_name() -> None:
    actual = diversity({"health": 1.0, "hospitals": 1.0}, {"hospitals": "health"})

    assert actual is not None
    assert (actual.effective_groups, actual.effective_within) == (2.0, 1.0)


def test_a_contact_with_several_industries_is_shared_among_them() -> None:
    contacts = [{"law"}, {"law", "energy"}, {"arts", "energy", "law"}, set[str]()]

    expected = {"arts": 1 / 3, "energy": 1 / 2 + 1 / 3, "law": 1 + 1 / 2 + 1 / 3}
    assert pytest.approx(expected, rel=1e-15) == industry_weights(contacts)
    assert list(industry_weights(contacts)) == ["arts", "energy", "law"]


def test_an_industry_named_twice_by_one_contact_counts_once() -> None:
    assert industry_weights([["law", "energy", "law"]]) == {"energy": 0.5, "law": 0.5}


@given(sizes)
def test_the_effective_numbers_keep_their_order(counts: list[int]) -> None:
    actual = spread(counts)

    assert 1 <= actual.dominant_industries <= actual.effective_industries
    assert actual.effective_industries <= actual.richness <= actual.contacts
    assert 0.0 <= (actual.pielou or 0.0) <= 1.0
    assert 0.0 <= actual.blau < 1.0


@given(st.integers(1, 60), st.integers(1, 500), st.sampled_from([1.0, 0.5, 0.1, 1 / 3]))
def test_equal_industries_count_as_exactly_so_many(classes: int, count: int, unit: float) -> None:
    actual = spread([count * unit] * classes)

    assert pytest.approx(float(classes), rel=1e-14) == actual.effective_industries
    assert pytest.approx(float(classes), rel=1e-14) == actual.dominant_industries
    assert actual.pielou is None or 1 - 1e-14 <= actual.pielou <= 1
    if unit == 1.0:
        assert classes == actual.effective_industries == actual.dominant_industries


@given(sizes.filter(lambda counts: len(set(counts)) > 1))
def test_unequal_industries_count_as_fewer(counts: list[int]) -> None:
    actual = spread(counts)

    assert actual.dominant_industries < actual.effective_industries < actual.richness


@given(grouped)
def test_the_entropy_is_the_sum_of_between_and_within(network: list[tuple[int, int]]) -> None:
    actual = spread([count for count, _ in network], [group for _, group in network])

    parts = actual.unrelated_variety + actual.related_variety
    assert pytest.approx(actual.shannon, rel=1e-12, abs=1e-15) == parts
    assert pytest.approx(actual.effective_industries, rel=1e-12) == (
        actual.effective_groups * actual.effective_within
    )
    assert pytest.approx(exp(actual.unrelated_variety), rel=1e-12) == actual.effective_groups


@given(grouped)
def test_raos_q_is_the_mean_distance_of_all_pairs(network: list[tuple[int, int]]) -> None:
    actual = spread([count for count, _ in network], [group for _, group in network])

    total = sum(count for count, _ in network)
    mean = sum(
        (0.5 if group == other_group else 1) * count * other_count / total**2
        for place, (count, group) in enumerate(network)
        for other_place, (other_count, other_group) in enumerate(network)
        if place != other_place
    )
    assert pytest.approx(mean, rel=1e-9, abs=1e-15) == actual.rao_q
    assert pytest.approx(1 / (1 - mean), rel=1e-9) == actual.effective_unrelated
    assert actual.effective_unrelated <= actual.dominant_industries


@given(sizes)
def test_without_anything_in_common_all_industries_are_unrelated(counts: list[int]) -> None:
    actual = spread(counts)

    assert actual.dominant_industries == actual.effective_unrelated
    assert actual.blau == actual.rao_q
    assert actual.shannon == actual.unrelated_variety
    assert (actual.related_variety, actual.effective_within) == (0.0, 1.0)


@given(st.lists(st.integers(1, 500), min_size=2, max_size=20))
def test_merging_two_industries_never_adds_diversity(counts: list[int]) -> None:
    merged = [counts[0] + counts[1], *counts[2:]]

    assert spread(merged).effective_industries < spread(counts).effective_industries + 1e-12


@given(networks, st.randoms(use_true_random=False))
def test_the_order_of_contacts_and_industries_changes_no_bit(
    contacts: list[set[str]], shuffle: Random
) -> None:
    groups = {"a": "one", "b": "one", "c": "two", "d": "two", "e": "two"}
    shuffled = [shuffle.sample(sorted(industries), len(industries)) for industries in contacts]
    shuffle.shuffle(shuffled)

    weights, again = industry_weights(contacts), industry_weights(shuffled)
    reversed_weights = dict(reversed(list(weights.items())))

    assert list(weights.items()) == list(again.items())
    assert repr(diversity(weights, groups)) == repr(diversity(reversed_weights, groups))


@given(networks)
def test_every_contact_with_an_industry_weighs_one(contacts: list[set[str]]) -> None:
    known = sum(1 for industries in contacts if industries)

    assert pytest.approx(known, rel=1e-12) == sum(industry_weights(contacts).values())
