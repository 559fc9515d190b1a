"""Brokerage: the reference networks, the closed forms, and what must hold for any network."""

import csv
from itertools import combinations
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.measures.brokerage import Brokerage, brokerage

REFERENCE = Path(__file__).parents[1] / "reference"
PEOPLE = "abcdefgh"

edges = st.sets(st.sampled_from(list(combinations(PEOPLE, 2))))


def rows_of(name: str) -> list[dict[str, str]]:
    """The rows of a reference table."""
    return list(csv.DictReader((REFERENCE / name).read_text(encoding="utf-8").splitlines()))


NODES = rows_of("brokerage.csv")
EDGES = rows_of("brokerage_edges.csv")


def of_node(graph: str, node: str) -> Brokerage:
    """The brokerage of a node of a reference graph."""
    pairs = [(row["a"], row["b"]) for row in EDGES if row["graph"] == graph]
    known = [b if a == node else a for a, b in pairs if node in (a, b)]
    return brokerage(known, pairs)


def number(cell: str) -> object:
    """A cell of the reference, which has ten digits, as a number to compare with."""
    return pytest.approx(float(cell), rel=1e-9)


@pytest.mark.parametrize("row", NODES, ids=[f"{row['graph']}-{row['node']}" for row in NODES])
def test_a_reference_node_gives_every_measure(row: dict[str, str]) -> None:
    actual = of_node(row["graph"], row["node"])

    assert (actual.contacts, actual.ties) == (int(row["degree_n"]), int(row["alter_ties_t"]))
    assert actual.effective_size == number(row["effective_size"])
    assert actual.efficiency == number(row["efficiency"])
    assert actual.constraint == number(row["constraint_ego_network_only"])


def test_the_example_of_the_method_has_eleven_open_pairs() -> None:
    assert of_node("netjournal_intro_example", "me").open_pairs == 11


def test_nobody_has_no_brokerage() -> None:
    assert brokerage([], [("a", "b")]) == Brokerage(0, 0, 0, None, None, None)


def test_one_contact_is_all_constraint() -> None:
    assert brokerage(["a"], []) == Brokerage(1, 0, 0, 1.0, 1.0, 1.0)


@pytest.mark.parametrize("size", range(1, 9))
def test_a_star_and_a_complete_graph_have_their_closed_forms(size: int) -> None:
    people = PEOPLE[:size]
    star, full = brokerage(people, []), brokerage(people, combinations(people, 2))

    assert star.constraint == pytest.approx(1 / size, rel=1e-12)
    assert full.constraint == pytest.approx((2 * size - 1) ** 2 / size**3, rel=1e-12)
    assert full.effective_size == pytest.approx(1, rel=1e-12)
    assert full.open_pairs == 0


def test_a_tie_counts_once_and_not_with_oneself_or_a_stranger() -> None:
    found = brokerage("abc", [("a", "b"), ("b", "a"), ("a", "b"), ("c", "c"), ("a", "z")])

    assert (found.ties, found.open_pairs) == (1, 2)


@given(edges, st.sampled_from(list(combinations(PEOPLE, 2))))
def test_one_more_tie_never_raises_the_effective_size(
    ties: set[tuple[str, str]], more: tuple[str, str]
) -> None:
    before, after = brokerage(PEOPLE, ties), brokerage(PEOPLE, {*ties, more})

    assert (after.effective_size or 0) <= (before.effective_size or 0)
    assert 1 - 1e-12 <= (after.effective_size or 0) <= len(PEOPLE)
    assert after.ties + after.open_pairs == before.ties + before.open_pairs


@given(edges, st.randoms(use_true_random=False))
def test_the_order_of_contacts_and_ties_changes_no_bit(
    ties: set[tuple[str, str]], shuffle: Random
) -> None:
    people, pairs = list(PEOPLE), sorted(ties)
    shuffle.shuffle(people)
    shuffle.shuffle(pairs)

    assert repr(brokerage(people, pairs)) == repr(brokerage(PEOPLE, sorted(ties)))
