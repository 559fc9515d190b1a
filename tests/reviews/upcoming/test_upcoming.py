"""The page `upcoming`: what stands on which day, and why."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from building import Golden, config, contact, entry, index, link, parsed, promise
from hypothesis import given
from hypothesis import strategies as st
from reviewing import figures, review_of, rows, told

from netjournal.model.config import BuildSettings, Config
from netjournal.model.contact import Contact, Kind, Relationship, Status
from netjournal.model.dates import PartialDate
from netjournal.model.parsed import ParsedFile
from netjournal.model.review import ContactRef, Review, Row
from netjournal.reviews.assessing import assess
from netjournal.reviews.upcoming import make

AS_OF = date(2026, 3, 1)
HERE = Path(__file__).parent
ALLY = Relationship.ALLY


@pytest.fixture(scope="module")
def page() -> Review:
    """The page of the vault beside this file."""
    return review_of(HERE / "vault", "upcoming", AS_OF)


def made(
    *notes: ParsedFile | Contact, as_of: date = AS_OF, settings: Config | None = None
) -> Review:
    """The page of some notes."""
    known = settings or config()
    return make(assess(index(*notes, settings=known), known, as_of), ())


def everything(review: Review) -> list[Row]:
    """The rows of all days."""
    return [row for section in review.sections for row in section.rows]


def ally(name: str, *days_from_now: int, **known: object) -> ParsedFile:
    """An ally with an entry so many days after the day of the review, or before it."""
    days = [(AS_OF + timedelta(days=days)).isoformat() for days in days_from_now]
    one = contact(f"contacts/{name}.md", name, relationship=ALLY, **known)  # type: ignore[arg-type] # any attribute
    return parsed(one, *map(entry, days))


def test_the_page_reads_as_written_down(page: Review, golden: Golden) -> None:
    golden(HERE / "expected.txt", told(page))


def test_the_lead_and_the_figures_count_what_is_ahead(page: Review) -> None:
    assert page.lead == (
        (
            "In the next 30 days: 2 meetings planned, 2 promises due, 2 birthdays, 1 contact back "
            "from a rest and 2 contacts due for a word."
        ),
        "Besides, 1 promise was due before, 19 days ago. See the page today.",
    )
    assert figures(page) == {
        "meetings": 2,
        "promises": 2,
        "promises_before": 1,
        "birthdays": 2,
        "back": 1,
        "due": 2,
    }


def test_the_days_come_in_their_order_and_a_week_is_today_and_seven_more(page: Review) -> None:
    days = [row["days"] for row in everything(page)]

    assert days == sorted(days, key=int)  # type: ignore[arg-type] # all are numbers
    assert all(row["days"] in range(8) for row in rows(page, "week"))
    assert all(row["days"] in range(8, 31) for row in rows(page, "later"))


@pytest.mark.parametrize(("ahead", "told_of"), [(0, 0), (1, 1), (30, 1), (31, 0)])
def test_a_meeting_is_told_for_thirty_days_from_tomorrow_on(ahead: int, told_of: int) -> None:
    assert figures(made(ally("a", ahead)))["meetings"] == told_of


@pytest.mark.parametrize(("left", "told_of"), [(-1, 0), (0, 1), (30, 1), (31, 0)])
def test_a_promise_is_told_from_today_on(left: int, told_of: int) -> None:
    due = (AS_OF + timedelta(days=left)).isoformat()

    page = made(parsed(contact(relationship=ALLY), promise("Send it", due=due)))

    assert figures(page)["promises"] == told_of
    assert figures(page)["promises_before"] == int(left < 0)


@pytest.mark.parametrize(("ago", "days"), [(29, 1), (30, 0), (31, None), (0, 30)])
def test_who_becomes_due_stands_on_that_day(ago: int, days: int | None) -> None:
    found = [row["days"] for row in everything(made(ally("a", -ago))) if row["kind"] == "due"]

    assert found == ([] if days is None else [days])


def test_who_is_met_anyway_is_not_due_besides() -> None:
    kinds = [row["kind"] for row in everything(made(ally("a", -20, 5)))]

    assert kinds == ["meeting"]


def test_those_due_on_one_day_are_one_row_which_names_five_at_most() -> None:
    (row,) = everything(made(*(ally(f"a{n}", -20) for n in range(7))))

    assert isinstance(row["contacts"], tuple)
    assert isinstance(row["who"], tuple)
    assert len(row["contacts"]) == 7
    assert row["who"][-1] == "3 others"
    assert len(row["who"]) == 5


def test_a_supper_with_two_is_one_meeting() -> None:
    note = parsed("journal/a.md", entry("2026-03-05", "Supper", link("a"), link("b")), journal=True)

    (row,) = everything(made(ally("a"), ally("b"), note))

    assert row["contacts"] == (
        ContactRef("a", "contacts/a.md"),
        ContactRef("b", "contacts/b.md"),
    )


def test_what_is_not_two_way_is_no_meeting() -> None:
    letter = parsed(contact(relationship=ALLY), entry("2026-03-05", kinds=(Kind.OUTREACH,)))

    assert not everything(made(letter))


def test_a_rest_ends_on_its_day() -> None:
    (row,) = everything(made(ally("a", -90, snoozed_until=date(2026, 3, 9))))

    assert (row["kind"], row["date"]) == ("back", date(2026, 3, 9))


def test_the_closed_are_left_in_peace() -> None:
    closed = ally("a", 3, status=Status.CLOSED, birthday=PartialDate(None, 3, 2))

    assert not everything(made(closed))


def test_promises_due_before_name_the_page_today_only_if_it_is_there() -> None:
    notes = parsed(
        contact(relationship=ALLY),
        promise("One", due="2026-02-01"),
        promise("Two", due="2026-02-27"),
    )
    settings = config(build=BuildSettings(pages=("upcoming",)))

    assert made(notes).lead[1] == (
        "Besides, 2 promises were due before, the first 28 days ago. See the page today."
    )
    assert made(notes, settings=settings).lead[1] == (
        "Besides, 2 promises were due before, the first 28 days ago."
    )


def test_nothing_ahead_says_what_would_stand_there() -> None:
    assert made(contact()).lead[0].startswith("Nothing has a day in the next 30 days.")
    assert made().lead[0].startswith("There are no contacts yet.")


def test_the_last_days_of_the_calendar_are_no_trouble() -> None:
    one = contact(relationship=ALLY, birthday=PartialDate(None, 12, 31))
    page = made(parsed(one, entry("9999-12-30")), as_of=date(9999, 12, 31))

    assert [row["kind"] for row in everything(page)] == ["birthday"]


@given(st.permutations([("a", -20), ("b", -20), ("c", 4), ("d", -90)]))
def test_the_order_of_files_makes_no_difference(order: list[tuple[str, int]]) -> None:
    notes = [ally(name, days) for name, days in order]

    assert told(made(*notes)) == told(made(*sorted(notes, key=lambda note: note.path)))
