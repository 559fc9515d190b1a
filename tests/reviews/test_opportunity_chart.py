"""The pictures of who brought something."""

from datetime import date

import pytest
from building import config, contact, entry, index, parsed

from netjournal.measures.intervals import wilson
from netjournal.model.charts import Chart, ShareRange, ShareRanges
from netjournal.model.contact import Kind, Relationship
from netjournal.reviews.assessing import assess
from netjournal.reviews.bringing import Group, bringing
from netjournal.reviews.opportunity_chart import opportunity_chart

AS_OF = date(2026, 3, 1)


def group_of(brought: int, contacts: int) -> Group:
    """A group in which so many of so many brought something."""
    notes = [
        parsed(
            contact(f"contacts/c{number}.md", relationship=Relationship.ALLY),
            entry("2026-02-01", kinds=(Kind.LEAD,) if number < brought else ()),
        )
        for number in range(contacts)
    ]
    (group,) = bringing(assess(index(*notes), config(), AS_OF)).by_relationship
    return group


def ranges(chart: Chart | None) -> tuple[ShareRange, ...]:
    """What the chart shows."""
    assert chart
    assert isinstance(chart.drawing, ShareRanges)
    return chart.drawing.ranges


def test_a_group_has_its_share_and_its_range() -> None:
    (shown,) = ranges(opportunity_chart("relationship", [(group_of(3, 8), "Allies")], AS_OF))
    assert (shown.label, shown.words) == ("Allies", "3 of 8")
    assert shown.share == pytest.approx(wilson(3, 8))


def test_fewer_than_five_have_no_row() -> None:
    groups = [(group_of(3, 8), "Allies"), (group_of(2, 4), "Others")]
    assert [each.label for each in ranges(opportunity_chart("x", groups, AS_OF))] == ["Allies"]


@pytest.mark.parametrize(("brought", "contacts"), [(2, 4), (0, 9)])
def test_where_it_is_too_early_for_all_there_is_no_picture(brought: int, contacts: int) -> None:
    group = group_of(brought, contacts)
    assert opportunity_chart("relationship", [(group, "Allies")], AS_OF) is None


def test_no_groups_need_no_picture() -> None:
    assert opportunity_chart("industry", [], AS_OF) is None


def test_of_many_groups_the_first_are_shown_and_that_is_said() -> None:
    chart = opportunity_chart("industry", [(group_of(3, 8), "Law")] * 300, AS_OF)
    assert len(ranges(chart)) == 30
    assert chart
    assert chart.caption.startswith("The first 30 of 300 groups.")
