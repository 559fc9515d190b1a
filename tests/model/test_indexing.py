"""The index: everything by what one looks for, and links that find whom they mean."""

from datetime import date

import pytest
from building import TAXONOMY, config, contact, entry, index, link, parsed, promise
from generating import everything, vaults
from hypothesis import given
from hypothesis import strategies as st

from netjournal.model.contact import Kind, Relationship
from netjournal.model.indexing import build_index
from netjournal.model.parsed import ParsedFile

ANA = contact("contacts/ana-lopez.md", "Ana López", aliases=("Anita",))
BEN = contact("contacts/office/ben-osei.md", "Ben Osei")
DAY = "journal/2026-11-03.md"


def test_contacts_are_found_by_path_in_the_order_of_paths() -> None:
    assert [ANA.path, BEN.path] == list(index(BEN, ANA).contacts)


def test_contacts_are_found_by_uid() -> None:
    found = index(contact("contacts/a.md", uid="a-1"), contact("contacts/b.md"))

    assert found.by_uid == {"a-1": ("contacts/a.md",)}


def test_contacts_are_found_by_industry_and_group() -> None:
    found = index(
        contact("contacts/a.md", industries=("Banking", "law")),
        contact("contacts/b.md", industries=("legal",)),
    )

    assert found.by_industry["legal"] == ("contacts/a.md", "contacts/b.md")
    assert found.by_industry["finance"] == ("contacts/a.md",)
    assert found.by_group["business"] == ("contacts/a.md", "contacts/b.md")


def test_contacts_are_found_by_organization_whatever_its_case() -> None:
    found = index(
        contact("contacts/a.md", organization="ACME  Corp"),
        contact("contacts/b.md", organization="Acme corp"),
        contact("contacts/c.md"),
    )

    assert found.by_organization == {"acme corp": ("contacts/a.md", "contacts/b.md")}


def test_contacts_are_found_by_tag_whatever_its_case() -> None:
    found = index(contact("contacts/a.md", tags=("Berlin", "berlin", "Python")))

    assert found.by_tag["berlin"] == ("contacts/a.md",)
    assert {"berlin", "python"} == set(found.by_tag)


def test_contacts_are_found_by_declared_relationship() -> None:
    found = index(
        contact("contacts/a.md", relationship=Relationship.ALLY), contact("contacts/b.md")
    )

    assert found.by_relationship == {"ally": ("contacts/a.md",)}


def test_two_words_for_one_industry_count_once() -> None:
    found = index(contact("contacts/a.md", industries=("software", "IT")))

    assert [each.key for each in found.industries["contacts/a.md"]] == ["technology"]
    assert found.by_industry["technology"] == ("contacts/a.md",)


def test_a_word_outside_the_taxonomy_is_an_industry_of_its_own() -> None:
    found = index(
        contact("contacts/a.md", industries=("Falconry",)),
        contact("contacts/b.md", industries=("falconry",)),
    )

    industry = found.taxonomy.industries["falconry"]
    assert (industry.label, industry.group) == ("Falconry", "falconry")
    assert found.by_industry["falconry"] == ("contacts/a.md", "contacts/b.md")


def test_own_industries_stand_after_the_taxonomy() -> None:
    found = index(contact("contacts/a.md", industries=("Zoology", "Falconry")))

    assert [*TAXONOMY.industries, "falconry", "zoology"] == list(found.taxonomy.industries)


def test_a_contact_without_an_industry_is_in_none() -> None:
    assert index(ANA).industries == {}


def test_a_block_of_a_journal_counts_for_everybody_whom_it_links() -> None:
    block = entry("2026-11-03", "Lunch.", link("ana-lopez"), link("Ben Osei"), link("Anita"))
    found = index(ANA, BEN, parsed(DAY, block, journal=True))

    assert {ANA.path, BEN.path} == set(found.interactions)
    assert len(found.interactions[ANA.path]) == 1
    assert [each.text for each in found.by_day[date(2026, 11, 3)]] == ["Lunch."]


def test_an_entry_in_a_contacts_note_is_its_own_alone() -> None:
    note = parsed(ANA, entry("2026-11-03", "Talked about", link("Ben Osei")))
    found = index(note, BEN)

    assert [ANA.path] == list(found.interactions)
    assert {ANA.path: "Ben Osei"} == {
        each.source: each.link.target for each in found.backlinks[BEN.path]
    }


def test_entries_of_note_and_journal_stand_together_by_date() -> None:
    own = parsed(ANA, entry("2026-11-10", "Tea."), entry("2025-01-02", "Met."))
    day = parsed(DAY, entry("2026-11-03", "Lunch.", link("Anita")), journal=True)
    found = index(own, day)

    assert [e.text for e in found.interactions[ANA.path]] == ["Met.", "Lunch.", "Tea."]
    assert sorted(found.by_day) == list(found.by_day)


def test_a_block_that_links_nobody_known_is_no_interaction() -> None:
    found = index(ANA, parsed(DAY, entry("2026-11-03", "Rain.", link("bob")), journal=True))

    assert found.interactions == {}
    assert found.by_day == {}


def test_a_task_in_a_contacts_note_is_a_promise_to_it() -> None:
    found = index(parsed(ANA, promise("Send the deck", due="2026-12-01")))

    assert [date(2026, 12, 1)] == [each.due for each in found.promises[ANA.path]]


def test_a_task_in_a_journal_is_a_promise_to_whom_it_links() -> None:
    found = index(ANA, BEN, parsed(DAY, promise("Write", link("Anita")), journal=True))

    assert [ANA.path] == list(found.promises)


def test_a_task_in_a_contacts_note_is_a_promise_to_whom_it_links_as_well() -> None:
    found = index(parsed(ANA, promise("Introduce", link("ben-osei"), link("anita"))), BEN)

    assert {ANA.path: 1, BEN.path: 1} == {p: len(them) for p, them in found.promises.items()}


def test_a_task_that_names_nobody_is_no_promise() -> None:
    assert index(ANA, parsed(DAY, promise("Buy milk"), journal=True)).promises == {}


@pytest.mark.parametrize(
    ("kinds", "two_way"),
    [
        ((), True),
        ((Kind.GAVE,), True),
        ((Kind.ABOUT,), False),
        ((Kind.OUTREACH,), False),
        ((Kind.OUTREACH, Kind.ANSWERED), True),
        ((Kind.OUTREACH, Kind.ANSWERED, Kind.ABOUT), False),
        ((Kind.OUTREACH, Kind.GAVE), False),
    ],
)
def test_an_entry_is_two_way(kinds: tuple[Kind, ...], *, two_way: bool) -> None:
    assert two_way == entry("2026-11-03", kinds=kinds).two_way


def test_the_place_of_a_field_is_the_first_line_when_it_is_missing() -> None:
    person = contact("contacts/a.md", "A", location="Lisbon")

    assert (person.place_of("location"), person.place_of("birthday")) == ((3, 1), (1, 1))


@given(vaults.flatmap(lambda files: st.tuples(st.just(files), st.permutations(files))))
def test_the_order_of_files_makes_no_difference(
    orders: tuple[list[ParsedFile], list[ParsedFile]],
) -> None:
    first, second = (build_index(files, config(), ["plan.md"]) for files in orders)

    assert everything(first) == everything(second)
