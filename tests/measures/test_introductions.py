"""Paths to an industry, and whom introductions led to."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.measures.introductions import (
    IS_NEAR,
    KNOWS,
    descendants,
    path_score,
    readiness,
)

REFERENCE = Path(__file__).parents[1] / "reference"
ROWS = [
    row
    for row in csv.DictReader(
        (REFERENCE / "intro_paths.csv").read_text(encoding="utf-8").splitlines()
    )
    if row["rank"]
]


@pytest.mark.parametrize("row", ROWS, ids=[row["contact"] for row in ROWS])
def test_a_reference_path_has_its_score(row: dict[str, str]) -> None:
    ready = readiness(row["tier"], float(row["overdue_ratio"]))
    link = KNOWS if row["knows(person:industry)"] else IS_NEAR

    assert ready == pytest.approx(float(row["readiness"]), rel=1e-9)
    assert path_score(ready, link) == pytest.approx(float(row["path_score"]), rel=1e-9)


@pytest.mark.parametrize(
    ("tier", "ratio"), [("ally", None), ("transactional", 0.5), (None, 0.5), ("met-once", 0.5)]
)
def test_others_and_those_without_a_ratio_are_not_ready(
    tier: str | None, ratio: float | None
) -> None:
    assert readiness(tier, ratio) == 0


@given(st.floats(0, 100), st.floats(0, 100))
def test_a_longer_silence_never_makes_readier(ratio: float, more: float) -> None:
    assert 0 <= readiness("ally", ratio + more) <= readiness("ally", ratio) <= 1


def test_an_introducer_has_the_credit_for_all_who_came_through_them() -> None:
    found = descendants({"ben": "ana", "cara": "ana", "dan": "cara"})

    assert found == {"ana": 3, "cara": 1}


@pytest.mark.parametrize(
    ("said", "credit"),
    [
        ({}, {}),
        ({"a": "b", "b": "a"}, {"a": 1, "b": 1}),
        ({"a": "b", "b": "c", "c": "a", "d": "a"}, {"a": 3, "b": 3, "c": 3}),
        ({"a": "b", "b": "a", "c": "d", "d": "c"}, dict.fromkeys("abcd", 1)),
    ],
)
def test_rings_end(said: dict[str, str], credit: dict[str, int]) -> None:
    assert descendants(said) == credit


def test_a_long_chain_is_no_trouble() -> None:
    found = descendants({str(place): str(place + 1) for place in range(50_000)})

    assert found["50000"] == 50_000


@given(st.dictionaries(st.integers(0, 9).map(str), st.integers(0, 9).map(str)))
def test_the_credit_is_at_least_those_introduced_and_below_everybody(said: dict[str, str]) -> None:
    introduced = {one: other for one, other in said.items() if one != other}
    people = {*introduced, *introduced.values()}

    for person, credit in descendants(introduced).items():
        assert list(introduced.values()).count(person) <= credit < len(people)
