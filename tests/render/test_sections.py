"""What every form asks about a section."""

from dataclasses import replace
from datetime import date

import pytest
from rendering import NEGLECTED, PRIYA, page, with_rows

from netjournal.model.review import Cell, Column, Excerpt, Row
from netjournal.model.source import Place
from netjournal.render.sections import (
    CODE,
    ColumnKind,
    column_kind,
    command_for_all,
    is_shown,
    rest_of,
    rows_left_out,
    rows_shown,
    shown_columns,
    table_rows,
)
from netjournal.render.text import reviews_text


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        ((None, 3), ColumnKind.NUMBER),
        ((2.5,), ColumnKind.NUMBER),
        ((date(2026, 3, 1),), ColumnKind.DAY),
        ((PRIYA,), ColumnKind.CONTACT),
        (("x",), ColumnKind.TEXT),
        (((PRIYA,),), ColumnKind.TEXT),
        ((None, None), ColumnKind.TEXT),
        ((), ColumnKind.TEXT),
    ],
)
def test_the_kind_of_a_column(cells: tuple[Cell, ...], kind: ColumnKind) -> None:
    assert column_kind(tuple({"a": cell} for cell in cells), Column("a", "A")) is kind


def test_columns_without_anything_are_left_out_but_the_first() -> None:
    section = with_rows([{"a": None, "b": "", "c": (), "d": 0}], "a", "b", "c", "d").sections[0]
    assert [column.key for column in shown_columns(section, section.rows)] == ["a", "d"]


def test_a_section_is_shown_when_it_says_anything() -> None:
    assert [is_shown(section) for section in NEGLECTED.sections] == [True, False, True]


def test_a_section_without_columns_is_for_programs_alone() -> None:
    section = with_rows([{"a": 1}]).sections[0]
    assert not is_shown(section)
    assert is_shown(replace(section, intro="One thing."))


def test_rows_that_a_page_leaves_out() -> None:
    assert rows_left_out(with_rows([{"a": 1}] * 237, "a").sections[0]) == 37
    assert rows_left_out(with_rows([{"a": 1}] * 200, "a").sections[0]) == 0
    assert command_for_all(NEGLECTED) == "netjournal review neglected --all"
    since = replace(NEGLECTED, options=" --since 2026-01-01")
    assert command_for_all(since) == "netjournal review neglected --since 2026-01-01 --all"


@pytest.mark.parametrize(
    ("rows", "most", "rest", "expected"),
    [
        (12, 10, "", (10, 2, "")),
        (8, 10, "", (8, 0, "")),
        (12, 10, "Others.", (10, 0, "Others.")),
        (10, 10, "Others.", (10, 0, "")),
        (12, 0, "Others.", (0, 0, "Others.")),
        (300, 250, "Others.", (200, 50, "Others.")),
        (300, 250, "", (200, 100, "")),
        (300, None, "Others.", (200, 100, "")),
    ],
)
def test_a_section_may_show_fewer_rows_or_sum_up_the_others(
    rows: int, most: int | None, rest: str, expected: tuple[int, int, str]
) -> None:
    section = replace(with_rows([{"a": 1}] * rows, "a").sections[0], most=most, rest=rest)

    assert (len(rows_shown(section)), rows_left_out(section), rest_of(section)) == expected


@pytest.mark.parametrize("most", [1, 0])
def test_the_sentence_that_sums_up_stands_below_the_table_in_every_form(most: int) -> None:
    review = with_rows([{"a": "alpha", "b": 1}, {"a": "omega", "b": 2}], "a", "b")
    section = replace(review.sections[0], most=most, rest="And omega.")
    review = replace(review, sections=(section,))

    forms = (
        page(review, "review/page.md"),
        page(review, "site/page.html"),
        reviews_text((review,)),
    )

    for text in forms:
        assert "And omega." in text
        assert ("alpha" in text) is (most == 1)
        assert "omega" not in text.replace("And omega.", "")
        assert "more:" not in text
    whole = reviews_text((review,), all_rows=True)
    assert "omega" in whole
    assert "And omega." not in whole


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("`cadence` and `status: dormant`", ["cadence", "status: dormant"]),
        ('`name: "007"`, `[build] missing`', ['name: "007"', "[build] missing"]),
        ("` a ` and `<b>` and `a|b` and ``", []),
        ("`é`", []),
    ],
)
def test_what_is_to_be_typed(text: str, found: list[str]) -> None:
    assert CODE.findall(text) == found


def test_a_cell_is_followed_by_what_is_said_after_it() -> None:
    doubt = Excerpt("Please check", Place("contacts/ana.md", 3))
    rows: list[Row] = [{"why": "ally", "doubt": doubt}, {"why": "ally", "doubt": None}]
    section = replace(
        with_rows(rows, "why").sections[0], columns=(Column("why", "Why", then="doubt"),)
    )

    assert [row["why"] for row in table_rows(section, rows)] == [("ally", doubt), "ally"]
