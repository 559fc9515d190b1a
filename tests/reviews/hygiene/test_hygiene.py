"""The page `hygiene`: what is missing or odd in the notes, and in which order."""

from datetime import date
from pathlib import Path

import pytest
from building import Golden, config, contact, entry, index, link, parsed
from reviewing import figures, names, review_of, rows, told

from netjournal.model import codes
from netjournal.model.config import BuildSettings, VaultLayout
from netjournal.model.contact import Contact, Relationship, Status
from netjournal.model.parsed import ParsedFile
from netjournal.model.review import Advice, Excerpt, Review
from netjournal.model.source import Place
from netjournal.reviews.assessing import assess
from netjournal.reviews.hygiene import make

AS_OF = date(2026, 3, 1)
HERE = Path(__file__).parent


PROBLEMS = (
    codes.UNRESOLVED_LINK.at("contacts/bea-poe.md", 10, 24, "no note for it", "make one"),
    codes.BAD_VALUE.at("contacts/flo-tam.md", 4, 11, "no such day", "write another"),
    codes.UNKNOWN_FIELD.at("contacts/flo-tam.md", 5, 1, "a field of its own"),
)


@pytest.fixture(scope="module")
def page() -> Review:
    """The page of the vault beside this file, with problems in words of our own."""
    return review_of(HERE / "vault", "hygiene", AS_OF, PROBLEMS)


def made(*notes: ParsedFile | Contact) -> Review:
    """The page of some notes."""
    return make(assess(index(*notes), config(), AS_OF), ())


def test_the_page_reads_as_written_down(page: Review, golden: Golden) -> None:
    golden(HERE / "expected.txt", told(page))


def test_errors_come_before_warnings_and_hints_are_counted(page: Review) -> None:
    assert [row["code"] for row in rows(page, "problems")] == ["NJ205", "NJ101"]
    assert rows(page, "problems")[0] == {
        "severity": "error",
        "problem": Advice("no such day"),
        "where": Excerpt("contacts/flo-tam.md:4", Place("contacts/flo-tam.md", 4)),
        "column": 11,
        "code": "NJ205",
        "todo": Advice("write another"),
    }
    assert (figures(page)["errors"], figures(page)["warnings"], figures(page)["infos"]) == (1, 1, 1)
    assert "Besides: 1 hint, which `netjournal check` lists." in [f.text for f in page.figures]


def test_the_problems_of_a_vault_are_all_there() -> None:
    page = review_of(HERE / "vault", "hygiene", AS_OF)

    found = [(row["severity"], row["code"]) for row in rows(page, "problems")]
    assert found == [
        ("error", "NJ205"),
        ("warning", "NJ101"),
        ("warning", "NJ302"),
        ("warning", "NJ501"),
    ]


def test_those_with_the_most_contact_lack_an_industry_first(page: Review) -> None:
    assert names(page, "incomplete")[:3] == ["Bea Poe", "Amy Orr", "Don Ray"]


def test_twenty_are_offered_for_sorting_and_the_others_wait() -> None:
    strangers = [contact(f"contacts/p{number:02d}.md") for number in range(12)]
    journal = parsed("notes/list.md", link("p09"), link("p11"), link("p11"))

    page = made(*strangers, journal)

    section = next(each for each in page.sections if each.slug == "unsorted")
    assert names(page, "unsorted")[:3] == ["p11", "p09", "p00"]
    assert (len(section.rows), section.most) == (12, 20)
    assert figures(page)["unsorted"] == 12


def test_of_several_missing_industries_each_has_its_turn() -> None:
    guesses = [("a", "law"), ("b", "law"), ("c", "banking"), ("d", "law"), ("e", "banking")]
    page = made(*[contact(f"contacts/{name}.md", industry_guess=(word,)) for name, word in guesses])

    assert names(page, "unsorted") == ["a", "c", "b", "e", "d"]


def test_of_equals_who_was_connected_last_is_offered_first_with_what_they_do() -> None:
    days = [("a", "2019-05-01"), ("b", "soon"), ("c", "2020-11-01"), ("d", "2099-01-01")]
    people = [contact(f"contacts/{name}.md", own={"connected_on": day}) for name, day in days]
    late = contact("contacts/e.md", own={"on": "2020-02-31"}, title="CFO", organization="Acme")

    page = made(*people, late)

    assert names(page, "unsorted") == ["c", "a", "b", "d", "e"]
    assert [row["work"] for row in rows(page, "unsorted")][-2:] == ["", "CFO at Acme"]


def test_so_does_one_who_is_guessed_to_be_in_it_with_the_guess_as_reason() -> None:
    page = made(contact("contacts/a.md"), contact("contacts/b.md", industry_guess=("law",)))

    assert [row["why"] for row in rows(page, "unsorted")] == [
        "perhaps in Law, where you know nobody",
        "nothing is known yet",
    ]


def test_a_stranger_in_a_missing_industry_comes_first_at_equal_mentions() -> None:
    page = made(contact("contacts/a.md"), contact("contacts/b.md", industries=("law",)))

    assert names(page, "unsorted") == ["b", "a"]
    assert [row["why"] for row in rows(page, "unsorted")] == [
        "works in Law, where you know nobody",
        "nothing is known yet",
    ]


def test_a_stranger_beside_a_business_contact_is_not_where_nobody_is_known() -> None:
    paid = contact("contacts/c.md", relationship=Relationship.TRANSACTIONAL, industries=("law",))

    page = made(contact("contacts/b.md", industries=("law",)), paid)

    assert (
        rows(page, "unsorted")[0]["why"] == "works in Law, where you have no ally or acquaintance"
    )


def test_a_stranger_in_a_known_industry_is_like_any_other() -> None:
    lawyer = contact("contacts/c.md", relationship=Relationship.ALLY, industries=("law",))

    page = made(contact("contacts/a.md"), contact("contacts/b.md", industries=("law",)), lawyer)

    assert names(page, "unsorted") == ["a", "b"]


def test_the_industries_to_look_for_are_those_of_the_settings() -> None:
    known = config(build=BuildSettings(missing=("health",)))
    notes = index(contact("contacts/a.md"), contact("contacts/b.md", industries=("law",)))

    page = make(assess(notes, known, AS_OF), ())

    assert names(page, "unsorted") == ["a", "b"]


def test_someone_taken_as_an_acquaintance_may_be_an_ally() -> None:
    page = made(
        parsed(contact("contacts/a.md"), entry("2026-02-01"), entry("2026-02-22")),
        parsed(contact("contacts/b.md"), entry("2026-04-01")),
    )

    assert [(row["missing"], row["known"]) for row in rows(page, "incomplete")] == [
        ("industry and relationship", "2 interactions, the last one 7 days ago"),
        ("industry and relationship", "no interactions"),
    ]


@pytest.mark.parametrize("status", [Status.DORMANT, Status.CLOSED])
def test_whose_tie_rests_or_is_over_needs_no_relationship(status: Status) -> None:
    gone = contact("contacts/a.md", industries=("law",), status=status)
    page = made(parsed(gone, entry("2026-02-01")))

    assert rows(page, "incomplete") == ()
    assert figures(page)["without_relationship"] == 0


def test_who_lacks_both_stands_in_the_table_once() -> None:
    ally = Relationship.ALLY
    page = made(
        parsed(contact("contacts/a.md", industries=("law",)), entry("2026-02-01")),
        parsed(contact("contacts/b.md", relationship=ally), entry("2026-02-01")),
        parsed(contact("contacts/c.md"), entry("2026-02-01"), entry("2026-02-02")),
        parsed(
            contact("contacts/d.md", industries=("law",)), entry("2026-02-01"), entry("2026-02-02")
        ),
        contact("contacts/e.md", relationship=ally, industries=("law",)),
    )

    found = [
        (name, row["missing"])
        for name, row in zip(names(page, "incomplete"), rows(page, "incomplete"), strict=True)
    ]
    assert found == [
        ("c", "industry and relationship"),
        ("b", "industry"),
        ("d", "relationship"),
        ("a", "relationship"),
    ]
    assert rows(page, "incomplete")[0]["todo"] == "add an industry and a relationship"


def test_fields_of_ones_own_are_gathered_the_most_used_first() -> None:
    page = made(
        contact("contacts/a.md", own={"pet": "hare", "shoe": "39"}),
        contact("contacts/b.md", own={"shoe": "40"}),
    )

    assert [(row["field"], row["notes"]) for row in rows(page, "own-fields")] == [
        ("shoe", 2),
        ("pet", 1),
    ]
    assert rows(page, "own-fields")[0]["where"] == Excerpt(
        "contacts/a.md:3", Place("contacts/a.md", 3)
    )


def test_notes_in_order_say_so() -> None:
    page = made(contact("contacts/a.md", relationship=Relationship.ALLY, industries=("law",)))

    assert page.lead == ("Your notes are in order.",)


@pytest.mark.parametrize(
    ("layout", "where"),
    [
        (VaultLayout(contacts=("people",)), "the folder people/"),
        (VaultLayout(contacts=()), "the folder contacts/"),
        (VaultLayout(contact_tag="person"), "any folder, with the tag person"),
        (VaultLayout(contact_type="person"), "any folder, with `type: person`"),
    ],
)
def test_an_empty_vault_says_where_a_note_belongs(layout: VaultLayout, where: str) -> None:
    page = make(assess(index(), config(vault=layout), AS_OF), ())

    assert page.lead == (f"There are no contacts yet. Put a note for each person into {where}.",)


def test_a_misspelt_field_is_a_problem_and_no_field_of_ones_own() -> None:
    notes = index(contact("contacts/ana.md", own={"cadance": "6w", "coffee": "black"}))
    problem = codes.MISSPELT_FIELD.at("contacts/ana.md", 2, 1, "no field is called 'cadance'")

    page = make(assess(notes, config(), AS_OF), (problem,))

    assert [row["field"] for row in rows(page, "own-fields")] == ["coffee"]
