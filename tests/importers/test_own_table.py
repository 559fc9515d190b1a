"""Our own table comes back as it went out, also after a spreadsheet has had it."""

import pytest
from building import contact, link
from exporting import export
from hypothesis import given
from hypothesis import strategies as st
from importing import found_in

from netjournal.exporters import csv as exporter
from netjournal.importers.csv import read
from netjournal.model.contact import Relationship
from netjournal.model.imported import ImportedPerson, Skipped
from netjournal.model.own_table import joined, parted

HEADER = "netjournal_id,name,email,birthday,uid,state,due,path,coffee,due (own)"


def people(text: str) -> list[ImportedPerson]:
    return found_in(read, text).people


def test_what_was_exported_comes_back_and_nothing_else() -> None:
    ana = contact(
        "contacts/ana.md",
        "Ana Lopez",
        relationship=Relationship.ALLY,
        needs=("a CTO; soon", "=rest", "C:\\", "tea"),
        emails=("a@example.org", "b@example.org"),
        knows=(link("Ben"),),
        uid="ana",
        own={"Due": "rent; both", "due": "-3"},
    )
    exported = export(ana, due={ana.path: "2026-12-01"}, states={ana.path: "fresh"})
    (file,) = exporter.write(exported)

    assert people(file.data.decode()) == [
        ImportedPerson(
            2,
            "Ana Lopez",
            {
                "relationship": ("ally",),
                "email": ("a@example.org", "b@example.org"),
                "knows": ("Ben",),
                "needs": ("a CTO; soon", "=rest", "C:\\", "tea"),
                "uid": ("ana",),
            },
            {"Due": ("rent; both",), "due": ("-3",)},
        )
    ]


def test_who_has_no_uid_is_known_by_what_the_export_calls_them() -> None:
    (ana,) = people(f"{HEADER}\nnj-ana-1,Ana,,,,fresh,,contacts/ana.md,,\n")

    assert ana == ImportedPerson(2, "Ana", {"uid": ("nj-ana-1",)})


def test_a_spreadsheet_may_write_days_and_separators_in_its_own_way() -> None:
    row = "nj-ana-1;Ana;;12.04.1985;u-1;fresh;;contacts/ana.md;flat;"
    (ana,) = people(f"{HEADER.replace(',', ';')}\n{row}\n")

    assert ana == ImportedPerson(
        2, "Ana", {"birthday": ("1985-04-12",), "uid": ("u-1",)}, {"coffee": ("flat",)}
    )


def test_a_row_without_a_name_is_named() -> None:
    (skipped,) = found_in(read, f"{HEADER}\nnj-1,,,,,fresh,,contacts/a.md,,\n").skipped

    assert skipped == Skipped(2, "nj-1", "it has no name, e-mail address or phone number")


@given(st.lists(st.text(alphabet="ab; ,'\\", min_size=1).map(str.strip).filter(bool), min_size=1))
def test_any_values_in_one_cell_are_the_same_apart(values: list[str]) -> None:
    assert parted(joined(values)) == tuple(values)


@pytest.mark.parametrize(
    "values", [["a;", "b"], [";"], ["; a; b", "c"], ["a ;b"], ["a\\", "b"], ["\\; "]]
)
def test_semicolons_of_the_values_part_nothing(values: list[str]) -> None:
    assert parted(joined(values)) == tuple(values)
