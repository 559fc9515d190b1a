"""The page `today`: who has a seat this week, what to bring, and what falls due."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from building import Golden, config, contact, entry, index, link, parsed, promise
from hypothesis import given
from hypothesis import strategies as st
from reviewing import figures, names, review_of, rows, told

from netjournal.model import codes
from netjournal.model.config import BuildSettings, Config
from netjournal.model.contact import Contact, Kind, Relationship
from netjournal.model.dates import PartialDate
from netjournal.model.parsed import ParsedFile
from netjournal.model.review import Cell, ContactRef, Excerpt, Reference, Review, Row
from netjournal.model.source import Place
from netjournal.reviews.assessing import assess
from netjournal.reviews.today import make

AS_OF = date(2026, 3, 1)
HERE = Path(__file__).parent
ALLY = Relationship.ALLY
ACQUAINTANCE = Relationship.ACQUAINTANCE


@pytest.fixture(scope="module")
def page() -> Review:
    """The page of the vault beside this file."""
    return review_of(HERE / "vault", "today", AS_OF)


def made(*notes: ParsedFile | Contact, settings: Config | None = None) -> Review:
    """The page of some notes."""
    known = settings or config()
    return make(assess(index(*notes, settings=known), known, AS_OF), ())


def silent(
    name: str, ago: int, relationship: Relationship = ALLY, industry: str = "software"
) -> ParsedFile:
    """A contact who was in touch so many days ago."""
    known = contact(f"contacts/{name}.md", name, relationship=relationship, industries=(industry,))
    return parsed(known, entry((AS_OF - timedelta(days=ago)).isoformat(), ""))


def seats(review: Review) -> dict[str, Cell]:
    """The kind of everyone's seat."""
    kinds = [row["seat"] for row in rows(review, "people")]
    return dict(zip(names(review, "people"), kinds, strict=True))


def bring(*said: object, others: tuple[Contact, ...] = (), **known: object) -> Cell:
    """What to bring to Ana, an ally who is due."""
    ana = contact("contacts/ana.md", "Ana", relationship=ALLY, **known)  # type: ignore[arg-type] # any attribute
    notes = parsed(ana, *said)  # type: ignore[arg-type] # entries and promises
    (row,) = rows(made(notes, *others), "people")
    return row["bring"]


def test_a_link_with_nothing_but_a_first_name_is_asked_about_beside_whom_it_may_mean() -> None:
    lena = contact("contacts/lv.md", "Lena Vogt", relationship=ALLY)
    ana = contact("contacts/ana.md", "Ana Lena", relationship=ALLY)
    notes = (
        parsed(lena, entry("2025-12-01")),
        parsed(ana, entry("2025-12-01")),
        parsed("journal/2026-02-20.md", link("Lena", line=4), journal=True),
    )

    said = {name: row["doubt"] for name, row in _people(made(*notes))}

    assert said == {
        "Ana Lena": None,
        "Lena Vogt": Excerpt(
            "please check: does a link to “Lena” mean this contact? It counts for nobody, as no "
            "note has that name",
            Place("journal/2026-02-20.md", 4),
        ),
    }


def test_a_first_name_of_many_is_asked_about_beside_none_of_them() -> None:
    notes = [
        parsed(contact(f"contacts/{n}.md", f"Lena {n}", relationship=ALLY), entry("2025-12-01"))
        for n in range(4)
    ]
    notes.append(parsed("journal/2026-02-20.md", link("Lena"), journal=True))

    assert [row["doubt"] for _, row in _people(made(*notes))] == [None] * 4


def _people(page: Review) -> list[tuple[str, Row]]:
    return sorted(zip(names(page, "people"), rows(page, "people"), strict=True))


def test_the_page_reads_as_written_down(page: Review, golden: Golden) -> None:
    golden(HERE / "expected.txt", told(page))


def test_ten_people_at_most_have_a_seat(page: Review) -> None:
    assert list(seats(page).values()) == [
        "follow-up",
        *["ally"] * 4,
        "bridge",
        "acquaintance",
        "acquaintance",
        "drifting",
        "revive",
    ]


def test_overdue_allies_take_the_seats_that_stay_free() -> None:
    allies = [silent(f"ally{n:02d}", 200 - n) for n in range(20)]

    assert seats(made(*allies)) == {f"ally{n:02d}": "ally" for n in range(10)}


def test_acquaintances_keep_their_seats_beside_overdue_allies() -> None:
    allies = [silent(f"ally{n:02d}", 200 - n) for n in range(20)]
    others = [silent(f"other{n}", 190 + n, ACQUAINTANCE) for n in range(4)]

    found = list(seats(made(*allies, *others)).values())

    assert (found.count("ally"), found.count("acquaintance")) == (8, 2)


def test_the_only_contact_in_an_industry_has_a_seat_of_its_own() -> None:
    allies = [silent(f"ally{n:02d}", 200 - n) for n in range(20)]
    others = [silent(f"other{n}", 300 + n, ACQUAINTANCE) for n in range(4)]
    bridge = silent("bridge", 181, ACQUAINTANCE, "law")

    assert seats(made(*allies, *others, bridge))["bridge"] == "bridge"


def test_two_without_any_contact_may_have_a_free_seat() -> None:
    new = [contact(f"contacts/new{n}.md", relationship=ALLY) for n in range(4)]

    assert seats(made(*new)) == {"new0": "new", "new1": "new"}


def test_nobody_has_a_seat_who_owes_two_answers() -> None:
    letters = [entry("2026-02-20", kinds=(Kind.OUTREACH,)) for _ in range(2)]
    known = contact("contacts/ana.md", relationship=ALLY)
    once = parsed(known, entry("2025-12-01"), letters[0])
    twice = parsed(known, entry("2025-12-01"), *letters)

    assert [len(seats(made(note))) for note in (once, twice)] == [1, 0]


def test_an_overdue_promise_comes_before_one_without_a_day() -> None:
    said = [promise("Write"), promise("Call", due="2026-04-01"), promise("Done", done=True)]

    found = bring(*said, entry("2025-12-01", "Coffee"), needs=("tax",))

    assert found == Excerpt("Keep your promise (due 1 April): Call", Place("contacts/ana.md", 1))


def test_a_promise_without_a_day_is_brought_as_well() -> None:
    assert bring(promise("Write"), entry("2025-12-01")) == Excerpt(
        "Keep your promise: Write", Place("contacts/ana.md", 1)
    )


@pytest.mark.parametrize(("ago", "is_met"), [(1, True), (59, True), (60, False)])
def test_a_need_is_met_by_an_offer_of_somebody_in_touch(ago: int, *, is_met: bool) -> None:
    offering = contact("contacts/ben.md", "Ben", relationship=ALLY, offers=("tax advice",))
    day = (AS_OF - timedelta(days=ago)).isoformat()
    ana = contact("contacts/ana.md", "Ana", relationship=ALLY, needs=("a quiet room", "tax"))

    page = made(parsed(ana, entry("2025-12-01", "Coffee")), parsed(offering, entry(day)))

    row = next(row for row in rows(page, "people") if row["contact"] == ContactRef("Ana", ana.path))
    offer = "Tell them who offers tax advice: Ben (they need tax)"
    text = offer if is_met else "Take up what you wrote on 1 December 2025: Coffee"
    assert isinstance(row["bring"], Excerpt)
    assert row["bring"].text == text


def test_what_was_said_last_is_brought_when_there_is_nothing_else() -> None:
    said = bring(entry("2025-11-01", "Tea"), entry("2025-12-01", "Coffee"))

    assert said == Excerpt(
        "Take up what you wrote on 1 December 2025: Coffee", Place("contacts/ana.md", 1)
    )


def test_a_letter_without_an_answer_is_nothing_to_take_up() -> None:
    wrote = entry("2026-01-20", "Wrote.", kinds=(Kind.OUTREACH,))
    answered = wrote._replace(kinds=(Kind.OUTREACH, Kind.ANSWERED))
    said = [bring(entry("2025-12-01", "Coffee"), letter) for letter in (wrote, answered)]

    assert said == [
        Excerpt("Take up what you wrote on 1 December 2025: Coffee", Place("contacts/ana.md", 1)),
        Excerpt("Take up what you wrote on 20 January: Wrote.", Place("contacts/ana.md", 1)),
    ]
    assert bring(wrote) == "How are they? A short line is enough."


def test_a_need_alone_is_better_than_nothing() -> None:
    found = bring(entry("2025-12-01", ""), needs=("tax", "tea"))

    assert found == Excerpt("Ask about what they need: tax and tea", Place("contacts/ana.md", 4))


def test_whoever_has_nothing_to_bring_can_ask() -> None:
    assert bring(entry("2025-12-01", "")) == "How are they? A short line is enough."


def test_a_birthday_ahead_is_told_beside_whoever_has_a_seat() -> None:
    ana = contact("contacts/ana.md", "Ana", relationship=ALLY, birthday=PartialDate(None, 3, 3))

    (row,) = rows(made(parsed(ana, entry("2025-12-01", ""))), "people")

    assert str(row["why"]).endswith("; has a birthday in 2 days")


def test_a_birthday_after_this_week_is_told_apart_from_it() -> None:
    born = contact("contacts/ana.md", "Ana", relationship=ALLY, birthday=PartialDate(None, 3, 12))

    page = made(parsed(born, entry("2025-12-01", ""), promise("Write", due="2026-03-08")))

    (lead,) = page.lead
    assert lead == (
        "This week: 1 person to be in touch with and 1 promise due. "
        "In the next two weeks: 1 birthday."
    )


def test_what_is_not_understood_in_a_note_is_said_beside_its_contact() -> None:
    notes = index(silent("ana", 90), silent("ben", 90))
    where = codes.BAD_VALUE.at("contacts/ana.md", 3, 1, "`often` doesn't say how often")
    other = codes.UNSAFE_ADDRESS.at("contacts/ben.md", 2, 1, "javascript: is no web address")

    page = make(assess(notes, config(), AS_OF), (where, other))

    assert {row["contact"].name: row["doubt"] for row in rows(page, "people")} == {  # type: ignore[union-attr] # a contact
        "ana": Excerpt("please check: “often” doesn't say how often", Place("contacts/ana.md", 3)),
        "ben": None,
    }


def test_the_states_on_the_page_are_explained() -> None:
    (people, *_) = made(silent("a", 31), silent("b", 70)).sections

    assert [each.word for each in people.legend] == ["due", "overdue"]


def test_nothing_waiting_says_so() -> None:
    page = made(silent("a", 1), silent("b", 1))

    assert page.lead == ("Nothing is waiting this week.",)


def test_an_empty_vault_says_where_to_begin() -> None:
    page = made()

    assert page.lead[0].startswith("There are no contacts yet.")
    assert not any(section.rows for section in page.sections)


def test_an_address_book_says_how_to_begin() -> None:
    page = made(contact("contacts/a.md"), contact("contacts/b.md"))

    assert page.lead[0].startswith("2 contacts so far, and nothing about any of them yet.")
    assert rows(page, "next-step") == ()


def test_hints_are_no_problems() -> None:
    problems = (
        codes.UNRESOLVED_LINK.at("a.md", 3, 2, "no note"),
        codes.UNKNOWN_FIELD.at("a.md", 4, 1, "own field"),
    )

    page = make(assess(index(contact()), config(), AS_OF), problems)

    assert figures(page)["problems"] == 1
    assert "; 1 problem. " in page.basis


def test_everything_else_points_to_its_page() -> None:
    page = made(silent("a", 90), parsed("journal/a.md", promise("x", link("a")), journal=True))

    assert [row["what"] for row in rows(page, "elsewhere")] == [
        Reference("neglected", "1 contact due or overdue", "overdue"),
        Reference("industries", "3 industries without an ally or acquaintance", "missing"),
        Reference("industries", "1 industry hanging on a thread", "thin"),
        Reference("today", "1 open promise without a day", "someday"),
    ]


def test_a_page_that_is_not_built_is_not_pointed_to() -> None:
    settings = config(build=BuildSettings(pages=("today", "industries")))

    page = made(silent("a", 90), settings=settings)

    assert rows(page, "elsewhere")[0]["what"] == "1 contact due or overdue"
    assert isinstance(rows(page, "elsewhere")[1]["what"], Reference)


@given(st.permutations(range(6)))
def test_the_order_of_files_makes_no_difference(order: list[int]) -> None:
    notes = [silent(f"p{n}", 200) for n in range(3)]
    notes += [silent(f"q{n}", 400, ACQUAINTANCE, "law") for n in range(3)]

    assert made(*notes) == made(*(notes[place] for place in order))


def test_promises_without_a_day_are_shown_where_the_count_leads() -> None:
    ana = contact("contacts/ana.md", "Ana", relationship=ALLY)
    tasks = [promise(f"Task {n}", line=n) for n in range(1, 13)]
    dated = promise("Dated", due="2026-09-01", line=20)

    page = made(parsed(ana, *tasks, dated))

    lead = Reference("today", "12 open promises without a day", "someday")
    assert lead in [row["what"] for row in rows(page, "elsewhere")]
    section = next(each for each in page.sections if each.slug == "someday")
    assert (len(section.rows), section.most) == (12, 10)
    assert section.rows[0] == {
        "promise": Excerpt("Task 1", Place(ana.path, 1)),
        "people": (ContactRef("Ana", ana.path),),
    }
