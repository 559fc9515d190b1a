"""Needs against offers."""

import time
from datetime import date

import pytest
from building import config, contact, index, link
from hypothesis import given
from hypothesis import strategies as st

from netjournal.model.contact import Contact, Relationship
from netjournal.model.index import Index
from netjournal.reviews.assessing import assess
from netjournal.reviews.matching import know_each_other, offer_for, offers_of, stems
from netjournal.reviews.person import Person


def people(*contacts: Contact) -> tuple[Index, list[Person]]:
    """Some contacts in an index, and as the assessment sees them."""
    found = index(*contacts)
    return found, list(assess(found, config(), date(2026, 3, 1)).people.values())


def met_by(need: str, *offers: str) -> str | None:
    """The offer of Ben's that meets a need of Ana's."""
    found, (ana, ben) = people(
        contact("contacts/ana.md", needs=(need,)), contact("contacts/ben.md", offers=offers)
    )
    offer = offer_for(need, ana, offers_of([ana, ben]), found)
    return offer.text if offer else None


@pytest.mark.parametrize(
    ("need", "offer"),
    [
        ("a data engineer", "data engineering"),
        ("Data Engineer", "data engineers"),
        ("tax advice", "tax"),
        ("brand identity", "brand identity"),
        ("coaching for new product leads", "coaching"),
        ("a violin teacher", "violin lessons"),
        ("AI", "ai audits"),
    ],
)
def test_an_offer_meets_a_need_of_like_words(need: str, offer: str) -> None:
    assert offer == met_by(need, offer)


@pytest.mark.parametrize(
    ("need", "offer"),
    [
        ("architecture reviews", "contract reviews"),
        ("help with taxes", "help with moving"),
        ("a violin teacher for the children of our choir", "teacher training of adult nurses"),
        ("", "tax"),
        ("tax", ""),
        ("with some help", "some help"),
    ],
)
def test_words_that_say_nothing_meet_nothing(need: str, offer: str) -> None:
    assert met_by(need, offer) is None


def test_the_offer_that_shares_most_wins_and_the_first_of_equals() -> None:
    assert met_by("a brand designer", "brand talks", "brand design", "brand designs") == (
        "brand design"
    )


def test_nobody_is_sent_to_themselves() -> None:
    found, (ana,) = people(contact("contacts/ana.md", needs=("tax",), offers=("tax",)))

    assert offer_for("tax", ana, offers_of([ana]), found) is None


@pytest.mark.parametrize(
    ("ana", "ben"),
    [
        ({"knows": (link("ben"),)}, {}),
        ({}, {"knows": (link("Cy"), link("ana"))}),
        ({"introduced_by": link("ben")}, {}),
        ({}, {"introduced_by": link("ana")}),
    ],
)
def test_those_who_know_each_other_need_no_introduction(
    ana: dict[str, object], ben: dict[str, object]
) -> None:
    found, (one, other) = people(
        contact("contacts/ana.md", needs=("tax",), **ana),  # type: ignore[arg-type] # any attribute
        contact("contacts/ben.md", offers=("tax",), **ben),  # type: ignore[arg-type] # any attribute
    )

    assert know_each_other(one, other, found)
    assert offer_for("tax", one, offers_of([one, other]), found) is None


def test_strangers_do_not_know_each_other() -> None:
    found, (one, other) = people(contact("contacts/ana.md"), contact("contacts/ben.md"))

    assert not know_each_other(one, other, found)


@given(st.text(), st.text())
def test_any_words_can_be_compared(need: str, offer: str) -> None:
    assert met_by(need, offer) in (offer, None)


def test_a_huge_need_costs_nothing() -> None:
    start = time.process_time()

    stems("a- " * 400_000)

    assert time.process_time() - start < 10


def test_an_ally_offers_all_that_the_note_says() -> None:
    known = contact("contacts/a.md", relationship=Relationship.ALLY, offers=("tax", "tea"))

    assert [offer.text for offer in offers_of(people(known)[1])] == ["tax", "tea"]
