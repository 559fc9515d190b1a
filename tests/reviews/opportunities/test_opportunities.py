"""The page `opportunities`: shares with their ranges, and when it is too early to say."""

from datetime import date
from pathlib import Path

import pytest
from building import Golden, config, contact, entry, index, parsed
from reviewing import figures, names, review_of, rows, told

from netjournal.measures.intervals import newcombe, wilson
from netjournal.model.contact import Kind, Relationship
from netjournal.model.parsed import ParsedFile
from netjournal.model.review import Review
from netjournal.render.text import reviews_text
from netjournal.reviews.assessing import assess
from netjournal.reviews.opportunities import make

AS_OF = date(2026, 3, 1)
HERE = Path(__file__).parent
ALLY, ACQUAINTANCE = Relationship.ALLY, Relationship.ACQUAINTANCE


@pytest.fixture(scope="module")
def page() -> Review:
    """The page of the vault beside this file."""
    return review_of(HERE / "vault", "opportunities", AS_OF)


def made(*notes: ParsedFile) -> Review:
    """The page of some notes."""
    settings = config()
    return make(assess(index(*notes, settings=settings), settings, AS_OF), ())


def group(
    relationship: Relationship, brought: int, of: int, industry: str = "law"
) -> list[ParsedFile]:
    """So many contacts with a relationship, of whom the first ones brought a lead."""
    return [
        parsed(
            contact(
                f"contacts/{relationship}-{industry}-{number}.md",
                relationship=relationship,
                industries=(industry,),
            ),
            entry("2026-02-01", kinds=[Kind.LEAD] if number < brought else []),
        )
        for number in range(of)
    ]


def both(allies: tuple[int, int], acquaintances: tuple[int, int]) -> Review:
    """The page of so many allies and acquaintances, each so many of so many."""
    return made(*group(ALLY, *allies), *group(ACQUAINTANCE, *acquaintances, "finance"))


def numbers(review: Review, section: str) -> dict[object, list[object]]:
    """What the rows of a section count, by group."""
    keys = ("brought", "contacts", "leads")
    return {row["group"]: [row[key] for key in keys] for row in rows(review, section)}


def test_the_page_reads_as_written_down(page: Review, golden: Golden) -> None:
    golden(HERE / "expected.txt", told(page))


def test_people_are_counted_and_not_leads(page: Review) -> None:
    assert numbers(page, "by-relationship") == {
        "ally": [2, 6, 3],
        "acquaintance": [2, 8, 2],
        "transactional": [0, 1, 0],
    }


def test_who_works_in_two_industries_counts_in_each(page: Review) -> None:
    assert numbers(page, "by-industry") == {
        "technology": [2, 6, 3],
        "finance": [1, 8, 1],
        "legal": [0, 1, 0],
    }
    assert figures(page)["without_industry"] == 1


def test_the_numbers_are_those_of_the_measures(page: Review) -> None:
    row = rows(page, "by-relationship")[0]

    assert (row["rate"], row["low"], row["high"]) == wilson(2, 6)
    shown = figures(page)
    gap = (shown["difference"], shown["difference_low"], shown["difference_high"])
    assert gap == newcombe(2, 6, 2, 8)


def test_the_example_of_the_method_is_too_early_to_say() -> None:
    assert both((3, 8), (7, 60)).lead[1] == (
        "3 of 8 allies and 7 of 60 acquaintances brought something. Per person allies are ahead "
        "(38 % against 12 %), but that may well be chance (the gap may be anything from −0.2 to "
        "+58 points): too early to say. Of the 10 people who brought something, 7 are "
        "acquaintances."
    )


def test_a_gap_that_leaves_zero_out_is_spoken_of() -> None:
    page = both((5, 8), (4, 60))

    assert page.lead[1] == (
        "5 of 8 allies and 4 of 60 acquaintances brought something. Per person allies are ahead "
        "(62 % against 7 %), by +23 to +80 points. Of the 9 people who brought something, 5 are "
        "allies."
    )
    assert [row["share"] for row in rows(page, "by-relationship")] == [
        "62 %, and it may well be 31 to 86 %: more often than all others so far",
        "7 %, and it may well be 3 to 16 %: less often than all others so far",
    ]


def test_acquaintances_can_be_ahead_as_well() -> None:
    assert (
        "Per person acquaintances are ahead (62 % against 7 %), by +23 to +80 points."
        in (both((4, 60), (5, 8)).lead[1])
    )


def test_a_group_that_brought_nothing_is_said_in_words() -> None:
    assert both((0, 6), (1, 6)).lead[1].startswith("None of 6 allies and 1 of 6 acquaintances")
    assert both((1, 6), (0, 6)).lead[1].startswith("1 of 6 allies and none of 6 acquaintances")


def test_the_same_share_is_no_lead() -> None:
    assert "Per person that is the same (50 % against 50 %" in both((3, 6), (3, 6)).lead[1]


@pytest.mark.parametrize(("of", "has_percentage"), [(4, False), (5, True)])
def test_fewer_than_five_have_no_percentage(of: int, has_percentage: bool) -> None:  # noqa: FBT001
    page = both((2, of), (1, 6))
    row = next(row for row in rows(page, "by-relationship") if row["group"] == "ally")

    assert ("%" in str(row["share"])) is has_percentage
    assert (f"2 of {of} allies" in page.lead[1]) is True
    assert ("%" in page.lead[1]) is has_percentage
    assert "too early to say" in page.lead[1]
    assert row["rate"] == 2 / of


def test_a_surer_share_stands_above_a_single_case() -> None:
    page = made(*group(ALLY, 8, 20, "law"), *group(ALLY, 1, 1, "finance"))

    assert [row["group"] for row in rows(page, "by-industry")] == ["legal", "finance"]


def test_industries_without_a_lead_are_one_sentence() -> None:
    page = made(*group(ALLY, 1, 2, "law"), *group(ALLY, 0, 1, "it"), *group(ALLY, 0, 1, "finance"))

    text = reviews_text([page])
    assert "No lead so far from Finance & insurance or Software & technology." in text
    assert "0 of 1" not in text


def test_without_a_lead_the_page_says_how_to_begin() -> None:
    page = made(*group(ALLY, 0, 6))

    (begin,) = page.lead
    assert begin == (
        "No lead is written down for the last twelve months. Did somebody bring news, an opening "
        "or an offer? `#lead` behind that dated line is enough."
    )
    assert "0 of 6" not in reviews_text([page])
    assert numbers(page, "by-relationship") == {"ally": [0, 6, 0]}


def test_one_relationship_alone_is_not_compared() -> None:
    assert made(*group(ALLY, 1, 6)).lead == (
        "In the last twelve months 1 person brought 1 lead: news, an opening or an offer.",
    )
    assert figures(made(*group(ALLY, 1, 6)))["difference"] is None


def test_without_contacts_the_page_says_so() -> None:
    page = made()

    assert page.lead == (
        "There are no contacts yet. Put a note for each person into the folder contacts/.",
    )
    assert rows(page, "by-relationship") == ()


def test_the_latest_lead_is_the_first(page: Review) -> None:
    assert names(page, "brought") == ["Teller 1", "Ally 1", "Nia Cole", "Ally 2"]


def test_the_page_never_says_because(page: Review) -> None:
    assert "because" not in told(page).casefold()
