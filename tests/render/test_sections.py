"""What every form asks about a section."""

from datetime import date

import pytest
from rendering import NEGLECTED, PRIYA, with_rows

from netjournal.model.review import Cell, Column
from netjournal.render.sections import (
    CODE,
    ColumnKind,
    column_kind,
    command_for_all,
    is_shown,
    rows_left_out,
    shown_columns,
)


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


def test_rows_that_a_page_leaves_out() -> None:
    assert rows_left_out(with_rows([{"a": 1}] * 237, "a").sections[0]) == 37
    assert rows_left_out(with_rows([{"a": 1}] * 200, "a").sections[0]) == 0
    assert command_for_all(NEGLECTED) == "netjournal review neglected --all"


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
