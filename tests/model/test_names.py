"""How names are compared, and what a mistyped one may have been."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.model.names import ascii_key, did_you_mean, name_key, plain_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ana Lopez", "ana lopez"),
        ("Ana Lopez", "  Ana\t Lopez\n"),
        ("José", "Jose\u0301"),
        ("STRASSE", "Straße"),
        ("ΣΊΣΥΦΟΣ", "Σίσυφος"),
        ("Ana\u00a0López", "Ana López"),
    ],
)
def test_two_names_are_the_same(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(("one", "other"), [("Jose", "José"), ("Ana", "An a"), ("ﬁ", "f")])
def test_two_names_differ(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


@given(st.text(max_size=30))
def test_the_form_of_a_form_is_itself(name: str) -> None:
    assert name_key(name) == name_key(name_key(name))


def test_a_mistyped_word_has_a_likely_meaning() -> None:
    assert did_you_mean("Cadance", ["cadence", "circle"]) == "cadence"


def test_a_word_that_is_like_none_has_no_meaning() -> None:
    assert did_you_mean("spouse", ["cadence", "circle"]) is None


def test_a_huge_word_costs_nothing() -> None:
    assert did_you_mean("cadence" * 100_000, ["cadence"] * 100) is None


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("José", "jose"),
        ("Jose\u0301  RUIZ", "jose ruiz"),
        ("Søren Łuk", "soren luk"),
        ("Straße", "strasse"),
        ("Æsa Þór", "aesa thor"),
        ("がお", "がお"),
        ("हिन्दी", "हिन्दी"),
    ],
)
def test_latin_letters_lose_their_marks_and_others_keep_them(name: str, key: str) -> None:
    assert ascii_key(name) == key


@pytest.mark.parametrize(
    ("name", "key"),
    [("Ørjan Łuk", "orjan luk"), ("Ǿ", "o"), ("Straße", "strasse"), ("Æsa Þór", "aesa thor")],
)
def test_what_a_finger_in_a_hurry_types_has_no_marks(name: str, key: str) -> None:
    assert plain_key(name) == plain_key(key) == key
