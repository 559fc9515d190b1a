"""Sections as Markdown tables."""

from rendering import NEGLECTED, PRIYA, TODAY, TOMAS, with_rows

from netjournal.render.links import page_names
from netjournal.render.markdown import Linking
from netjournal.render.markdown_table import markdown_table

WIKI = Linking(page_names((NEGLECTED, TODAY)), wikilinks=True)


def test_short_columns_are_aligned_and_numbers_stand_at_the_right() -> None:
    rows = ({"contact": PRIYA, "days": 104}, {"contact": TOMAS, "days": 7})
    section = with_rows(rows, "contact", "days").sections[0]
    assert markdown_table(section, WIKI) == (
        "| Contact                               | Days |\n"
        "| ------------------------------------- | ---: |\n"
        "| [[contacts/priya-raman\\|Priya Raman]] |  104 |\n"
        "| [[contacts/tomas-novak\\|Tomáš Novák]] |    7 |"
    )


def test_a_long_column_is_not_filled_up() -> None:
    rows = ({"why": "x" * 61, "n": 1}, {"why": "short", "n": 22})
    section = with_rows(rows, "why", "n").sections[0]
    assert markdown_table(section, WIKI).splitlines()[3] == "| short |  22 |"


def test_a_column_without_a_heading() -> None:
    section = with_rows(({"a": "x", "b": "y"},), "a", "").sections[0]
    assert markdown_table(section, WIKI).splitlines()[:2] == ["| A   |", "| --- |"]


def test_a_single_column_is_a_list() -> None:
    section = TODAY.sections[1]
    assert markdown_table(section, WIKI) == (
        "- [[review/neglected#Time to be in touch|2 contacts overdue]]\n"
        "- a page that isn't there\n"
        "- [[contacts/priya-raman|Priya Raman]], [[contacts/tomas-novak|Tomáš Novák]], 3 others"
    )


def test_at_most_200_rows() -> None:
    section = with_rows([{"a": n, "b": n} for n in range(237)], "a", "b").sections[0]
    assert len(markdown_table(section, WIKI).splitlines()) == 202
