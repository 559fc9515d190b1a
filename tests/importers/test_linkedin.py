"""Connections from LinkedIn's export, as it was written over the years."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from importing import all_of, found_in

from netjournal.importers.linkedin import read
from netjournal.importers.registry import importer_for
from netjournal.model.imported import ImportedPerson, NotReadable, Skipped

PREAMBLE = (
    "Notes:\n"
    '"When exporting your connection data, you may notice that some of the addresses are missing. '
    'You will only see those, who have allowed it, here: https://example.com/a?b=1;c"\n\n'
)
HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
ANA = 'Ana,Lopez,https://www.linkedin.com/in/ana,ana@example.org,"Acme, Inc.",CTO,07 Feb 2022\n'


def test_a_connection_under_the_preamble() -> None:
    found = found_in(read, b"\xef\xbb\xbf" + (PREAMBLE + HEADER + ANA).encode())

    assert found.people == [
        ImportedPerson(
            5,
            "Ana Lopez",
            {
                "url": ("https://www.linkedin.com/in/ana",),
                "email": ("ana@example.org",),
                "organization": ("Acme, Inc.",),
                "title": ("CTO",),
            },
            {"on_linkedin_since": ("2022-02-07",)},
        )
    ]
    assert found.skipped == []


def test_old_and_reordered_headers() -> None:
    old = "First Name,Last Name,Email Address,Company,Position,Connected On\nAna,Lopez,,Acme,,\n"
    turned = "Connected On;Last Name;First Name;Member\n2022-02-07;Lopez;Ana;yes\n"

    (first,), (second,) = (found_in(read, text).people for text in (old, turned))

    assert (first.line, first.name, first.fields) == (2, "Ana Lopez", {"organization": ("Acme",)})
    assert second.own_fields == {"on_linkedin_since": ("2022-02-07",), "member": ("yes",)}


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("07 Feb 2022", "2022-02-07"),
        ("2/27/22", "2022-02-27"),
        ('"2/27/22, 3:45 PM"', "2022-02-27"),
        ("2/7/22", "2/7/22"),
        ("31 Feb 2022", "31 Feb 2022"),
    ],
)
def test_days_of_connection_are_read_where_they_are_certain(typed: str, day: str) -> None:
    (only,) = found_in(read, f"{HEADER}Ana,Lopez,,,,,{typed}\n").people

    assert only.own_fields == {"on_linkedin_since": (day,)}


def test_blank_rows_go_silently_and_nameless_ones_with_their_line() -> None:
    rows = ",,,,,,\n\nAna,Lopez,,,,,\n,,,,Acme,CTO,07 Feb 2022\n,,,x@example.org,,,\n"

    found = found_in(read, PREAMBLE + HEADER + rows)

    assert [(each.line, each.name) for each in found.people] == [(7, "Ana Lopez"), (9, "")]
    assert found.skipped == [
        Skipped(8, "Acme CTO 07 Feb 2022", "it has neither a name nor an e-mail address")
    ]


def test_a_quote_that_never_closes_costs_one_row() -> None:
    found = found_in(read, f'{HEADER}"Bob,Lee,,,,,\n{ANA}Cy,Day,,,,,\n')

    assert [(each.line, each.name) for each in found.people] == [(3, "Ana Lopez"), (4, "Cy Day")]
    assert found.skipped == [Skipped(2, '"Bob,Lee,,,,,', "a quote in it never closes")]


def test_it_is_known_by_its_header_alone() -> None:
    found = importer_for("c.txt", (PREAMBLE + HEADER).encode())

    assert found is not None
    assert found.slug == "linkedin"
    with pytest.raises(NotReadable, match="Connected On"):
        all_of(read, "First Name,Last Name\nAna,Lopez\n")


@given(st.lists(st.sampled_from(['"', ",", "\n", "Ana", "\x00", '""', " ", "\r", "é"])))
def test_whatever_the_rows_nobody_below_is_lost(pieces: list[str]) -> None:
    found = found_in(read, f"{HEADER}{''.join(pieces)}\n\n\nZoe,Last,,,,,07 Feb 2022\n")

    assert [each.name for each in found.people][-1:] == ["Zoe Last"] or found.skipped
