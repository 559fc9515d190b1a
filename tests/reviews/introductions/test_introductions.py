"""The page `introductions`: paths, pairs, and who introduced whom."""

import time
from datetime import date, timedelta
from pathlib import Path

import pytest
from building import Golden, config, contact, entry, index, link, parsed
from hypothesis import given
from hypothesis import strategies as st
from reviewing import figures, review_of, rows, told

from netjournal.model.cadence import Cadence
from netjournal.model.config import BuildSettings
from netjournal.model.contact import Contact, Kind, Relationship, Status
from netjournal.model.parsed import ParsedFile
from netjournal.model.review import ContactRef, Review
from netjournal.reviews.assessing import assess
from netjournal.reviews.introductions import make

AS_OF = date(2026, 3, 1)
HERE = Path(__file__).parent
ALLY = Relationship.ALLY
ACQUAINTANCE = Relationship.ACQUAINTANCE


@pytest.fixture(scope="module")
def page() -> Review:
    """The page of the vault beside this file."""
    return review_of(HERE / "vault", "introductions", AS_OF)


def made(*notes: ParsedFile | Contact) -> Review:
    """The page of some notes, where law is what is looked for."""
    settings = config(build=BuildSettings(missing=("law",)))
    return make(assess(index(*notes, settings=settings), settings, AS_OF), ())


def person(name: str, ago: float, **known: object) -> ParsedFile:
    """An ally with contact so many cadences of 100 days ago, unless the note says otherwise."""
    fields = {"relationship": ALLY, "cadence": Cadence(100), **known}
    one = contact(f"contacts/{name.lower()}.md", name, **fields)  # type: ignore[arg-type] # any attribute
    day = (AS_OF - timedelta(days=round(ago * 100))).isoformat()
    return parsed(one, entry(day))


def ways(review: Review) -> list[tuple[str, object]]:
    """Over whom the paths lead, and to whom."""
    found = rows(review, "paths")
    return [
        (row["contact"].name, row["via"]) for row in found if isinstance(row["contact"], ContactRef)
    ]


def couples(review: Review) -> list[tuple[str, str]]:
    """The names of each pair."""
    found = rows(review, "pairs")
    return [(row["contact"].label, row["other"].label) for row in found]  # type: ignore[union-attr] # both are contacts


def test_the_page_reads_as_written_down(page: Review, golden: Golden) -> None:
    golden(HERE / "expected.txt", told(page))


def test_the_paths_are_those_of_the_reference() -> None:
    review = made(
        person("Ana", 0.5, industries=("software",), knows=(link("Tom (law)"),)),
        person(
            "Ben",
            0.25,
            relationship=ACQUAINTANCE,
            industries=("banking",),
            knows=(link("Sue (law)"),),
        ),
        person("Cara", 1, industries=("banking",)),
        person("Dan", 9, relationship=ACQUAINTANCE, knows=(link("Uma (law)"),)),
        parsed(
            contact(
                "contacts/eve.md", "Eve", relationship=ACQUAINTANCE, knows=(link("Vic (law)"),)
            ),
            entry("2025-12-01", kinds=(Kind.ASKED,)),
            entry("2025-12-02", kinds=(Kind.ASKED,)),
        ),
        person("Fay", 0.2, industries=("software",)),
    )

    assert ways(review) == [("Ana", "Tom"), ("Ben", "Sue"), ("Cara", None)]
    assert [row["score"] for row in rows(review, "paths")] == pytest.approx(
        [0.7071067812, 0.4204482076, 0.25], rel=1e-9
    )
    assert all(
        {"industry", "contact", "via", "score"} <= row.keys() for row in rows(review, "paths")
    )


@pytest.mark.parametrize(
    "known",
    [
        {"status": Status.CLOSED},
        {"status": Status.DORMANT},
        {"snoozed_until": date(2026, 4, 1)},
        {"relationship": Relationship.TRANSACTIONAL},
        {"cadence": Cadence(None)},
    ],
)
def test_who_rests_or_is_no_tie_is_not_asked(known: dict[str, object]) -> None:
    assert not ways(made(person("Ana", 0.5, knows=(link("Tom (law)"),), **known)))


@pytest.mark.parametrize(
    ("written", "via"),
    [
        ("Tom Rask (law)", ["Tom Rask"]),
        ("Tom (health; law)", ["Tom"]),
        ("Tom (attorney)", ["Tom"]),
        ("Tom (falconry)", []),
        ("Tom", []),
        ("Tom (law", []),
        ("(law)", []),
        ("Tom ((law))", []),
    ],
)
def test_what_stands_in_brackets_is_the_work_of_a_stranger(written: str, via: list[str]) -> None:
    assert [way for _, way in ways(made(person("Ana", 0.5, knows=(link(written),))))] == via


def test_a_stranger_who_has_a_note_by_now_is_a_tie_and_no_path() -> None:
    review = made(person("Ana", 0.5, knows=(link("Tom (law)"),)), person("Tom", 0.5))

    assert not ways(review)
    assert figures(review)["ties"] == 1


def test_the_figures_are_those_of_the_method() -> None:
    review = made(
        person("ana", 0.5, knows=(link("ben"), link("cara"))),
        person("ben", 0.5, knows=(link("cara"),)),
        person("cara", 0.5),
        person("dan", 0.5),
        person("eve", 0.5, introduced_by=link("dan")),
        person("fay", 0.5),
        person("resting", 0.5, status=Status.DORMANT, knows=(link("fay"),)),
    )

    assert figures(review) == pytest.approx(
        {
            "ties": 4,
            "effective_size": 4.666666667,
            "efficiency": 0.7777777778,
            "constraint": 0.3842592593,
            "open_pairs": 11,
        },
        rel=1e-9,
    )
    assert "work like 4.7 people from different circles" in review.figures[1].text


def test_two_ties_are_too_few_to_be_put_into_words() -> None:
    review = made(
        person("ana", 0.5, knows=(link("ben"), link("cara"))),
        person("ben", 0.5),
        person("cara", 0.5),
    )

    assert figures(review)["effective_size"] is not None
    assert [bool(figure.text) for figure in review.figures] == [True, False, False, False, False]


def test_a_need_meets_an_offer_of_somebody_unknown() -> None:
    review = made(
        person("Ana", 0.5, needs=("a violin teacher",)),
        person("Ben", 0.5, offers=("violin lessons",)),
    )

    assert couples(review) == [("Ana", "Ben")]
    (lead,) = review.lead
    assert lead == (
        "Ana is looking for a violin teacher, and Ben offers violin lessons. "
        "Would the two like to meet?"
    )


@pytest.mark.parametrize(
    ("ana", "ben"),
    [
        ({"knows": (link("ben"),)}, {}),
        ({}, {"introduced_by": link("ana")}),
        ({"status": Status.DORMANT}, {}),
        ({"snoozed_until": date(2026, 4, 1)}, {}),
        ({}, {"relationship": Relationship.TRANSACTIONAL}),
        ({}, {"cadence": Cadence(49)}),
    ],
)
def test_who_knows_the_other_or_is_not_in_rhythm_makes_no_pair(
    ana: dict[str, object], ben: dict[str, object]
) -> None:
    assert not couples(
        made(person("Ana", 0.5, needs=("tax",), **ana), person("Ben", 0.5, offers=("tax",), **ben))
    )


def test_whom_i_have_introduced_already_makes_no_pair() -> None:
    both = parsed(
        "journal/a.md",
        entry("2026-02-01", "Supper", link("ana"), link("ben"), kinds=(Kind.INTRO,)),
        journal=True,
    )
    notes = (person("Ana", 0.5, needs=("tax",)), person("Ben", 0.5, offers=("tax",)))

    assert couples(made(*notes))
    assert not couples(made(*notes, both))


def test_what_goes_both_ways_is_one_pair() -> None:
    review = made(
        person("Ana", 0.5, needs=("tax",), offers=("violin lessons",)),
        person("Ben", 0.5, needs=("a violin teacher",), offers=("tax",)),
    )

    (row,) = rows(review, "pairs")
    assert row["why"] == (
        "Ana is looking for tax, and Ben offers tax; "
        "Ben is looking for a violin teacher, and Ana offers violin lessons"
    )


def test_one_need_names_three_people_at_most() -> None:
    helpers = [person(f"h{number}", 0.5, offers=("tax",)) for number in range(9)]

    assert len(couples(made(person("Ana", 0.5, needs=("tax",)), *helpers))) == 3


def test_who_introduced_whom_with_all_who_came_through_them() -> None:
    review = made(
        person("Ana", 0.5),
        person("Ben", 0.5, introduced_by=link("ana")),
        person("Cara", 0.5, introduced_by=link("ana")),
        person("Dan", 0.5, introduced_by=link("cara"), status=Status.CLOSED),
        person("Eve", 0.5, introduced_by=link("eve")),
        person("Fay", 0.5, introduced_by=link("Nobody")),
    )

    first, second = rows(review, "introduced")
    assert (first["in_all"], first["why"]) == (3, "2 people whom you know, and 1 more through them")
    assert (second["in_all"], second["why"]) == (1, "1 person whom you know")


def test_empty_pages_explain_themselves() -> None:
    assert made().lead[0].startswith("There are no contacts yet.")
    assert made(contact()).lead[0].startswith("Your notes don't say yet who knows whom")
    assert made(person("Ana", 0.5, needs=("tax",))).lead == (
        "No introduction suggests itself at the moment.",
    )


@given(st.permutations(["ana", "ben", "cara", "dan"]))
def test_the_order_of_files_makes_no_difference(order: list[str]) -> None:
    known = {
        "ana": {"needs": ("tax",), "knows": (link("Tom (law)"), link("dan"))},
        "ben": {"offers": ("tax",), "knows": (link("Sue (law)"),)},
        "cara": {"offers": ("tax",), "industries": ("finance",)},
        "dan": {"introduced_by": link("ben"), "industries": ("finance",)},
    }
    notes = {name: person(name, 0.5, **more) for name, more in known.items()}  # type: ignore[arg-type] # any attribute

    assert told(made(*(notes[name] for name in order))) == told(made(*notes.values()))


@pytest.mark.slow
def test_thousands_who_want_and_offer_the_same_are_not_compared_pair_by_pair() -> None:
    notes = [
        person(f"p{number}", 0.5, needs=(f"tax {number}",), offers=(f"tax {number + 1}",))
        for number in range(3000)
    ]
    settings = config()
    assessment = assess(index(*notes, settings=settings), settings, AS_OF)
    start = time.process_time()

    make(assessment, ())

    assert time.process_time() - start < 20
