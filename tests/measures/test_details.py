"""Addresses and numbers that are the same, however they are typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.measures.details import email_of, phone_of, profile_of, same_phone


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("Ana@Example.org", "ana@example.org"),
        ("mailto:ana+news@example.org", "ana@example.org"),
        ("<a.na+x@googlemail.com>", "ana@gmail.com"),
        ("ana at example.org", None),
        ("@example.org", None),
        ("", None),
    ],
)
def test_an_address_of_mail(typed: str, key: str | None) -> None:
    found = email_of(typed)

    assert (found.key if found else None) == key


def test_a_mailbox_of_several_is_known_by_its_name() -> None:
    shared = [email_of(f"{box}@acme.example") for box in ("info", "office", "ana")]

    assert [each.is_shared for each in shared if each] == [True, True, False]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("+351 21 555 0100", "00351-21-555-0100", True),
        ("+44 (0)20 7946 0100", "020 7946 0100", True),
        ("tel:+47 22 33 44 55", "22334455", True),
        ("+44 20 7946 0100", "+44 20 7946 0101", False),
        ("+44 20 7946 0100", "+45 20 7946 0100", False),
        ("555 0100 ext. 12", "555 0100 ext. 12", False),
        ("12345", "12345", False),
    ],
)
def test_numbers_with_and_without_the_code_of_the_country(
    one: str,
    other: str,
    same: bool,  # noqa: FBT001
) -> None:
    assert same_phone(phone_of(one), phone_of(other)) is same


@pytest.mark.parametrize(
    ("typed", "key", "is_personal"),
    [
        ("https://www.linkedin.com/in/Ana-Lopez/?trk=x", "linkedin.com/in/ana-lopez", True),
        ("pt.linkedin.com/in/ana-lopez/en", "linkedin.com/in/ana-lopez", True),
        ("https://linkedin.com/company/acme", "linkedin.com/company/acme", False),
        ("http://twitter.com/Ana", "x.com/ana", True),
        ("github.com/ana/code", "github.com/ana", True),
        ("https://acme.example/", "acme.example", False),
        ("https://acme.example/Team/Ana#x", "acme.example/Team/Ana", False),
        ("mailto:ana@example.org", None, None),
        ("ana-lopez", None, None),
        ("https://[", None, None),
    ],
)
def test_an_address_of_the_web(typed: str, key: str | None, is_personal: bool | None) -> None:  # noqa: FBT001
    found = profile_of(typed)

    assert ((found.key, found.is_personal) if found else (None, None)) == (key, is_personal)


@given(st.text(max_size=40))
def test_any_text_is_read(text: str) -> None:
    email_of(text)
    profile_of(text)
    assert phone_of(text).isdigit() or not phone_of(text)
