"""The page `industries`: the numbers, what is covered, thin and missing, and in which words."""

from datetime import date, timedelta
from itertools import product
from pathlib import Path

import pytest
from building import Golden, config, contact, entry, index, parsed
from hypothesis import given
from hypothesis import strategies as st
from reviewing import figures, review_of, rows, told

from netjournal.model.cadence import Cadence
from netjournal.model.config import BuildSettings, Config
from netjournal.model.contact import Contact, Relationship, Status
from netjournal.model.parsed import ParsedFile
from netjournal.model.review import ContactRef, IndustryRef, Review, Row
from netjournal.reviews.assessing import assess
from netjournal.reviews.industries import make

AS_OF = date(2026, 3, 1)
HERE = Path(__file__).parent
ALLY = Relationship.ALLY
ACQUAINTANCE = Relationship.ACQUAINTANCE


@pytest.fixture(scope="module")
def page() -> Review:
    """The page of the vault beside this file."""
    return review_of(HERE / "vault", "industries", AS_OF)


def made(*notes: ParsedFile | Contact, settings: Config | None = None) -> Review:
    """The page of some notes."""
    known = settings or config()
    return make(assess(index(*notes, settings=known), known, AS_OF), ())


def person(
    name: str, industry: str, ago: int | None = 1, relationship: Relationship = ALLY
) -> ParsedFile:
    """A contact in an industry who was in touch so many days ago, or never."""
    known = contact(
        f"contacts/{name}.md", name, relationship=relationship, industries=industry.split("+")
    )
    days = [] if ago is None else [entry((AS_OF - timedelta(days=ago)).isoformat())]
    return parsed(known, *days)


def people(**counts: int) -> list[ParsedFile]:
    """So many contacts in each industry, all in touch."""
    return [
        person(f"{industry}{number}", industry)
        for industry, count in counts.items()
        for number in range(count)
    ]


def label_of(row: Row) -> str:
    """The industry of a row, by its label."""
    industry = row["label"]
    assert isinstance(industry, IndustryRef)
    return industry.label


def labels(review: Review, section: str) -> list[object]:
    """The industries in a section."""
    return [label_of(row) for row in rows(review, section)]


def test_the_page_reads_as_written_down(page: Review, golden: Golden) -> None:
    golden(HERE / "expected.txt", told(page))


def test_the_figures_are_those_of_the_reference(page: Review) -> None:
    expected = {
        "contacts": 13,
        "without_industry": 1,
        "industries": 5,
        "effective_industries": 3.888322594,
        "effective_groups": 2.279507057,
        "effective_within": 1.70577344,
        "top_share": 0.5,
        "rao_q": 0.5833333333,
    }

    assert figures(page) == pytest.approx(expected, rel=1e-9)


def test_every_row_has_the_promised_keys(page: Review) -> None:
    promised = {"industry", "group", "contacts", "allies", "acquaintances"}

    assert all(promised <= row.keys() for section in page.sections for row in section.rows)


def test_the_headline_tells_a_spread_that_is_uneven(page: Review) -> None:
    assert page.lead[0] == (
        "You know people in 5 industries. The largest, Software & technology, has 6 of 12 "
        "contacts. As some are larger than others, the 5 count as about 4."
    )


def test_the_headline_tells_an_even_spread() -> None:
    page = made(*people(software=5, law=5))

    assert page.lead[0] == (
        "You know people in 2 industries, spread quite evenly: at most 5 of 10 contacts work in "
        "one of them."
    )


def test_one_industry_alone_has_no_spread() -> None:
    page = made(*people(law=10))

    assert page.lead[0] == "Everyone you know works in 1 industry."
    assert figures(page)["effective_industries"] == 1
    assert not any(figure.text for figure in page.figures)


def test_nine_contacts_are_too_few_to_judge_but_have_numbers() -> None:
    page = made(*people(software=6, law=3))

    assert page.lead[0] == (
        "You know people in 2 industries. That rests on 9 contacts: too few contacts to judge "
        "the spread."
    )
    assert figures(page)["effective_industries"] == pytest.approx(1.889881574, rel=1e-9)
    assert not any(figure.text for figure in page.figures)


def test_without_a_known_industry_there_are_no_numbers() -> None:
    page = made(contact("contacts/a.md", relationship=ALLY))

    (lead,) = page.lead
    assert lead == (
        "None of your allies and acquaintances has a known industry yet. "
        "An `industry` in a few notes is enough to begin with."
    )
    assert page.basis.startswith(
        "Based on 1 contact: none with an interaction, none with a known industry."
    )
    assert figures(page) == {
        "contacts": 1,
        "without_industry": 1,
        "industries": 0,
        "effective_industries": None,
        "effective_groups": None,
        "effective_within": None,
        "top_share": None,
        "rao_q": None,
    }


def test_an_empty_vault_says_where_to_begin() -> None:
    assert made().lead[0].startswith("There are no contacts yet.")


@pytest.mark.parametrize(
    ("total", "words"),
    [
        (1, "1 of 1 ally or acquaintance has no known industry and is left out."),
        (2, "2 of 2 allies and acquaintances have no known industry and are left out."),
    ],
)
def test_those_left_out_are_told(total: int, words: str) -> None:
    page = made(*(contact(f"contacts/{n}.md", relationship=ALLY) for n in range(total)))

    assert words in [figure.text for figure in page.figures]


@pytest.mark.parametrize(
    ("days", "section"),
    [
        ((1, 1), "covered"),
        ((1, 70), "covered"),
        ((45, 45), "covered"),
        ((70, 70), "thin"),
        ((70, None), "thin"),
        ((300, 130), "thin"),
        ((1,), "thin"),
    ],
)
def test_thin_is_one_person_or_only_people_out_of_touch(
    days: tuple[int | None, ...], section: str
) -> None:
    page = made(*(person(f"p{n}", "law", ago) for n, ago in enumerate(days)))

    assert labels(page, section) == ["Law"]


def test_a_planned_meeting_keeps_an_industry_covered() -> None:
    known = contact("contacts/b.md", "B", relationship=ALLY, industries=("law",))
    planned = parsed(known, entry("2025-12-01"), entry("2026-03-04"))

    assert labels(made(person("a", "law", 70), planned), "covered") == ["Law"]
    (row,) = rows(made(planned), "thin")
    assert row["why"] == "hangs on one ally, you meet in 3 days"


def test_why_a_thread_is_thin() -> None:
    never = rows(made(person("a", "law", None, ACQUAINTANCE)), "thin")
    silent = rows(made(person("a", "law", 70), person("b", "law", None)), "thin")

    assert [row["why"] for row in (*never, *silent)] == [
        "hangs on one acquaintance, no contact so far",
        "none of 2 has heard from you for long",
    ]


def test_a_thin_industry_names_who_is_known_there_as_well() -> None:
    paid = contact(
        "contacts/b.md", "B", relationship=Relationship.TRANSACTIONAL, industries=("law",)
    )
    gone = contact(
        "contacts/c.md", "C", relationship=ALLY, industries=("law",), status=Status.CLOSED
    )

    (row,) = rows(made(person("a", "law", 1), paid, gone), "thin")

    assert row["why"] == (
        "hangs on one ally, last in touch yesterday; B (business contact) works there as well"
    )


def test_the_largest_industry_comes_first_and_names_allies_first() -> None:
    notes = [person(f"c{n}", "law", 1, ACQUAINTANCE) for n in range(6)]
    page = made(*notes, person("z", "law"), *people(software=2))

    first, second = rows(page, "covered")
    assert [label_of(first), label_of(second)] == ["Law", "Software & technology"]
    assert (first["contacts"], first["allies"], first["acquaintances"]) == (7, 1, 6)
    assert first["why"] == "1 ally and 6 acquaintances"
    assert isinstance(first["people"], tuple)
    assert len(first["people"]) == 7
    assert isinstance(first["who"], tuple)
    assert first["who"][0] == ContactRef("z", "contacts/z.md")
    assert first["who"][-1] == "3 others"


def test_a_contact_in_two_industries_stands_in_both() -> None:
    page = made(person("a", "law+software"))

    assert labels(page, "thin") == ["Software & technology", "Law"]


def test_an_industry_of_a_note_alone_is_never_missing() -> None:
    page = made(person("a", "beekeeping"), contact("contacts/b.md", industries=("falconry",)))

    assert labels(page, "thin") == ["beekeeping"]
    assert "falconry" not in labels(page, "missing")


def test_the_settings_say_what_to_look_for() -> None:
    settings = config(build=BuildSettings(missing=("lawyers", "attorney", "health")))

    assert labels(made(settings=settings), "missing") == ["Law", "Health care"]


def test_a_missing_industry_names_who_is_near_and_who_is_known_there() -> None:
    def known(name: str, **more: object) -> Contact:
        return contact(f"contacts/{name}.md", name, industries=("law",), **more)  # type: ignore[arg-type] # any attribute

    page = made(
        person("ally", "finance", 15),
        person("acquaintance", "finance+software", 1, ACQUAINTANCE),
        person("silent", "finance", 70),
        person("far", "software", 1),
        known("once", relationship=Relationship.MET_ONCE),
        known("resting", relationship=ALLY, status=Status.DORMANT),
        known("gone", relationship=ALLY, status=Status.CLOSED),
        known("stranger"),
    )

    row = next(row for row in rows(page, "missing") if row["industry"] == "legal")
    assert row["introducers"] == (
        ContactRef("ally", "contacts/ally.md"),
        ContactRef("acquaintance", "contacts/acquaintance.md"),
    )
    assert row["why"] == (
        "once (met once) and resting (dormant) work there; "
        "the nearest is ally, in Finance & insurance"
    )


def test_readiness_halves_with_each_cadence_and_for_acquaintances() -> None:
    notes = [
        person("a", "finance", 29),
        person("b", "finance", 10, ACQUAINTANCE),
        person("c", "finance", 100, ACQUAINTANCE),
        person("d", "finance", 1),
    ]

    row = next(row for row in rows(made(*notes), "missing") if row["industry"] == "legal")

    assert isinstance(row["introducers"], tuple)
    assert [ref[0] for ref in row["introducers"]] == ["d", "a", "b"]


def test_who_has_no_cadence_is_not_asked() -> None:
    quiet = contact(
        "contacts/a.md", relationship=ALLY, industries=("finance",), cadence=Cadence(None)
    )

    row = next(
        row
        for row in rows(made(parsed(quiet, entry("2026-02-01"))), "missing")
        if row["industry"] == "legal"
    )

    assert (row["introducers"], row["why"]) == ((), "nobody near it yet")


def test_nothing_missing_says_so() -> None:
    page = made(*people(software=2, finance=2, law=2, health=2))

    section = next(each for each in page.sections if each.slug == "missing")
    assert (section.rows, section.empty) == (
        (),
        "You know somebody in every industry that you look for.",
    )


@given(st.lists(st.sampled_from(["software", "finance", "law", "health", ""]), max_size=14))
def test_the_numbers_keep_their_bounds(industries: list[str]) -> None:
    notes = [
        person(f"p{n}", name) if name else contact(f"contacts/p{n}.md", relationship=ALLY)
        for n, name in enumerate(industries)
    ]

    found = figures(made(*notes))

    spread = found["effective_industries"]
    assert (spread is None) == (not any(industries))
    if spread is not None:
        product_of_two = (found["effective_groups"] or 0) * (found["effective_within"] or 0)
        assert spread == pytest.approx(product_of_two, rel=1e-9)
        assert 1 <= spread <= (found["industries"] or 0) <= len(industries)
    assert found["without_industry"] == industries.count("")


@given(st.permutations(list(product(["law", "software"], [1, 70, None]))))
def test_the_order_of_files_makes_no_difference(order: list[tuple[str, int | None]]) -> None:
    notes = [person(f"{name}{ago}", name, ago) for name, ago in order]

    assert made(*sorted(notes, key=lambda note: note.path)) == made(*notes)


def test_industries_that_nobody_is_near_are_one_sentence() -> None:
    page = made(person("a", "software"), person("b", "software"))

    missing = next(section for section in page.sections if section.slug == "missing")
    assert [label_of(row) for row in missing.rows] == ["Finance & insurance", "Law", "Health care"]
    assert missing.most == 0
    assert missing.rest == "Nobody near Finance & insurance, Law or Health care yet."


def test_industries_that_somebody_is_near_come_first() -> None:
    page = made(person("a", "legal"), person("b", "legal"))

    missing = next(section for section in page.sections if section.slug == "missing")
    assert label_of(missing.rows[0]) == "Finance & insurance"
    assert missing.most == 1
    assert missing.rest == "Nobody near Software & technology or Health care yet."


def test_an_industry_that_is_not_in_the_list_is_counted_and_said_to_be_a_likely_slip() -> None:
    page = made(*people(law=2, finanse=1, falconry=1))

    assert page.lead[1] == (
        "Not known industries, though counted here: falconry and finanse (did you mean finance?)."
    )
    whys = {row["industry"]: str(row["why"]) for row in rows(page, "thin")}
    assert whys["finanse"].endswith("; not a known industry (did you mean finance?)")
    assert whys["falconry"].endswith("; not a known industry")
    assert "known industry" not in str(rows(page, "covered")[0]["why"])
