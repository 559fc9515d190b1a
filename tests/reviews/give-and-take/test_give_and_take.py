"""The page `give-and-take`: each question, what it rests on, and who is fine to ask."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from building import Golden, config, contact, entry, index, link, parsed, promise
from reviewing import figures, names, review_of, rows, told

from netjournal.model.contact import Kind, Relationship, Status
from netjournal.model.parsed import ParsedFile
from netjournal.model.review import Advice, Excerpt, Review
from netjournal.render.data import reviews_json
from netjournal.render.text import reviews_text
from netjournal.reviews.assessing import assess
from netjournal.reviews.give_and_take import MOST_FINE, make

AS_OF = date(2026, 3, 1)
HERE = Path(__file__).parent
ALLY, ACQUAINTANCE = Relationship.ALLY, Relationship.ACQUAINTANCE


@pytest.fixture(scope="module")
def page() -> Review:
    """The page of the vault beside this file."""
    return review_of(HERE / "vault", "give-and-take", AS_OF)


def made(*notes: ParsedFile) -> Review:
    """The page of some notes."""
    settings = config()
    return make(assess(index(*notes, settings=settings), settings, AS_OF), ())


def received(
    number: int,
    **known: Any,  # noqa: ANN401 - any attribute of Contact
) -> ParsedFile:
    """A contact who helped me so many times in February."""
    days = [entry(f"2026-02-{day:02d}", kinds=[Kind.RECEIVED]) for day in range(1, number + 1)]
    return parsed(contact("contacts/ana.md", "Ana", **known), *days)


def flags(review: Review) -> dict[str, list[object]]:
    """The flags of each contact, by name."""
    found: dict[str, list[object]] = {}
    for name, row in zip(names(review, "flags"), rows(review, "flags"), strict=True):
        found.setdefault(name, []).append(row["flag"])
    return found


def test_the_page_reads_as_written_down(page: Review, golden: Golden) -> None:
    golden(HERE / "expected.txt", told(page))


def test_every_question_is_in_the_section_flags(page: Review) -> None:
    assert flags(page) == {
        "Ana Lopes": ["R1"],
        "Ben Osei": ["P1"],
        "Cara Holt": ["P1"],
        "Dan Ilic": ["P2"],
        "Eve Moore": ["P3_wait"],
        "Fay Sand": ["P3_stop"],
        "Gil Roth": ["P4"],
        "Hana Ito": ["M2"],
        "Ivo Kern": ["M3"],
        "Jo Berg": ["M1"],
    }


def test_every_row_of_flags_has_the_promised_keys(page: Review) -> None:
    promised = {"contact", "flag", "given", "received", "asked"}

    assert all(promised <= row.keys() for row in rows(page, "flags"))


def test_the_list_of_flags_is_for_programs_alone(page: Review) -> None:
    assert '"slug": "flags"' in reviews_json([page], [], AS_OF)
    assert "All questions" not in reviews_text([page])


def test_a_planned_ask_is_told_at_its_line(page: Review) -> None:
    planned, asked = rows(page, "asks")[:2]

    assert planned["planned"] == date(2026, 3, 12)
    said = planned["said"]
    assert isinstance(said, Excerpt)
    assert said.place == ("contacts/cara.md", 5)
    assert planned["question"] == Advice(
        "Is there something that you could do for Cara Holt first?"
    )
    assert asked["planned"] is None


def test_the_same_help_in_the_journal_and_in_the_note_counts_once(page: Review) -> None:
    assert rows(page, "your-turn")[0]["received"] == 3


def test_an_introduction_helps_both() -> None:
    kim = parsed(
        contact("contacts/kim.md", "Kim", relationship=ALLY),
        entry("2026-02-19", "[[lee]]", link("lee"), kinds=[Kind.INTRO]),
    )
    lee = parsed(contact("contacts/lee.md", "Lee"), entry("2026-02-01"))

    assert figures(made(kim, lee))["given"] == 2


def test_an_introduction_that_both_notes_tell_counts_once_for_each() -> None:
    kim, lee = (
        parsed(
            contact(f"contacts/{name}.md", name, relationship=ALLY),
            entry("2026-02-19", f"[[{other}]]", link(other), kinds=[Kind.INTRO]),
        )
        for name, other in (("kim", "lee"), ("lee", "kim"))
    )

    assert figures(made(kim, lee))["given"] == 2


def test_an_introduction_to_me_is_help_of_the_one_who_made_it() -> None:
    ana = parsed(contact("contacts/ana.md", "Ana", relationship=ALLY))
    ben = parsed(contact("contacts/ben.md", "Ben", introduced_by=link("ana")))
    day = entry(
        "2026-02-19", "[[ana]] and [[ben]]", link("ana"), link("ben"), kinds=[Kind.INTRODUCED_ME]
    )

    page = made(ana, ben, parsed("journal/2026-02-19.md", day, journal=True))

    assert figures(page)["received"] == 1


def test_many_helps_have_no_decimals() -> None:
    days = [f"2026-{month:02d}-{day:02d}" for month in (1, 2) for day in range(1, 28)]
    often = [entry(day, kinds=[Kind.GAVE]) for day in [*days, *days, *days]]
    page = made(parsed(contact("contacts/ana.md", "Ana", relationship=ALLY), *often))

    assert page.lead[0].endswith("help went to or fro about 14 times a month.")


def test_talk_about_somebody_is_no_help(page: Review) -> None:
    assert figures(page)["given"] == 4


def test_few_helps_have_no_rate() -> None:
    page = made(received(4, relationship=ALLY))

    assert page.lead[0] == (
        "In the last twelve months you gave no help that is written down and were helped 4 "
        "times. That is too little to say how often help goes to and fro."
    )
    assert figures(page)["helps_per_month"] == pytest.approx(4 / 12)


def test_from_five_on_there_is_a_rate() -> None:
    assert (
        made(received(12, relationship=ALLY))
        .lead[0]
        .endswith("With 1 person, help went to or fro about once a month.")
    )


def test_without_any_help_the_page_says_how_to_begin() -> None:
    page = made(parsed(contact("contacts/ana.md", "Ana"), entry("2026-02-01")))

    begin, fine = page.lead
    assert begin == (
        "No help is written down for the last twelve months. `#gave` or `#received` behind a "
        "dated line is enough to begin with."
    )
    assert fine == "You are in touch with 1 person whom it is fine to ask."
    assert rows(page, "by-month") == ()


def test_without_contacts_the_page_says_so() -> None:
    page = made()

    assert page.lead == (
        "There are no contacts yet. Put a note for each person into the folder contacts/.",
    )


@pytest.mark.parametrize(
    "known",
    [
        {"status": Status.DORMANT},
        {"status": Status.CLOSED},
        {"snoozed_until": date(2026, 3, 2)},
    ],
    ids=["dormant", "closed", "snoozed"],
)
def test_who_rests_raises_no_question(known: dict[str, object]) -> None:
    page = made(received(3, relationship=ACQUAINTANCE, **known))

    assert flags(page) == {}
    assert rows(page, "fine-to-ask") == ()


def test_on_the_day_of_return_the_questions_are_back() -> None:
    page = made(received(3, relationship=ACQUAINTANCE, snoozed_until=AS_OF))

    assert flags(page) == {"Ana": ["R1"]}


def test_allies_are_the_first_whom_it_is_fine_to_ask(page: Review) -> None:
    assert names(page, "fine-to-ask") == ["Kim Vale", "Lee Park"]


@pytest.mark.parametrize(("ago", "is_fine"), [(30, True), (31, False)])
def test_whom_it_is_fine_to_ask_is_not_past_due(ago: int, is_fine: bool) -> None:  # noqa: FBT001
    day = date.fromordinal(AS_OF.toordinal() - ago).isoformat()
    page = made(parsed(contact("contacts/ana.md", "Ana", relationship=ALLY), entry(day)))

    assert bool(rows(page, "fine-to-ask")) is is_fine


@pytest.mark.parametrize(("due", "is_late"), [("2026-02-28", True), ("2026-03-01", False)])
def test_a_promise_past_its_day_is_said_of_whom_it_is_fine_to_ask(
    due: str,
    is_late: bool,  # noqa: FBT001
) -> None:
    ana = contact("contacts/ana.md", "Ana", relationship=ALLY)
    page = made(parsed(ana, entry("2026-02-20"), promise("Send the slides", due=due)))

    (row,) = rows(page, "fine-to-ask")
    assert str(row["why"]).endswith("first keep your promise, whose day is past") is is_late


def test_met_once_is_never_fine_to_ask() -> None:
    met = contact("contacts/ana.md", "Ana", relationship=Relationship.MET_ONCE)

    assert rows(made(parsed(met, entry("2026-02-28"))), "fine-to-ask") == ()


def test_few_are_shown_of_many_whom_it_is_fine_to_ask() -> None:
    many = [
        parsed(contact(f"contacts/{n}.md", str(n), relationship=ALLY), entry("2026-02-20"))
        for n in range(30)
    ]
    section = next(each for each in made(*many).sections if each.slug == "fine-to-ask")

    assert (section.most, len(section.rows)) == (MOST_FINE, 30)


def test_every_month_of_the_year_is_there(page: Review) -> None:
    months = rows(page, "by-month")

    assert [months[0]["month"], months[-1]["month"]] == ["2025-04", "2026-03"]
    assert len(months) == 12
    assert [row["received"] for row in months if row["month"] == "2026-02"] == [1]


def test_a_name_with_backquotes_is_nothing_to_type() -> None:
    page = made(
        received(3, relationship=ALLY)._replace(
            contact=contact("contacts/ana.md", "`rm -rf`", relationship=ALLY)
        )
    )

    assert rows(page, "your-turn")[0]["question"] == Advice("What could you do for 'rm -rf'?")


def test_my_turn_comes_first_where_there_was_most_help() -> None:
    def helped(name: str, *days: str) -> ParsedFile:
        return parsed(
            contact(f"contacts/{name}.md", name, relationship=ACQUAINTANCE),
            *[entry(day, kinds=[Kind.RECEIVED]) for day in days],
        )

    page = made(
        helped("a", "2026-01-01", "2026-01-02", "2026-01-03"),
        helped("b", "2026-02-01", "2026-02-02", "2026-02-03"),
        helped("c", "2025-10-01", "2025-10-02", "2025-10-03", "2025-10-04"),
    )

    assert names(page, "your-turn") == ["c", "b", "a"]
