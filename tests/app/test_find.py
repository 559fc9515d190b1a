"""Finding a contact by what a person types."""

import pytest
from building import contact, index

from netjournal.app.find import find_contacts, likely_name

PEOPLE = index(
    contact("contacts/ana-lopez.md", "Ana Lopez", aliases=("Anita",)),
    contact("contacts/ana-lund.md", "Ana Lund"),
    contact("contacts/deep/jose.md", "José Nuñez"),
    contact("contacts/bob.md", "Robert Marsh"),
    contact("contacts/rob.md", "Bob"),
)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("ana-lopez", ["Ana Lopez"]),
        ("contacts/ana-lopez.md", ["Ana Lopez"]),
        ("contacts/deep/jose", ["José Nuñez"]),
        ("ANA LOPEZ", ["Ana Lopez"]),
        ("anita", ["Ana Lopez"]),
        ("lun", ["Ana Lund"]),
        ("ana", ["Ana Lopez", "Ana Lund"]),
        ("josé", ["José Nuñez"]),
        ("opez", ["Ana Lopez"]),
        ("jose nunez", ["José Nuñez"]),
        ("nune", ["José Nuñez"]),
        ("bob", ["Robert Marsh"]),
        ("", []),
        ("zoe", []),
    ],
)
def test_the_surest_way_that_finds_any_wins(typed: str, expected: list[str]) -> None:
    assert expected == [found.name for found in find_contacts(PEOPLE, typed)]


@pytest.mark.parametrize(
    ("typed", "expected"), [("anna lopez", "Ana Lopez"), ("robbert", "Robert Marsh"), ("xyz", None)]
)
def test_a_likely_name_is_proposed(typed: str, expected: str | None) -> None:
    assert expected == likely_name(PEOPLE, typed)
