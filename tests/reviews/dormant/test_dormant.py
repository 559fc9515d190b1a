"""The page `dormant`: which old ties are worth a line, and which may rest or be let go."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from building import Golden, config, contact, entry, index, parsed
from hypothesis import given
from hypothesis import strategies as st
from reviewing import figures, names, review_of, rows, told

from netjournal.model.contact import Contact, Kind, Relationship, Status
from netjournal.model.parsed import ParsedFile
from netjournal.model.review import Advice, Review
from netjournal.reviews.assessing import assess
from netjournal.reviews.dormant import make

AS_OF = date(2026, 3, 1)
HERE = Path(__file__).parent
ALLY = Relationship.ALLY
HELP = (Kind.GAVE,)
LETTER = (Kind.OUTREACH,)


@pytest.fixture(scope="module")
def page() -> Review:
    """The page of the vault beside this file."""
    return review_of(HERE / "vault", "dormant", AS_OF)


def made(*notes: ParsedFile | Contact) -> Review:
    """The page of some notes."""
    return make(assess(index(*notes), config(), AS_OF), ())


def tie(
    name: str, *ago: int, kinds: tuple[Kind, ...] = (), letters: tuple[int, ...] = ()
) -> ParsedFile:
    """A dormant ally without an industry, with contact and letters so many days ago."""
    known = contact(f"contacts/{name}.md", name, relationship=ALLY, status=Status.DORMANT)
    days = [entry((AS_OF - timedelta(days=days)).isoformat(), kinds=kinds) for days in ago]
    wrote = [entry((AS_OF - timedelta(days=days)).isoformat(), kinds=LETTER) for days in letters]
    return parsed(known, *days, *wrote)


def part_of(*notes: ParsedFile | Contact) -> str:
    """The one section in which a tie stands."""
    (slug,) = [section.slug for section in made(*notes).sections if section.rows]
    return slug


def test_the_page_reads_as_written_down(page: Review, golden: Golden) -> None:
    golden(HERE / "expected.txt", told(page))


def test_the_ties_stand_in_their_parts_the_worthiest_first(page: Review) -> None:
    parts = {section.slug: names(page, section.slug) for section in page.sections}

    assert parts == {
        "worth-reviving": ["Ada Lund", "Ben Kos"],
        "waiting": ["Hana Ito", "Cleo Ames"],
        "rest": ["Dov Perl", "Eve Roux", "Gil Vane"],
    }
    assert figures(page) == {"worth_reviving": 2, "waiting": 2, "rest": 3, "let_go": 1}


def test_the_worth_is_the_points_of_the_method(page: Review) -> None:
    first, second = rows(page, "worth-reviving")

    assert (first["worth"], first["helped"], first["contacts"]) == (5, 1, 3)
    assert (second["worth"], second["new_in"]) == (2, "Finance & insurance")


def test_of_equals_the_most_recent_comes_first() -> None:
    page = made(tie("a", 900, kinds=HELP), tie("b", 500, kinds=HELP), tie("c", 700, kinds=HELP))

    assert names(page, "worth-reviving") == ["b", "c", "a"]


@pytest.mark.parametrize(
    ("letters", "part"),
    [
        ((), "worth-reviving"),
        ((364,), "waiting"),
        ((365,), "worth-reviving"),
        ((500, 400), "waiting"),
    ],
)
def test_a_line_a_year_is_enough_and_two_letters_are_their_turn(
    letters: tuple[int, ...], part: str
) -> None:
    assert part_of(tie("a", 900, kinds=HELP, letters=letters)) == part


def test_something_planned_needs_no_line() -> None:
    page = made(tie("a", 900, -3, kinds=HELP))

    (row,) = rows(page, "waiting")
    assert str(row["why"]).endswith("; you have Wednesday, 4 March planned (in 3 days)")


@pytest.mark.parametrize(
    ("days", "is_over"), [((2554,), False), ((2555,), True), ((2555, 2556, 2557), False)]
)
def test_what_promises_nothing_may_be_let_go_after_seven_years(
    days: tuple[int, ...], *, is_over: bool
) -> None:
    page = made(tie("a", *days))

    (row,) = rows(page, "rest")
    assert figures(page)["let_go"] == int(is_over)
    assert (row["question"] == Advice("let it go with `status: closed`?")) == is_over


def test_who_ever_helped_is_not_let_go() -> None:
    assert part_of(tie("a", 2555, kinds=HELP)) == "worth-reviving"


@pytest.mark.parametrize("kind", [Relationship.MET_ONCE, Relationship.TRANSACTIONAL])
def test_who_was_no_tie_is_not_revived(kind: Relationship) -> None:
    known = contact(relationship=kind, status=Status.DORMANT)

    assert made(parsed(known, entry("2020-01-01"))).lead == (
        "No tie of yours has been silent for so long that it rests.",
    )


def test_one_tie_is_told_by_name() -> None:
    assert made(tie("Ana", 900, kinds=HELP)).lead == (
        "Ana is an old tie worth a line: something new, or old trust.",
    )


def test_empty_pages_explain_themselves() -> None:
    assert made().lead[0].startswith("There are no contacts yet.")
    assert made(contact()).lead[0].startswith("Nothing is written down of any contact yet")
    assert made(tie("a", 900)).lead == (
        "No old tie asks for a line at the moment.",
        "Besides: 1 to let rest, or let go.",
    )


def test_a_tie_in_a_missing_industry_says_that_nobody_else_is_there() -> None:
    known = contact(relationship=ALLY, status=Status.DORMANT, industries=("law",))
    lone = parsed(known, entry("2020-01-01"))
    silent = parsed(
        contact("contacts/b.md", relationship=ALLY, industries=("law",)), entry("2025-12-01")
    )

    assert "works in Law, where you have nobody else" in str(
        rows(made(lone), "worth-reviving")[0]["why"]
    )
    assert "where you have hardly anybody else in touch" in str(
        rows(made(lone, silent), "worth-reviving")[0]["why"]
    )


def test_a_business_contact_in_the_same_industry_is_not_nobody() -> None:
    known = contact(relationship=ALLY, status=Status.DORMANT, industries=("law",))
    paid = contact("contacts/b.md", relationship=Relationship.TRANSACTIONAL, industries=("law",))

    page = made(parsed(known, entry("2020-01-01")), paid)

    assert "works in Law, where you have no other ally or acquaintance in touch" in str(
        rows(page, "worth-reviving")[0]["why"]
    )


@given(st.permutations([("a", 900), ("b", 900), ("c", 2600), ("d", 10)]))
def test_the_order_of_files_makes_no_difference(order: list[tuple[str, int]]) -> None:
    notes = [tie(name, ago, kinds=HELP) for name, ago in order]

    assert told(made(*notes)) == told(made(*sorted(notes, key=lambda note: note.path)))
