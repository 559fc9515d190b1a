"""Tables and charts that were written before are taken over while they say the same."""

from collections.abc import Callable

import pytest
from rendering import NEGLECTED, PRIYA, TODAY, with_rows

from netjournal.model.review import Reference, Row, Section
from netjournal.render.links import PageNames, page_names, section_of
from netjournal.render.remembered import Remembered

BOTH = page_names((NEGLECTED, TODAY))
ROWS: tuple[Row, ...] = ({"contact": PRIYA, "days": 104},)

Table = Callable[[tuple[Row, ...], PageNames], str]


@pytest.fixture
def written() -> list[str]:
    """The titles of the tables that were written so far."""
    return []


@pytest.fixture
def table(written: list[str]) -> Table:
    """Writes a table of some rows with links among some pages, as one build does."""
    remembered = Remembered()

    def write(section: Section, names: PageNames) -> str:
        written.append(section.title)
        cells = [cell for row in section.rows for cell in row.values()]
        links = [cell for cell in cells if isinstance(cell, Reference)]
        return str(cells) + "".join(section_of(link, names) for link in links)

    def build(rows: tuple[Row, ...], names: PageNames) -> str:
        section = with_rows(rows, "contact", "days").sections[0]
        return remembered.tables("markdown", True, names, write)(section)

    return build


def test_the_same_rows_are_written_once(table: Table, written: list[str]) -> None:
    equal: tuple[Row, ...] = tuple(dict(row) for row in ROWS)
    assert table(ROWS, BOTH) == table(equal, BOTH)
    assert len(written) == 1


def test_another_row_is_written(table: Table, written: list[str]) -> None:
    assert table(ROWS, BOTH) != table(({"contact": PRIYA, "days": 105},), BOTH)
    assert len(written) == 2


def test_a_page_that_comes_without_being_asked_for_changes_nothing(
    table: Table, written: list[str]
) -> None:
    assert table(ROWS, BOTH) == table(ROWS, page_names((NEGLECTED,)))
    assert len(written) == 1


def test_a_section_to_which_a_row_leads_and_that_goes_changes_the_table(
    table: Table, written: list[str]
) -> None:
    section = NEGLECTED.sections[0]
    rows: tuple[Row, ...] = (
        {"contact": Reference(NEGLECTED.slug, "2 contacts overdue", section.slug)},
    )
    there = table(rows, BOTH)
    assert there.endswith(section.title)
    assert not table(rows, page_names((TODAY,))).endswith(section.title)
    assert table(rows, BOTH) == there
    assert len(written) == 3
