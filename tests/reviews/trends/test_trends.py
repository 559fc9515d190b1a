"""The page `trends`: what the dated notes tell of earlier days, and what they can't."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from building import Golden, config, contact, entry, index, parsed
from generating import vaults
from hypothesis import given
from hypothesis import strategies as st
from reviewing import figures, names, review_of, rows, told

from netjournal.model.config import Me
from netjournal.model.contact import Contact, Relationship, Status
from netjournal.model.dates import PartialDate
from netjournal.model.parsed import ParsedFile
from netjournal.model.review import Review
from netjournal.reviews import balance
from netjournal.reviews.assessing import assess
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.month_ends import MONTHS
from netjournal.reviews.trends import make, make_since

AS_OF = date(2026, 3, 1)
HERE = Path(__file__).parent
ALLY = Relationship.ALLY
AT_HOME = config(me=Me(industry="software"))


def assessed(*notes: ParsedFile | Contact, as_of: date = AS_OF) -> Assessment:
    """Some notes, whose writer works in software, on a day."""
    return assess(index(*notes, settings=AT_HOME), AT_HOME, as_of)


def made(*notes: ParsedFile | Contact) -> Review:
    """The page of some notes."""
    return make(assessed(*notes), ())


def ally(name: str, *days: str, **known: Any) -> ParsedFile:  # noqa: ANN401 - any field
    """An ally, and the days of contact."""
    person = contact(f"contacts/{name}.md", name, **{"relationship": ALLY, **known})
    return parsed(person, *map(entry, days))


def column(page: Review, key: str) -> dict[str, object]:
    """What stands in a column of the months, by day."""
    return {str(row["day"]): row[key] for row in rows(page, "months")}


def test_the_page_reads_as_written_down(golden: Golden) -> None:
    golden(HERE / "expected.txt", told(review_of(HERE / "vault", "trends", AS_OF)))


def test_the_months_of_two_years_and_the_day_itself_are_told_the_latest_first() -> None:
    days = list(column(made(ally("a", "2020-01-01")), "day"))

    assert len(days) == MONTHS + 1
    assert days[:3] == ["2026-03-01", "2026-02-28", "2026-01-31"]
    assert days[-1] == "2024-03-31"


@pytest.mark.parametrize(
    ("note", "first"),
    [
        (ally("a", "2025-12-31"), "2025-12-31"),
        (ally("a", "2026-01-01"), "2026-01-31"),
        (ally("a", "2026-01-20", met=PartialDate(2025, 11, None)), "2025-11-30"),
        (ally("a", last_contact=date(2025, 12, 24)), "2025-12-31"),
        (ally("a", "2026-04-01"), "2026-03-01"),
        (ally("a"), "2024-03-31"),
    ],
)
def test_a_contact_counts_from_the_first_day_of_which_its_note_tells(
    note: ParsedFile, first: str
) -> None:
    assert list(column(made(note), "day"))[-1] == first


def test_being_in_time_comes_and_goes() -> None:
    page = made(ally("a", "2025-09-15", "2026-01-15"), ally("b", "2025-09-30"))

    in_time = column(page, "in_time")
    assert [in_time[f"2025-{month}"] for month in ("09-30", "10-31", "11-30", "12-31")] == [
        "2 of 2",
        "0 of 2",
        "0 of 2",
        "0 of 2",
    ]
    assert in_time["2026-01-31"] == "1 of 2"


def test_the_last_day_of_a_cadence_is_in_time() -> None:
    page = made(ally("a", "2025-12-01"), ally("b", "2025-12-02"))

    assert column(page, "in_time")["2025-12-31"] == "2 of 2"
    assert column(page, "in_time")["2026-01-31"] == "0 of 2"


def test_the_closed_and_the_dormant_are_in_no_line() -> None:
    gone = ally("a", "2025-01-01", status=Status.CLOSED)
    resting = ally("b", "2025-01-01", status=Status.DORMANT)

    assert set(column(made(gone, resting, ally("c", "2025-01-01")), "ally_count").values()) == {1}


def test_without_another_day_about_a_quarter_is_looked_back() -> None:
    page = made(
        ally("Ana", "2025-06-01", "2026-02-20"),
        ally("Ben", "2025-11-20"),
        ally("Cara", "2026-01-05", "2026-02-25"),
    )

    assert page.lead[0] == (
        "Since 31 December 2025 your notes tell of 1 more ally. On that day you were in touch "
        "in time, that is as often as you want to be, with 0 of 2; today it is 2 of 3."
    )
    assert names(page, "new") == ["Cara"]
    assert names(page, "closer") == ["Ana"]


def test_since_a_day_of_ones_own() -> None:
    page = make_since(
        assessed(
            ally("Ana", "2025-06-01", "2026-02-20"),
            ally("Ben", "2025-11-20"),
            ally("Cara", "2025-12-05"),
        ),
        date(2025, 12, 1),
    )

    assert page.options == " --since 2025-12-01"
    assert page.lead[0] == (
        "Since 1 December 2025 your notes tell of 1 more ally. On that day you were in touch "
        "in time, that is as often as you want to be, with 1 of 2; today it is 1 of 3."
    )
    assert (names(page, "new"), names(page, "closer"), names(page, "quieter")) == (
        ["Cara"],
        ["Ana"],
        ["Ben"],
    )


def test_before_the_first_note_nothing_can_be_said() -> None:
    page = make_since(assessed(ally("Ana", "2026-01-01")), date(2025, 12, 1))

    assert page.lead == (
        "It is too early to say what has changed: the notes tell of nobody on 1 December 2025.",
    )
    assert names(page, "new") == ["Ana"]


def test_an_empty_vault_says_where_to_begin() -> None:
    page = made()

    assert page.lead[0].startswith("There are no contacts yet.")
    assert not page.sections


def test_a_vault_of_people_of_whom_nothing_is_known_has_no_past() -> None:
    assert made(contact("contacts/a.md")).lead == (
        "None of your contacts is an ally or an acquaintance yet: there is no past to tell.",
    )


def test_in_the_first_year_of_the_calendar_there_are_few_months() -> None:
    page = make(assessed(ally("a", "0001-01-05"), as_of=date(1, 3, 10)), ())

    assert list(column(page, "day")) == ["0001-03-10", "0001-02-28", "0001-01-31"]


@given(vaults, st.integers(0, 800))
def test_the_figures_of_the_day_are_those_of_the_page_balance(
    files: list[ParsedFile], days: int
) -> None:
    assessment = assess(
        index(*files, settings=AT_HOME), AT_HOME, date(2026, 11, 24) - timedelta(days=days)
    )

    expected = figures(balance.make(assessment, ()))
    del expected["provisional"]
    actual = figures(make(assessment, ()))
    assert actual.keys() == expected.keys()
    for name, value in expected.items():
        assert actual[name] == (None if value is None else pytest.approx(value, rel=1e-9)), name
