"""Likely doubles: who is proposed, why, and how sure it is."""

from collections.abc import Sequence
from itertools import combinations
from random import Random
from typing import Any

import pytest
from building import contact, entry, index, link, parsed
from hypothesis import given
from hypothesis import strategies as st

from netjournal.model.contact import Contact
from netjournal.model.dates import PartialDate
from netjournal.reviews import doubles as doubles_module
from netjournal.reviews.doubles import LIKELY, MOST_NAMESAKES, Double, find_doubles
from netjournal.reviews.doubles_weighing import weighed
from netjournal.vault.nicknames import full_names_of

NICKNAMES = full_names_of()


def found(*contacts: Contact) -> tuple[Double, ...]:
    return find_doubles(index(*contacts), NICKNAMES)


def strength(one: dict[str, Any], other: dict[str, Any], *others: Contact) -> float:
    """How sure it is that two contacts are one; 0 when they aren't proposed."""
    doubles = found(contact("a.md", **one), contact("b.md", **other), *others)
    return next(
        (each.strength for each in doubles if (each.one, each.other) == ("a.md", "b.md")), 0
    )


ANA, A_LOPEZ, BEN = {"name": "Ana Lopez"}, {"name": "A. Lopez"}, {"name": "Ben Osei"}
MAIL: dict[str, Any] = {"emails": ("ana@example.org",)}
PHONE: dict[str, Any] = {"phones": ("+351 21 555 0100",)}
ACME: dict[str, Any] = {"organization": "Acme"}
PROFILE: dict[str, Any] = {"urls": ("https://linkedin.com/in/ana",)}


def test_the_surest_pairs_come_first() -> None:
    cases = [
        strength(ANA | MAIL, ANA | MAIL),
        strength(ANA | MAIL, A_LOPEZ | MAIL),
        strength(ANA | PROFILE, A_LOPEZ | PROFILE),
        strength(ANA | PHONE, A_LOPEZ | PHONE),
        strength(ANA | ACME, ANA | ACME),
        strength(ANA, ANA),
        strength(ANA | MAIL, BEN | MAIL),
        strength(ANA | ACME, A_LOPEZ | ACME),
        strength(ANA, A_LOPEZ),
    ]

    assert cases[3:] == sorted(cases[3:], reverse=True)
    assert min(cases[:3]) > 0.8 > cases[5] > cases[8] >= LIKELY


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Siblings, and colleagues at one switchboard or mailbox.
        ({"name": "Maria Cruz"} | ACME, {"name": "Mario Cruz"} | ACME),
        (ANA | ACME | PHONE, BEN | ACME | PHONE),
        (ANA | ACME, BEN | ACME),
        (ANA | {"emails": ("info@acme.example",)}, BEN | {"emails": ("info@acme.example",)}),
        (ANA | {"urls": ("https://acme.example",)}, BEN | {"urls": ("acme.example",)}),
        (ANA | {"birthday": PartialDate(1980, 4, 2)}, BEN | {"birthday": PartialDate(1980, 4, 2)}),
        # Told apart.
        ({"name": "John Hill"}, {"name": "John Hill, Jr."}),
        (ANA, {"name": "Ana Lopez (Lisbon)"}),
        (ANA | {"birthday": PartialDate(1980, 4, 2)}, ANA | {"birthday": PartialDate(None, 4, 3)}),
        (ANA, ANA | {"introduced_by": link("a")}),
    ],
)
def test_these_are_no_strong_doubles(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert strength(one, other) < LIKELY


def test_a_father_and_a_son_with_one_number_are_told_with_what_speaks_against_it() -> None:
    (only,) = found(
        contact("a.md", "John Hill", **PHONE), contact("b.md", "John Hill Jr.", **PHONE)
    )

    assert only.strength < 0.5
    assert [reason.kind for reason in only.reasons] == ["phone", "name"]
    assert only.against == ("one is Jr.",)


def test_two_whom_one_entry_names_are_different_people() -> None:
    both = parsed("j.md", entry("2026-01-01", "x", link("a"), link("b")), journal=True)
    people = contact("a.md", "Ana Lopez"), contact("b.md", "Ana Lopez")

    assert find_doubles(index(*people), NICKNAMES)
    assert find_doubles(index(*people, both), NICKNAMES) == ()


def test_what_several_have_counts_less() -> None:
    third = contact("c.md", "Cy", **MAIL)

    assert strength(ANA | MAIL, BEN | MAIL) > LIKELY > strength(ANA | MAIL, BEN | MAIL, third)


def test_an_alias_is_a_name() -> None:
    assert strength(ANA, {"name": "Nan", "aliases": ("Ana López",)}) > 0.5


def test_what_nearly_everybody_is_called_says_nothing() -> None:
    people = [contact(f"{number}.md", "Ana Lopez") for number in range(MOST_NAMESAKES + 1)]

    assert found(*people) == ()
    assert len(found(*people[:3])) == 3


def test_an_initial_that_may_be_many_says_nothing() -> None:
    many = [contact(f"{first}.md", f"{first} Lopez") for first in ("Ana", "Ada", "Ava", "Amy")]

    assert found(contact("x.md", "A. Lopez"), *many) == ()
    assert len(found(contact("x.md", "A. Lopez"), *many[:2])) == 2


def test_a_pair_that_is_known_to_differ_is_not_proposed() -> None:
    people = contact("a.md", "Ana"), contact("b.md", "Ana"), contact("c.md", "Ana")
    left = find_doubles(index(*people), NICKNAMES, frozenset([("a.md", "b.md")]))

    assert [(each.one, each.other) for each in left] == [("a.md", "c.md"), ("b.md", "c.md")]


names = st.sampled_from(
    [
        "Ana Lopez",
        "A. Lopez",
        "Ana M. López",
        "Lopez, Ana",
        "Anna Lopez",
        "Ana Lopes",
        "Ben",
        "B. L.",
    ]
)
mails = st.lists(st.sampled_from(["a@x.org", "A@x.org", "info@x.org"]), max_size=2).map(tuple)
phones = st.lists(st.sampled_from(["555 010 0100", "+351 555 010 0100", "1"]), max_size=2).map(
    tuple
)
people = st.lists(
    st.builds(lambda name, emails, phones: (name, emails, phones), names, mails, phones),
    max_size=7,
)
Said = tuple[str, tuple[str, ...], tuple[str, ...]]


@given(people, st.randoms(use_true_random=False))
def test_neither_order_nor_chance_makes_a_difference(said: Sequence[Said], chance: Random) -> None:
    contacts = [
        contact(f"{number}.md", name, emails=emails, phones=phones)
        for number, (name, emails, phones) in enumerate(said)
    ]
    shuffled = list(contacts)
    chance.shuffle(shuffled)

    doubles = found(*contacts)
    assert doubles == found(*shuffled)
    assert list(doubles) == sorted(doubles, key=lambda each: -each.strength)
    assert all(each.one < each.other and LIKELY <= each.strength <= 1 for each in doubles)


@given(people)
def test_nobody_is_overlooked_by_not_comparing_everybody(said: Sequence[Said]) -> None:
    contacts = [
        contact(f"{number}.md", name, emails=emails, phones=phones)
        for number, (name, emails, phones) in enumerate(said)
    ]
    everybody = index(*contacts)
    known = doubles_module._known(everybody, NICKNAMES)
    found_paths = {(each.one, each.other) for each in find_doubles(everybody, NICKNAMES)}

    for one, other in combinations(contacts, 2):
        sure, reasons, _ = weighed(one, other, everybody, known)
        # An initial may stand for too many.
        has_initial = any(". may be" in reason.text for reason in reasons)
        if sure >= LIKELY and not has_initial:
            assert (one.path, other.path) in found_paths
