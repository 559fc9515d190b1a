"""Contacts with one name."""

import pytest
from building import contact, index
from checking import problems

from netjournal.model.codes import DUPLICATE_NAME

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
    found = index(contact("contacts/home/kim.md"), contact("contacts/work/Kim.md"))

    assert [said.split(" ")[0] for said in problems(DUPLICATE_NAME, found)] == [
        "contacts/home/kim.md:1:1:",
        "contacts/work/Kim.md:1:1:",
    ]


def test_of_many_the_first_is_named() -> None:
    found = index(*(contact(f"contacts/{n}.md", "Kim Park") for n in range(4)))

    first, *_ = problems(DUPLICATE_NAME, found)
    assert "is also the name of contacts/1.md and 2 more [NJ301]" in first


@pytest.mark.parametrize(
    ("one", "other"), [("José Ruiz", "Jose Ruiz"), ("Kim Park", "Kim Park (Acme)")]
)
def test_names_that_differ_are_fine(one: str, other: str) -> None:
    found = index(contact("contacts/a.md", one), contact("contacts/b.md", other))

    assert problems(DUPLICATE_NAME, found) == []
