"""Contacts with one name."""

import pytest
from building import config, contact, index
from checking import problems

from netjournal.model.codes import DUPLICATE_NAME
from netjournal.model.config import Duplicates

HINT = "if they are one person, keep one note; if not, add what tells them apart"


def test_each_names_the_other_at_its_name() -> None:
    found = index(
        contact("contacts/a.md", "José Ruiz"), contact("contacts/b.md", "Jose\u0301 Ruiz")
    )

    assert problems(DUPLICATE_NAME, found) == [
        (
            "contacts/a.md:2:1: warning: 'José Ruiz' is also the name of contacts/b.md [NJ301]"
            f"\n  {HINT}"
        ),
        (
            "contacts/b.md:2:1: warning: 'Jose\u0301 Ruiz' is also the name of contacts/a.md "
            f"[NJ301]\n  {HINT}"
        ),
    ]


def test_a_name_without_a_field_is_named_at_the_first_line() -> None:
    found = index(contact("contacts/home/kim.md"), contact("contacts/office/Kim.md"))

    assert [said.split(" ")[0] for said in problems(DUPLICATE_NAME, found)] == [
        "contacts/home/kim.md:1:1:",
        "contacts/office/Kim.md:1:1:",
    ]


def test_of_many_the_first_is_named() -> None:
    found = index(*(contact(f"contacts/{n}.md", "Kim Park") for n in range(4)))

    first, *_ = problems(DUPLICATE_NAME, found)
    assert "is also the name of contacts/1.md and 2 more [NJ301]" in first


NOT_THE_SAME = config(duplicates=Duplicates((("a", "b"),)))


def test_who_is_said_to_be_different_is_not_asked_to_be_one() -> None:
    found = index(contact("contacts/a.md", "Kim Park"), contact("contacts/b.md", "Kim Park"))

    assert [
        said.partition("\n  ")[2] for said in problems(DUPLICATE_NAME, found, NOT_THE_SAME)
    ] == ["add what tells them apart, such as an organization"] * 2


def test_who_is_said_to_be_different_and_works_elsewhere_is_told_apart_already() -> None:
    found = index(
        contact("contacts/a.md", "Kim Park", organization="Acme"),
        contact("contacts/b.md", "Kim Park", organization="Bolt"),
    )

    assert problems(DUPLICATE_NAME, found, NOT_THE_SAME) == []
    assert len(problems(DUPLICATE_NAME, found)) == 2


def test_of_three_only_the_one_of_whom_nothing_is_said_may_be_another() -> None:
    found = index(*(contact(f"contacts/{name}.md", "Kim Park") for name in "abc"))

    said = problems(DUPLICATE_NAME, found, NOT_THE_SAME)

    assert [line.partition(" [")[0].rpartition(" of ")[2] for line in said] == [
        "contacts/c.md",
        "contacts/c.md",
        "contacts/a.md and 1 more",
    ]
    assert all(line.endswith(HINT) for line in said)


@pytest.mark.parametrize(
    ("one", "other"), [("José Ruiz", "Jose Ruiz"), ("Kim Park", "Kim Park (Acme)")]
)
def test_names_that_differ_are_fine(one: str, other: str) -> None:
    found = index(contact("contacts/a.md", one), contact("contacts/b.md", other))

    assert problems(DUPLICATE_NAME, found) == []
