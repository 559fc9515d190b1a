"""The table: a row a contact, lists joined, and nothing that a spreadsheet would run."""

import csv as reader
import io

import pytest
from building import contact, link
from exporting import export
from hypothesis import given
from hypothesis import strategies as st

from netjournal.exporters import csv
from netjournal.model.contact import Contact, Relationship
from netjournal.model.exported import Export

ANA = contact(
    "contacts/ana.md",
    "Ana Lopez",
    relationship=Relationship.ALLY,
    industries=("finance", "law"),
    emails=("a@example.org", "b@example.org"),
    knows=(link("ben"),),
    uid="ana",
    own={"coffee": "flat, white"},
)
BEN = contact("contacts/ben.md", "Ben", own={"state": "Kano"})


def rows(exported: Export) -> list[dict[str, str]]:
    """The rows of the table as another program reads them."""
    (file,) = csv.write(exported)
    return list(reader.DictReader(io.StringIO(file.data.decode("utf-8"), newline="")))


def test_a_row_has_all_fields_and_what_follows_from_them() -> None:
    ana, ben = rows(
        export(
            ANA,
            BEN,
            due={ANA.path: "2026-12-01"},
            last={ANA.path: "2026-11-01"},
            states={ANA.path: "fresh"},
        )
    )

    assert {key: value for key, value in ana.items() if value} == {
        "netjournal_id": "ana",
        "name": "Ana Lopez",
        "relationship": "ally",
        "industry": "finance; law",
        "email": "a@example.org; b@example.org",
        "knows": "Ben",
        "last_contact": "2026-11-01",
        "uid": "ana",
        "state": "fresh",
        "due": "2026-12-01",
        "path": "contacts/ana.md",
        "coffee": "flat, white",
    }
    assert (ben["state"], ben["state (own)"]) == ("", "Kano")


def test_only_what_is_public_leaves() -> None:
    exported = export(ANA, BEN, public=("name", "industry"), states={ANA.path: "fresh"})

    assert [list(row)[1:] for row in rows(exported)] == [["name", "industry"]] * 2
    assert b"fresh" not in csv.write(exported)[0].data


def test_what_acts_on_a_screen_is_left_out() -> None:
    (row,) = rows(export(contact(name="A\x1b[31mna", organization="\x07=1+1")))

    assert (row["name"], row["organization"]) == ("A[31mna", "'=1+1")


def test_nobody_is_a_header_alone() -> None:
    assert rows(export()) == []


@pytest.mark.parametrize(
    "text", ["=1+1", "+31 10", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"]
)
def test_formulas_are_texts(text: str) -> None:
    (row,) = rows(export(contact(name=text, organization=text, own={text: text})))

    assert all(not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝")) for cell in row)
    shown = text.replace("\r", "\n")
    assert (row["name"], row["organization"]) == (f"'{shown}", f"'{shown}")


@given(st.text(max_size=20), st.text(max_size=20))
def test_any_words_are_cells(name: str, own: str) -> None:
    someone: Contact = contact(name=name or "x", own={"coffee": own})

    (row,) = rows(export(someone))

    for cell in (row["name"], row["coffee"]):
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
