"""Contacts from both generations of Google's CSV."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from importing import all_of, found_in

from netjournal.importers.google import read
from netjournal.importers.registry import importer_for
from netjournal.model.imported import ImportedPerson, NotReadable, Skipped


def table(*rows: dict[str, str], always: tuple[str, ...] = ()) -> str:
    titles = list(dict.fromkeys([*always, *(title for row in rows for title in row)]))
    text = io.StringIO()
    writer = csv.DictWriter(text, titles, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


OLD = ("Name", "Given Name", "Family Name", "Group Membership", "E-mail 1 - Value")
NEW = ("First Name", "Last Name", "Organization Name", "Labels", "E-mail 1 - Value")


def test_an_old_export_loses_nothing() -> None:
    text = table(
        {
            "Name": "Dr. Ana Lopez",
            "Given Name": "Ana",
            "Family Name": "Lopez",
            "Name Prefix": "Dr.",
            "Nickname": "Anita",
            "Birthday": " --04-12",
            "Notes": "one\ntwo",
            "Photo": "https://example.com/p.jpg",
            "Hobby": "chess ::: go",
            "Group Membership": "Friends ::: * myContacts ::: * starred",
            "E-mail 1 - Type": "* Work",
            "E-mail 1 - Value": "ana@example.org ::: ana@example.com",
            "E-mail 2 - Type": "Home",
            "E-mail 2 - Value": "lopez@example.org",
            "IM 1 - Service": "Skype",
            "IM 1 - Value": "ana.l",
            "Phone 1 - Type": "Mobile",
            "Phone 1 - Value": "+351 911 000 000",
            "Phone 2 - Type": "Work Fax",
            "Phone 2 - Value": "+351 21 000 0001",
            "Address 1 - Type": "Home",
            "Address 1 - Formatted": "Rua A 1\nLisbon\nPortugal",
            "Address 1 - Street": "Rua A 1",
            "Address 1 - City": "Lisbon",
            "Address 1 - Country": "Portugal",
            "Organization 1 - Name": "Acme",
            "Organization 1 - Title": "CTO",
            "Organization 1 - Department": "Labs",
            "Relation 1 - Type": "Spouse",
            "Relation 1 - Value": "Zoe",
            "Relation 2 - Type": "Referred By",
            "Relation 2 - Value": "Ben",
            "Website 1 - Type": "Profile",
            "Website 1 - Value": "https://example.org/ana",
            "Event 1 - Type": "Anniversary",
            "Event 1 - Value": "2010-06-05",
            "Custom Field 1 - Type": "Shirt size",
            "Custom Field 1 - Value": "M",
        },
        always=OLD,
    )

    assert found_in(read, text).people == [
        ImportedPerson(
            2,
            "Dr. Ana Lopez",
            {
                "aliases": ("Anita",),
                "organization": ("Acme",),
                "title": ("CTO",),
                "introduced_by": ("Ben",),
                "email": ("ana@example.org", "ana@example.com", "lopez@example.org"),
                "phone": ("+351 911 000 000",),
                "url": ("https://example.org/ana",),
                "location": ("Lisbon, Portugal",),
                "birthday": ("--04-12",),
                "tags": ("Friends", "starred"),
            },
            {
                "department": ("Labs",),
                "chat": ("skype:ana.l",),
                "spouse": ("Zoe",),
                "anniversary": ("2010-06-05",),
                "shirt_size": ("M",),
                "labels": (
                    "ana@example.org (Work)",
                    "ana@example.com (Work)",
                    "lopez@example.org (Home)",
                    "https://example.org/ana (Profile)",
                ),
                "fax": ("+351 21 000 0001",),
                "address": ("Rua A 1, Lisbon, Portugal",),
                "hobby": ("chess", "go"),
            },
            "one\ntwo",
        )
    ]


def test_a_new_export_loses_nothing() -> None:
    text = table(
        {
            "First Name": "Ben",
            "Middle Name": "K.",
            "Last Name": "Osei",
            "Phonetic Last Name": "Osay",
            "Name Suffix": "Jr.",
            "File As": "Osei, Ben",
            "Organization Name": "Acme",
            "Organization Title": "Engineer",
            "Organization Department": "Labs",
            "Birthday": "1985-04-12",
            "Labels": "Berlin ::: * myContacts",
            "E-mail 1 - Label": "* ",
            "E-mail 1 - Value": "ben@example.org",
            "Address 1 - Label": "Home",
            "Address 1 - Formatted": "Accra",
            "Address 1 - City": "Accra",
            "Event 1 - Label": "First met",
            "Event 1 - Value": "2019-05-01",
            "Relation 1 - Label": "Friend",
            "Relation 1 - Value": "Tom Rask",
        },
        always=NEW,
    )

    assert found_in(read, text).people == [
        ImportedPerson(
            2,
            "Ben K. Osei Jr.",
            {
                "organization": ("Acme",),
                "title": ("Engineer",),
                "met": ("2019-05-01",),
                "knows": ("Tom Rask",),
                "email": ("ben@example.org",),
                "location": ("Accra",),
                "birthday": ("1985-04-12",),
                "tags": ("Berlin",),
            },
            {"department": ("Labs",), "phonetic_name": ("Osay",)},
        )
    ]


def test_organizations_and_rows_without_anybody_are_named() -> None:
    text = table(
        {"Organization Name": "Acme", "Labels": "* myContacts"},
        {"Labels": "* myContacts"},
        {"E-mail 1 - Value": "x@example.org"},
        {"Phone 1 - Value": "+351 911 000 000"},
        always=NEW,
    )

    found = found_in(read, text)

    assert [each.line for each in found.people] == [4, 5]
    assert found.skipped == [
        Skipped(2, "Acme", "it is an organization, not a person"),
        Skipped(3, "* myContacts", "it has no name, e-mail address or phone number"),
    ]


@pytest.mark.parametrize("always", [OLD, NEW])
def test_it_is_known_by_its_header(always: tuple[str, ...]) -> None:
    found = importer_for("contacts.csv", table(always=always).encode("utf-16"))

    assert found is not None
    assert found.slug == "google"
    with pytest.raises(NotReadable, match="Google"):
        all_of(read, "name,email\nAna,a@example.org\n")


@given(st.lists(st.text(max_size=8) | st.sampled_from([" ::: ", "* ", "1604-01-01"]), max_size=30))
def test_whatever_the_cells_it_never_breaks(cells: list[str]) -> None:
    titles = [
        *("First Name", "Last Name", "Labels", "Event 1 - Label", "Event 1 - Value"),
        *(
            "Address 1 - City",
            "Address 1 - Formatted",
            "IM 1 - Value",
            "Relation 1 - Value",
            "X 1 - Y",
        ),
    ]
    row = dict(zip(titles, cells, strict=False))

    found = all_of(read, table(row, always=tuple(titles)).encode("utf-8", "replace"))

    assert all(each.line > 1 for each in found)
