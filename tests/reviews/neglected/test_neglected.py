"""The page `neglected`: who stands in which list, with which numbers, and why."""

from datetime import date, timedelta
from itertools import chain
from pathlib import Path

import pytest
from building import Golden, config, contact, entry, index, link, parsed
from hypothesis import given
from hypothesis import strategies as st
from reviewing import figures, names, review_of, rows, told

from netjournal.model.cadence import Cadence
from netjournal.model.contact import Contact, Kind, Relationship
from netjournal.model.dates import PartialDate
from netjournal.model.parsed import ParsedFile
from netjournal.model.review import ContactRef, Review
from netjournal.reviews.assessing import assess
from netjournal.reviews.neglected import make

AS_OF = date(2026, 3, 1)
HERE = Path(__file__).parent
ALLY = Relationship.ALLY

KEYS = [
    "contact",
    "relationship",
    "last_contact",
    "days",
    "cadence_days",
    "overdue_ratio",
    "state",
    "priority",
    "due_date",
    "warmth",
]
"""The keys that every row has, in the order in which a table of all of them reads best."""


@pytest.fixture(scope="module")
def page() -> Review:
    """The page of the vault beside this file."""
    return review_of(HERE / "vault", "neglected", AS_OF)


def made(*notes: ParsedFile | Contact, as_of: date = AS_OF) -> Review:
    """The page of some notes."""
    return make(assess(index(*notes), config(), as_of), ())


def silent(path: str, *ago: int, relationship: Relationship = ALLY) -> ParsedFile:
    """A contact who was in touch so many days before the day of the review."""
    days = [(AS_OF - timedelta(days=days)).isoformat() for days in ago]
    return parsed(contact(path, relationship=relationship), *map(entry, days))


def test_the_page_reads_as_written_down(page: Review, golden: Golden) -> None:
    golden(HERE / "expected.txt", told(page))


def test_every_row_has_the_promised_keys(page: Review) -> None:
    found = [list(row)[: len(KEYS)] for section in page.sections for row in section.rows]

    assert [KEYS] * len(found) == found


def test_everyone_stands_in_one_list_at_most(page: Review) -> None:
    found = list(chain.from_iterable(names(page, section.slug) for section in page.sections))

    assert sorted(set(found)) == sorted(found)


def test_nobody_unsorted_dormant_closed_or_without_a_cadence_is_listed(page: Review) -> None:
    found = set(chain.from_iterable(names(page, section.slug) for section in page.sections))

    assert set() == found & {"Pia Stranger", "Mo Diaz", "Nan Pope", "Ole Kern", "Quin Hart"}
    assert figures(page)["unsorted"] == 1


def test_an_ally_of_75_days_says_why(page: Review) -> None:
    first = rows(page, "overdue")[1]

    assert first["why"] == (
        "ally, last in touch 75 days ago (16 December 2025), by default every 30 days"
    )
    assert first["priority"] == pytest.approx(2.64385618977, rel=1e-9)


def test_a_planned_meeting_takes_an_overdue_ally_off_the_list(page: Review) -> None:
    row = next(row for row in rows(page, "planned") if row["contact"] == page_contact("Ike Obi"))

    assert row["state"] == "overdue"
    assert row["priority"] is None
    assert row["overdue_ratio"] == pytest.approx(2.5)


def page_contact(name: str) -> ContactRef:
    """A contact of the vault as a cell has it."""
    return ContactRef(name, f"contacts/{name.casefold().replace(' ', '-')}.md")


def test_equals_stand_in_the_order_of_paths() -> None:
    notes = [silent(f"contacts/{name}.md", 90) for name in "cab"]

    assert names(made(*notes), "overdue") == ["a", "b", "c"]


def test_a_longer_silence_comes_first_at_equal_priority() -> None:
    long = silent("contacts/z.md", 720, relationship=Relationship.ACQUAINTANCE)
    short = silent("contacts/a.md", 60)

    assert names(made(short, long), "overdue") == ["z", "a"]


def test_due_in_fifteen_days_is_not_soon() -> None:
    notes = [
        silent("contacts/a.md", 16),
        silent("contacts/b.md", 15),
    ]

    assert names(made(*notes), "due-soon") == ["a"]


def test_someone_quieter_than_usual_is_not_also_due_soon() -> None:
    page = made(silent("contacts/a.md", 25, 32, 39, 46, 53))

    assert (names(page, "drifting"), names(page, "due-soon")) == (["a"], [])


def test_a_rhythm_that_ended_is_told_once() -> None:
    monthly = [370, 400, 430, 460, 490]
    later = [days + 60 for days in monthly]
    known = contact("contacts/a.md", relationship=ALLY, cadence=Cadence(1000))

    def drifting(days: list[int]) -> list[str]:
        said = [entry((AS_OF - timedelta(days=ago)).isoformat()) for ago in days]
        return [str(row["why"]) for row in rows(made(parsed(known, *said)), "drifting")]

    assert drifting(later) == []
    (why,) = drifting(monthly)
    assert why.endswith("perhaps what brought you together has ended")


def test_an_unusual_silence_is_told_beside_the_cadence() -> None:
    page = made(silent("contacts/a.md", 60, 67, 74, 82, 88, 95))

    (row,) = rows(page, "overdue")
    assert str(row["why"]).endswith("; you used to be in touch about every week")


@pytest.mark.parametrize(
    ("letters", "words"),
    [(1, "you wrote 10 days ago, and no answer yet"), (2, "you wrote twice since"), (3, "3 times")],
)
def test_letters_without_an_answer_are_told(letters: int, words: str) -> None:
    said = [entry("2026-02-19", kinds=(Kind.OUTREACH,)) for _ in range(letters)]
    known = contact("contacts/a.md", relationship=ALLY)
    before = entry("2025-12-01")
    about = entry("2026-02-20", "Heard of them.", kinds=(Kind.ABOUT,))
    ahead = entry("2026-09-01")

    (row,) = rows(made(parsed(known, before, *said, about, ahead)), "overdue")

    assert words in str(row["why"])


def test_a_letter_that_was_followed_by_contact_is_answered() -> None:
    known = contact("contacts/a.md", relationship=ALLY)
    said = [entry("2025-12-01", kinds=(Kind.OUTREACH,)), entry("2025-12-01")]

    (row,) = rows(made(parsed(known, *said)), "overdue")

    assert "wrote" not in str(row["why"])


def test_a_plan_is_quoted_in_its_words() -> None:
    known = contact("contacts/a.md", "Ana", relationship=ALLY)
    journal = parsed(
        "journal/x.md",
        entry("2026-03-05", "Ask about [[a]]", link("a"), kinds=(Kind.ABOUT,)),
        entry("2026-03-05", "Lunch with [[a]]", link("a"), line=3),
        journal=True,
    )

    (row,) = rows(made(known, journal), "planned")

    assert row["plan"] == ("Lunch with Ana", ("journal/x.md", 3))
    assert row["why"] == ("ally, no contact so far; you have Thursday, 5 March planned (in 4 days)")


def test_a_lapsed_tie_that_helped_is_worth_a_line(page: Review) -> None:
    found = {
        names(page, "lapsed")[place]: row["question"]
        for place, row in enumerate(rows(page, "lapsed"))
    }

    assert {name: found[name] for name in ("Kai Wolf", "Lea Roth")} == {
        "Kai Wolf": "a line to revive it?",
        "Lea Roth": "let it rest?",
    }


def test_nobody_waiting_says_so() -> None:
    page = made(silent("contacts/a.md", 3))

    assert page.lead == ("Nobody has waited longer than you wanted.",)
    assert all(not section.rows for section in page.sections)


def test_one_person_waiting_is_named() -> None:
    page = made(silent("contacts/a.md", 33))

    assert page.lead == ("a has waited longer than you wanted.",)


def test_kinds_without_anyone_are_not_counted_in_words() -> None:
    known = contact("contacts/a.md", relationship=Relationship.TRANSACTIONAL, cadence=Cadence(30))
    notes = [
        parsed(known, entry("2026-01-01")),
        silent("contacts/b.md", 33),
        silent("contacts/c.md", 33),
    ]

    assert made(*notes).lead == (
        "3 people have waited longer than you wanted: 2 allies and 1 business contact.",
    )


def test_an_empty_vault_says_where_to_begin() -> None:
    page = made()

    assert page.lead == (
        "There are no contacts yet. Put a note for each person into the folder contacts/.",
    )
    assert page.basis == "Based on no contacts."


@pytest.mark.parametrize("as_of", [date.min, date.max])
def test_any_day_can_be_reviewed(as_of: date) -> None:
    known = contact("contacts/a.md", relationship=ALLY, snoozed_until=date.max)
    notes = [parsed(known, entry("0001-01-01"), entry("2026-01-01"), entry("9999-12-31"))]
    notes += [silent("contacts/b.md", 0)]

    assert made(*notes, as_of=as_of).sections


@given(st.permutations(range(4)))
def test_the_order_of_files_makes_no_difference(order: list[int]) -> None:
    notes = [silent(f"contacts/{name}.md", 45, 200) for name in "abcd"]

    def said(review: Review) -> list[object]:
        return [review.lead, review.figures, *(tuple(each.rows) for each in review.sections)]

    assert said(made(*notes)) == said(made(*(notes[place] for place in order)))


@pytest.mark.parametrize(
    ("met", "days", "seen"),
    [
        (None, [9], "met once, 9 days ago (20 February)"),
        (PartialDate(2025, 6, 12), [9], "met-once contact, last in touch 9 days ago (20 February)"),
        (PartialDate(2025, None, None), [9], "met-once contact, last in touch 9 days ago"),
        (PartialDate(2026, 2, None), [9], "met once, 9 days ago"),
        (PartialDate(2026, 2, 20), [9], "met once, 9 days ago"),
        (PartialDate(None, 1, 2), [9], "met once, 9 days ago"),
        (None, [200, 9], "met-once contact, last in touch 9 days ago (20 February)"),
        (None, [9, 9], "met once, 9 days ago (20 February)"),
    ],
)
def test_a_follow_up_says_met_only_of_the_day_of_the_meeting(
    met: PartialDate | None, days: list[int], seen: str
) -> None:
    known = silent("contacts/ana.md", *days, relationship=Relationship.MET_ONCE)
    assert known.contact is not None
    page = made(known._replace(contact=known.contact._replace(met=met)))

    (row,) = rows(page, "follow-up")
    assert str(row["why"]).startswith(seen)


def test_a_business_contact_in_the_industry_does_not_belie_the_only_one() -> None:
    ally = contact("contacts/ana.md", relationship=ALLY, industries=("law",))
    paid = contact("contacts/ben.md", relationship=Relationship.TRANSACTIONAL, industries=("law",))
    page = made(parsed(ally, entry("2025-12-01")), parsed(paid, entry("2026-02-01")))

    (row,) = rows(page, "overdue")
    assert str(row["why"]).endswith("; your only ally or acquaintance in Law")
