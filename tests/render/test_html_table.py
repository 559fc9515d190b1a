"""Sections as HTML tables."""

from rendering import PRIYA, TOMAS, with_rows

from netjournal.model.review import Column, Section
from netjournal.render.html_cells import Opening
from netjournal.render.html_table import html_table
from netjournal.render.links import page_names

OPENING = Opening(page_names(()), "", "/vault")


def _section(rows: list[dict[str, object]], *columns: str) -> Section:
    return with_rows(rows, *columns).sections[0]


def test_a_table_names_its_headings_and_rows() -> None:
    section = _section([{"contact": PRIYA, "days": 104}], "contact", "days")
    assert html_table(section, OPENING) == (
        '<table role="table">\n'
        '<thead role="rowgroup"><tr role="row">'
        '<th role="columnheader" scope="col" class="contact">Contact</th>'
        '<th role="columnheader" scope="col" class="number">Days</th></tr></thead>\n'
        '<tbody role="rowgroup">\n'
        '<tr role="row"><th role="rowheader" scope="row" class="contact">'
        '<a href="../contacts/priya-raman.md"><bdi>Priya Raman</bdi></a></th>'
        '<td role="cell" class="number" data-label="Days">104</td></tr>\n'
        "</tbody>\n</table>"
    )


def test_states_that_differ_stand_under_the_name() -> None:
    section = _section([{"a": "x", "b": 1, "state": s} for s in ("due", "overdue")], "a", "b")
    shown = html_table(section, OPENING)
    assert 'x <span class="state due">due</span></th>' in shown
    assert 'x <span class="state overdue">overdue</span></th>' in shown


def test_a_state_that_all_rows_share_is_not_repeated() -> None:
    section = _section([{"a": "x", "b": 1, "state": "due"}] * 2, "a", "b")
    assert "state" not in html_table(section, OPENING)


def test_a_column_of_states_has_the_marks() -> None:
    rows: list[dict[str, object]] = [{"a": "x", "state": "due"}, {"a": "y", "state": "fresh"}]
    shown = html_table(_section(rows, "a", "state"), OPENING)
    assert shown.count('<span class="state') == 2


def test_counts_in_words_are_set_as_numbers() -> None:
    columns = (Column("a", "A"), Column("b", "B", is_count=True))
    section = Section("one", "One", columns, ({"a": "x", "b": "7 of 1,180"},))
    assert 'class="number" data-label="B">7 of' in html_table(section, OPENING)


def test_a_single_column_is_a_list() -> None:
    assert html_table(_section([{"a": TOMAS}, {"a": "<b>"}], "a"), OPENING) == (
        '<ul class="list">\n'
        '<li><a href="../contacts/tomas-novak.md"><bdi>Tomáš Novák</bdi></a></li>\n'
        "<li>&lt;b&gt;</li>\n</ul>"
    )


def test_short_words_are_set_as_names_are() -> None:
    assert ' class="short">A<' in html_table(_section([{"a": "Law", "b": 1}], "a", "b"), OPENING)
    assert "short" not in html_table(_section([{"a": "x" * 29, "b": 1}], "a", "b"), OPENING)


def test_a_column_in_which_nothing_stands_is_left_out() -> None:
    shown = html_table(_section([{"a": "x", "b": None}], "a", "b"), OPENING)
    assert "data-label" not in shown


def test_a_column_of_short_words_stands_beside_others_on_a_narrow_screen() -> None:
    rows: list[dict[str, object]] = [
        {"a": PRIYA, "b": "ally", "c": "y" * 29},
        {"a": PRIYA, "b": None, "c": "z"},
    ]

    table = html_table(_section(rows, "a", "b", "c"), OPENING)

    assert '<td role="cell" class="short" data-label="B">ally</td>' in table
    assert '<td role="cell" data-label="C">' in table


def test_a_table_of_nothing_but_numbers_is_known_to_the_style_sheet() -> None:
    months = _section([{"a": "March 2026", "b": 3, "c": 0}], "a", "b", "c")
    people = _section([{"a": PRIYA, "b": 3}], "a", "b")

    assert '<table role="table" class="numbers">' in html_table(months, OPENING)
    assert '<table role="table">' in html_table(people, OPENING)
