"""A name is seen in a text at a glance, however it is cased, accented or punctuated."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.model.glimpse import clue_of, clue_of_number, glimpse_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Met KATE Smith.", "kate smith"),
        ("smith, kate", "Kate Smith"),
        ("O'Brien", "obrien"),
        ("obrien", "O'Brien"),
        ("A.B. Lopez", "AB Lopez"),
        ("Zoe\u0308 Müller", "zoe muller"),
        ("zoe muller", "Zoë Müller"),
        ("Łukasz Strøm", "lukasz strom"),
        ("王伟", "王"),
        ("ИВАН", "иван"),
    ],
)
def test_a_name_is_seen(text: str, name: str) -> None:
    assert glimpse_of(text).may_hold(clue_of(name))


@pytest.mark.parametrize(
    ("text", "name"), [("Kate", "Kate Smith"), ("Zoe", "王"), ("王", "伟"), ("", "a")]
)
def test_what_isnt_there_is_not(text: str, name: str) -> None:
    assert not glimpse_of(text).may_hold(clue_of(name))


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("+49 (0) 171-234 56 78", True),
        ("tel 1712345678", True),
        ("171 234 56 7", False),
    ],
)
def test_a_number_is_seen_however_its_digits_are_grouped(text: str, may: bool) -> None:  # noqa: FBT001
    assert glimpse_of(text).may_hold(clue_of_number("1712345678")) is may


def test_a_clue_that_says_nothing_is_everywhere() -> None:
    assert glimpse_of("").may_hold(clue_of("..."))
    assert glimpse_of("").may_hold(clue_of_number("١٢٣"))


@given(st.text(), st.text(), st.text())
def test_a_text_holds_what_stands_in_it(before: str, name: str, after: str) -> None:
    assert glimpse_of(f"{before} {name} {after}").may_hold(clue_of(name))
