"""Whether two names may be one person's: what people write otherwise, and what only looks so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.measures.names_alike import Way, name_parts, names_alike
from netjournal.vault.nicknames import full_names_of

NICKNAMES = full_names_of()
WORDS = ["Ana", "Anna", "A.", "Lopez", "López", "Lopes", "Jr.", "Bob", "Robert", "(x)", ",", "Ç"]
typed = st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join) | st.text(max_size=20)


@pytest.mark.parametrize(
    ("one", "other", "way"),
    [
        ("Ana Lopez", "ANA  LOPEZ", Way.SAME),
        ("Dr. Ana Lopez", "Ana Lopez, PhD", Way.SAME),
        ("Lopez, Ana", "Ana Lopez", Way.SAME),
        ("Jean-Luc Picard", "Jean Luc Picard", Way.SAME),
        ("John Hill", "John Hill, Jr.", Way.SAME),
        ("Sean O'Brien", "Sean O’Brien", Way.SAME),
        ("José Ruiz", "Jose Ruiz", Way.ACCENTS),
        ("Søren Łuk", "Soren Luk", Way.ACCENTS),
        ("Wei Chen", "Chen Wei", Way.ORDER),
        ("Ana Maria Lopez", "Ana Lopez", Way.MIDDLE),
        ("Ana M. Lopez", "Ana Maria Lopez", Way.MIDDLE),
        ("Ana Lopez", "Ana Lopez Garcia", Way.PART),
        ("Bob Smith", "Robert Smith", Way.NICKNAME),
        ("Bob Smith", "Rob J. Smith", Way.NICKNAME),
        ("Ana Souza", "Ana Sousa", Way.SLIP),
        ("Zoë Müller", "Zoe Mueller", Way.SLIP),
        ("Filippa Lund", "Filipa Lund", Way.SLIP),
        ("A. Lopez", "Ana Lopez", Way.INITIAL),
        ("Ana L.", "Ana López", Way.INITIAL),
        ("Ana", "ana", Way.SAME),
        ("李小龙", "李小龙", Way.SAME),
    ],
)
def test_names_that_may_be_one_persons(one: str, other: str, way: Way) -> None:
    alike = names_alike(name_parts(one), name_parts(other), NICKNAMES)

    assert alike
    assert alike.way is way


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Maria Lopez", "Mario Lopez"),
        ("John Smith", "Joan Smith"),
        ("Paul Hill", "Paula Hill"),
        ("Ana Lopez", "Ben Lopez"),
        ("Ana Maria Lopez", "Ana Beatriz Lopez"),
        ("Ana Lopez", "Ana Costa"),
        ("A. Lopez", "Ben Lopez"),
        ("Ann Lee", "Ann Leo"),
        ("Bob Smith", "Robert Smyth"),
        ("Ana", "Ana Lopez"),
        ("Ana A. A. Lopez", "Ana A. B. Lopez"),
        ("Ana A. B. Lopez", "Ana A. A. Lopez"),
        ("李 小龙", "李 大龙"),
        ("かお", "がお"),
        ("", ""),
        ("Dr.", "Dr."),
    ],
)
def test_names_of_different_people(one: str, other: str) -> None:
    assert names_alike(name_parts(one), name_parts(other), NICKNAMES) is None


@given(typed, typed)
def test_the_order_of_two_names_makes_no_difference(one: str, other: str) -> None:
    there = names_alike(name_parts(one), name_parts(other), NICKNAMES)
    back = names_alike(name_parts(other), name_parts(one), NICKNAMES)

    assert (there and there[:2]) == (back and back[:2])
    assert {*(there or ())[2:]} == {*(back or ())[2:]}


@given(typed)
def test_a_name_is_like_itself(name: str) -> None:
    parts = name_parts(name)
    alike = names_alike(parts, parts, NICKNAMES)

    assert bool(alike) == bool(parts.words)


def test_generations_and_what_tells_apart_are_no_part_of_the_name() -> None:
    parts = name_parts("John Hill Jr. (Lisbon)")

    assert (parts.words, parts.generation, parts.apart) == (("john", "hill"), "jr", "lisbon")
