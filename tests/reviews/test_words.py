"""Numbers, days and names in words."""

from datetime import date

import pytest

from netjournal.model.dates import PartialDate
from netjournal.reviews.words import (
    ago,
    ahead,
    counted,
    every,
    exactly_ago,
    factors,
    listed,
    named_day,
    one_decimal,
    roughly,
    since,
    some_of,
    times,
    weekday,
)

AS_OF = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "no allies"), (1, "1 ally"), (2, "2 allies"), (2500, "2,500 allies")],
)
def test_a_number_of_things_has_the_right_form(number: int, words: str) -> None:
    assert words == counted(number, "ally", "allies")


def test_of_many_names_the_first_ones_are_told() -> None:
    assert some_of(["Law", "Arts", "Energy", "Health"]) == "Law, Arts, Energy, Health"
    assert some_of(["Law", "Arts", "Energy", "Health", "Media"]) == "Law, Arts, Energy and 2 more"


def test_names_with_commas_stand_between_semicolons() -> None:
    assert some_of(["Arts, sports", "Law"]) == "Arts, sports; Law"


def test_a_plain_word_takes_an_s() -> None:
    assert [counted(1, "note"), counted(3, "note")] == ["1 note", "3 notes"]


def test_how_often_has_words_for_one_and_two() -> None:
    assert [times(1), times(2), times(3), times(1200)] == [
        "once",
        "twice",
        "3 times",
        "1,200 times",
    ]


def test_a_whole_number_has_no_decimal() -> None:
    assert [one_decimal(3.888), one_decimal(4.96), one_decimal(12)] == ["3.9", "5", "12"]


def test_a_number_of_which_small_parts_say_nothing_is_a_whole_one() -> None:
    assert [roughly(2.44), roughly(3.4), roughly(14.8)] == ["2.4", "3", "15"]


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "today"),
        (1, "yesterday"),
        (2, "2 days ago"),
        (13, "13 days ago"),
        (14, "2 weeks ago"),
        (20, "3 weeks ago"),
        (69, "10 weeks ago"),
        (70, "2 months ago"),
        (365, "12 months ago"),
        (729, "24 months ago"),
        (730, "2 years ago"),
        (1094, "2 years ago"),
        (1095, "3 years ago"),
        (730_000, "2,000 years ago"),
    ],
)
def test_a_time_past_is_told_in_the_unit_that_people_use(days: int, words: str) -> None:
    assert words == ago(days)


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "today"), (1, "tomorrow"), (3, "in 3 days"), (14, "in 2 weeks"), (400, "in 13 months")],
)
def test_a_time_ahead_is_told_likewise(days: int, words: str) -> None:
    assert words == ahead(days)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "today"),
        (1, "yesterday"),
        (2, "2 days ago"),
        (75, "75 days ago"),
        (120, "120 days ago"),
        (121, "4 months ago"),
    ],
)
def test_days_are_counted_as_long_as_they_compare_with_a_cadence(days: int, words: str) -> None:
    assert words == exactly_ago(days)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (1, "every day"),
        (7, "every week"),
        (30, "every 30 days"),
        (365, "every year"),
        (730, "every 2 years"),
        (1500, "every 1,500 days"),
    ],
)
def test_a_cadence_is_told_as_people_say_it(days: int, words: str) -> None:
    assert words == every(days)


def test_a_day_of_another_year_names_the_year() -> None:
    days = [date(2026, 9, 8), date(2025, 9, 8)]

    assert [named_day(day, AS_OF) for day in days] == ["8 September", "8 September 2025"]


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (PartialDate(2019, None, None), "in 2019"),
        (PartialDate(2019, 5, None), "in May 2019"),
        (PartialDate(2019, 5, 17), "on 17 May 2019"),
    ],
)
def test_a_date_is_told_as_far_as_it_is_known(day: PartialDate, words: str) -> None:
    assert words == since(day)


def test_a_day_near_by_names_the_day_of_the_week() -> None:
    assert weekday(date(2026, 3, 5), AS_OF) == "Thursday, 5 March"


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ([], ""),
        (["Ana"], "Ana"),
        (["Ana", "Ben"], "Ana and Ben"),
        (["Ana", "Ben", "Cy"], "Ana, Ben and Cy"),
        (["Ana", "Ben", "Cy", "Di"], "Ana, Ben and 2 others"),
        (["Arts, sports", "Law", "Tea"], "Arts, sports; Law and Tea"),
    ],
)
def test_a_list_reads_as_a_sentence(words: list[str], text: str) -> None:
    assert text == listed(words, 3)


def test_a_choice_has_or() -> None:
    assert listed(["Ana", "Ben"], last="or") == "Ana or Ben"


@pytest.mark.parametrize(
    ("one", "other", "shown"),
    [(2.0, 3.0, ("2", "3")), (6.04, 1.86, ("6.04", "1.86")), (2.279507, 1.705773, ("2.3", "1.7"))],
)
def test_the_product_of_factors_is_right_as_shown(
    one: float, other: float, shown: tuple[str, str]
) -> None:
    assert factors(one, other) == shown
    assert f"{float(shown[0]) * float(shown[1]):.1f}" == f"{one * other:.1f}"
