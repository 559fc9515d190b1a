"""A contact as templates see it."""

from datetime import date

import pytest
from building import contact

from netjournal.model.cadence import Cadence
from netjournal.model.contact import FieldValue, Link, Relationship
from netjournal.model.dates import PartialDate
from netjournal.render.contact_view import contact_view


def test_a_contact_about_whom_nothing_is_known_has_empty_texts() -> None:
    view = contact_view(contact("contacts/ana.md"))
    assert (view.name, view.path, view.status) == ("ana", "contacts/ana.md", "active")
    texts = (view.relationship, view.industry, view.email, view.phone, view.url, view.met)
    assert set(texts) == {""}
    assert (view.cadence_days, view.last_contact, view.own_fields) == (None, None, {})


def test_a_contact_with_everything() -> None:
    view = contact_view(
        contact(
            "contacts/ana.md",
            "Ana",
            relationship=Relationship.ALLY,
            industries=("finance", "law"),
            emails=("a@example.org", "b@example.org"),
            met=PartialDate(2019, 5, None),
            introduced_by=Link("ben-osei", "Ben", 1, 1),
            knows=(Link("tom", "Tom", 1, 1),),
            cadence=Cadence(30),
            last_contact=date(2026, 3, 1),
            own={"coffee": "black"},
        )
    )
    assert type(view.relationship) is str
    assert (view.relationship, view.industry, view.email) == ("ally", "finance", "a@example.org")
    assert (view.met, view.introduced_by, view.knows) == ("2019-05", "Ben", ("Tom",))
    assert (view.cadence_days, view.last_contact) == (30, date(2026, 3, 1))
    assert view.own_fields == {"coffee": "black"}


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://example.org", True),
        ("HTTP://example.org", True),
        ("mailto:a@example.org", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("example.org", False),
    ],
)
def test_only_addresses_that_run_nothing(url: str, kept: bool) -> None:  # noqa: FBT001 - a parameter of the case
    view = contact_view(contact("contacts/ana.md", urls=(url,)))
    assert view.urls == ((url,) if kept else ())
    assert view.url == (url if kept else "")


def test_a_view_of_a_namesake_says_what_tells_it_apart() -> None:
    person = contact("contacts/ana.md", "Ana Lopez")

    assert contact_view(person, "Acme").apart == "Acme"
    assert contact_view(person).apart == ""


def test_own_fields_with_several_or_no_values() -> None:
    fields = {"many": FieldValue("many", ("x", "y"), 2, 1), "none": FieldValue("none", (), 3, 1)}
    person = contact("contacts/ana.md")._replace(own_fields=fields)
    assert contact_view(person).own_fields == {"many": ("x", "y"), "none": ""}
