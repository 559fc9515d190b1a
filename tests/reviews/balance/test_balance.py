"""The page `balance`: the archetypes, the words for each bar, and the step for the lowest one."""

import csv
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from building import Golden, config, contact, entry, index, parsed
from hypothesis import given
from hypothesis import strategies as st
from reviewing import figures, review_of, rows, told

from netjournal.model.cadence import Cadence
from netjournal.model.config import Config, Me, OwnTargets
from netjournal.model.contact import Contact, Relationship
from netjournal.model.parsed import ParsedFile
from netjournal.model.review import Review
from netjournal.reviews.assessing import assess
from netjournal.reviews.balance import make
from netjournal.reviews.targets import TO_START_FROM

AS_OF = date(2026, 3, 1)
HERE = Path(__file__).parent
TABLE = HERE.parents[1] / "reference" / "balance.csv"
ROWS = list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines()))
ALLY = Relationship.ALLY
ACQUAINTANCE = Relationship.ACQUAINTANCE
NAMES = ("allies", "spread", "outside", "reach", "care")
AT_HOME = config(me=Me(industry="software"))


def made(*notes: ParsedFile | Contact, settings: Config = AT_HOME) -> Review:
    """The page of some notes, whose writer works in software."""
    return make(assess(index(*notes, settings=settings), settings, AS_OF), ())


def person(
    name: str,
    industry: str = "software",
    ago: int | None = 1,
    relationship: Relationship = ALLY,
    **more: Any,  # noqa: ANN401 - any field of a contact
) -> ParsedFile:
    """A contact who was in touch so many days ago, or never."""
    industries = (industry,) if industry else ()
    known = contact(
        f"contacts/{name}.md", name, relationship=relationship, industries=industries, **more
    )
    days = [] if ago is None else [entry((AS_OF - timedelta(days=ago)).isoformat())]
    return parsed(known, *days)


def some(number: int, name: str, industry: str, kind: Relationship = ALLY) -> list[ParsedFile]:
    """So many contacts of a kind in an industry, all in touch."""
    return [person(f"{name}{n}", industry, relationship=kind) for n in range(number)]


def archetype(row: dict[str, str]) -> list[ParsedFile]:
    """The vault of a reference row."""
    notes = []
    for kind, column, kept in (
        (ALLY, "allies_by_industry", "allies_in_rhythm"),
        (ACQUAINTANCE, "acquaintances_by_industry", "acq_in_rhythm"),
    ):
        in_rhythm = int(row[kept].split("/")[0])
        for word in row[column].split():
            industry, _, count = word.partition(":")
            for number in range(int(count)):
                ago = 1 if in_rhythm > 0 else 500
                in_rhythm -= 1
                notes.append(person(f"{kind}-{industry}-{number}", industry, ago, kind))
    return notes


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["case"])
def test_an_archetype_has_the_figures_of_the_reference(row: dict[str, str]) -> None:
    actual = figures(made(*archetype(row)))

    expected = {name: float(row[f"bar_{name}"]) for name in NAMES}
    expected |= {"score": float(row["score"]), "provisional": 0}
    expected["touches_per_week"] = float(row["touches_per_week"])
    index = float(row["EI_index_acq"]) if row["EI_index_acq"] else None
    assert actual.pop("ei_index") == (None if index is None else pytest.approx(index, rel=1e-9))
    assert actual == pytest.approx(expected, rel=1e-9)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["case"])
def test_an_archetype_names_its_lowest_bar(row: dict[str, str]) -> None:
    lowest = [bar["bar"] for bar in rows(made(*archetype(row)), "bars") if bar["weakest"]]

    assert lowest == [row["weakest"]]


def test_the_page_reads_as_written_down(golden: Golden) -> None:
    golden(HERE / "expected.txt", told(review_of(HERE / "vault", "balance", AS_OF)))


def test_an_empty_vault_says_where_to_begin() -> None:
    page = made()

    assert page.lead[0].startswith("There are no contacts yet.")
    assert not page.sections
    assert figures(page)["score"] is None


def test_contacts_of_whom_nothing_is_known_are_no_network_yet() -> None:
    page = made(contact("contacts/a.md"))

    (lead,) = page.lead
    assert lead == (
        "None of your contacts is an ally or an acquaintance yet. `relationship: ally` in a "
        "note, or a dated line for the last time you spoke, is enough to begin with."
    )
    assert not page.sections


def test_few_contacts_are_too_few_to_say_much() -> None:
    page = made(*some(3, "a", "software"))

    assert page.lead[1] == (
        "It is too early to say more than that: this rests on 3 allies and acquaintances."
    )
    assert figures(page)["provisional"] == 1
    assert "provisional" in next(figure.text for figure in page.figures if figure.text)


def test_without_industries_the_first_step_is_to_write_them_down() -> None:
    page = made(*some(10, "a", ""), *some(1, "b", "software"))

    assert page.lead[1] == (
        "It is too early to say more than that: 10 of 11 allies and acquaintances have no known "
        "industry."
    )
    (step,) = rows(page, "next-step")
    assert str(step["step"]).startswith("10 of 11 contacts have no known industry.")


def test_without_a_field_of_its_own_the_page_asks_for_it_and_has_four_bars() -> None:
    page = made(*some(6, "a", "software"), settings=config())

    section = next(each for each in page.sections if each.slug == "bars")
    assert section.intro.startswith("Which field is your own?")
    outside = next(bar for bar in rows(page, "bars") if bar["bar"] == "outside")
    assert (outside["now"], outside["value"]) == ("your own field isn't known", None)
    assert "the four bars" in next(figure.text for figure in page.figures if figure.text)


def test_who_works_in_my_field_and_in_others_is_inside() -> None:
    both = contact("contacts/b.md", relationship=ACQUAINTANCE, industries=("software", "law"))
    page = made(both, *some(1, "c", "law", ACQUAINTANCE))

    assert figures(page)["ei_index"] == 0


@pytest.mark.parametrize(("word", "outside"), [("IT", 0.0), ("falconry", 1.0)])
def test_my_field_is_known_by_any_word_for_it(word: str, outside: float) -> None:
    settings = config(me=Me(industry=word))
    page = made(*some(2, "a", "technology", ACQUAINTANCE), settings=settings)

    assert figures(page)["outside"] == outside


def test_the_snoozed_and_those_without_a_cadence_ask_for_no_care() -> None:
    page = made(
        person("a", ago=100, snoozed_until=date(2026, 4, 1)),
        person("b", ago=100, cadence=Cadence(None)),
        person("c", ago=30),
    )

    assert figures(page)["care"] == 1
    assert rows(page, "bars")[4]["now"] == "1 of 1 ally in time"


def test_contact_on_one_day_is_once_and_before_the_last_weeks_is_none() -> None:
    known = contact("contacts/a.md", relationship=ALLY)
    days = ("2025-12-07", "2025-12-08", "2026-02-01", "2026-02-01")

    (load,) = rows(made(parsed(known, *map(entry, days))), "upkeep")

    assert (load["people"], load["asked"], load["had"]) == (1, 7 / 30, 2 / 12)


def test_more_upkeep_than_there_was_is_a_question() -> None:
    page = made(*(person(f"a{n}", ago=200) for n in range(10)))

    upkeep = next(section for section in page.sections if section.slug == "upkeep")
    assert upkeep.intro == (
        "Your cadences ask you to be in touch 2.3 times a week. In the last 12 weeks it was "
        "hardly ever, as far as it is written down. Is that more than a week holds? A longer "
        "cadence for some is honest too."
    )


@given(st.permutations([("a", ALLY), ("b", ALLY), ("c", ACQUAINTANCE), ("d", ACQUAINTANCE)]))
def test_the_order_of_files_makes_no_difference(order: list[tuple[str, Relationship]]) -> None:
    notes = [person(name, ago=40, relationship=kind) for name, kind in order]

    assert told(made(*notes)) == told(made(*sorted(notes, key=lambda note: note.path)))


def test_targets_that_nobody_has_set_are_called_the_usual_ones() -> None:
    page = made(*some(5, "ally", "software"), *some(5, "other", "law", ACQUAINTANCE))

    bars = next(section for section in page.sections if section.slug == "bars")
    assert page.lead == (
        "Furthest from its target: 5 acquaintances, where the usual target is 35.",
        TO_START_FROM,
    )
    assert bars.title == "What there is, and the targets"
    assert [column.title for column in bars.columns] == [
        "What",
        "Now",
        "Usual target",
        "Full, from 0 to 1",
    ]


def test_targets_that_somebody_has_set_are_wishes_be_they_the_usual_ones() -> None:
    notes = [*some(5, "ally", "software"), *some(5, "other", "law", ACQUAINTANCE)]

    page = made(*notes, settings=replace(AT_HOME, targets=OwnTargets()))

    assert page.lead == ("Furthest from what you want: 5 acquaintances, where you want 35.",)
