"""Obsidian's inline fields."""

import pytest

from netjournal.notes.body import read_body
from netjournal.notes.raw import BodyContext, RawField, RawValue


def fields(text: str, first_line: int = 1) -> tuple[RawField, ...]:
    return read_body(text, first_line, BodyContext("a.md", None, False, {})).inline_fields


def pairs(text: str) -> list[tuple[str, str]]:
    return [(field.key, value.text) for field in fields(text) for value in field.values]


def test_field_and_value_stand_where_they_are_typed() -> None:
    expected = RawField("Company", (RawValue("Acme Inc.", 11, 14),), 11, 3)
    assert fields("# Ana\n- Company::  Acme Inc. \n", 10) == (expected,)


@pytest.mark.parametrize(
    "text",
    [
        "industry:: Finance",
        "industry::Finance",
        "  industry :: Finance",
        "- industry:: Finance",
        "* industry:: Finance",
        "1. industry:: Finance",
        "  - industry:: Finance",
        "**industry**:: Finance",
        "**industry::** Finance",
        "_industry_:: Finance",
        "works in [industry:: Finance] now",
        "works in (industry:: Finance) now",
        "- works in [industry:: Finance]",
    ],
)
def test_field_however_it_is_written(text: str) -> None:
    assert pairs(text) == [("industry", "Finance")]


@pytest.mark.parametrize(
    "text",
    [
        "`industry:: Finance`",
        "`[industry:: Finance]`",
        "```\nindustry:: Finance\n```",
        "<!-- industry:: Finance -->",
        "%% industry:: Finance %%",
        "> industry:: Finance",
        "industry: Finance",
        "industry::: Finance",
        ":: Finance",
        "- 2026-11-03 Coffee [mood:: good]",
        "- [ ] Call [due:: 2026-12-01]",
        "- [x] mood:: good",
        "### 2026-11-03 Coffee [mood:: good]",
        "at 12:30:: Finance",
        "[[a:: b",
    ],
)
def test_no_field(text: str) -> None:
    assert fields(text) == ()


def test_key_of_several_words() -> None:
    assert pairs("How often:: 6w") == [("How often", "6w")]


def test_value_with_a_link() -> None:
    assert pairs("via:: [[bob|Bob]]\nmet [at:: [[PyCon]] 2019] once") == [
        ("via", "[[bob|Bob]]"),
        ("at", "[[PyCon]] 2019"),
    ]


def test_value_in_quotes_is_text() -> None:
    (field,) = fields('company:: "Acme, Inc."')
    assert field.values == (RawValue("Acme, Inc.", 1, 12, quoted=True),)


def test_field_without_a_value() -> None:
    assert fields("company::") == (RawField("company", (), 1, 1),)


def test_value_with_code_and_without_comment() -> None:
    assert pairs("company:: `Acme` %% or not %%") == [("company", "`Acme`")]


def test_fields_in_order_of_place() -> None:
    text = "a:: 1\nb (c:: 2) and [d:: 3]\n\ne:: 4 [f:: 5]\n"
    assert pairs(text) == [("a", "1"), ("c", "2"), ("d", "3"), ("e", "4 [f:: 5]")]
    assert [(field.line, field.column) for field in fields(text)] == [
        (1, 1),
        (2, 4),
        (2, 16),
        (4, 1),
    ]


def test_field_of_a_section_with_a_date_is_one_of_the_note() -> None:
    assert pairs("## 2026-11-03 Lunch\nindustry:: Finance") == [("industry", "Finance")]
